/**
 * The clocks of a case out of the moments that the system keeps anyway: who asked what and when, who answered. Each
 * moment is asked of the rulebook by itself, so that two referrals of one case never mix their urgency or their place.
 */
import type { Urgency } from '../../cases/urgency.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import type { ClockKind } from '../../deadlines/clock.ts'
import type { Instant } from '../../kernel/instant.ts'
import { daysBetween, type PlainDate } from '../../kernel/partial-date.ts'
import type { Citation } from '../conclusion.ts'
import type { Facts, LegalClock } from '../facts/facts.ts'
import type { Rulebook } from '../rulebook.ts'
import { concludeClocks, type ClockAnswer } from './clocks.ts'

/** Where the clock runs: its zone, its weekend and its holidays. */
export type ClockPlace = { readonly country: string | null; readonly timeZone: string }

/** Something that a clock counts from; `metAt` ends it. */
export type ClockMoment = {
  readonly clock: ClockKind | 'consent-withdrawal'
  readonly startedAt: Instant
  readonly place: ClockPlace
  /** For what is answered by urgency. */
  readonly urgency?: Urgency
  readonly pausedAt?: Instant
  readonly metAt?: Instant
}

export type CaseClock = Omit<ClockAnswer, 'clock'> & {
  readonly clock: LegalClock | ClockKind
  readonly citation: Citation
  /** Whole days from today to the day that it ends; negative when it is over. */
  readonly daysLeft: number
}

/** The nearest end first; what is met comes last. */
export function clocksOf(
  moments: readonly ClockMoment[],
  rulebook: Rulebook,
  now: Instant,
): readonly CaseClock[] {
  return moments.flatMap((moment) => clockFrom(moment, rulebook, now)).sort(byUrgency)
}

export function isOpenClock({ state }: Pick<CaseClock, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'missed'
}

/** What runs or is over, the nearest end first; then what is met. */
export function byUrgency(a: CaseClock, b: CaseClock): number {
  const order = Number(!isOpenClock(a)) - Number(!isOpenClock(b))
  return order !== 0 ? order : a.daysLeft - b.daysLeft || (a.dueAt < b.dueAt ? -1 : 1)
}

function clockFrom(moment: ClockMoment, rulebook: Rulebook, now: Instant): readonly CaseClock[] {
  const zone = moment.place.timeZone
  const { answer, fired } = concludeClocks(factsFrom(moment, now), rulebook, dayOf(moment.startedAt, zone))
  if (!Array.isArray(answer)) return []
  return (answer as readonly ClockAnswer[]).flatMap((each) => {
    const entry = fired.find(({ rule }) => rule === `clock.${each.clock}`)
    if (entry === undefined) return []
    return [
      { ...each, citation: entry.citation, daysLeft: daysBetween(dayOf(now, zone), endDay(each, zone)) },
    ]
  })
}

/** The law counts help to a victim and a withdrawal in days; everything else runs from its moment. */
function factsFrom(moment: ClockMoment, now: Instant): Facts {
  const { clock, place, startedAt, metAt, pausedAt, urgency } = moment
  const base = {
    now: now.toISOString(),
    timeZone: place.timeZone,
    country: place.country ?? 'ID',
    ...(urgency === undefined ? {} : { urgency }),
  }
  const day = dayOf(startedAt, place.timeZone)
  if (clock === 'victim-first-help' || clock === 'consent-withdrawal') {
    const met = metAt === undefined ? {} : { met: [{ clock, on: dayOf(metAt, place.timeZone) }] }
    return clock === 'victim-first-help'
      ? ({ health: { helpRequestedAt: day }, clocks: { ...base, ...met } } as Facts)
      : ({ clocks: { ...base, ...met, consentWithdrawnOn: day } } as Facts)
  }
  const running = {
    kind: clock,
    startedAt: startedAt.toISOString(),
    ...(pausedAt === undefined ? {} : { pausedAt: pausedAt.toISOString() }),
    ...(metAt === undefined ? {} : { metAt: metAt.toISOString() }),
  }
  return { clocks: { ...base, running: [running] } }
}

function endDay({ dueAt }: ClockAnswer, zone: string): PlainDate {
  return isDay(dueAt) ? dueAt : dayOf(new Date(dueAt), zone)
}

/** A deadline by days has no hour. */
export function isDay(dueAt: string): boolean {
  return dueAt.length === 10
}
