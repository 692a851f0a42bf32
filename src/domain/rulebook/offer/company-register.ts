/**
 * A dated list of licensed companies and how a name is looked up in it. "Not found" is not "without licence": the
 * list may be old and names are written in many ways, so near names are shown.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'

/** `inactive`: the list says not active and not why. */
export const COMPANY_STATES = ['active', 'inactive', 'suspended', 'revoked', 'expired'] as const
export type CompanyState = (typeof COMPANY_STATES)[number]

export interface Company {
  readonly name: string
  readonly licence: string
  readonly state: CompanyState
  /** Null where the list gives no last day. */
  readonly validUntil: PlainDate | null
}

export interface CompanyRegister {
  /** The day of the list itself, not of its import. */
  readonly asOf: PlainDate
  readonly source: string
  readonly companies: readonly Company[]
}

export interface Standing {
  readonly company: Company
  /** As the list says it, or `expired` since its last day went by. */
  readonly now: CompanyState
}

export type Lookup =
  /** The same name may stand in the list more than once, with several licences. */
  | { readonly kind: 'found'; readonly standings: readonly [Standing, ...(readonly Standing[])] }
  | { readonly kind: 'near'; readonly companies: readonly Company[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-short' }

const SHORTEST = 3
const MOST_NEAR = 5

/** `companies`: the whole list, or as much of it as can be the name or be near it. */
export function lookUpCompany(companies: readonly Company[], name: string, today: PlainDate): Lookup {
  const wanted = plainName(name)
  if (wanted.length < SHORTEST) return { kind: 'too-short' }
  const [first, ...others] = companies
    .filter((each) => plainName(each.name) === wanted)
    .map((company): Standing => ({ company, now: stateOn(company, today) }))
  if (first !== undefined) return { kind: 'found', standings: [first, ...others] }
  const near = companies.filter((each) => isNear(plainName(each.name), wanted)).slice(0, MOST_NEAR)
  return near.length > 0 ? { kind: 'near', companies: near } : { kind: 'not-found' }
}

export function stateOn(company: Company, today: PlainDate): CompanyState {
  const over = company.validUntil !== null && today > company.validUntil
  return company.state === 'active' && over ? 'expired' : company.state
}

/** Without the legal form, signs and double spaces. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])(?:pt|cv|tbk|p3mi|pjtki|pptkis)(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The pieces of three letters of a plain name, its beginning and end marked: near names share some of them. */
export function gramsOf(plain: string): readonly string[] {
  const padded = `  ${plain} `
  const grams = Array.from({ length: padded.length - 2 }, (_none, at) => padded.slice(at, at + 3))
  return [...new Set(grams)]
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
