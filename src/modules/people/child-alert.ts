import {
  ageRangeAt,
  isCertainlyChild,
  touchesChildhood,
  type AgeRange,
  type BirthFact,
} from '#src/domain/people/age.ts'
import { partialDateOf, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { PersonFacts } from './person.ts'

export type Ages = { readonly now: AgeRange | undefined; readonly atDeparture: AgeRange | undefined }
export type MinorMark = 'yes' | 'no' | 'maybe' | 'unknown'

/** Ages as ranges, now and at departure; undefined where nothing was given. */
export function agesOf(facts: PersonFacts, now: Date): Ages {
  const birth = birthOf(facts)
  if (!birth) return { now: undefined, atDeparture: undefined }
  const departed: PartialDate | undefined = facts.departed.known ? facts.departed.value : undefined
  return { now: ageRangeAt(birth, today(now)), atDeparture: departed && ageRangeAt(birth, departed) }
}

/** A flag for a person to look at: a range that touches 18, now or at departure, is "maybe". */
export function minorMark(facts: PersonFacts, now: Date): MinorMark {
  const { now: range, atDeparture } = agesOf(facts, now)
  if (!range && !atDeparture) return 'unknown'
  if (isCertainlyChild(range)) return 'yes'
  return touchesChildhood(range) || touchesChildhood(atDeparture) ? 'maybe' : 'no'
}

function birthOf(facts: PersonFacts): BirthFact | undefined {
  if (facts.born.known) return { kind: 'born', on: facts.born.value }
  return facts.agedClaims.length > 0 ? { kind: 'aged', claims: facts.agedClaims } : undefined
}

function today(now: Date): PartialDate {
  return partialDateOf(now.toISOString().slice(0, 10))
}
