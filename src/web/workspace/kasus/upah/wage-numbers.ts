/** Sums and ranges as a reader of the sheet writes them. */
import type { Range } from '#src/domain/rulebook/wages/money.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'

export function numberWords(frame: StaffFrame, value: number, decimals: number): string {
  const locale = frame.lang === 'id' ? 'id-ID' : 'en-GB'
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

export function rangeWords(frame: StaffFrame, range: Range, inWords: (value: number) => string): string {
  return range.min === range.max
    ? inWords(range.min)
    : frame.t.kerjaUpah.range(inWords(range.min), inWords(range.max))
}

export function moneyOf(frame: StaffFrame, currency: string, decimals: number) {
  return (minor: number) => `${currency}\u00a0${numberWords(frame, minor / 10 ** decimals, decimals)}`
}
