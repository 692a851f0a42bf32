/** Amounts that somebody typed for a letter, in the smallest unit so that sums are exact. */

export type AmountLine = { readonly what: string; readonly minor: number }

/**
 * Reads `1.250.000`, `1,250,000.50`, `850,5` as hundredths. The last separator counts as a decimal point only when one or
 * two digits follow it. Undefined for anything else, also for amounts below zero.
 */
export function readAmount(text: string): number | undefined {
  const clean = text.replaceAll(/[\s ]/g, '')
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(clean)
  if (!match) return undefined
  const whole = Number((match[1] ?? '').replaceAll(/[.,]/g, ''))
  const minor = whole * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(minor) ? minor : undefined
}

export function totalOf(lines: readonly AmountLine[]): number {
  return lines.reduce((total, line) => total + line.minor, 0)
}
