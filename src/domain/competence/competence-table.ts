/**
 * Who leads and who supports, by need, place, phase and category of person. A narrower row goes before a wider one.
 * Taken from the law as cited; the chapter on competence dates each article. A private company (P3MI, employer) is
 * a duty bearer and never a reader of a case, so it leads nothing here.
 */
import type { NeedKind, PersonCategory } from '../cases/codes.ts'
import { article } from '../law/article-ref.ts'
import { row, type CompetenceRow } from './competence-row.ts'
import { FOREIGNER_ROWS } from './foreigner-rows.ts'
import {
  CARE_LAW,
  CHILD_LAW,
  CITIZEN_LAW,
  COMPLAINT_LAW,
  DISPUTE_LAW,
  FEE_LAW,
  IMMIGRATION_LAW,
  MISSION_LAW,
  REINTEGRATION_LAW,
  REMAINS_LAW,
  RETURN_LAW,
  SOCIAL_LAW,
  TPPO_LAW,
  VILLAGE_LAW,
  WITNESS_LAW,
} from './law-basis.ts'
import { SEA_ROWS } from './sea-rows.ts'

const NOT_WORKERS: readonly PersonCategory[] = ['citizen', 'student']
/** Bodies whose task in law is migrant workers alone. */
const WORKERS_ONLY: readonly string[] = ['labour-attache', 'kp2mi', 'bp3mi']

