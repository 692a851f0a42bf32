/**
 * A day as a cell holds it. Day and month are never guessed: 03/04/2019 is refused until a person says which comes first.
 */
import { daysInMonth, plainDate, type PlainDate } from '../kernel/partial-date.ts'

export const DATE_ORDERS = ['day-first', 'month-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type ReadDate =
  | { readonly kind: 'day'; readonly day: PlainDate }
  /** A year or a month: known, and not a date of the standard. */
  | { readonly kind: 'partial'; readonly text: string }
  | { readonly kind: 'fault'; readonly code: 'date.ambiguous' | 'date.not-understood' | 'date.no-such-day' }

/** Excel counts days from here and has a 29 February 1900 that never was; numbers below it are not taken. */
const EXCEL_EPOCH_DAY = 25_569
const FIRST_SERIAL = 10_000
const LAST_SERIAL = 73_050

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'pebruari'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

export function readDate(cell: string, order?: DateOrder): ReadDate {
  const text = cell.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (/^\d{4}$/.test(text) || /^\d{4}-\d{2}$/.test(text)) return partialOf(text)
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return serialOf(Math.floor(Number(text)))
  const named = /^(\d{1,2})[\s.-]+([\p{L}]+)\.?[\s.,-]+(\d{4})$/u.exec(text)
  if (named) return namedOf(named[1] ?? '', named[2] ?? '', named[3] ?? '')
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (slashed) return slashedOf(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]), order)
  return { kind: 'fault', code: 'date.not-understood' }
}

function dayOf(year: number, month: number, day: number): ReadDate {
  const exists =
    year >= 1850 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists
    ? { kind: 'day', day: plainDate(year, month, day) }
    : { kind: 'fault', code: 'date.no-such-day' }
}

function partialOf(text: string): ReadDate {
  const year = Number(text.slice(0, 4))
  const month = text.length > 4 ? Number(text.slice(5)) : 1
  const fits = year >= 1850 && year <= 2199 && month >= 1 && month <= 12
  return fits ? { kind: 'partial', text } : { kind: 'fault', code: 'date.not-understood' }
}

function serialOf(serial: number): ReadDate {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { kind: 'fault', code: 'date.not-understood' }
  let days = serial - EXCEL_EPOCH_DAY
  let year = 1970
  const lengthOf = (each: number): number => 337 + daysInMonth(each, 2)
  while (days < 0) days += lengthOf((year -= 1))
  while (days >= lengthOf(year)) days -= lengthOf(year++)
  let month = 1
  while (days >= daysInMonth(year, month)) days -= daysInMonth(year, month++)
  return { kind: 'day', day: plainDate(year, month, days + 1) }
}

function namedOf(day: string, name: string, year: string): ReadDate {
  const month = MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1
  return month === 0
    ? { kind: 'fault', code: 'date.not-understood' }
    : dayOf(Number(year), month, Number(day))
}

function slashedOf(first: number, second: number, year: number, order: DateOrder | undefined): ReadDate {
  if (order === 'day-first') return dayOf(year, second, first)
  if (order === 'month-first') return dayOf(year, first, second)
  if (first === second || first > 12) return dayOf(year, second, first)
  if (second > 12) return dayOf(year, first, second)
  return { kind: 'fault', code: 'date.ambiguous' }
}
