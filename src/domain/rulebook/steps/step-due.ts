/** The moment by which a step that was made a task must be done. */
import type { Urgency } from '../../cases/urgency.ts'
import { addWorkingDays, dayOf, instantOf } from '../../deadlines/calendar.ts'
import { dueAtFor, type WorkPlace } from '../../deadlines/clock.ts'
import { addHours, DAY, type Instant } from '../../kernel/instant.ts'
import { addDays, daysInMonth, plainDate, type PlainDate } from '../../kernel/partial-date.ts'
import type { StepDue, StepUnit } from './standard-steps.ts'

const LAST_MINUTE = DAY - 60_000

export interface StepMoment {
  readonly now: Instant
  /** The day of the event from which a law counts; without it a law gives no day. */
  readonly since?: PlainDate
  readonly urgency: Urgency
  readonly place: WorkPlace
}

/** Null where nobody knows: no law and no target, or a law whose event has no day yet. */
export function stepDueAt(due: StepDue, moment: StepMoment): Instant | null {
  const { now, since, urgency, place } = moment
  switch (due.kind) {
    case 'law':
      if (since === undefined) return null
      return after(instantOf({ day: since, milliseconds: 0 }, place.timeZone), since, due, place)
    case 'internal':
      return after(now, dayOf(now, place.timeZone), due, place)
    case 'internal-by-urgency':
      return dueAtFor(urgency, now, place)
    case 'law-is-silent':
    case 'not-checked':
      return null
  }
}

function after(
  start: Instant,
  day: PlainDate,
  { amount, unit }: { readonly amount: number; readonly unit: StepUnit },
  place: WorkPlace,
): Instant {
  const lastOf = (last: PlainDate) => instantOf({ day: last, milliseconds: LAST_MINUTE }, place.timeZone)
  switch (unit) {
    case 'hours':
      return addHours(start, amount)
    case 'working-days':
      return addWorkingDays(start, amount, place)
    case 'days':
      return lastOf(addDays(day, amount))
    case 'months':
      return lastOf(addMonths(day, amount))
    case 'years':
      return lastOf(addMonths(day, amount * 12))
  }
}

/** The same day of a later month, or that month's last. */
function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)))
}
