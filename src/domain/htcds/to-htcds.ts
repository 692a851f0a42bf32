/**
 * One person of one of our cases as a record of the standard, with what it cannot say. A screening of ours never says
 * "actual victim" and never "not a victim": two officers agreed on signs, and other bodies decide. What another body told us
 * in its own record is passed on as it told it, where our file does not say otherwise.
 */
import type { CaseType } from '../cases/case-types.ts'
import type { IntermediaryKind, Sector } from '../cases/codes.ts'
import { earliestDay, isExactDay, type PartialDate } from '../kernel/partial-date.ts'
import type { SheetAnswer } from '../screening/sheet.ts'
import { fromHtcds } from './from-htcds.ts'
import { fitting } from './json.ts'
import { uniqueLosses, type Loss } from './losses.ts'
import type { FieldName } from './model-data.ts'
import { EMPTY_RECORD, type Extension, type HtcdsRecord, type HtcdsValues } from './record.ts'

export interface PersonForHtcds {
  readonly names: readonly string[]
  readonly sex: 'female' | 'male' | 'other' | 'unknown'
  readonly nationality: string | null
  readonly born?: PartialDate
  readonly numbers: readonly string[]
  readonly documents: readonly string[]
  readonly address?: string
  readonly languages: readonly string[]
  readonly sector: string
  readonly deceased: 'yes' | 'unknown'
}

export interface CaseForHtcds {
  readonly person: PersonForHtcds
  readonly state: 'open' | 'closed'
  /** Code of the reason, as the case was closed. */
  readonly closedReason?: string
  readonly owner?: string
  readonly types: readonly string[]
  /** Answers of the newest screening of this person, by path. */
  readonly answers: Readonly<Record<string, SheetAnswer>>
  readonly screened?: 'yes' | 'no' | 'unclear'
  readonly decidedBy?: string
  readonly chain: readonly { readonly kind: string; readonly name: string; readonly where: string }[]
  readonly events: readonly { readonly date?: PartialDate; readonly text: string }[]
  readonly referred: readonly { readonly to: string; readonly on: string }[]
  readonly referredBy?: { readonly from: string; readonly on?: string }
  readonly suspects: number
  readonly reported?: HtcdsRecord
}

export type Exported = { readonly record: HtcdsRecord; readonly losses: readonly Loss[] }

export function toHtcds(source: CaseForHtcds): Exported {
  const losses: Loss[] = []
  const own: HtcdsValues = {
    ...personValues(source.person, losses),
    ...victimValues(source, losses),
    ...caseValues(source, losses),
  }
  const events = eventValues(source.events, losses)
  const extensions = extensionsOf(source)
  if (extensions.includes('x_RestrictsMovement'))
    losses.push({ field: 'vic_MethodsOfControl', code: 'restricts-movement' })
  if (extensions.includes('x_ForcedCriminality'))
    losses.push({ field: 'vic_TypeOfExploitation', code: 'forced-criminality' })
  if (source.suspects > 0 || source.chain.length > 0)
    losses.push({ field: 'per_RoleInProcess', code: 'perpetrators' })
  if (source.types.some((type) => !SAID_TYPES.has(type))) losses.push({ code: 'case-types' })
  losses.push({ field: 'con_Consent', code: 'consent-answers' })
  const merged = withReported(own, source, losses)
  const [first, ...more] = events
  const record: HtcdsRecord = {
    values: fitting({ ...merged.values, ...first }),
    others: merged.others,
    extensions: [...new Set([...extensions, ...(source.reported?.extensions ?? [])])],
    repeats: [...more, ...(source.reported?.repeats ?? []), ...moreReferrals(source)],
  }
  return { record, losses: uniqueLosses(losses) }
}