const GENERAL_ROWS: readonly CompetenceRow[] = [
  // Danger and care
  row(
    ['safety-rescue'],
    ['abroad'],
    ['mission', 'kemlu', 'foreign-police'],
    ['labour-attache', 'kp2mi', 'foreign-social-service', 'third-country-referral', 'ngo'],
    [...MISSION_LAW, article('UU 21/2007', '54(1)')],
  ),
  row(['safety-rescue'], ['home'], ['polri', 'uptd-ppa'], ['bp3mi', 'dinsos', 'lpsk', 'ngo'], TPPO_LAW),
  row(
    ['medical'],
    ['abroad'],
    ['mission', 'foreign-hospital'],
    ['labour-attache', 'bpjs-tk', 'ngo'],
    MISSION_LAW,
  ),
  row(
    ['medical'],
    ['home'],
    ['hospital', 'bpjs-kesehatan', 'dinsos'],
    ['bpjs-tk', 'bp3mi', 'uptd-ppa'],
    CARE_LAW,
  ),
  row(['psychosocial'], ['abroad'], ['mission', 'ngo'], ['foreign-social-service'], MISSION_LAW),
  row(['psychosocial'], ['home'], ['kemensos', 'uptd-ppa', 'dinsos'], ['hospital', 'ngo'], CARE_LAW),
  row(['shelter'], ['abroad'], ['mission', 'ngo', 'foreign-social-service'], ['labour-attache'], MISSION_LAW),
  row(['shelter'], ['home'], ['kemensos', 'uptd-ppa', 'dinsos'], ['bp3mi', 'lpsk', 'ngo'], CARE_LAW),
  row(
    ['child-protection'],
    ['abroad'],
    ['mission', 'kemlu'],
    ['foreign-social-service', 'third-country-referral', 'uptd-ppa'],
    [...MISSION_LAW, ...CHILD_LAW],
  ),
  row(['child-protection'], ['home'], ['uptd-ppa', 'polri', 'kemensos'], ['dinsos', 'lpsk'], CHILD_LAW),
  row(
    ['search-for-person'],
    ['abroad'],
    ['mission', 'kemlu'],
    ['bp3mi', 'kp2mi', 'foreign-police'],
    MISSION_LAW,
  ),
  row(
    ['search-for-person'],
    ['home'],
    ['polri', 'bp3mi'],
    ['disnaker-district', 'pemdes', 'ngo'],
    [...VILLAGE_LAW, article('UU 18/2017', '6(3)')],
  ),
  row(['family-contact'], ['abroad'], ['mission', 'ngo'], ['bp3mi'], MISSION_LAW),
  row(['family-contact'], ['home'], ['bp3mi', 'disnaker-district'], ['ngo', 'pemdes'], VILLAGE_LAW),
  row(['interpreter'], ['abroad'], ['mission'], ['ngo'], MISSION_LAW),
  row(['interpreter'], ['home'], ['lpsk', 'ngo'], ['dinsos'], WITNESS_LAW),

  // Law and police
  row(
    ['legal-aid'],
    ['abroad'],
    ['mission', 'kemlu', 'ngo', 'foreign-legal-aid'],
    ['labour-attache'],
    MISSION_LAW,
  ),
  row(['legal-aid'], ['home'], ['lpsk', 'ngo'], ['bp3mi', 'uptd-ppa'], WITNESS_LAW),
  row(
    ['detention-visit'],
    ['abroad'],
    ['mission', 'kemlu'],
    ['foreign-immigration', 'foreign-court', 'foreign-legal-aid', 'ngo'],
    [...MISSION_LAW, article('PP 59/2021', '18')],
  ),
  row(['detention-visit'], ['home'], ['ngo', 'lpsk'], ['dinsos'], WITNESS_LAW),
  row(
    ['investigation'],
    ['abroad'],
    ['polri', 'mission', 'foreign-police'],
    ['kejaksaan', 'lpsk', 'gugus-tugas', 'foreign-prosecutor', 'foreign-immigration'],
    [...TPPO_LAW, article('UU 21/2007', '4')],
  ),
  row(
    ['investigation'],
    ['home'],
    ['polri', 'kemnaker'],
    ['kejaksaan', 'lpsk', 'bp3mi', 'immigration', 'gugus-tugas'],
    [...TPPO_LAW, article('UU 18/2017', '69, 78, 81')],
  ),
  row(['witness-protection'], ['abroad', 'home'], ['lpsk', 'polri'], ['kejaksaan', 'mission'], WITNESS_LAW),
  row(
    ['restitution'],
    ['abroad', 'home'],
    ['lpsk', 'kejaksaan'],
    ['polri'],
    [article('UU 21/2007', '48–50'), article('UU 31/2014', '7A'), article('PP 7/2018', '19–36')],
  ),

  // Work and money
  row(
    ['wages', 'employment-dispute'],
    ['abroad'],
    ['labour-attache', 'mission', 'foreign-labour-office'],
    ['kp2mi', 'foreign-court', 'foreign-legal-aid', 'ngo'],
    MISSION_LAW,
  ),
  row(
    ['wages', 'employment-dispute'],
    ['home'],
    ['bp3mi', 'disnaker-district', 'kp2mi'],
    ['kemnaker', 'disnaker-province', 'court', 'ngo'],
    [...COMPLAINT_LAW, ...DISPUTE_LAW],
  ),
  row(['refund'], ['abroad'], ['bp3mi', 'kp2mi', 'labour-attache'], ['mission', 'polri'], FEE_LAW),
  row(
    ['refund'],
    ['home'],
    ['bp3mi', 'disnaker-district', 'kp2mi'],
    ['kemnaker', 'polri'],
    [...FEE_LAW, ...DISPUTE_LAW],
  ),
  row(
    ['social-security'],
    ['abroad', 'home'],
    ['bpjs-tk', 'bp3mi'],
    ['labour-attache', 'bpjs-kesehatan', 'kp2mi'],
    SOCIAL_LAW,
  ),
  row(
    ['livelihood'],
    ['home'],
    ['disnaker-district', 'kp2mi', 'pemdes'],
    ['bp3mi', 'dinsos', 'ngo'],
    [...REINTEGRATION_LAW, ...VILLAGE_LAW],
  ),

  // Papers
  row(
    ['documents'],
    ['abroad'],
    ['mission', 'kemlu'],
    ['immigration'],
    [...MISSION_LAW, article('UU 6/2011', '24–26', 'unverified')],
  ),
  row(['documents'], ['home'], ['disdukcapil', 'immigration'], ['disnaker-district', 'pemdes'], VILLAGE_LAW),
  row(['immigration-status'], ['abroad'], ['mission', 'kemlu'], ['foreign-immigration', 'ngo'], MISSION_LAW),
  row(['immigration-status'], ['home'], ['immigration'], ['bp3mi', 'ngo'], IMMIGRATION_LAW),

  // The way home and after
  row(
    ['return-home'],
    ['abroad'],
    ['mission', 'kemlu', 'iom'],
    ['kp2mi', 'bp3mi'],
    [...MISSION_LAW, article('UU 21/2007', '54(1)')],
  ),
  row(
    ['return-home'],
    ['home'],
    ['bp3mi', 'kemensos', 'disnaker-province', 'disnaker-district'],
    ['dinsos', 'ngo'],
    RETURN_LAW,
  ),
  row(['remains'], ['abroad'], ['mission', 'kemlu'], ['kp2mi', 'bp3mi', 'bpjs-tk'], REMAINS_LAW),
  row(
    ['remains'],
    ['home'],
    ['bp3mi', 'disnaker-province'],
    ['dinsos', 'bpjs-tk', 'pemdes'],
    [...REMAINS_LAW, ...RETURN_LAW],
  ),
  row(
    ['reintegration'],
    ['home'],
    ['dinsos', 'kp2mi', 'bp3mi', 'disnaker-district'],
    ['kemensos', 'pemdes', 'ngo'],
    REINTEGRATION_LAW,
  ),

  // Everything else
  row(['information'], ['abroad'], ['mission', 'kp2mi'], ['ngo'], MISSION_LAW),
  row(
    ['information'],
    ['home'],
    ['disnaker-district', 'bp3mi'],
    ['pemdes', 'ngo'],
    [article('UU 18/2017', '41'), ...VILLAGE_LAW],
  ),
  row(['other'], ['abroad'], ['mission', 'kemlu'], ['kp2mi', 'ngo'], MISSION_LAW),
  row(['other'], ['home'], ['bp3mi', 'disnaker-district'], ['dinsos', 'ngo'], COMPLAINT_LAW),

  // The placement agreement, before leaving
  row(
    ['employment-dispute'],
    ['home'],
    ['disnaker-district', 'disnaker-province', 'kp2mi'],
    ['bp3mi', 'court', 'ngo'],
    DISPUTE_LAW,
    { phases: ['before'], categories: ['worker'] },
  ),
]

