/**
 * The time for which pay is owed, when the dates are only roughly known. Time is counted in thirtieths of a month:
 * whole calendar months, and each day beyond as one thirtieth.
 */
import {
  addDays,
  daysInMonth,
  earliestDay,
  latestDay,
  plainDate,
  type PartialDate,
  type PlainDate,
} from '../../kernel/partial-date.ts'
import { scaled, type Range } from './money.ts'

export const PARTS = 30

export interface Days {
  readonly from: PlainDate
  /** The last day, counted in. */
  readonly until: PlainDate
}

export interface Span {
  /** Thirtieths of a month. */
  readonly parts: Range
  /** The shortest and the longest reading; missing when only a number of months is known. */
  readonly shortest?: Days
  readonly longest?: Days
}

export function spanOf(from: PartialDate, until: PartialDate): Span {
  const shortest = { from: latestDay(from), until: earliestDay(until) }
  const longest = { from: earliestDay(from), until: latestDay(until) }
  return { parts: { min: partsOf(shortest), max: partsOf(longest) }, shortest, longest }
}

export function spanOfMonths(months: number): Span {
  const parts = Math.round((scaled(months, 2) * PARTS) / 100)
  return { parts: { min: parts, max: parts } }
}

/** Thirtieths of a month between two days, both counted in; none when they stand the wrong way round. */
export function partsOf({ from, until }: Days): number {
  if (until < from) return 0
  const end = addDays(until, 1)
  const [year, month, day] = numbersOf(from)
  const [endYear, endMonth] = numbersOf(end)
  let months = (endYear - year) * 12 + (endMonth - month)
  let anchor = monthsAfter(year, month, day, months)
  if (anchor > end) {
    months -= 1
    anchor = monthsAfter(year, month, day, months)
  }
  return months * PARTS + Math.min(PARTS, daysBetween(anchor, end))
}

function monthsAfter(year: number, month: number, day: number, months: number): PlainDate {
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** At most one month apart. */
function daysBetween(from: PlainDate, to: PlainDate): number {
  const [year, month, day] = numbersOf(from)
  const [, toMonth, toDay] = numbersOf(to)
  return month === toMonth ? toDay - day : daysInMonth(year, month) - day + toDay
}

function numbersOf(day: PlainDate): readonly [number, number, number] {
  return day.split('-').map(Number) as [number, number, number]
}
