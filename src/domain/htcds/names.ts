/**
 * How the standard's own files spell fields and codes, and how a name or a code is found whatever its case, spaces,
 * hyphens and English spelling. Aliases stand where a file of the standard's toolkit differs from its field list.
 */
import { FIELD_NAMES, fieldOf, HTCDS_LISTS, type FieldName, type ListName } from './model-data.ts'

export interface Alias {
  readonly written: string
  readonly field: FieldName
  readonly where: 'excel' | 'xform'
}

export const FIELD_ALIASES: readonly Alias[] = [
  {
    written: 'vic_TraffickinStatusDecisionMakingOrg',
    field: 'vic_TraffickingStatusDecisionMakingOrg',
    where: 'excel',
  },
  { written: 'prs_First_Name', field: 'prs_FirstName', where: 'xform' },
  { written: 'prs_Second_Name', field: 'prs_SecondName', where: 'xform' },
  { written: 'vic_Methods_of_Control', field: 'vic_MethodsOfControl', where: 'xform' },
]

export interface CodeAlias {
  readonly list: ListName
  readonly written: string
  readonly code: string
  /** Why it is accepted: the standard's own slip, or a spelling of its files. */
  readonly because: 'spelling' | 'definitions'
}

/** `definitions`: the value of `Field Definitions.md`, where it means the same as a code of 2.0. */
export const CODE_ALIASES: readonly CodeAlias[] = [
  { list: 'vic_RelationshipToTrafficker', written: 'Unacquainted', code: 'Unaquainted', because: 'spelling' },
  {
    list: 'vic_MethodsOfControl',
    written: 'ThreatOfLawEnforcement',
    code: 'ThreatsLawEnforcement',
    because: 'definitions',
  },
  {
    list: 'vic_MethodsOfControl',
    written: 'PsychoactiveSubstances',
    code: 'PsychoactiveSubstance',
    because: 'definitions',
  },
]

/** Letters and digits only, small, British: what is compared. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('organiz', 'organis')
    .replaceAll('labor', 'labour')
}

const BY_NAME: ReadonlyMap<string, FieldName> = new Map([
  ...FIELD_NAMES.map((name) => [plainKey(name), name] as const),
  ...FIELD_ALIASES.map(({ written, field }) => [plainKey(written), field] as const),
])

/** The field of a column heading; forms put groups before it (`group/prs_Gender`). */
export function fieldNamed(heading: string): FieldName | undefined {
  const last = heading.trim().split('/').at(-1) ?? ''
  return BY_NAME.get(plainKey(last))
}

/** The fields that carry this label; several fields share some labels (City, Date, Type). */
export function fieldsLabelled(label: string): readonly FieldName[] {
  const key = plainKey(label)
  return key === '' ? [] : FIELD_NAMES.filter((name) => labelsOf(name).some((each) => plainKey(each) === key))
}

/** The template shortens the labels of the address. */
const SHORT_LABELS: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  prs_MailingStreet: ['Street'],
  prs_MailingCity: ['City'],
  prs_MailingState: ['State/Province', 'State'],
  prs_MailingPostalCode: ['Zip/Postal Code', 'Zip', 'Postal Code'],
  prs_MailingCountry: ['Country'],
}

function labelsOf(name: FieldName): readonly string[] {
  return [fieldOf(name).label, ...(SHORT_LABELS[name] ?? [])]
}

const CODES: ReadonlyMap<ListName, ReadonlyMap<string, string>> = new Map(
  (Object.keys(HTCDS_LISTS) as ListName[]).map((list) => [
    list,
    new Map([
      ...CODE_ALIASES.filter((each) => each.list === list).map(
        ({ written, code }) => [plainKey(written), code] as const,
      ),
      ...Object.entries(HTCDS_LISTS[list]).flatMap(([code, label]) => [
        [plainKey(label), code] as const,
        [plainKey(code), code] as const,
      ]),
    ]),
  ]),
)

/** The code that is meant by a value name or a label; undefined for none of the list. */
export function findCode(list: ListName, written: string): string | undefined {
  return CODES.get(list)?.get(plainKey(written))
}

export function codesOf(list: ListName): readonly string[] {
  return Object.keys(HTCDS_LISTS[list])
}

export function labelOf(list: ListName, code: string): string {
  const labels: Readonly<Record<string, string>> = HTCDS_LISTS[list]
  return labels[code] ?? code
}

export type ReadCodes = { readonly codes: readonly string[]; readonly unknown: readonly string[] }

/**
 * The codes in one cell: one value, several with `;`, or the value names of a form with a space between. A label that itself
 * has a `;` ("Water supply; sewerage, …") is one value.
 */
export function readCodes(list: ListName, cell: string): ReadCodes {
  const pieces = cell.split(';')
  const codes: string[] = []
  const unknown: string[] = []
  for (let at = 0; at < pieces.length;) {
    const taken = longestFrom(list, pieces, at)
    if (taken) codes.push(taken.code)
    else {
      const piece = (pieces[at] ?? '').trim()
      const spaced = piece.split(/\s+/).map((word) => findCode(list, word))
      if (piece !== '' && spaced.every((code) => code !== undefined)) codes.push(...spaced)
      else if (piece !== '') unknown.push(piece)
    }
    at = taken?.next ?? at + 1
  }
  return { codes: [...new Set(codes)], unknown }
}

function longestFrom(
  list: ListName,
  pieces: readonly string[],
  from: number,
): { readonly code: string; readonly next: number } | undefined {
  for (let next = pieces.length; next > from; next -= 1) {
    const code = findCode(list, pieces.slice(from, next).join(';'))
    if (code !== undefined) return { code, next }
  }
  return undefined
}
