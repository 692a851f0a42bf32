/**
 * A date as people know it: a year, a month, a day, "about", or between two of these.
 * Written `2019`, `2019-04`, `2019-04-12`, `2019-04~` (about), `2019-04/2019-05` (some time between).
 * The person's own words ("before Ramadan") are kept beside it by the caller.
 */
declare const partialDate: unique symbol
export type PartialDate = string & { readonly [partialDate]: true }

/** A calendar day `YYYY-MM-DD`; strings of this form compare as days do. */
export type PlainDate = string

const FIRST_YEAR = 1850
const LAST_YEAR = 2199
const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/

interface Point {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly about: boolean
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Reads the written form; undefined when it is not one, or no such day exists. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const written = text.trim()
  const parts = written.split('/')
  if (parts.length > 2) return undefined
  const points = parts.map((part) => parsePoint(part))
  if (points.some((point) => point === undefined)) return undefined
  const [from, to] = points
  if (from && to && firstDay(from) > lastDay(to)) return undefined
  return written as PartialDate
}

/** For years and days written in the program itself; throws when it is not a date. */
export function partialDateOf(text: string): PartialDate {
  const parsed = parsePartialDate(text)
  if (parsed === undefined) throw new Error(`not a partial date: ${text}`)
  return parsed
}

/** The first day it can mean. "About" widens by one step: a day by 15 days, a month by one month, a year by one year. */
export function earliestDay(date: PartialDate): PlainDate {
  const [from] = pointsOf(date)
  return firstDay(from)
}

/** The last day it can mean. */
export function latestDay(date: PartialDate): PlainDate {
  const [from, to] = pointsOf(date)
  return lastDay(to ?? from)
}

export function isExactDay(date: PartialDate): boolean {
  return earliestDay(date) === latestDay(date)
}

/** True when every day it can mean lies after the given day (for instance: in the future). */
export function liesAfter(date: PartialDate, day: PlainDate): boolean {
  return earliestDay(date) > day
}

/** True when the two can not both be right in this order: the later one ends before the earlier one begins. */
export function isImpossible(order: { readonly earlier: PartialDate; readonly later: PartialDate }): boolean {
  return latestDay(order.later) < earliestDay(order.earlier)
}

const DAY_MS = 86_400_000

export type DateOrder = 'before' | 'after' | 'unclear'

/** Which came first; `unclear` when their spans touch. */
export function orderOf(a: PartialDate, b: PartialDate): DateOrder {
  if (latestDay(a) < earliestDay(b)) return 'before'
  if (latestDay(b) < earliestDay(a)) return 'after'
  return 'unclear'
}

/** A stable order for lists: by first possible day, then by last. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return (
    compareText(earliestDay(a), earliestDay(b)) ||
    compareText(latestDay(a), latestDay(b)) ||
    compareText(a, b)
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function plainDate(year: number, month: number, day: number): PlainDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Adds days to a calendar day, counted on the calendar and not on a clock. */
export function addDays(day: PlainDate, days: number): PlainDate {
  let [year, month, date] = day.split('-').map(Number) as [number, number, number]
  date += days
  while (date < 1) {
    const before = monthBefore(year, month)
    year = before.year
    month = before.month
    date += daysInMonth(year, month)
  }
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month)
    year = month === 12 ? year + 1 : year
    month = month === 12 ? 1 : month + 1
  }
  return plainDate(year, month, date)
}

/** Whole days from one day to another, counted on the calendar; negative when the second lies before the first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The same day some years later; 29 February becomes the 28th where the year has none. */
export function addYears(day: PlainDate, years: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return plainDate(year + years, month, Math.min(date, daysInMonth(year + years, month)))
}

function monthBefore(year: number, month: number): { readonly year: number; readonly month: number } {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
}

function parsePoint(text: string): Point | undefined {
  const match = POINT.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const month = match[2] === undefined ? undefined : Number(match[2])
  const day = match[3] === undefined ? undefined : Number(match[3])
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month)))
    return undefined
  return { year, month, day, about: match[4] === '~' }
}

function pointsOf(date: PartialDate): readonly [Point, Point?] {
  const [from, to] = date.split('/').map((part) => parsePoint(part))
  if (!from) throw new Error('a partial date was not made by parsePartialDate')
  return [from, to]
}

function firstDay(point: Point): PlainDate {
  const { year, month, day, about } = point
  if (day !== undefined && month !== undefined) {
    const exact = plainDate(year, month, day)
    return about ? addDays(exact, -15) : exact
  }
  if (month !== undefined) return about ? monthStart(year, month - 1) : plainDate(year, month, 1)
  return plainDate(about ? year - 1 : year, 1, 1)
}

function lastDay(point: Point): PlainDate {
  const { year, month, day, about } = point
  if (day !== undefined && month !== undefined) {
    const exact = plainDate(year, month, day)
    return about ? addDays(exact, 15) : exact
  }
  if (month !== undefined) return addDays(monthStart(year, month + (about ? 2 : 1)), -1)
  return plainDate(about ? year + 1 : year, 12, 31)
}

/** The first of a month; month 0 is December before, 13 is January after. */
function monthStart(year: number, month: number): PlainDate {
  const index = year * 12 + (month - 1)
  return plainDate(Math.floor(index / 12), (index % 12) + 1, 1)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
