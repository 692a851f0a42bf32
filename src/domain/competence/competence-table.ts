/**
 * First table of who leads and who supports, by need, place, phase and category of person. A narrower row goes
 * before a wider one. Taken from the law as cited; the rulebook completes it. A private company (P3MI, employer)
 * is a duty bearer and never a reader of a case, so it leads nothing here.
 */
import type { NeedKind, PersonCategory, Phase } from '../cases/codes.ts'
import { article, type ArticleRef } from '../law/article-ref.ts'
import type { BodyKind } from './bodies.ts'

export const NEED_PLACES = ['abroad', 'home', 'unknown'] as const
export type NeedPlace = (typeof NEED_PLACES)[number]

export interface CompetenceRow {
  readonly needs: readonly NeedKind[]
  readonly places: readonly Exclude<NeedPlace, 'unknown'>[]
  /** Missing means every phase, every category. */
  readonly phases?: readonly Phase[]
  readonly categories?: readonly PersonCategory[]
  /** In order: the first is asked first, the others are next in line. */
  readonly leads: readonly BodyKind[]
  readonly supporters: readonly BodyKind[]
  readonly basis: readonly ArticleRef[]
}

const MISSION_LAW = [
  article('UU 37/1999', '18–21, 24'),
  article('UU 18/2017', '21'),
  article('PP 59/2021', '13–20'),
]
const CITIZEN_LAW = [article('UU 37/1999', '18–21, 24'), article('Permenlu 5/2018', '—', 'unverified')]
const TPPO_LAW = [
  article('UU 21/2007', '45, 47'),
  article('KUHP (UU 1/2023)', '455'),
  article('UU 6/2011', '89'),
]
const WITNESS_LAW = [article('UU 31/2014', '5–7A'), article('UU 21/2007', '43–50')]
const CARE_LAW = [article('UU 21/2007', '51–53'), article('Permen PPPA 8/2021', '—', 'unverified')]
const CHILD_LAW = [article('UU 21/2007', '51–53'), article('Perpres 49/2023', '6', 'secondary')]
const DISPUTE_LAW = [article('UU 18/2017', '77(2)'), article('PP 59/2021', '84–87')]
const FEE_LAW = [article('UU 18/2017', '30, 72(a), 86(a)'), article('Peraturan BP2MI 9/2020', '—')]
const RETURN_LAW = [article('UU 18/2017', '39(f), 40(b), 41(d)'), article('PP 59/2021', '20, 24, 41, 69')]
const SOCIAL_LAW = [
  article('UU 18/2017', '29'),
  article('PP 59/2021', '10'),
  article('Permenaker 4/2023', '57'),
]
const SEA_LAW = [article('UU 18/2017', '4(1)c, 64'), article('PP 22/2022', '38–42')]
const REINTEGRATION_LAW = [article('UU 18/2017', '24, 35'), article('PP 59/2021', '22–23, 71, 74')]
const REMAINS_LAW = [article('UU 18/2017', '27(2)'), article('PP 59/2021', '18')]
const VILLAGE_LAW = [article('UU 18/2017', '42'), article('PP 59/2021', '78–83')]
const IMMIGRATION_LAW = [article('UU 6/2011', '86–89')]
const OWN_MANDATE = [article('mandat sendiri', '—', 'secondary')]
const COMPLAINT_LAW = [article('Permen P2MI 23/2025', '18'), article('UU 18/2017', '47')]

const SEAGOING: readonly PersonCategory[] = ['seafarer', 'fisher']
const NOT_WORKERS: readonly PersonCategory[] = ['citizen', 'student']
const FOREIGNER: readonly PersonCategory[] = ['foreigner']

