/**
 * Every promise has a clock, and every clock says whether a law or only this service's own target stands
 * behind it. A clock runs, stands still (paused), is met, or is missed.
 */
import type { Urgency } from '../cases/urgency.ts'
import { addHours, addMilliseconds, type Instant } from '../kernel/instant.ts'
import { article, type ClockSource } from '../law/article-ref.ts'
import { addWorkingDays, type Calendar } from './calendar.ts'

export const CLOCK_KINDS = [
  'first-response',
  'referral-answer',
  'victim-first-help',
  'rights-access',
  'rights-correction',
  'rights-withdrawal',
  'rights-restriction',
  'rights-erasure',
  'breach-notice',
  'consent-exception-review',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

export interface Clock {
  readonly kind: ClockKind
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly source: ClockSource
  readonly pausedAt?: Instant
  readonly metAt?: Instant
}

export const CLOCK_STATES = ['running', 'paused', 'met', 'met-late', 'missed'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** The receiver's own days of work and time zone. */
export interface WorkPlace {
  readonly calendar: Calendar
  readonly timeZone: string
}

export type ResponseTime =
  | { readonly unit: 'hours'; readonly count: number }
  | { readonly unit: 'working-days'; readonly count: number }

/** Danger and serious harm run around the clock; the rest on the receiver's working days. */
export const RESPONSE_TIMES: Readonly<Record<Urgency, ResponseTime>> = {
  darurat: { unit: 'hours', count: 1 },
  tinggi: { unit: 'hours', count: 24 },
  sedang: { unit: 'working-days', count: 3 },
  rendah: { unit: 'working-days', count: 10 },
}

/** When somebody must have acted. `share` (0 to 1) asks for a point on the way, such as half. */
export function dueAtFor(urgency: Urgency, startedAt: Instant, place: WorkPlace, share = 1): Instant {
  const time = RESPONSE_TIMES[urgency]
  return time.unit === 'hours'
    ? addHours(startedAt, time.count * share)
    : addWorkingDays(startedAt, time.count * share, place)
}

/** A person must have looked at the report by then. */
export function firstResponseDeadline(urgency: Urgency, receivedAt: Instant, place: WorkPlace): Clock {
  return {
    kind: 'first-response',
    startedAt: receivedAt,
    dueAt: dueAtFor(urgency, receivedAt, place),
    source: 'internal-target',
  }
}

export interface ReferralClock extends Clock {
  /** Half of the time: a reminder to the receiver. */
  readonly remindAt: Instant
  /** Three quarters: the receiver's supervisor. */
  readonly supervisorAt: Instant
}

/** The time an offered need may lie unanswered with a receiver. */
export function referralClock(urgency: Urgency, offeredAt: Instant, place: WorkPlace): ReferralClock {
  return {
    kind: 'referral-answer',
    startedAt: offeredAt,
    remindAt: dueAtFor(urgency, offeredAt, place, 0.5),
    supervisorAt: dueAtFor(urgency, offeredAt, place, 0.75),
    dueAt: dueAtFor(urgency, offeredAt, place),
    source: 'internal-target',
  }
}

export const REFERRAL_STAGES = ['early', 'remind', 'supervisor', 'ended'] as const
export type ReferralStage = (typeof REFERRAL_STAGES)[number]

export function referralStage(clock: ReferralClock, now: Instant): ReferralStage {
  if (now >= clock.dueAt) return 'ended'
  if (now >= clock.supervisorAt) return 'supervisor'
  return now >= clock.remindAt ? 'remind' : 'early'
}

const PDP = 'UU 27/2022'

interface FixedClock {
  readonly hours: number
  readonly source: ClockSource
}

export type FixedClockKind = Exclude<ClockKind, 'first-response' | 'referral-answer'>

/**
 * Clocks of a fixed length, in hours around the clock. Erasure (UU 27/2022 arts 43–45) has no hours in the law,
 * so ours is a target and says so.
 */
export const FIXED_CLOCKS: Readonly<Record<FixedClockKind, FixedClock>> = {
  'victim-first-help': { hours: 7 * 24, source: article('UU 21/2007', '53') },
  'rights-access': { hours: 72, source: article(PDP, '32') },
  'rights-correction': { hours: 72, source: article(PDP, '30') },
  'rights-withdrawal': { hours: 72, source: article(PDP, '40') },
  'rights-restriction': { hours: 72, source: article(PDP, '41') },
  'rights-erasure': { hours: 72, source: 'internal-target' },
  'breach-notice': { hours: 72, source: article(PDP, '46') },
  'consent-exception-review': { hours: 24, source: 'internal-target' },
}

export function startClock(kind: FixedClockKind, startedAt: Instant): Clock {
  const { hours, source } = FIXED_CLOCKS[kind]
  return { kind, startedAt, dueAt: addHours(startedAt, hours), source }
}

export function clockState(clock: Clock, now: Instant): ClockState {
  if (clock.metAt) return clock.metAt <= clock.dueAt ? 'met' : 'met-late'
  if (clock.pausedAt) return clock.pausedAt > clock.dueAt ? 'missed' : 'paused'
  return now > clock.dueAt ? 'missed' : 'running'
}

/** A clock that is met or already paused stays as it is. */
export function pauseClock(clock: Clock, at: Instant): Clock {
  return clock.metAt || clock.pausedAt ? clock : { ...clock, pausedAt: at }
}

/** The time it stood still is added to the end; a legal clock must not be paused by a caller without a law that says so. */
export function resumeClock(clock: Clock, at: Instant): Clock {
  if (!clock.pausedAt) return clock
  const stood = Math.max(0, at.getTime() - clock.pausedAt.getTime())
  return { ...clock, pausedAt: undefined, dueAt: addMilliseconds(clock.dueAt, stood) }
}

export function meetClock(clock: Clock, at: Instant): Clock {
  return clock.metAt ? clock : { ...clock, pausedAt: undefined, metAt: at }
}