function personValues(person: PersonForHtcds, losses: Loss[]): HtcdsValues {
  const [name, ...aliases] = person.names
  if (aliases.length > 0) losses.push({ field: 'prs_FirstName', code: 'several-names' })
  if (person.numbers.length > 2) losses.push({ field: 'prs_MobilePhone', code: 'several-numbers' })
  if (person.documents.length > 1) losses.push({ field: 'prs_IdentityNumber', code: 'several-numbers' })
  if (person.born !== undefined && !isExactDay(person.born))
    losses.push({ field: 'prs_Birthdate', code: 'date-not-exact' })
  const [mobile, home] = person.numbers
  const [first, second] = person.languages
  return compact({
    ...nameValues(name, losses),
    prs_Gender: GENDER[person.sex],
    prs_Birthdate:
      person.born !== undefined && isExactDay(person.born) ? earliestDay(person.born) : undefined,
    prs_Citizenship: person.nationality === null ? undefined : [person.nationality],
    prs_MobilePhone: mobile,
    prs_HomePhone: home,
    prs_IdentityNumber: person.documents[0],
    prs_MailingStreet: person.address,
    prs_PrimaryLanguage: first,
    prs_SecondaryLanguage: second,
    prs_Deceased: person.deceased === 'yes' ? true : undefined,
  })
}

const GENDER = {
  female: 'Feminine',
  male: 'Masculine',
  other: 'NonConforming',
  unknown: 'NonSpecifiedUnknown',
} as const

/** One name goes to the first field and nowhere else. Several words are parted, and the loss is said: few of them are family names. */
function nameValues(name: string | undefined, losses: Loss[]): HtcdsValues {
  if (name === undefined || name.trim() === '') return {}
  const [first = '', ...rest] = name.trim().split(/\s+/)
  if (rest.length === 0) return { prs_FirstName: first }
  losses.push({ field: 'prs_SecondName', code: 'name-split' })
  return { prs_FirstName: first, prs_SecondName: rest.join(' ') }
}

/** Questions of the screening, and signs among our case types, to a code of the standard. */
const CONTROL: Readonly<Record<string, string>> = {
  'elements.means.violence': 'PhysicalAbuse',
  'indicators.coercionAtDestination.violence': 'PhysicalAbuse',
  'indicators.coerciveRecruitment.violence': 'PhysicalAbuse',
  'elements.means.threatOfViolence': 'PhysicalThreats',
  'indicators.coercionAtDestination.threatOfViolence': 'PhysicalThreats',
  'indicators.coerciveRecruitment.threatOfViolence': 'PhysicalThreats',
  'indicators.coercionAtDestination.threatOfReportToAuthorities': 'ThreatsLawEnforcement',
  'indicators.coerciveRecruitment.threatOfReportToAuthorities': 'ThreatsLawEnforcement',
  'indicators.coercionAtDestination.violenceOrThreatToFamily': 'ThreatensChildrenFamily',
  'indicators.coerciveRecruitment.violenceOrThreatToFamily': 'ThreatensChildrenFamily',
  'elements.means.debtBondage': 'DebtBondage',
  'indicators.coercionAtDestination.debtBondage': 'DebtBondage',
  'indicators.coerciveRecruitment.debtBondage': 'DebtBondage',
  'elements.means.fraud': 'FalsePromises',
  'indicators.deceptiveRecruitment.deceivedAboutJobPlaceOrEmployer': 'FalsePromises',
  'indicators.deceptiveRecruitment.deceivedAboutConditions': 'FalsePromises',
  'indicators.deceptiveRecruitment.deceivedAboutPay': 'FalsePromises',
  'indicators.coercionAtDestination.wagesWithheld': 'TakesEarnings',
  'indicators.coerciveRecruitment.moneyWithheld': 'RestrictsFinancialAccess',
  'indicators.coercionAtDestination.documentsTaken': 'WithholdsDocuments',
  'indicators.coerciveRecruitment.documentsTaken': 'WithholdsDocuments',
  'indicators.exploitation.excessiveHours': 'ExcessiveWorkingHours',
  DEBT_BONDAGE: 'DebtBondage',
  PHYSICAL_ABUSE: 'PhysicalAbuse',
  SEXUAL_VIOLENCE: 'SexualAbuse',
  DOCS_WITHHELD: 'WithholdsDocuments',
  EXCESS_HOURS: 'ExcessiveWorkingHours',
}

