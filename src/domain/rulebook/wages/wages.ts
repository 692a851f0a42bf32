/**
 * What pay is owed? Counts the claim in up to four scenarios as ranges, because dates, payments and deductions are
 * often only roughly known. It names no figure to reach: people choose, and a second officer counts again.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Conclusion, Entry, UsedFact } from '../conclusion.ts'
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { askFor, chapterOn, entryOf, type Chapter, type Rulebook } from '../rulebook.ts'
import { canonicalSheet, checkCode } from './canonical.ts'
import type { ContractMode, WagesAnswer } from './wages-answer.ts'
import { crewOf, type Crew } from './crew.ts'
import { workGroupOf, type WorkGroup } from './floor.ts'
import { missingFor } from './missing.ts'
import { comparisonsOf, limitsOf, rowFor, tablesOf } from './place-rules.ts'
import { givenOf, scenariosOf, type ScenarioSet } from './scenarios.ts'
import { spanOf, spanOfMonths, type Days, type Span } from './span.ts'

export type { WagesAnswer } from './wages-answer.ts'

export function concludeWages(facts: Facts, rulebook: Rulebook, asOf: PlainDate): Conclusion<WagesAnswer> {
  const chapter = chapterOn(rulebook, 'wages', asOf)
  const span = spanFrom(facts)
  const set = scenariosOf(facts, chapter, span, asOf)
  const crew = crewOf(facts)
  const group = workGroupOf(facts)
  const answer = answerFrom(facts, chapter, { span, set, crew, group, asOf })
  const counted = set.scenarios.some((each) => each.total !== null)
  const enough = counted || crew?.sheets.some((each) => each.total !== null) === true
  const missing = missingFor(facts, set, crew)
  return {
    question: 'wages',
    asOf,
    answer: enough ? answer : 'not-enough-facts',
    fired: enough ? firedFrom(facts, chapter, answer, { set, group }) : (set.floor?.fired ?? []),
    against: againstFrom(facts, chapter, answer),
    missing,
    nextQuestions: missing.map((fact) => askFor(chapter, fact)),
    confirmBy: ['caseworker', 'second-officer'],
  }
}

function spanFrom({ wages, work }: Facts): Span | undefined {
  const from = knownOf(wages?.from) ?? knownOf(work?.began)
  const until = knownOf(wages?.until) ?? knownOf(work?.ended)
  if (from !== undefined && until !== undefined) return spanOf(from, until)
  const months = knownOf(wages?.monthsUnpaid)
  return months === undefined ? undefined : spanOfMonths(months)
}

interface Found {
  readonly span: Span | undefined
  readonly set: ScenarioSet
  readonly crew: Crew | null
  readonly group: WorkGroup | undefined
  readonly asOf: PlainDate
}

function answerFrom(facts: Facts, chapter: Chapter, { span, set, crew, group, asOf }: Found): WagesAnswer {
  const currency = set.scenarios.find((each) => each.total !== null)?.currency ?? undefined
  const answer = {
    mode: modeOf(facts),
    period:
      span === undefined
        ? null
        : { time: span.parts, shortest: daysOf(span.shortest), longest: daysOf(span.longest) },
    scenarios: set.scenarios,
    crew,
    rate: rateOf(facts),
    comparisons: currency === undefined ? null : comparisonsOf(chapter, currency),
    limits: limitsOf(chapter, knownOf(facts.migration?.destination), group, asOf),
  }
  return { ...answer, check: checkCode(canonicalSheet(answer)) }
}

function daysOf(days: Days | undefined) {
  return days === undefined ? null : { from: days.from, until: days.until }
}

function modeOf({ contract }: Facts): ContractMode {
  const exists = answered(contract?.exists)
  if (exists === undefined) return 'not-known'
  return exists === 'yes' ? 'contract' : 'no-contract'
}

function rateOf(facts: Facts): WagesAnswer['rate'] {
  const { wages } = facts
  const rupiah = knownOf(wages?.exchangeRate)
  const on = knownOf(wages?.exchangeRateOn)
  const currency = givenOf(facts).currency
  if (rupiah === undefined || on === undefined || currency === undefined) return null
  return { currency, rupiah, on, source: wages?.exchangeRateSource ?? null }
}

function firedFrom(
  facts: Facts,
  chapter: Chapter,
  answer: WagesAnswer,
  { set, group }: { readonly set: ScenarioSet; readonly group: WorkGroup | undefined },
): readonly Entry[] {
  const place = knownOf(facts.migration?.destination)
  const placeFact: readonly UsedFact[] =
    place === undefined ? [] : [{ fact: 'migration.destination', value: place }]
  const lines = answer.scenarios.flatMap((each) => each.lines.map((line) => line.line))
  const rest = lines.includes('rest-days') ? rowFor(tablesOf(chapter).rest, place, group) : undefined
  return [
    ...entryOf(chapter, 'pay.standard', payFacts(facts)),
    ...(answer.mode === 'no-contract'
      ? entryOf(chapter, 'pay.no-contract', [used('contract.exists', 'no')])
      : []),
    ...withoutPapers(facts, chapter, place),
    ...(set.floor?.fired ?? []),
    ...entryOf(chapter, 'method.time', timeFacts(facts)),
    ...(rest === undefined ? [] : entryOf(chapter, rest.rule, placeFact)),
    ...(lines.includes('rest-days') || lines.includes('leave') ? entryOf(chapter, 'method.day-pay', []) : []),
    ...deductionRules(facts, chapter),
    ...answer.limits.flatMap((each) => entryOf(chapter, each.id, placeFact)),
    ...(answer.comparisons === null ? [] : entryOf(chapter, 'comparison.published', [])),
  ]
}

const IRREGULAR: readonly unknown[] = ['permit-expired', 'other-visa', 'no-papers', 'papers-held-by-other']

function withoutPapers(facts: Facts, chapter: Chapter, place: string | undefined): readonly Entry[] {
  const status = facts.migration?.documentStatus
  if (!IRREGULAR.includes(status)) return []
  const facts_ = [used('migration.documentStatus', status ?? 'unknown')]
  return [
    ...entryOf(chapter, 'pay.without-papers', facts_),
    ...(place === 'MY' ? entryOf(chapter, 'pay.without-papers-my', facts_) : []),
  ]
}

function deductionRules(facts: Facts, chapter: Chapter): readonly Entry[] {
  const debts = (facts.wages?.deductions ?? []).filter((each) => each.kind === 'placement-debt')
  if (debts.length === 0) return []
  const fact = [used('wages.deductions', 'placement-debt')]
  return [
    ...entryOf(chapter, 'deduction.placement-cost', fact),
    ...(facts.loss?.isVictimOfTrafficking === 'yes'
      ? entryOf(chapter, 'deduction.debt-lost', [...fact, used('loss.isVictimOfTrafficking', 'yes')])
      : []),
  ]
}

/** What will be said against the claim; none of it is taken off unproven. */
function againstFrom(facts: Facts, chapter: Chapter, answer: WagesAnswer): readonly Entry[] {
  const counter = knownOf(facts.wages?.counterClaim)
  const findings = new Set(answer.scenarios.flatMap((each) => each.findings))
  const lost = answer.limits.some(
    (each) =>
      each.mayBeLostBefore !== null && (answer.period?.longest?.from ?? '9999') < each.mayBeLostBefore,
  )
  return [
    ...(counter === undefined
      ? []
      : entryOf(chapter, 'claim.counter', [used('wages.counterClaim', { ...counter })])),
    ...(findings.has('receiver-of-payment-unclear')
      ? entryOf(chapter, 'pay.directly', [used('wages.payments', 'to')])
      : []),
    ...(findings.has('deduction-may-be-lawful')
      ? entryOf(chapter, 'deduction.unclear', [used('wages.deductions', 'lawful')])
      : []),
    ...(lost ? entryOf(chapter, 'claim.part-may-be-late', timeFacts(facts)) : []),
  ]
}

function payFacts(facts: Facts): readonly UsedFact[] {
  const { promised, agreed, market } = givenOf(facts)
  return [
    ...(promised === undefined ? [] : [used('wages.promisedMonthly', { ...promised })]),
    ...(agreed === undefined ? [] : [used('wages.agreedMonthly', { ...agreed })]),
    ...(market === undefined ? [] : [used('wages.marketMonthly', { ...market })]),
  ]
}

function timeFacts({ wages, work }: Facts): readonly UsedFact[] {
  const from = knownOf(wages?.from) ?? knownOf(work?.began)
  const until = knownOf(wages?.until) ?? knownOf(work?.ended)
  const months = knownOf(wages?.monthsUnpaid)
  return [
    ...(from === undefined ? [] : [used('wages.from', from)]),
    ...(until === undefined ? [] : [used('wages.until', until)]),
    ...(months === undefined ? [] : [used('wages.monthsUnpaid', months)]),
  ]
}

function used(fact: string, value: UsedFact['value']): UsedFact {
  return { fact, value }
}