export const COMPETENCE_TABLE: readonly CompetenceRow[] = [
  // Danger and care
  row(
    ['safety-rescue'],
    ['abroad'],
    ['mission', 'kemlu', 'foreign-police'],
    ['labour-attache', 'kp2mi', 'ngo'],
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
    ['foreign-social-service', 'uptd-ppa'],
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
  row(['legal-aid'], ['abroad'], ['mission', 'kemlu', 'ngo'], ['labour-attache'], MISSION_LAW),
  row(['legal-aid'], ['home'], ['lpsk', 'ngo'], ['bp3mi', 'uptd-ppa'], WITNESS_LAW),
  row(
    ['detention-visit'],
    ['abroad'],
    ['mission', 'kemlu'],
    ['ngo'],
    [...MISSION_LAW, article('PP 59/2021', '18')],
  ),
  row(['detention-visit'], ['home'], ['ngo', 'lpsk'], ['dinsos'], WITNESS_LAW),
  row(
    ['investigation'],
    ['abroad'],
    ['polri', 'mission', 'foreign-police'],
    ['kejaksaan', 'lpsk', 'gugus-tugas'],
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
    [article('UU 21/2007', '48–50'), article('UU 31/2014', '7A'), article('PP 7/2018', '—', 'secondary')],
  ),

  // Work and money
  row(
    ['wages', 'employment-dispute'],
    ['abroad'],
    ['labour-attache', 'mission', 'foreign-labour-office'],
    ['kp2mi', 'ngo'],
    MISSION_LAW,
  ),
  row(
    ['wages', 'employment-dispute'],
    ['home'],
    ['bp3mi', 'disnaker-district', 'kp2mi'],
    ['kemnaker', 'disnaker-province', 'ngo'],
    [...COMPLAINT_LAW, ...DISPUTE_LAW],
  ),
  row(
    ['wages', 'employment-dispute'],
    ['abroad'],
    ['mission', 'labour-attache', 'flag-state'],
    ['kemenhub', 'kkp', 'kp2mi'],
    SEA_LAW,
    { categories: SEAGOING },
  ),
  row(['wages', 'employment-dispute'], ['home'], ['bp3mi', 'kemenhub', 'kkp'], ['kemnaker', 'ngo'], SEA_LAW, {
    categories: SEAGOING,
  }),
  row(
    ['wages', 'employment-dispute'],
    ['abroad'],
    ['mission', 'foreign-labour-office', 'kemlu'],
    ['ngo'],
    CITIZEN_LAW,
    { categories: NOT_WORKERS },
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
  row(['immigration-status'], ['abroad'], ['mission', 'kemlu'], ['ngo'], MISSION_LAW),
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
  row(
    ['return-home'],
    ['abroad'],
    ['mission', 'kemlu', 'flag-state'],
    ['kemenhub', 'kkp', 'kp2mi'],
    SEA_LAW,
    { categories: SEAGOING },
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

  // Foreigners in Indonesia
  row(['international-protection'], ['abroad', 'home'], ['unhcr'], ['iom', 'ngo'], OWN_MANDATE),
  row(
    ['return-home'],
    ['home'],
    ['iom', 'immigration'],
    ['unhcr'],
    [...OWN_MANDATE, article('Perpres 125/2016', '—', 'unverified')],
    { categories: FOREIGNER },
  ),
  row(
    ['shelter', 'medical', 'psychosocial'],
    ['home'],
    ['iom', 'kemensos'],
    ['unhcr', 'hospital', 'ngo'],
    [...OWN_MANDATE, ...CARE_LAW],
    { categories: FOREIGNER },
  ),
  row(['wages', 'employment-dispute'], ['home'], ['disnaker-district', 'kemnaker'], ['ngo'], OWN_MANDATE, {
    categories: FOREIGNER,
  }),

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
]

/** Needs that have no competent body in a place, known and shown as holes until the rulebook fills them. */
export const KNOWN_HOLES: readonly { readonly need: NeedKind; readonly place: 'abroad' | 'home' }[] = [
  { need: 'livelihood', place: 'abroad' },
  { need: 'reintegration', place: 'abroad' },
]

function row(
  needs: readonly NeedKind[],
  places: CompetenceRow['places'],
  leads: readonly BodyKind[],
  supporters: readonly BodyKind[],
  basis: readonly ArticleRef[],
  only: Pick<CompetenceRow, 'phases' | 'categories'> = {},
): CompetenceRow {
  return { needs, places, leads, supporters, basis, ...only }
}
