/** Working days inside the rulebook: one list of holidays, one way of counting. */
import { calendarOf, isWorkingDay, type Calendar } from '../deadlines/calendar.ts'
import { addDays, type PlainDate } from '../kernel/partial-date.ts'
import type { Rulebook } from './rulebook.ts'

/** Indonesia's working days, for the terms of Indonesian regulations. */
export function indonesianCalendar(rulebook: Rulebook): Calendar {
  return calendarOf('ID', holidaysIn(rulebook))
}

/** The day on which so many working days after the given day are over. */
export function workingDaysAfter(day: PlainDate, count: number, calendar: Calendar): PlainDate {
  let left = count
  let at = day
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** One list of holidays for the whole rulebook: it stands in the chapter on clocks. */
function holidaysIn(rulebook: Rulebook): readonly PlainDate[] {
  const chapter = rulebook.chapters.clocks?.[0]?.chapter
  const holidays = chapter?.text.tables['holidays'] as
    Readonly<Record<string, readonly PlainDate[]>> | undefined
  return holidays?.['ID'] ?? []
}
