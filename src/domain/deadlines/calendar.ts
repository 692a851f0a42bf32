/**
 * Which days count as working days for a body, and what moment a local time is. Holidays come in as data for
 * each country; weekends differ (Friday and Saturday in much of the Gulf).
 */
import { addMilliseconds, DAY, type Instant } from '../kernel/instant.ts'
import { addDays, type PlainDate } from '../kernel/partial-date.ts'

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export interface Calendar {
  readonly weekend: readonly Weekday[]
  readonly holidays: ReadonlySet<PlainDate>
}

/** A day and the milliseconds since its local midnight. */
export interface LocalTime {
  readonly day: PlainDate
  readonly milliseconds: number
}

const SATURDAY_SUNDAY: readonly Weekday[] = [6, 0]

/** Public-sector weekends that are not Saturday and Sunday; a body may set its own. */
const WEEKENDS: Readonly<Record<string, readonly Weekday[]>> = {
  AF: [5, 6],
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 0],
  DZ: [5, 6],
  EG: [5, 6],
  IQ: [5, 6],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  OM: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SY: [5, 6],
  YE: [5, 6],
}

const LONGEST_REST = 60

export function calendarOf(country: string, holidays: Iterable<PlainDate> = []): Calendar {
  return { weekend: WEEKENDS[country] ?? SATURDAY_SUNDAY, holidays: new Set(holidays) }
}

export function weekdayOf(day: PlainDate): Weekday {
  return new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday
}

export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  return !calendar.weekend.includes(weekdayOf(day)) && !calendar.holidays.has(day)
}

/** The next working day strictly after the given one. Throws when a calendar knows none within sixty days. */
export function nextWorkingDay(day: PlainDate, calendar: Calendar): PlainDate {
  for (let step = 1; step <= LONGEST_REST; step += 1) {
    const next = addDays(day, step)
    if (isWorkingDay(next, calendar)) return next
  }
  throw new Error('a calendar without working days')
}

/**
 * The moment when so many days' worth of working time has passed: a clock that stands still on days of rest.
 * One working day from Friday 15:00 is Monday 15:00; from Saturday it is the end of Monday.
 */
export function addWorkingDays(
  startedAt: Instant,
  days: number,
  place: { readonly calendar: Calendar; readonly timeZone: string },
): Instant {
  const start = localTimeOf(startedAt, place.timeZone)
  let { day, milliseconds } = start
  if (!isWorkingDay(day, place.calendar)) {
    day = nextWorkingDay(day, place.calendar)
    milliseconds = 0
  }
  let left = Math.round(days * DAY)
  while (left > DAY - milliseconds) {
    left -= DAY - milliseconds
    day = nextWorkingDay(day, place.calendar)
    milliseconds = 0
  }
  return instantOf({ day, milliseconds: milliseconds + left }, place.timeZone)
}

export function localTimeOf(at: Instant, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const seconds = (Number(parts.hour) * 60 + Number(parts.minute)) * 60 + Number(parts.second)
  const rest = ((at.getTime() % 1000) + 1000) % 1000
  return { day: `${parts.year}-${parts.month}-${parts.day}`, milliseconds: seconds * 1000 + rest }
}

/** The moment of a local time; of two moments with the same local time (end of summer time) one is taken. */
export function instantOf(local: LocalTime, timeZone: string): Instant {
  const asIfUtc = addMilliseconds(new Date(`${local.day}T00:00:00Z`), local.milliseconds)
  const guess = addMilliseconds(asIfUtc, -offsetAt(asIfUtc, timeZone))
  return addMilliseconds(asIfUtc, -offsetAt(guess, timeZone))
}

export function dayOf(at: Instant, timeZone: string): PlainDate {
  return localTimeOf(at, timeZone).day
}

function offsetAt(at: Instant, timeZone: string): number {
  const local = localTimeOf(at, timeZone)
  return new Date(`${local.day}T00:00:00Z`).getTime() + local.milliseconds - at.getTime()
}

// Making a formatter is slow and it holds no state, so each zone's is made once.
const FORMATS = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = FORMATS.get(timeZone)
  if (made) return made
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  FORMATS.set(timeZone, format)
  return format
}
