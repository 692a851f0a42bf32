/** The last day of a licence as lists write it: 31/12/2027, 12 Januari 2027, 2027-01-12, or a period with its end. */
import { parsePartialDate, plainDate, type PlainDate, addDays } from '../../kernel/partial-date.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

/** Days as a spreadsheet counts them where a cell lost its date format: five digits since the end of 1899. */
const FIRST_DAY = '1899-12-30'

/** Null for an empty cell or a dash; undefined for what is no day. The day stands before the month, as in Indonesia. */
export function parseListDate(text: string): PlainDate | null | undefined {
  const end = endOfPeriod(text.trim().toLowerCase())
  if (end === '' || end === '-') return null
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ][\d:.]+z?)?$/.exec(end)
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3])
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(end)
  if (numbers) return dayOf(numbers[3], Number(numbers[2]), numbers[1])
  const words = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/.exec(end)
  if (words) return dayOf(words[3], MONTHS.findIndex((names) => names.includes(words[2] ?? '')) + 1, words[1])
  return /^[2-7]\d{4}$/.test(end) ? addDays(FIRST_DAY, Number(end)) : undefined
}

function endOfPeriod(text: string): string {
  return (
    text
      .split(/\bs\s?[./]\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b/)
      .at(-1)
      ?.trim() ?? ''
  )
}

function dayOf(year: string | undefined, month: number, day: string | undefined): PlainDate | undefined {
  if (month < 1 || month > 12) return undefined
  const made = plainDate(Number(year), month, Number(day))
  return parsePartialDate(made) === undefined ? undefined : made
}
