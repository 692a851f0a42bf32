/** Who must be a member (UU 18/2017 arts 4, 5 and 29), and whether the person was covered on the day. */
import { earliestDay, latestDay, type PlainDate } from '../../kernel/partial-date.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'

export type Duty = 'yes' | 'no' | 'unclear'
export type Standing = 'covered' | 'not-covered' | 'foreign-scheme' | 'unclear'

/** Category of UU 18/2017 art 4 (1); everyone else is outside its scheme, whatever their papers. */
const IN_SCHEME: readonly string[] = ['worker', 'seafarer', 'fisher']
const UNSURE: readonly string[] = ['child', 'unknown', 'not-asked']

export function dutyOf(g: Gather): Duty {
  const category = knownOf(g.facts.person?.category)
  if (category === undefined || UNSURE.includes(category)) return 'unclear'
  if (!IN_SCHEME.includes(category)) {
    g.oppose('member.out-of-scope', 'person.category')
    return 'no'
  }
  const since = g.fire('member.duty', 'person.category')
  g.fire('member.condition', 'person.category')
  if (g.facts.migration?.phase === 'before') g.fire('register.before-leaving', 'migration.phase')
  return since ? 'yes' : 'unclear'
}

/** Cover on the day of the event, and where that is not known on the day the rules were asked for. */
export function standingOf(g: Gather): Standing {
  const { insurance } = g.facts
  const status = knownOf(insurance?.status)
  if (status === 'not-member') return 'not-covered'
  if (status === 'foreign-scheme') return 'foreign-scheme'
  if (status !== 'member' && status !== 'membership-lapsed') {
    g.lack('insurance.status')
    return 'unclear'
  }
  const event = eventOf(g)
  const since = knownOf(insurance?.memberSince)
  const until = knownOf(insurance?.memberUntil)
  if (since !== undefined && event.last < earliestDay(since)) return 'not-covered'
  if (until !== undefined && event.first > latestDay(until)) return 'not-covered'
  if (until === undefined && status === 'membership-lapsed') {
    g.lack('insurance.memberUntil')
    return 'unclear'
  }
  const begun = since === undefined || latestDay(since) <= event.first
  const lasts = until === undefined || event.last <= earliestDay(until)
  if (!begun) g.lack('insurance.memberSince')
  if (!lasts) g.lack('insurance.memberUntil')
  return begun && lasts ? 'covered' : 'unclear'
}

export interface EventDays {
  readonly first: PlainDate
  readonly last: PlainDate
}

export function eventOf(g: Gather): EventDays {
  const given = knownOf(g.facts.insurance?.eventOn)
  return given === undefined
    ? { first: g.asOf, last: g.asOf }
    : { first: earliestDay(given), last: latestDay(given) }
}