const CHILD_ROWS: readonly CompetenceRow[] = [
  row(
    ['shelter', 'psychosocial'],
    ['home'],
    ['uptd-ppa', 'kemensos', 'dinsos'],
    ['lpsk', 'hospital', 'ngo'],
    [...CHILD_LAW, ...CARE_LAW],
    { categories: ['child'] },
  ),
  row(
    ['shelter'],
    ['abroad'],
    ['mission', 'foreign-social-service'],
    ['kemlu', 'third-country-referral', 'ngo'],
    [...CITIZEN_LAW, ...CHILD_LAW],
    { categories: ['child'] },
  ),
  row(
    ['return-home', 'family-contact'],
    ['home'],
    ['kemensos', 'uptd-ppa', 'dinsos'],
    ['bp3mi', 'pemdes', 'ngo'],
    CHILD_LAW,
    { categories: ['child'] },
  ),
]

/** The same rows for citizens who are no migrant workers: without the bodies and the law of workers alone. */
function forOtherCitizens(each: CompetenceRow): readonly CompetenceRow[] {
  const leads = each.leads.filter((kind) => !WORKERS_ONLY.includes(kind))
  if (each.categories !== undefined || leads.length === 0) return []
  const basis = each.basis.filter((ref) => ref.instrument !== 'UU 18/2017' && ref.instrument !== 'PP 59/2021')
  return [
    {
      ...each,
      categories: NOT_WORKERS,
      leads,
      supporters: each.supporters.filter((kind) => !WORKERS_ONLY.includes(kind)),
      basis:
        each.places.includes('abroad') || basis.length === 0 ? unique([...basis, ...CITIZEN_LAW]) : basis,
    },
  ]
}

function unique(refs: CompetenceRow['basis']): CompetenceRow['basis'] {
  return refs.filter(
    (ref, at) =>
      refs.findIndex((each) => each.instrument === ref.instrument && each.article === ref.article) === at,
  )
}

export const COMPETENCE_TABLE: readonly CompetenceRow[] = [
  ...GENERAL_ROWS,
  ...GENERAL_ROWS.flatMap(forOtherCitizens),
  ...CHILD_ROWS,
  ...SEA_ROWS,
  ...FOREIGNER_ROWS,
]

/** Needs that have no competent body in a place, known and shown as holes until the rulebook fills them. */
export const KNOWN_HOLES: readonly { readonly need: NeedKind; readonly place: 'abroad' | 'home' }[] = [
  { need: 'livelihood', place: 'abroad' },
  { need: 'reintegration', place: 'abroad' },
]
