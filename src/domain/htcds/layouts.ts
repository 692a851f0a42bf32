/** The order of columns in the files of the standard's toolkit. */
import type { FieldName } from './model-data.ts'
import { fieldOf } from './model-data.ts'

/** B to AM of the three workbooks; column A holds a running number. */
export const EXCEL_FIELDS = [
  'cas_CaseOwner',
  'prs_Salutation',
  'prs_FirstName',
  'prs_SecondName',
  'con_Consent',
  'prs_Birthdate',
  'prs_Gender',
  'prs_Citizenship',
  'prs_Title',
  'prs_Email',
  'prs_HomePhone',
  'prs_MobilePhone',
  'prs_MailingCity',
  'prs_MailingCountry',
  'prs_MailingState',
  'prs_MailingStreet',
  'prs_MailingPostalCode',
  'vic_TraffickingStatus',
  'vic_TraffickingStatusDecisionMakingOrg',
  'vic_MethodOfRecruitment',
  'vic_LocationOfRecruitment',
  'vic_MethodsOfControl',
  'vic_TypeOfExploitation',
  'vic_ForcedLabourIndustry',
  'vic_TypeOfSexExploitation',
  'vic_LocationOfExploitation',
  'cas_Status',
  'cas_ReferringOrganisation',
  'cas_IncomingReferralDate',
  'cas_ReferringPrimaryCaseWorker',
  'cas_ReasonForIncomingReferral',
  'cas_IncomingReferralDetails',
  'cas_ReferredOrganisation',
  'cas_ReferredPrimaryCaseWorker',
  'cas_ReasonForOutgoingReferral',
  'cas_OutgoingReferralDate',
  'cas_OutgoingReferralDetails',
  'cas_ReasonForCaseClosure',
] as const satisfies readonly FieldName[]

/** What row 1 of the workbooks really says: one slip of the pen, and one column without a name. */
const EXCEL_WRITTEN: Readonly<Partial<Record<FieldName, string>>> = {
  vic_TraffickingStatusDecisionMakingOrg: 'vic_TraffickinStatusDecisionMakingOrg',
  cas_ReasonForOutgoingReferral: '',
}
export const NAMELESS: FieldName = 'cas_ReasonForOutgoingReferral'

export function excelName(field: FieldName): string {
  return EXCEL_WRITTEN[field] ?? field
}

/** The labels that the workbooks print above the address columns N to R, whatever the names below say. */
export const EXCEL_ADDRESS_LABELS: Readonly<Partial<Record<FieldName, string>>> = {
  prs_MailingCity: fieldOf('prs_MailingStreet').label,
  prs_MailingCountry: fieldOf('prs_MailingCity').label,
  prs_MailingState: fieldOf('prs_MailingState').label,
  prs_MailingStreet: fieldOf('prs_MailingPostalCode').label,
  prs_MailingPostalCode: fieldOf('prs_MailingCountry').label,
}

/** The 31 questions of the form `htcds_xlsform`, in its order and with its names. */
export const XFORM_QUESTIONS: readonly {
  readonly name: string
  readonly field: FieldName
  readonly type: 'text' | 'date' | 'select_one' | 'select_multiple'
}[] = [
  { name: 'con_Consent', field: 'con_Consent', type: 'select_one' },
  { name: 'prs_Salutation', field: 'prs_Salutation', type: 'text' },
  { name: 'prs_First_Name', field: 'prs_FirstName', type: 'text' },
  { name: 'prs_Second_Name', field: 'prs_SecondName', type: 'text' },
  { name: 'prs_Birthdate', field: 'prs_Birthdate', type: 'date' },
  { name: 'prs_Gender', field: 'prs_Gender', type: 'select_one' },
  { name: 'prs_Citizenship', field: 'prs_Citizenship', type: 'select_one' },
  { name: 'prs_Title', field: 'prs_Title', type: 'text' },
  { name: 'prs_Email', field: 'prs_Email', type: 'text' },
  { name: 'prs_HomePhone', field: 'prs_HomePhone', type: 'text' },
  { name: 'prs_MobilePhone', field: 'prs_MobilePhone', type: 'text' },
  { name: 'prs_MailingCity', field: 'prs_MailingCity', type: 'text' },
  { name: 'prs_MailingCountry', field: 'prs_MailingCountry', type: 'text' },
  { name: 'prs_MailingState', field: 'prs_MailingState', type: 'text' },
  { name: 'prs_MailingStreet', field: 'prs_MailingStreet', type: 'text' },
  { name: 'prs_MailingPostalCode', field: 'prs_MailingPostalCode', type: 'text' },
  { name: 'vic_MethodOfRecruitment', field: 'vic_MethodOfRecruitment', type: 'select_multiple' },
  { name: 'vic_LocationOfRecruitment', field: 'vic_LocationOfRecruitment', type: 'text' },
  { name: 'vic_TraffickingStatus', field: 'vic_TraffickingStatus', type: 'select_one' },
  {
    name: 'vic_TraffickingStatusDecisionMakingOrg',
    field: 'vic_TraffickingStatusDecisionMakingOrg',
    type: 'select_one',
  },
  { name: 'vic_Methods_of_Control', field: 'vic_MethodsOfControl', type: 'select_multiple' },
  { name: 'vic_TypeOfExploitation', field: 'vic_TypeOfExploitation', type: 'select_multiple' },
  { name: 'vic_ForcedLabourIndustry', field: 'vic_ForcedLabourIndustry', type: 'select_multiple' },
  { name: 'vic_TypeOfSexExploitation', field: 'vic_TypeOfSexExploitation', type: 'select_multiple' },
  { name: 'vic_LocationOfExploitation', field: 'vic_LocationOfExploitation', type: 'text' },
  { name: 'cas_Status', field: 'cas_Status', type: 'select_one' },
  { name: 'cas_ReferringOrganisation', field: 'cas_ReferringOrganisation', type: 'text' },
  { name: 'cas_IncomingReferralDate', field: 'cas_IncomingReferralDate', type: 'date' },
  { name: 'cas_ReferringPrimaryCaseWorker', field: 'cas_ReferringPrimaryCaseWorker', type: 'text' },
  { name: 'cas_ReasonForIncomingReferral', field: 'cas_ReasonForIncomingReferral', type: 'text' },
  { name: 'cas_IncomingReferralDetails', field: 'cas_IncomingReferralDetails', type: 'text' },
]

/** `json` holds the whole model; the others what their columns hold. */
export const HTCDS_LAYOUTS = ['json', 'plain', 'single-select', 'multi-select', 'xform'] as const
export type HtcdsLayout = (typeof HTCDS_LAYOUTS)[number]
