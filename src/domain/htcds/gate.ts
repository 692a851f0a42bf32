/** Which consent opens which field. Without "that I reported" there is no record at all; what is not open is simply not there. */
import type { CaseType } from '../cases/case-types.ts'
import type { ConsentItem } from '../cases/codes.ts'
import { FIELD_NAMES, fieldOf, type FieldName, type Section } from './model-data.ts'
import { EMPTY_RECORD, type HtcdsRecord, type HtcdsValues } from './record.ts'
import type { Loss } from './losses.ts'

/** Only files with one of these subjects go out: a case about wages in a file about trafficking would be an assertion. */
export const EXPORT_TYPES = [
  'TPPO',
  'FORCED_LABOUR',
  'DEBT_BONDAGE',
  'SCAM_COMPOUND',
  'ORGAN',
  'BRIDE',
] as const satisfies readonly CaseType[]
export type ExportType = (typeof EXPORT_TYPES)[number]

/** The item without which nothing of a person goes out. */
export const BASE_ITEM: ConsentItem = 'that-i-reported'

const OF_SECTION: Readonly<Record<Section, ConsentItem>> = {
  organisation: 'employer-and-chain',
  person: 'name',
  victim: 'story',
  perpetrator: 'employer-and-chain',
  case: BASE_ITEM,
  referral: 'needs',
  comment: 'story',
  event: 'story',
  plan: 'needs',
  consent: BASE_ITEM,
}

const OF_FIELD: Readonly<Partial<Record<FieldName, ConsentItem>>> = {
  prs_Birthdate: 'birth-date',
  vic_AgeWhenTrafficked: 'birth-date',
  prs_Gender: BASE_ITEM,
  prs_Citizenship: BASE_ITEM,
  prs_PrimaryLanguage: BASE_ITEM,
  prs_SecondaryLanguage: BASE_ITEM,
  prs_Deceased: BASE_ITEM,
  prs_MaritalStatus: 'family',
  prs_NumberOfChildren: 'family',
  prs_IdentityNumber: 'documents',
  prs_Email: 'contact',
  prs_HomePhone: 'contact',
  prs_MobilePhone: 'contact',
  prs_MailingCity: 'whereabouts',
  prs_MailingCountry: 'whereabouts',
  prs_MailingState: 'whereabouts',
  prs_MailingStreet: 'whereabouts',
  prs_MailingPostalCode: 'whereabouts',
  prs_MailingLongitude: 'whereabouts',
  prs_MailingLatitude: 'whereabouts',
  vic_TraffickingStatus: 'legal',
  vic_TraffickingStatusDecisionMakingOrg: 'legal',
  vic_LocationOfRecruitment: 'employer-and-chain',
  vic_LocationOfExploitation: 'employer-and-chain',
  vic_ForcedLabourIndustry: 'employer-and-chain',
  vic_Vulnerabilities: 'psychological',
  vic_DetailsOfVulnerabilities: 'psychological',
  cas_ReasonForCaseClosure: 'story',
  cas_IncomingReferralDetails: 'story',
  cas_OutgoingReferralDetails: 'story',
}

export function itemOf(field: FieldName): ConsentItem {
  return OF_FIELD[field] ?? OF_SECTION[fieldOf(field).section]
}

export type Gated =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'open'
      readonly record: HtcdsRecord
      readonly losses: readonly Loss[]
      /** How many fields stay here; for the sender's own eyes and in no file. */
      readonly held: number
    }

export function gateRecord(
  record: HtcdsRecord,
  losses: readonly Loss[],
  open: ReadonlySet<ConsentItem>,
): Gated {
  if (!open.has(BASE_ITEM)) return { kind: 'closed' }
  const isOpen = (field: FieldName): boolean => open.has(itemOf(field))
  const only = (values: HtcdsValues): HtcdsValues =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isOpen(name as FieldName)))
  const fields = FIELD_NAMES.filter(
    (name) => record.values[name] !== undefined || record.others[name] !== undefined,
  )
  return {
    kind: 'open',
    record: {
      ...EMPTY_RECORD,
      values: only(record.values),
      others: Object.fromEntries(Object.entries(record.others).filter(([name]) => isOpen(name as FieldName))),
      extensions: open.has('story') ? record.extensions : [],
      repeats: record.repeats.map(only).filter((each) => Object.keys(each).length > 0),
    },
    // A loss in a field that does not go out would say what is in it.
    losses: losses.filter(({ field }) => (field === undefined ? open.has('story') : isOpen(field))),
    held: fields.filter((name) => !isOpen(name)).length,
  }
}
