/**
 * How old was this person then? Asked of dates that are only half known, so the answer is a range.
 * A child is anyone under 18 (UU 21/2007 art 1 point 5). A range that touches 18 is a flag for a person
 * to look at, never a conclusion about the person.
 */
import { earliestDay, latestDay, type PartialDate, type PlainDate } from '../kernel/partial-date.ts'

export const ADULT_AGE = 18
const OLDEST = 120

export interface AgeRange {
  readonly min: number
  readonly max: number
}

/** "She was 25 in 2022": an age somebody gave, and when it was true. */
export interface AgeClaim {
  readonly years: number
  readonly at: PartialDate
}

export type BirthFact =
  | { readonly kind: 'born'; readonly on: PartialDate }
  | { readonly kind: 'aged'; readonly claims: readonly AgeClaim[] }

/**
 * The youngest and oldest the person can have been at that time. With several claims it spans all of them,
 * because a false age (on a passport, say) is common and the true one is not known.
 * Undefined when nothing was given, or the person was not yet born on any reading.
 */
export function ageRangeAt(birth: BirthFact, at: PartialDate): AgeRange | undefined {
  const ranges =
    birth.kind === 'born' ? [rangeFromBirth(birth.on, at)] : birth.claims.map((c) => rangeFromClaim(c, at))
  return ranges.reduce((sum, range) => widest(sum, range), undefined)
}

/** May this person have been a child then? True when any part of the range lies under 18. */
export function touchesChildhood(range: AgeRange | undefined): boolean {
  return range !== undefined && range.min < ADULT_AGE
}

/** Certainly a child: no reading makes the person 18. */
export function isCertainlyChild(range: AgeRange | undefined): boolean {
  return range !== undefined && range.max < ADULT_AGE
}

function rangeFromBirth(born: PartialDate, at: PartialDate): AgeRange | undefined {
  return clipped({
    min: completedYears(latestDay(born), earliestDay(at)),
    max: completedYears(earliestDay(born), latestDay(at)),
  })
}

function rangeFromClaim(claim: AgeClaim, at: PartialDate): AgeRange | undefined {
  // Someone said to be 25 is between their 25th and the day before their 26th birthday.
  const youngest = claim.years + wholeYears(latestDay(claim.at), earliestDay(at))
  const oldest = claim.years + wholeYears(earliestDay(claim.at), latestDay(at), 'up')
  return clipped({ min: youngest, max: oldest })
}

function clipped(range: AgeRange): AgeRange | undefined {
  if (range.max < 0 || range.min > OLDEST) return undefined
  return { min: Math.max(0, range.min), max: Math.min(OLDEST, range.max) }
}

function widest(a: AgeRange | undefined, b: AgeRange | undefined): AgeRange | undefined {
  if (!a || !b) return a ?? b
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }
}

function completedYears(born: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) >= born.slice(5) ? years : years - 1
}

/** Whole years between two days, rounded down, or up for the oldest possible reading. */
function wholeYears(from: PlainDate, to: PlainDate, rounding: 'down' | 'up' = 'down'): number {
  const years = completedYears(from, to)
  if (rounding === 'down') return years
  return from.slice(5) === to.slice(5) ? years : years + 1
}
