/**
 * Reads a list of companies out of the cells of a file: which row holds the headings, which column is what, and each
 * row. A wrong cell refuses the whole list and is named by row and column, so that nothing is taken in by halves.
 */
import { parseListDate } from './list-date.ts'
import { plainName, type Company, type CompanyState } from './company-register.ts'

/** Rows of cells as text; a day is yyyy-mm-dd. */
export type ListTable = readonly (readonly string[])[]

export const COMPANY_FIELDS = ['name', 'licence', 'state', 'validUntil'] as const
export type CompanyField = (typeof COMPANY_FIELDS)[number]

export interface ListMapping {
  /** Counted from 0; -1 where the file has no headings. */
  readonly headerRow: number
  /** Column of each field, counted from 0. */
  readonly columns: Readonly<Partial<Record<CompanyField, number>>>
  /** What holds for every row where no column says the state. */
  readonly everyState?: CompanyState
}

/** The heading of each field, kept from an earlier import. */
export type KnownHeadings = Readonly<Partial<Record<CompanyField, string>>>

export const LIST_FAULTS = [
  'name-missing',
  'licence-missing',
  'too-long',
  'state-unknown',
  'date-unreadable',
  'formula',
  'twice',
] as const
export type ListFault = (typeof LIST_FAULTS)[number]

export interface FaultAt {
  /** As the spreadsheet shows it: rows from 1, columns from A. */
  readonly row: number
  readonly column: string
  readonly fault: ListFault
  readonly cell: string
}

export type ReadList =
  | { readonly kind: 'list'; readonly companies: readonly Company[] }
  | { readonly kind: 'faults'; readonly faults: readonly FaultAt[] }
  | {
      readonly kind: 'unmapped'
      readonly missing: readonly ('name' | 'licence' | 'state')[]
      readonly doubled: boolean
    }
  | { readonly kind: 'empty' }

const HEADINGS: Readonly<Record<CompanyField, readonly string[]>> = {
  name: [
    'nama p3mi',
    'nama perusahaan',
    'nama perusahaan p3mi',
    'nama pt',
    'nama pptkis',
    'nama pjtki',
    'perusahaan',
    'p3mi',
    'nama',
    'company',
    'company name',
    'name',
  ],
  licence: [
    'nomor sip3mi',
    'no sip3mi',
    'sip3mi',
    'nomor izin',
    'no izin',
    'nomor surat izin',
    'izin',
    'nomor siup',
    'siup',
    'sippptki',
    'licence',
    'license',
    'licence number',
    'license number',
  ],
  state: ['status', 'status izin', 'status sip3mi', 'status p3mi', 'keterangan status', 'state'],
  validUntil: [
    'masa berlaku',
    'masa berlaku izin',
    'masa berlaku sip3mi',
    'berlaku sampai',
    'berlaku hingga',
    'berlaku s d',
    'tanggal berakhir',
    'tanggal habis',
    'berakhir',
    'valid until',
    'expires',
    'expiry date',
  ],
}

/** A list may carry a title and a date above its headings. */
const HEADINGS_WITHIN = 20

/** What an earlier import knew comes before what the usual headings say. */
export function guessMapping(table: ListTable, known: KnownHeadings = {}): ListMapping {
  let best: ListMapping = { headerRow: -1, columns: {} }
  for (const [headerRow, row] of table.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = columnsOf(row.map(plainHeading), known)
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { headerRow, columns }
  }
  return best
}

function columnsOf(headings: readonly string[], known: KnownHeadings): ListMapping['columns'] {
  const columns: Partial<Record<CompanyField, number>> = {}
  const taken = new Set<number>()
  for (const field of COMPANY_FIELDS) {
    const wanted = [...(known[field] === undefined ? [] : [plainHeading(known[field])]), ...HEADINGS[field]]
    const at = wanted.map((each) => headings.indexOf(each)).find((each) => each >= 0 && !taken.has(each))
    if (at === undefined) continue
    columns[field] = at
    taken.add(at)
  }
  return columns
}

export function headingsOf(table: ListTable, mapping: ListMapping): KnownHeadings {
  const row = table[mapping.headerRow] ?? []
  return Object.fromEntries(
    COMPANY_FIELDS.flatMap((field) => {
      const heading = row[mapping.columns[field] ?? -1]
      return heading === undefined || heading === '' ? [] : [[field, heading.slice(0, 100)]]
    }),
  )
}

function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