const EXPLOITATION: Readonly<Record<string, string>> = {
  'elements.purpose.forcedLabour': 'ForcedLabour',
  'elements.purpose.slavery': 'Servitude',
  'elements.purpose.prostitution': 'SexualExploitation',
  'elements.purpose.sexualExploitation': 'SexualExploitation',
  'elements.purpose.organs': 'OrganRemoval',
  FORCED_LABOUR: 'ForcedLabour',
  ORGAN: 'OrganRemoval',
  BRIDE: 'ForcedMarriage',
}

/** Signs of ours without a code: they become `Other`, and the loss is said. */
const RICHER_CONTROL = [
  'elements.means.abduction',
  'elements.means.forgery',
  'elements.means.abuseOfPower',
  'elements.means.abuseOfVulnerability',
  'elements.means.paymentOrBenefit',
  'indicators.coercionAtDestination.threatOfExposure',
  'indicators.coercionAtDestination.threatOfWorseConditions',
  'indicators.coercionAtDestination.forcedToLie',
] as const
const RICHER_EXPLOITATION = [
  'elements.purpose.oppression',
  'elements.purpose.extortion',
  'elements.purpose.otherProfit',
] as const
const MOVEMENT = [
  'elements.means.confinement',
  'indicators.coercionAtDestination.isolatedConfinedOrWatched',
  'indicators.coerciveRecruitment.isolatedConfinedOrWatched',
  'CONFINEMENT',
] as const
const CRIMINALITY = ['indicators.coercionAtDestination.forcedToBreakTheLaw', 'SCAM_COMPOUND'] as const

/** Case types that some field says; the others are outside the standard. */
const SAID_TYPES: ReadonlySet<string> = new Set<CaseType>([
  'TPPO',
  'FORCED_LABOUR',
  'DEBT_BONDAGE',
  'PHYSICAL_ABUSE',
  'SEXUAL_VIOLENCE',
  'DOCS_WITHHELD',
  'EXCESS_HOURS',
  'CONFINEMENT',
  'SCAM_COMPOUND',
  'ORGAN',
  'BRIDE',
])

const INDUSTRY: Readonly<Partial<Record<Sector, string>>> = {
  'domestic-work': 'T_ActivitiesOfHouseholdsAsEmployers',
  care: 'Q_HumanHealthAndSocialWorkActivities',
  construction: 'F_Construction',
  manufacturing: 'C_Manufacturing',
  plantation: 'A_AgricultureForestryAndFishing',
  farming: 'A_AgricultureForestryAndFishing',
  'sea-fishing': 'A_AgricultureForestryAndFishing',
  shipping: 'H_TransportationAndStorage',
  hospitality: 'I_AccommodationAndFoodServiceActivities',
  'retail-and-services': 'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
  entertainment: 'R_ArtsEntertainmentAndRecreation',
  'online-work': 'J_InformationAndCommunication',
  health: 'Q_HumanHealthAndSocialWorkActivities',
  'office-and-professional': 'M_ProfessionalScientificAndTechnicalActivities',
  other: 'S_OtherServiceActivities',
}
const COARSE_SECTORS: readonly string[] = ['plantation', 'farming', 'sea-fishing', 'care', 'other']

type Said = (sign: string) => boolean

/** Whether the newest screening answered yes, or the case carries the type. */
function saidIn(source: CaseForHtcds): Said {
  return (sign) => source.answers[sign] === 'yes' || source.types.includes(sign)
}

function extensionsOf(source: CaseForHtcds): readonly Extension[] {
  const said = saidIn(source)
  return [
    ...(MOVEMENT.some(said) ? (['x_RestrictsMovement'] as const) : []),
    ...(CRIMINALITY.some(said) ? (['x_ForcedCriminality'] as const) : []),
  ]
}

