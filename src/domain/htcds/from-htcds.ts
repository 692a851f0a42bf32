/**
 * What a record of another body becomes here. Nothing in it decides anything: the status of a victim is kept as reported, a
 * checkbox of consent opens no sharing, a closed case of theirs is not closed here, a perpetrator is kept as told.
 */
import type { CaseType } from '../cases/case-types.ts'
import type { Sector } from '../cases/codes.ts'
import { parsePartialDate, type PartialDate } from '../kernel/partial-date.ts'
import { fieldOf, type FieldName } from './model-data.ts'
import { labelOf } from './names.ts'
import type { HtcdsRecord, HtcdsValue, HtcdsValues } from './record.ts'

export interface PersonTaken {
  readonly name: string | undefined
  readonly sex: 'female' | 'male' | 'other' | 'unknown'
  readonly nationality: string | null
  readonly born: PartialDate | undefined
  readonly numbers: readonly string[]
  readonly documents: readonly string[]
  readonly address: string | undefined
  readonly languages: readonly string[]
  readonly sector: string
  readonly deceased: 'yes' | 'unknown'
}

export interface CaseTaken {
  readonly person: PersonTaken
  readonly types: readonly CaseType[]
  /** Every field as it was reported, label and value, in the words of the standard. */
  readonly told: readonly string[]
  readonly events: readonly { readonly date: string; readonly text: string }[]
}

const SEX: Readonly<Record<string, PersonTaken['sex']>> = {
  Feminine: 'female',
  Masculine: 'male',
  TransgenderFeminine: 'other',
  TransgenderMasculine: 'other',
  NonConforming: 'other',
}

/** Only where one sector of ours is the whole section of theirs. */
const SECTOR: Readonly<Record<string, Sector>> = {
  C_Manufacturing: 'manufacturing',
  F_Construction: 'construction',
  I_AccommodationAndFoodServiceActivities: 'hospitality',
  T_ActivitiesOfHouseholdsAsEmployers: 'domestic-work',
  R_ArtsEntertainmentAndRecreation: 'entertainment',
}

/** Subjects of the case, not findings: what its file is about. */
const TYPES: Readonly<Record<string, CaseType>> = {
  ForcedLabour: 'FORCED_LABOUR',
  OrganRemoval: 'ORGAN',
  ForcedMarriage: 'BRIDE',
  DebtBondage: 'DEBT_BONDAGE',
  WithholdsDocuments: 'DOCS_WITHHELD',
  ExcessiveWorkingHours: 'EXCESS_HOURS',
  PhysicalAbuse: 'PHYSICAL_ABUSE',
  SexualAbuse: 'SEXUAL_VIOLENCE',
}

export function fromHtcds(record: HtcdsRecord): CaseTaken {
  return {
    person: personOf(record),
    types: typesOf(record),
    told: toldOf(record),
    events: [record.values, ...record.repeats].flatMap(eventOf),
  }
}

function personOf({ values, others }: HtcdsRecord): PersonTaken {
  const text = (field: FieldName): string | undefined => textIn(values, field) ?? others[field]?.[0]
  const name = joined([text('prs_FirstName'), text('prs_MiddleName'), text('prs_SecondName')], ' ')
  const birth = text('prs_Birthdate')
  return {
    name: name === '' ? undefined : name,
    sex: SEX[textIn(values, 'prs_Gender') ?? ''] ?? 'unknown',
    nationality: listIn(values, 'prs_Citizenship')[0] ?? null,
    born: birth === undefined ? undefined : parsePartialDate(birth),
    numbers: present([text('prs_MobilePhone'), text('prs_HomePhone')]),
    documents: present([text('prs_IdentityNumber')]),
    address: addressOf(text),
    languages: present([text('prs_PrimaryLanguage'), text('prs_SecondaryLanguage')]),
    sector: SECTOR[textIn(values, 'vic_ForcedLabourIndustry') ?? ''] ?? 'unknown',
    deceased: values.prs_Deceased === true ? 'yes' : 'unknown',
  }
}

function addressOf(text: (field: FieldName) => string | undefined): string | undefined {
  const address = joined(
    [
      text('prs_MailingStreet'),
      text('prs_MailingCity'),
      text('prs_MailingState'),
      text('prs_MailingPostalCode'),
      text('prs_MailingCountry'),
    ],
    ', ',
  )
  return address === '' ? undefined : address
}

function typesOf({ values, extensions }: HtcdsRecord): readonly CaseType[] {
  const codes = [...listIn(values, 'vic_TypeOfExploitation'), ...listIn(values, 'vic_MethodsOfControl')]
  return [
    ...new Set<CaseType>([
      'TPPO',
      ...codes.flatMap((code) => TYPES[code] ?? []),
      ...(extensions.includes('x_RestrictsMovement') ? (['CONFINEMENT'] as const) : []),
    ]),
  ]
}

/** Who the person is stands in the person's own record; the rest is told, word for word. */
function toldOf({ values, others, extensions }: HtcdsRecord): readonly string[] {
  const fields = [...new Set([...Object.keys(values), ...Object.keys(others)])] as FieldName[]
  return [
    ...fields
      .filter((field) => !field.startsWith('prs_') && !field.startsWith('hte_'))
      .map(
        (field) =>
          `${labelled(field)}: ${joined([shown(field, values[field]), ...(others[field] ?? [])], '; ')}`,
      ),
    ...extensions.map((name) => name),
  ]
}

function labelled(field: FieldName): string {
  const { label } = fieldOf(field)
  return label === '' ? field : label
}

function shown(field: FieldName, value: HtcdsValue | undefined): string {
  const { list } = fieldOf(field)
  if (value === undefined) return ''
  const all = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  return all.map((each) => (list ? labelOf(list, each) : each)).join('; ')
}

const EVENT_PLACE: readonly FieldName[] = ['hte_Street', 'hte_City', 'hte_State', 'hte_Country']

function eventOf(values: HtcdsValues): CaseTaken['events'] {
  const type = textIn(values, 'hte_Type')
  const place = joined(
    EVENT_PLACE.map((field) => textIn(values, field)),
    ', ',
  )
  const kind = type === undefined ? '' : labelOf('hte_Type', type)
  const text = joined([joined([kind, place], ', '), textIn(values, 'hte_Description')], ': ')
  return text === '' ? [] : [{ date: textIn(values, 'hte_Date') ?? '', text }]
}

function textIn(values: HtcdsValues, field: FieldName): string | undefined {
  const value = values[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listIn(values: HtcdsValues, field: FieldName): readonly string[] {
  const value = values[field]
  return Array.isArray(value) ? (value as readonly string[]) : []
}

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined)
}

function joined(texts: readonly (string | undefined)[], between: string): string {
  return texts.filter((text) => text !== undefined && text !== '').join(between)
}
