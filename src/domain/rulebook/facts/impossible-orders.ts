/** Days that cannot all be right: each would be read without a word, and a period would silently be empty. */
import {
  earliestDay,
  isImpossible,
  latestDay,
  type PartialDate,
  type PlainDate,
} from '../../kernel/partial-date.ts'
import { knownOf } from './facts-kit.ts'
import type { Facts } from './facts.ts'

type Given = PartialDate | 'unknown' | 'not-asked' | undefined
type Order = readonly [earlier: Given, later: Given, field: string]

/** Paths of the days that lie before what must have come first. `today` only bounds a birth without a day of the event. */
export function impossibleOrders(facts: Facts, today: PlainDate | undefined): readonly string[] {
  const { person, migration, work, wages, insurance, death } = facts
  const orders: readonly Order[] = [
    [person?.born, migration?.departed, 'migration.departed'],
    [person?.born, death?.on, 'death.on'],
    [migration?.departed, migration?.arrived, 'migration.arrived'],
    [migration?.departed, migration?.returned, 'migration.returned'],
    [migration?.arrived, migration?.returned, 'migration.returned'],
    [work?.began, work?.ended, 'work.ended'],
    [wages?.from, wages?.until, 'wages.until'],
    ...(wages?.crew ?? []).map((each, at): Order => [each.from, each.until, `wages.crew.${at}.until`]),
    [insurance?.memberSince, insurance?.memberUntil, 'insurance.memberUntil'],
  ]
  return [
    ...(isBornTooLate(facts, today) ? ['person.born'] : []),
    ...new Set(orders.flatMap(([earlier, later, field]) => (isWrongOrder(earlier, later) ? [field] : []))),
    ...clocksThatEndBeforeTheyStart(facts),
  ]
}

function isWrongOrder(earlier: Given, later: Given): boolean {
  const [first, second] = [knownOf(earlier), knownOf(later)]
  return first !== undefined && second !== undefined && isImpossible({ earlier: first, later: second })
}

/** Nobody is born after the day of what happened to them. */
function isBornTooLate(facts: Facts, today: PlainDate | undefined): boolean {
  const [born, asOf] = [knownOf(facts.person?.born), knownOf(facts.asOf)]
  const event = asOf === undefined ? today : latestDay(asOf)
  return born !== undefined && event !== undefined && earliestDay(born) > event
}

function clocksThatEndBeforeTheyStart(facts: Facts): readonly string[] {
  return (facts.clocks?.running ?? []).flatMap((clock, at) => {
    const started = instantOf(clock.startedAt)
    const path = `clocks.running.${at}`
    return (['pausedAt', 'metAt'] as const).flatMap((end) =>
      instantOf(clock[end]) < started ? [`${path}.${end}`] : [],
    )
  })
}

/** NaN for what is not known: then no comparison holds. */
function instantOf(value: string | undefined): number {
  return Date.parse(value ?? '')
}
