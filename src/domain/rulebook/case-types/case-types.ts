/** Every case type that the facts support, each with its reason. A suggestion: a caseworker chooses. */
import { CASE_TYPES, type CaseType } from '../../cases/case-types.ts'
import { partialDateOf, type PlainDate } from '../../kernel/partial-date.ts'
import { blankReport } from '../../reports/report.ts'
import { suggestTriage } from '../../reports/triage.ts'
import { childhoodOf } from '../childhood.ts'
import type { Conclusion, Entry, UsedFact } from '../conclusion.ts'
import { factAt, isGiven } from '../fact-at.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { askFor, chapterOn, entryOf, type Rulebook } from '../rulebook.ts'
import { concludeTrafficking } from '../trafficking/trafficking.ts'
import { TYPE_RULES, type Condition } from './type-rules.ts'

const ASKED = ['situation.what', 'situation.story', 'migration.phase'] as const
const MANY_PEOPLE = 10
/** Only a signal that a person should look: the longest day that any law read here allows, at sea. */
const LONGEST_DAY_AT_SEA = 14
const LONGEST_WEEK_AT_SEA = 72

type Because = Map<CaseType, UsedFact[]>

export function concludeCaseTypes(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<readonly CaseType[]> {
  const chapter = chapterOn(rulebook, 'case-types', asOf)
  const because: Because = new Map()
  byTable(facts, because)
  byAmounts(facts, because)
  byAge(facts, asOf, because)
  byWords(facts, asOf, because)
  byScreening(facts, rulebook, asOf, because)
  const types = CASE_TYPES.filter((type) => because.has(type))
  const missing = ASKED.filter((path) => !isGiven(factAt(facts, path)))
  return {
    question: 'case-types',
    asOf,
    answer: types.length === 0 ? 'not-enough-facts' : types,
    fired: types.flatMap((type) =>
      rulesFor(type, facts).flatMap((rule) => entryOf(chapter, rule, sorted(because.get(type) ?? []))),
    ),
    against: deniedTypes(facts, because).flatMap(([type, used]): readonly Entry[] =>
      entryOf(chapter, `type.${type}`, used),
    ),
    missing,
    nextQuestions: missing.map((path) => askFor(chapter, path)),
    confirmBy: ['caseworker'],
  }
}

/** The law of the sea is cited to who works at sea, that of Indonesian workers not to a foreigner. */
function rulesFor(type: CaseType, { person, work }: Facts): readonly string[] {
  const category = knownOf(person?.category)
  const sector = knownOf(work?.sector)
  const atSea =
    category === 'fisher' || category === 'seafarer' || sector === 'sea-fishing' || sector === 'shipping'
  if (type === 'EXCESS_HOURS' && atSea) return ['type.EXCESS_HOURS', 'type.EXCESS_HOURS.sea']
  if (type === 'RETURN_REQUEST' && category === 'foreigner') return ['type.RETURN_REQUEST.foreigner']
  return [`type.${type}`]
}

function byTable(facts: Facts, because: Because): void {
  for (const { type, all } of TYPE_RULES) {
    const used = all.flatMap((condition) => supporting(facts, condition))
    if (used.length >= all.length) add(because, type, used)
  }
}

/** The facts that meet a condition; of a list, the items that do. */
function supporting(facts: Facts, [path, ...values]: Condition): readonly UsedFact[] {
  const given = factAt(facts, path)
  const items = Array.isArray(given) ? given : [answerIn(given)]
  return items.flatMap((item) =>
    typeof item === 'string' && values.includes(item) ? [{ fact: path, value: item }] : [],
  )
}

function answerIn(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'answer' in given ? given.answer : given
}

/** What a number or a list of sums shows. */
function byAmounts({ work, cost, wages, situation, health }: Facts, because: Because): void {
  const hours = work?.hoursPerDay
  if (typeof hours === 'number' && hours > LONGEST_DAY_AT_SEA)
    add(because, 'EXCESS_HOURS', [{ fact: 'work.hoursPerDay', value: hours }])
  const week = work?.hoursPerWeek
  if (typeof week === 'number' && week > LONGEST_WEEK_AT_SEA)
    add(because, 'EXCESS_HOURS', [{ fact: 'work.hoursPerWeek', value: week }])
  const unpaid = wages?.monthsUnpaid
  if (typeof unpaid === 'number' && unpaid > 0)
    add(because, 'UNPAID_WAGES', [{ fact: 'wages.monthsUnpaid', value: unpaid }])
  if ((wages?.deductions ?? []).length > 0)
    add(because, 'UNDERPAID', [{ fact: 'wages.deductions', value: wages?.deductions?.length ?? 0 }])
  if ((cost?.items ?? []).length > 0)
    add(because, 'OVERCHARGING', [{ fact: 'cost.items', value: cost?.items?.length ?? 0 }])
  const collateral = knownOf(cost?.collateral)
  if (collateral?.includes('house') || collateral?.includes('land'))
    add(because, 'DEBT_BONDAGE', [{ fact: 'cost.collateral', value: collateral }])
  const people = situation?.peopleCount
  if (typeof people === 'number' && people >= MANY_PEOPLE)
    add(because, 'MASS_INCIDENT', [{ fact: 'situation.peopleCount', value: people }])
  if (health?.workAccident === 'yes')
    add(because, 'SOCIAL_SECURITY', [{ fact: 'health.workAccident', value: 'yes' }])
}

function byAge(facts: Facts, asOf: PlainDate, because: Because): void {
  const age = childhoodOf(facts, asOf)
  if (age.is === 'child' || age.is === 'perhaps') add(because, 'CHILD', age.facts)
}

/** Words of the story, by the same lexicon that sorts reports. */
function byWords(facts: Facts, asOf: PlainDate, because: Because): void {
  const story = facts.situation?.story
  if (!isGiven(story)) return
  const draft = { ...blankReport({ channel: 'api', language: 'id' }), story }
  for (const { type, because: causes } of suggestTriage(draft, partialDateOf(asOf)).caseTypes)
    add(because, type, [{ fact: 'situation.story', value: [...causes] }])
}

/** Suspected trafficking: the screening says yes, or leaves it to a person although something speaks for it. */
function byScreening(facts: Facts, rulebook: Rulebook, asOf: PlainDate, because: Because): void {
  const { answer } = concludeTrafficking(facts, rulebook, asOf)
  if (answer === 'yes' || answer === 'unclear') add(because, 'TPPO', [{ fact: 'indicators', value: answer }])
}

/** A type whose own fact was denied is kept as contrary, when nothing else supports it. */
function deniedTypes(facts: Facts, because: Because): readonly (readonly [CaseType, readonly UsedFact[]])[] {
  const denied = new Map<CaseType, UsedFact[]>()
  for (const { type, all } of TYPE_RULES) {
    const [condition] = all
    if (condition === undefined || all.length > 1 || condition[1] !== 'yes' || because.has(type)) continue
    if (answerIn(factAt(facts, condition[0])) === 'no')
      add(denied, type, [{ fact: condition[0], value: 'no' }])
  }
  return CASE_TYPES.flatMap((type) => {
    const used = denied.get(type)
    return used === undefined ? [] : [[type, used] as const]
  })
}

function add(because: Because, type: CaseType, used: readonly UsedFact[]): void {
  const there = because.get(type) ?? []
  const fresh = used.filter(
    (each) => !there.some((known) => known.fact === each.fact && known.value === each.value),
  )
  because.set(type, [...there, ...fresh])
}

function sorted(used: readonly UsedFact[]): readonly UsedFact[] {
  return [...used].sort((a, b) => (a.fact < b.fact ? -1 : 1))
}
