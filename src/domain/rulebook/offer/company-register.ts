/**
 * A dated list of licensed companies and how a name is looked up in it. "Not found" is not "without licence": the
 * list may be old and names are written in many ways, so near names are shown.
 */
import { parsePartialDate, type PlainDate } from '../../kernel/partial-date.ts'

export const COMPANY_STATES = ['active', 'suspended', 'revoked', 'expired'] as const
export type CompanyState = (typeof COMPANY_STATES)[number]

export interface Company {
  readonly name: string
  readonly licence: string
  readonly state: CompanyState
  readonly validUntil: PlainDate
}

export interface CompanyRegister {
  /** The day of the list itself, not of its import. */
  readonly asOf: PlainDate
  readonly source: string
  readonly companies: readonly Company[]
}

export type Lookup =
  | { readonly kind: 'found'; readonly company: Company; readonly now: CompanyState }
  | { readonly kind: 'near'; readonly companies: readonly Company[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-short' }

const SHORTEST = 3
const MOST_NEAR = 5

export function lookUpCompany(register: CompanyRegister, name: string, today: PlainDate): Lookup {
  const wanted = plainName(name)
  if (wanted.length < SHORTEST) return { kind: 'too-short' }
  const company = register.companies.find((each) => plainName(each.name) === wanted)
  if (company !== undefined) return { kind: 'found', company, now: stateOn(company, today) }
  const companies = register.companies
    .filter((each) => isNear(plainName(each.name), wanted))
    .slice(0, MOST_NEAR)
  return companies.length > 0 ? { kind: 'near', companies } : { kind: 'not-found' }
}

function stateOn(company: Company, today: PlainDate): CompanyState {
  return company.state === 'active' && today > company.validUntil ? 'expired' : company.state
}

/** Without the legal form, signs and double spaces. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:pt|cv|tbk|p3mi|pjtki|pptkis)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function isNear(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  return Math.abs(a.length - b.length) <= 2 && distance(a, b) <= (Math.max(a.length, b.length) > 8 ? 2 : 1)
}

/** Letters to change, add or drop. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_none, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}

export type ReadRegister =
  | { readonly kind: 'register'; readonly companies: readonly Company[] }
  | { readonly kind: 'faults'; readonly lines: readonly number[] }

const HEADER = 'name,licence,state,valid_until'

/** Reads the list as CSV with the columns name, licence, state, valid_until. A wrong line refuses the whole file. */
export function readRegisterCsv(text: string): ReadRegister {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const rows = lines.map((line, at) => ({ line, number: at + 1 })).filter(({ line }) => line.trim() !== '')
  if (rows[0]?.line.trim().toLowerCase() !== HEADER) return { kind: 'faults', lines: [1] }
  const read = rows.slice(1).map(({ line, number }) => ({ number, company: companyOf(cellsOf(line)) }))
  const wrong = read.filter(({ company }) => company === undefined).map(({ number }) => number)
  if (wrong.length > 0) return { kind: 'faults', lines: wrong }
  return { kind: 'register', companies: read.flatMap(({ company }) => company ?? []) }
}

function companyOf(cells: readonly string[]): Company | undefined {
  const [name, licence, state, validUntil] = cells.map((each) => each.trim())
  if (!name || !licence || validUntil === undefined || cells.length !== 4) return undefined
  const known = COMPANY_STATES.find((each) => each === state)
  if (known === undefined || validUntil.length !== 10 || parsePartialDate(validUntil) === undefined)
    return undefined
  return { name, licence, state: known, validUntil }
}

/** Cells with or without quotes; a doubled quote is a quote. */
function cellsOf(line: string): readonly string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)
  return [...cells].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
}