function codesBy(said: Said, table: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(Object.entries(table).flatMap(([sign, code]) => (said(sign) ? [code] : [])))]
}

function victimValues(source: CaseForHtcds, losses: Loss[]): HtcdsValues {
  const said = saidIn(source)
  const richControl = RICHER_CONTROL.some(said)
  const richPurpose = RICHER_EXPLOITATION.some(said)
  if (richControl) losses.push({ field: 'vic_MethodsOfControl', code: 'list-richer' })
  if (richPurpose) losses.push({ field: 'vic_TypeOfExploitation', code: 'list-richer' })
  if (COARSE_SECTORS.includes(source.person.sector))
    losses.push({ field: 'vic_ForcedLabourIndustry', code: 'list-richer' })
  if (source.screened === 'no' || source.screened === 'unclear')
    losses.push({ field: 'vic_TraffickingStatus', code: 'screening-not-sayable' })
  const exploited = codesBy(said, EXPLOITATION)
  const other = (more: boolean): readonly string[] => (more ? ['Other'] : [])
  const found = source.screened === 'yes'
  return compact({
    vic_TraffickingStatus: found ? 'PossibleVictimOfTrafficking' : undefined,
    vic_TraffickingStatusDecisionMakingOrg: found ? source.decidedBy : undefined,
    vic_MethodsOfControl: [...codesBy(said, CONTROL), ...other(richControl || MOVEMENT.some(said))],
    vic_TypeOfExploitation: [...exploited, ...other(richPurpose || CRIMINALITY.some(said))],
    vic_TypeOfSexExploitation: said('elements.purpose.prostitution') ? ['Prostitution'] : [],
    vic_ForcedLabourIndustry: exploited.includes('ForcedLabour')
      ? INDUSTRY[source.person.sector as Sector]
      : undefined,
    vic_LocationOfRecruitment: placeOf(source, RECRUITING),
    vic_LocationOfExploitation: placeOf(source, ['employer', 'vessel-owner']),
  })
}

const RECRUITING: readonly IntermediaryKind[] = ['recruiter', 'sponsor', 'p3mi', 'training-centre']

/** The standard looks up an organisation there, not a place: the name, and where it is. */
function placeOf(source: CaseForHtcds, kinds: readonly IntermediaryKind[]): string | undefined {
  const link = source.chain.find(({ kind }) => kinds.some((each) => each === kind))
  const text = [link?.name, link?.where].filter((each) => each !== undefined && each.trim() !== '').join(', ')
  return text === '' ? undefined : text
}

function caseValues(source: CaseForHtcds, losses: Loss[]): HtcdsValues {
  const newest = source.referred.at(-1)
  if (source.referred.length > 1) losses.push({ field: 'cas_ReferredOrganisation', code: 'repeats' })
  return compact({
    cas_Status: source.state === 'closed' ? 'Closed' : 'Active',
    cas_ReasonForCaseClosure: source.state === 'closed' ? source.closedReason : undefined,
    cas_CaseOwner: source.owner,
    cas_ReferringOrganisation: source.referredBy?.from,
    cas_IncomingReferralDate: source.referredBy?.on,
    cas_ReferredOrganisation: newest?.to,
    cas_OutgoingReferralDate: newest?.on,
    cas_ReasonForOutgoingReferral: newest && 'AdditionalServicesRequired',
  })
}

function moreReferrals(source: CaseForHtcds): readonly HtcdsValues[] {
  return source.referred
    .slice(0, -1)
    .map(({ to, on }) => fitting({ cas_ReferredOrganisation: to, cas_OutgoingReferralDate: on }))
}