export function readCompanyList(table: ListTable, mapping: ListMapping): ReadList {
  const { columns } = mapping
  const missing = (['name', 'licence', 'state'] as const).filter(
    (field) => columns[field] === undefined && !(field === 'state' && mapping.everyState !== undefined),
  )
  const used = Object.values(columns)
  const doubled = new Set(used).size < used.length
  if (missing.length > 0 || doubled) return { kind: 'unmapped', missing, doubled }
  const companies: Company[] = []
  const faults: FaultAt[] = []
  const seen = new Set<string>()
  for (const [at, row] of table.entries()) {
    if (at <= mapping.headerRow || row.every((cell) => cell.trim() === '')) continue
    const read = readRow(row, at + 1, mapping)
    faults.push(...read.faults)
    if (read.company === undefined) continue
    const key = `${plainName(read.company.name)}|${read.company.licence.toLowerCase()}`
    if (seen.has(key)) faults.push(faultAt(at + 1, columns.name ?? 0, 'twice', read.company.name))
    seen.add(key)
    companies.push(read.company)
  }
  if (faults.length > 0) return { kind: 'faults', faults }
  return companies.length === 0 ? { kind: 'empty' } : { kind: 'list', companies }
}

const LONGEST = 200

function readRow(
  row: readonly string[],
  number: number,
  { columns, everyState }: ListMapping,
): { readonly company: Company | undefined; readonly faults: readonly FaultAt[] } {
  const cell = (field: CompanyField): string => (row[columns[field] ?? -1] ?? '').replace(/\s+/g, ' ').trim()
  const faults: FaultAt[] = []
  const wrong = (field: CompanyField, fault: ListFault): void =>
    void faults.push(faultAt(number, columns[field] ?? 0, fault, cell(field)))
  const [name, licence] = [cell('name'), cell('licence')]
  for (const field of COMPANY_FIELDS) {
    if (columns[field] === undefined) continue
    if (/^[=@]/.test(cell(field))) wrong(field, 'formula')
    else if (cell(field).length > LONGEST) wrong(field, 'too-long')
  }
  if (plainName(name) === '') wrong('name', 'name-missing')
  if (licence === '') wrong('licence', 'licence-missing')
  const state = columns.state === undefined ? everyState : stateOf(cell('state'))
  if (state === undefined && !faults.some((each) => each.column === columnName(columns.state ?? 0)))
    wrong('state', 'state-unknown')
  const validUntil = parseListDate(cell('validUntil'))
  if (validUntil === undefined && !faults.some((each) => each.column === columnName(columns.validUntil ?? 0)))
    wrong('validUntil', 'date-unreadable')
  if (faults.length > 0 || state === undefined || validUntil === undefined)
    return { company: undefined, faults }
  return { company: { name, licence, state, validUntil }, faults }
}

function faultAt(row: number, column: number, fault: ListFault, cell: string): FaultAt {
  return { row, column: columnName(column), fault, cell: cell.slice(0, 60) }
}

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** Words of lists in Indonesian and English; the longer words first, for "tidak aktif" holds "aktif". */
const STATE_WORDS: readonly (readonly [RegExp, CompanyState])[] = [
  [/^(?:di\s?cabut|pencabutan|revoked|izin di\s?cabut)$/, 'revoked'],
  [/^(?:di\s?bekukan|skorsing|di\s?skors|tunda layan|penghentian sementara|suspended|suspend)$/, 'suspended'],
  [
    /^(?:habis|habis masa berlaku|ka?dalu?warsa|kedaluwarsa|expired|tidak berlaku|sudah tidak berlaku)$/,
    'expired',
  ],
  [/^(?:tidak aktif|non aktif|nonaktif|inactive|not active)$/, 'inactive'],
  [/^(?:aktif|active|berlaku|masih berlaku|valid|izin aktif|terdaftar)$/, 'active'],
]

function stateOf(cell: string): CompanyState | undefined {
  const plain = plainHeading(cell)
  return STATE_WORDS.find(([words]) => words.test(plain))?.[1]
}

export interface ListDifferences {
  readonly added: readonly Company[]
  readonly gone: readonly Company[]
  readonly changed: readonly { readonly before: Company; readonly after: Company }[]
}

/** By name, for a renewed licence has another number. */
export function compareLists(before: readonly Company[], after: readonly Company[]): ListDifferences {
  const old = byName(before)
  const fresh = byName(after)
  return {
    added: after.filter((each) => !old.has(plainName(each.name))),
    gone: before.filter((each) => !fresh.has(plainName(each.name))),
    changed: [...fresh].flatMap(([name, now]) => {
      const was = old.get(name)
      const [first, then] = [was?.[0], now[0]]
      const same = was !== undefined && marksOf(was) === marksOf(now)
      return first === undefined || then === undefined || same ? [] : [{ before: first, after: then }]
    }),
  }
}

function byName(companies: readonly Company[]): Map<string, Company[]> {
  return Map.groupBy(companies, (each) => plainName(each.name))
}

function marksOf(companies: readonly Company[]): string {
  return companies
    .map(({ licence, state, validUntil }) => `${licence} ${state} ${validUntil ?? ''}`)
    .toSorted()
    .join('|')
}
