/** What is left of the time to claim, as far as the day of the event is known. */
import { daysBetween, type PlainDate } from '../../kernel/partial-date.ts'
import type { Claim } from './claim.ts'

export type ClaimDays = {
  readonly state: 'open' | 'perhaps-over' | 'over' | 'claimed' | 'not-known'
  /** Whole days until the earliest last day; 0 on that day itself and in every other state. */
  readonly left: number
}

/** Counts to the earliest possible last day: an inexact date never gives somebody more time. */
export function claimDays(
  claim: Pick<Claim, 'lastDayEarliest' | 'lastDayLatest'>,
  today: PlainDate,
  claimed: 'claimed' | 'not-claimed',
): ClaimDays {
  const { lastDayEarliest: first, lastDayLatest: last } = claim
  if (claimed === 'claimed') return { state: 'claimed', left: 0 }
  if (first === null || last === null) return { state: 'not-known', left: 0 }
  if (today > last) return { state: 'over', left: 0 }
  if (today > first) return { state: 'perhaps-over', left: 0 }
  return { state: 'open', left: daysBetween(today, first) }
}
