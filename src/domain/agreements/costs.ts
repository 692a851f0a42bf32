/** What an agreement costs. Amounts are added only within one currency; nothing is ever converted. */
import { readAmount } from '../letters/amounts.ts'

/** Up to two decimals, written with a point: "15000" or "15000.50". */
const AMOUNT = /^\d{1,13}(?:\.\d{1,2})?$/

export type Money = { readonly amount: string; readonly currency: string }

/** What somebody typed, in the written form of this ledger; undefined when it is no amount. */
export function amountOf(text: string): string | undefined {
  const minor = readAmount(text)
  if (minor === undefined) return undefined
  const amount = written(BigInt(minor))
  return AMOUNT.test(amount) ? amount : undefined
}

/** One sum for each currency, in the order of its code. */
export function sumByCurrency(entries: readonly Money[]): readonly Money[] {
  const sums = new Map<string, bigint>()
  for (const { amount, currency } of entries)
    sums.set(currency, (sums.get(currency) ?? 0n) + hundredths(amount))
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, amount: written(sum) }))
}

function hundredths(amount: string): bigint {
  if (!AMOUNT.test(amount)) throw new Error('not an amount')
  const [whole = '0', decimals = ''] = amount.split('.')
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))
}

function written(sum: bigint): string {
  const rest = sum % 100n
  return rest === 0n ? String(sum / 100n) : `${sum / 100n}.${String(rest).padStart(2, '0')}`
}
