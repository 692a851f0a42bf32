/**
 * Whole numbers of the smallest unit of a currency, and ranges of them. Two people who compute the same sheet must
 * get the same figure, so nothing here is a fraction and every rounding is half up.
 */
import type { Money } from '../facts/facts-kit.ts'

export type Range = {
  readonly min: number
  readonly max: number
}

/** Decimals that differ from two (ISO 4217). */
const DECIMALS: Readonly<Record<string, number>> = {
  KRW: 0,
  JPY: 0,
  VND: 0,
  KWD: 3,
  BHD: 3,
  JOD: 3,
  OMR: 3,
  IQD: 3,
}

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2
}

/** 1500.5 MYR → 150050. Shifts the written decimal, so that no binary fraction changes the last digit. */
export function minorOf(money: Money): number {
  return scaled(money.amount, decimalsOf(money.currency))
}

export function scaled(value: number, decimals: number): number {
  const written = String(value)
  return written.includes('e')
    ? Math.round(value * 10 ** decimals)
    : Math.round(Number(`${written}e${decimals}`))
}

/** a × b ÷ c for whole numbers from zero up, rounded half up, exact in between. */
export function mulDiv(a: number, b: number, c: number): number {
  const product = 2n * BigInt(a) * BigInt(b) + BigInt(c)
  return Number(product / (2n * BigInt(c)))
}

/** The same rate over a range of quantities. */
export function times(rate: number, quantity: Range, divisor: number): Range {
  return { min: mulDiv(rate, quantity.min, divisor), max: mulDiv(rate, quantity.max, divisor) }
}

export function sum(ranges: readonly Range[]): Range {
  return {
    min: ranges.reduce((total, each) => total + each.min, 0),
    max: ranges.reduce((total, each) => total + each.max, 0),
  }
}

export function notBelowZero(range: Range): Range {
  return { min: Math.max(0, range.min), max: Math.max(0, range.max) }
}

/** Rate with six decimals: rupiah for one unit of the currency. */
const RATE_DECIMALS = 6

/** Minor units of the currency as whole rupiah. */
export function toRupiah(minor: number, currency: string, rate: number): number {
  return mulDiv(minor, scaled(rate, RATE_DECIMALS), 10 ** (RATE_DECIMALS + decimalsOf(currency)))
}

/** Rupiah as minor units of the currency. */
export function fromRupiah(rupiah: number, currency: string, rate: number): number {
  return mulDiv(
    scaled(rupiah, 2),
    10 ** (RATE_DECIMALS + decimalsOf(currency) - 2),
    scaled(rate, RATE_DECIMALS),
  )
}
