/** The crew of one vessel: a sheet for each person, the total of the group and of each agent. No names, only codes. */
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { minorOf, notBelowZero, sum, times, type Range } from './money.ts'
import { PARTS, spanOf } from './span.ts'

export type CrewSheet = {
  readonly code: string
  readonly agent: string | null
  readonly currency: string | null
  /** Thirtieths of a month; null when the dates are not known. */
  readonly time: Range | null
  readonly monthly: number | null
  readonly earned: Range | null
  readonly paid: number
  /** What the employer may perhaps keep: `min` if it may, `max` if it may not. */
  readonly deducted: Range
  readonly total: Range | null
  readonly missing: readonly ('from' | 'until' | 'monthly' | 'same-currency')[]
}

export type CrewTotal = {
  readonly agent: string | null
  readonly currency: string
  readonly people: number
  readonly total: Range
}

export type Crew = {
  readonly sheets: readonly CrewSheet[]
  readonly group: readonly CrewTotal[]
  readonly byAgent: readonly CrewTotal[]
  /** Sheets without a total: they stand in no sum. */
  readonly notCounted: number
}

type Member = NonNullable<NonNullable<Facts['wages']>['crew']>[number]

/** A member without own dates takes those of the whole claim. Null when the claim is not of a crew. */
export function crewOf(facts: Facts): Crew | null {
  const members = facts.wages?.crew
  if (members === undefined || members.length === 0) return null
  const sheets = members.map((each) => crewSheet(each, facts)).sort(byWords)
  const counted = sheets.filter((each) => each.total !== null)
  const currencies = distinct(counted.map((each) => each.currency ?? ''))
  const agents = distinct(counted.map((each) => each.agent ?? ''))
  return {
    sheets,
    group: currencies.map((currency) => totalOf(counted, currency, null)),
    byAgent: agents.flatMap((agent) =>
      currencies.flatMap((currency) => {
        const theirs = counted.filter((each) => (each.agent ?? '') === agent)
        const total = totalOf(theirs, currency, agent === '' ? null : agent)
        return total.people === 0 ? [] : [total]
      }),
    ),
    notCounted: sheets.length - counted.length,
  }
}

function crewSheet(member: Member, facts: Facts): CrewSheet {
  const monthly = knownOf(member.monthly)
  const from = knownOf(member.from) ?? knownOf(facts.wages?.from)
  const until = knownOf(member.until) ?? knownOf(facts.wages?.until)
  const paid = knownOf(member.paid)
  const deducted = knownOf(member.deducted)
  const currency = monthly?.currency ?? null
  const mixed = [paid, deducted].some((each) => each !== undefined && each.currency !== currency)
  const kept = deducted === undefined ? 0 : minorOf(deducted)
  const lawful = answered(member.deductionLawful)
  const deductions = { min: lawful === 'no' ? 0 : 0 - kept, max: lawful === 'yes' ? 0 - kept : 0 }
  const time = from === undefined || until === undefined ? null : spanOf(from, until).parts
  const rate = monthly === undefined ? null : minorOf(monthly)
  const earned = time === null || rate === null ? null : times(rate, time, PARTS)
  const received = paid === undefined ? 0 : minorOf(paid)
  const total =
    earned === null || mixed
      ? null
      : notBelowZero(sum([earned, deductions, { min: 0 - received, max: 0 - received }]))
  return {
    code: member.code ?? '',
    agent: member.agent ?? null,
    currency,
    time,
    monthly: rate,
    earned,
    paid: received,
    deducted: deductions,
    total,
    missing: [
      ...(from === undefined ? (['from'] as const) : []),
      ...(until === undefined ? (['until'] as const) : []),
      ...(rate === null ? (['monthly'] as const) : []),
      ...(mixed && rate !== null ? (['same-currency'] as const) : []),
    ],
  }
}

function totalOf(sheets: readonly CrewSheet[], currency: string, agent: string | null): CrewTotal {
  const theirs = sheets.filter((each) => each.currency === currency)
  return {
    agent,
    currency,
    people: theirs.length,
    total: sum(theirs.flatMap((each) => (each.total === null ? [] : [each.total]))),
  }
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort()
}

function byWords(a: CrewSheet, b: CrewSheet): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first === second) return 0
  return first < second ? -1 : 1
}

function wordsOf(sheet: CrewSheet): string {
  return `${sheet.code}|${JSON.stringify(sheet)}`
}
