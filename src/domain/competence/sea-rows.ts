/**
 * Seafarers and fishers: four states may act (flag, port, coast, home), and at home two ministries share the sea.
 */
import type { PersonCategory } from '../cases/codes.ts'
import { row, type CompetenceRow } from './competence-row.ts'
import { SEA_LAW, SEA_MISSION_LAW, SEA_PAPERS_LAW } from './law-basis.ts'

const SEAGOING: readonly PersonCategory[] = ['seafarer', 'fisher']

export const SEA_ROWS: readonly CompetenceRow[] = [
  row(
    ['wages', 'employment-dispute'],
    ['abroad'],
    ['mission', 'labour-attache', 'flag-state'],
    [
      'kemenhub',
      'kkp',
      'kp2mi',
      'port-state',
      'coastal-state',
      'foreign-maritime',
      'foreign-fisheries',
      'seafarers-union',
    ],
    SEA_LAW,
    { categories: SEAGOING },
  ),
  row(
    ['wages', 'employment-dispute'],
    ['home'],
    ['bp3mi', 'kemenhub', 'kkp'],
    ['kemnaker', 'court', 'seafarers-union', 'ngo'],
    SEA_LAW,
    {
      categories: SEAGOING,
    },
  ),
  row(
    ['return-home'],
    ['abroad'],
    ['mission', 'kemlu', 'flag-state'],
    [
      'kemenhub',
      'kkp',
      'kp2mi',
      'port-state',
      'coastal-state',
      'foreign-maritime',
      'foreign-fisheries',
      'seafarers-union',
    ],
    SEA_LAW,
    { categories: SEAGOING },
  ),
  row(
    ['safety-rescue', 'medical'],
    ['abroad'],
    ['mission', 'kemlu', 'port-state', 'flag-state', 'coastal-state'],
    ['labour-attache', 'foreign-maritime', 'foreign-police', 'seafarers-union', 'ngo'],
    SEA_MISSION_LAW,
    { categories: SEAGOING },
  ),
  row(
    ['investigation'],
    ['abroad'],
    ['polri', 'mission', 'flag-state', 'port-state'],
    ['foreign-police', 'foreign-fisheries', 'foreign-maritime', 'kemenhub', 'kkp', 'lpsk'],
    SEA_LAW,
    { categories: SEAGOING },
  ),
  row(
    ['documents'],
    ['home'],
    ['kemenhub', 'disdukcapil', 'immigration'],
    ['kkp', 'disnaker-district'],
    SEA_PAPERS_LAW,
    {
      categories: SEAGOING,
    },
  ),
]
