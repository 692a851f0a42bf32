/** One cell of an old list as a value of ours. Nothing is guessed: what is not understood stays the words that it was. */
import { NATIONALITY_IS_COUNTRY } from './coded.ts'
import { readDate, type DateOrder } from '../htcds/dates.ts'
import { parsePartialDate, type PartialDate } from '../kernel/partial-date.ts'
import { codeOf, type Lookups } from './coded.ts'
import type { Coded } from './fields.ts'
import { NO, NONE_YET, NOT_THERE, YES, plainWord } from './words.ts'

export const LONGEST_CELL = 8000

/** Why a row can not be taken over as it stands. */
export const FAULTS = [
  'date.no-such-day',
  'date.ambiguous',
  'date.future',
  'date.order',
  'age.not-one',
  'nik.length',
  'cell.too-long',
  'key.doubled',
] as const
export type FaultCode = (typeof FAULTS)[number]

export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** Nothing stands there. */
  | { readonly kind: 'empty' }
  /** "Belum ada": asked, and there is none yet. */
  | { readonly kind: 'none-yet' }
  /** Kept as the words that stand there. */
  | { readonly kind: 'words' }
  | { readonly kind: 'fault'; readonly code: FaultCode }

const EMPTY = { kind: 'empty' } as const
const WORDS = { kind: 'words' } as const
const value = <T>(of: T): Read<T> => ({ kind: 'value', value: of })

export function isNotThere(cell: string): boolean {
  const plain = plainWord(cell)
  return (NOT_THERE as readonly string[]).includes(plain)
}

function isNoneYet(cell: string): boolean {
  return (NONE_YET as readonly string[]).includes(plainWord(cell))
}

/** The number that a body gave itself. A placeholder is no number: two of them are not the same case. */
export function readOwnNumber(cell: string): Read<string> {
  if (isNotThere(cell) || isNoneYet(cell) || /^[-0. ]*$/.test(cell)) return EMPTY
  return value(cell.trim().replace(/\s+/g, ' '))
}

/** 16 digits. "None yet" is an answer; a row of one digit is a placeholder and none. */
export function readNik(cell: string): Read<string> {
  if (isNoneYet(cell)) return { kind: 'none-yet' }
  if (isNotThere(cell)) return EMPTY
  const digits = cell.replace(/[\s.'-]/g, '')
  if (digits === '' || /^(\d)\1*$/.test(digits)) return EMPTY
  if (!/^\d+$/.test(digits)) return WORDS
  return digits.length === 16 ? value(digits) : { kind: 'fault', code: 'nik.length' }
}

export function readPassport(cell: string): Read<string> {
  if (isNoneYet(cell)) return { kind: 'none-yet' }
  if (isNotThere(cell)) return EMPTY
  const plain = cell.toUpperCase().replace(/[\s.-]/g, '')
  return /^[A-Z]{0,2}\d{5,9}$/.test(plain) ? value(plain) : WORDS
}

/** One or several, as they stand; fewer than six digits is no number. */
export function readTelephones(cell: string): Read<readonly string[]> {
  if (isNotThere(cell) || isNoneYet(cell)) return EMPTY
  const parts = cell.split(/[/;,\n]/).map((part) => part.trim().replace(/^'/, ''))
  const numbers = parts.filter((part) => /^\+?[\d\s().-]+$/.test(part) && part.replace(/\D/g, '').length >= 6)
  return numbers.length === parts.length ? value(numbers) : WORDS
}

const ABOUT = /^(?:sekitar|kira kira|kira-kira|kurang lebih|±|\+-|~|about|circa|ca\.?|around)\s*(\d{4})$/i

export function readListDate(cell: string, order: DateOrder | undefined): Read<PartialDate> {
  if (isNotThere(cell) || isNoneYet(cell) || plainWord(cell) === '') return EMPTY
  const text = cell.trim()
  const about = ABOUT.exec(text)?.[1]
  const monthYear = /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  const written = about
    ? `${about}~`
    : monthYear
      ? `${monthYear[2]}-${(monthYear[1] ?? '').padStart(2, '0')}`
      : text
  const partial = parsePartialDate(written)
  if (partial !== undefined) return value(partial)
  const read = readDate(text, order)
  if (read.kind === 'fault')
    return read.code === 'date.not-understood' ? WORDS : { kind: 'fault', code: read.code }
  const day = parsePartialDate(read.kind === 'day' ? read.day : read.text)
  return day === undefined ? WORDS : value(day)
}

export function readAge(cell: string): Read<number> {
  if (isNotThere(cell)) return EMPTY
  const years = /^(\d{1,3})(?:\s*(?:th|thn|tahun|years?|y))?\.?$/i.exec(cell.trim())?.[1]
  if (years === undefined) return WORDS
  return Number(years) <= 120 ? value(Number(years)) : { kind: 'fault', code: 'age.not-one' }
}

export function readYes(cell: string): Read<'yes' | 'no'> {
  const plain = plainWord(cell)
  if (plain === '') return EMPTY
  if ((YES as readonly string[]).includes(plain)) return value('yes')
  if ((NO as readonly string[]).includes(plain)) return value('no')
  return WORDS
}

/** By what a person said of this column first, then by the words that everybody uses. */
export function readCoded(
  cell: string,
  use: Coded,
  said: Readonly<Record<string, string>>,
  lookups: Lookups,
): Read<string> {
  if (isNotThere(cell)) return EMPTY
  const plain = plainWord(cell)
  if (Object.hasOwn(said, plain)) {
    const code = said[plain] ?? ''
    return code === '' ? WORDS : value(code)
  }
  const code = codeOf(NATIONALITY_IS_COUNTRY[use] ?? use, plain, lookups)
  return code === undefined ? WORDS : value(code)
}