function eventValues(events: CaseForHtcds['events'], losses: Loss[]): readonly HtcdsValues[] {
  if (events.some(({ date }) => date !== undefined && !isExactDay(date)))
    losses.push({ field: 'hte_Date', code: 'date-not-exact' })
  return events
    .filter(({ text }) => text.trim() !== '')
    .map(({ date, text }) =>
      fitting(
        compact({
          hte_Description: text.trim(),
          hte_Date: date !== undefined && isExactDay(date) ? earliestDay(date) : undefined,
        }),
      ),
    )
}

/** Fields that tell one fact together: what was reported is the better word while it still means what our file says. */
const TOGETHER: readonly (readonly FieldName[])[] = [
  ['prs_FirstName', 'prs_MiddleName', 'prs_SecondName'],
  ['prs_HomePhone', 'prs_MobilePhone'],
  [
    'prs_MailingStreet',
    'prs_MailingCity',
    'prs_MailingState',
    'prs_MailingPostalCode',
    'prs_MailingCountry',
    'prs_MailingLongitude',
    'prs_MailingLatitude',
  ],
  ['prs_PrimaryLanguage', 'prs_SecondaryLanguage'],
]

function withReported(own: HtcdsValues, source: CaseForHtcds, losses: Loss[]) {
  const reported = source.reported ?? EMPTY_RECORD
  const same = sameAsReported(source, reported)
  const values: Partial<Record<FieldName, HtcdsValues[FieldName]>> = { ...own }
  const groupOf = (field: FieldName) => TOGETHER.find((group) => group.includes(field)) ?? [field]
  for (const field of Object.keys({ ...reported.values, ...reported.others }) as FieldName[]) {
    const group = groupOf(field)
    const silent = group.every((each) => own[each] === undefined)
    if (field === 'cas_Status' && reported.values.cas_Status !== own.cas_Status)
      losses.push({ field, code: 'status-differs' })
    else if (silent || same(field)) {
      for (const each of group) {
        if (reported.values[each] === undefined) delete values[each]
        else values[each] = reported.values[each]
      }
      // Group words stay whole: the split is the sender's own.
      if (group[0] === 'prs_FirstName') removeLoss(losses, 'name-split')
    } else if (differs(values[field], reported.values[field])) losses.push({ field, code: 'status-differs' })
  }
  const others = Object.fromEntries(
    Object.entries(reported.others).filter(
      ([field]) =>
        groupOf(field as FieldName).every((each) => own[each] === undefined) || same(field as FieldName),
    ),
  )
  return { values, others }
}

function differs(own: unknown, reported: unknown): boolean {
  return reported !== undefined && JSON.stringify(own) !== JSON.stringify(reported)
}

function removeLoss(losses: Loss[], code: Loss['code']): void {
  const at = losses.findIndex((each) => each.code === code)
  if (at >= 0) losses.splice(at, 1)
}

/** Whether the file still holds what taking the record over once made of this field. */
function sameAsReported(source: CaseForHtcds, reported: HtcdsRecord): (field: FieldName) => boolean {
  const then = fromHtcds(reported).person
  const { person } = source
  const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const checks: readonly (readonly [RegExp, boolean])[] = [
    [/^prs_(?:First|Middle|Second)Name$/, then.name !== undefined && person.names[0] === then.name],
    [/^prs_Gender$/, then.sex === person.sex],
    [/^prs_Birthdate$/, equal(then.born, person.born)],
    [/^prs_Citizenship$/, then.nationality === person.nationality],
    [/^prs_(?:Home|Mobile)Phone$/, equal(then.numbers, person.numbers)],
    [/^prs_IdentityNumber$/, equal(then.documents, person.documents)],
    [/^prs_Mailing/, then.address === person.address],
    [/^prs_(?:Primary|Secondary)Language$/, equal(then.languages, person.languages)],
    [/^prs_Deceased$/, then.deceased === person.deceased],
    [/^vic_ForcedLabourIndustry$/, then.sector === person.sector],
  ]
  return (field) => checks.some(([pattern, is]) => is && pattern.test(field))
}

function compact(values: Readonly<Partial<Record<FieldName, HtcdsValues[FieldName]>>>): HtcdsValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
