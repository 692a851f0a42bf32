/**
 * Which deadlines run, until when, and on what they rest: a law with its article, or this service's own target,
 * which is never shown as a law. Approximate days give the earliest end, so that nobody is late by rounding.
 */
import { isUrgency, type Urgency } from '../../cases/urgency.ts'
import { calendarOf, dayOf } from '../../deadlines/calendar.ts'
import {
  clockState,
  dueAtFor,
  FIXED_CLOCKS,
  startClock,
  type Clock,
  type ClockKind,
  type ClockState,
  type FixedClockKind,
  type WorkPlace,
} from '../../deadlines/clock.ts'
import {
  addDays,
  addYears,
  earliestDay,
  isExactDay,
  latestDay,
  type PartialDate,
  type PlainDate,
} from '../../kernel/partial-date.ts'
import type { Conclusion } from '../conclusion.ts'
import { factAt, isGiven } from '../fact-at.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts, LegalClock } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import { parameterIn, type Rulebook } from '../rulebook.ts'
import { concludeUrgency } from '../urgency/urgency.ts'
import { indonesianCalendar, workingDaysAfter } from '../working-days.ts'
import { LEGAL_CLOCK_ROWS, type LegalClockRow } from './legal-clocks.ts'

/** A deadline as it stands; `dueAt` is a day, or a moment where hours count. */
export type ClockAnswer = {
  readonly clock: LegalClock | ClockKind
  readonly source: 'law' | 'internal-target'
  readonly startedAt: string
  readonly dueAt: string
  readonly state: ClockState
}

const DEFAULT_ZONE = 'Asia/Jakarta'
const DEFAULT_COUNTRY = 'ID'

export function concludeClocks(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<readonly ClockAnswer[]> {
  const all = gather('clocks', facts, rulebook, asOf)
  const place = placeOf(all)
  const today = todayOf(facts, asOf, place)
  const legal = LEGAL_CLOCK_ROWS.flatMap((row) => legalClock(all, rulebook, row, today))
  const own = (facts.clocks?.running ?? []).flatMap((_, at) => serviceClock(all, rulebook, at, place))
  const clocks = [...legal, ...own].sort(
    (a, b) => compare(a.dueAt, b.dueAt) || compare(a.clock, b.clock) || compare(a.startedAt, b.startedAt),
  )
  if (clocks.length === 0) {
    all.lack('health.helpRequestedAt', 'clocks.running')
    return all.conclude<readonly ClockAnswer[]>('not-enough-facts', ['caseworker'])
  }
  if (!isGiven(facts.clocks?.now)) all.lack('clocks.now')
  return all.conclude(clocks, ['caseworker'])
}

function legalClock(
  all: Gather,
  rulebook: Rulebook,
  { clock, start, unit }: LegalClockRow,
  today: PlainDate,
): readonly ClockAnswer[] {
  const given = factAt(all.facts, start)
  if (given === 'unknown') all.lack(start)
  if (!isGiven(given)) return []
  const length = parameterIn(all.chapter, `${clock}.${unit}`)
  if (length === undefined || length.amount === null) return []
  const started = given as PartialDate
  if (!isExactDay(started)) all.lack(start)
  const due = laterBy(earliestDay(started), length.amount, unit, rulebook)
  const met = metDay(all.facts, clock)
  all.fire(`clock.${clock}`, start)
  const source = length.instrument === 'payung-targets' ? 'internal-target' : 'law'
  return [{ clock, source, startedAt: started, dueAt: due, state: dayState(due, met, today) }]
}

function dayState(due: PlainDate, met: PlainDate | undefined, today: PlainDate): ClockState {
  if (met !== undefined) return met <= due ? 'met' : 'met-late'
  return today > due ? 'missed' : 'running'
}

/** The last day it can have been met: a doubt never makes something early. */
function metDay(facts: Facts, clock: LegalClock): PlainDate | undefined {
  const days = (facts.clocks?.met ?? []).flatMap((each) => {
    const on = knownOf(each.on)
    return each.clock === clock && on !== undefined ? [latestDay(on)] : []
  })
  return days.sort()[0]
}

function laterBy(day: PlainDate, count: number, unit: LegalClockRow['unit'], rulebook: Rulebook): PlainDate {
  if (unit === 'working-days') return workingDaysAfter(day, count, indonesianCalendar(rulebook))
  return unit === 'days' ? addDays(day, count) : addYears(day, count)
}

/** A clock of this service or of the data-protection law, counted in hours or working days. */
function serviceClock(all: Gather, rulebook: Rulebook, at: number, place: WorkPlace): readonly ClockAnswer[] {
  const given = all.facts.clocks?.running?.[at]
  const kind = knownOf(given?.kind)
  const started = momentOf(given?.startedAt)
  if (kind === undefined || started === undefined) {
    all.lack(`clocks.running.${at}.${kind === undefined ? 'kind' : 'startedAt'}`)
    return []
  }
  const clock = startedClock(all, rulebook, kind, started, place)
  if (clock === undefined) return []
  const paused = momentOf(given?.pausedAt)
  const met = momentOf(given?.metAt)
  const standing: Clock = {
    ...clock,
    ...(paused ? { pausedAt: paused } : {}),
    ...(met ? { metAt: met } : {}),
  }
  all.fire(`clock.${kind}`, `clocks.running.${at}.kind`, `clocks.running.${at}.startedAt`)
  const now = momentOf(all.facts.clocks?.now) ?? new Date(`${all.asOf}T00:00:00Z`)
  return [
    {
      clock: kind,
      source: clock.source === 'internal-target' ? 'internal-target' : 'law',
      startedAt: started.toISOString(),
      dueAt: clock.dueAt.toISOString(),
      state: clockState(standing, now),
    },
  ]
}

function startedClock(
  all: Gather,
  rulebook: Rulebook,
  kind: ClockKind,
  startedAt: Date,
  place: WorkPlace,
): Clock | undefined {
  if (isFixed(kind)) return startClock(kind, startedAt)
  const urgency = urgencyOf(all, rulebook)
  if (urgency === undefined) {
    all.lack('clocks.urgency')
    return undefined
  }
  return { kind, startedAt, dueAt: dueAtFor(urgency, startedAt, place), source: 'internal-target' }
}

function isFixed(kind: ClockKind): kind is FixedClockKind {
  return Object.hasOwn(FIXED_CLOCKS, kind)
}

function urgencyOf(all: Gather, rulebook: Rulebook): Urgency | undefined {
  const given = knownOf(all.facts.clocks?.urgency)
  if (given !== undefined) return given
  const { answer } = concludeUrgency(all.facts, rulebook, all.asOf)
  return isUrgency(answer) ? answer : undefined
}

/** Where the work is done: its zone, its weekend and its holidays as the chapter knows them. */
function placeOf({ facts, chapter }: Gather): WorkPlace {
  const country = knownOf(facts.clocks?.country) ?? DEFAULT_COUNTRY
  const holidays = chapter.text.tables['holidays'] as
    Readonly<Record<string, readonly PlainDate[]>> | undefined
  return {
    calendar: calendarOf(country, holidays?.[country] ?? []),
    timeZone: knownOf(facts.clocks?.timeZone) ?? DEFAULT_ZONE,
  }
}

function todayOf(facts: Facts, asOf: PlainDate, place: WorkPlace): PlainDate {
  const now = momentOf(facts.clocks?.now)
  return now === undefined ? asOf : dayOf(now, place.timeZone)
}

function momentOf(given: string | undefined): Date | undefined {
  return isGiven(given) ? new Date(given) : undefined
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
