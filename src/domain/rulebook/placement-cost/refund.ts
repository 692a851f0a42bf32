/** Sums for the letter that asks the money back, one line for each currency: currencies are never added. */
import type { Money } from '../facts/facts-kit.ts'
import type { JudgedItem } from './items.ts'

export type RefundLine = {
  readonly currency: string
  /** Everything that was asked. */
  readonly asked: number
  /** May not be charged and was paid. */
  readonly claim: number
  /** Part of the claim for which there is a receipt. */
  readonly withProof: number
  /** May not be charged, and nobody knows yet whether it was paid. */
  readonly toCheck: number
  readonly paidBack: number
  /** Claim less what was paid back, never below zero. */
  readonly left: number
}

export function refundOf(items: readonly JudgedItem[], refunded: Money | undefined): readonly RefundLine[] {
  const currencies = items.flatMap(({ amount }) => (amount === null ? [] : [amount.currency]))
  return [...new Set(currencies)].sort().map((currency) => {
    const mine = items.filter((each) => each.amount?.currency === currency)
    const wrong = mine.filter((each) => each.mayCharge === 'may-not')
    const paid = wrong.filter((each) => each.paid === 'yes')
    const claim = sum(paid)
    const paidBack = refunded?.currency === currency ? refunded.amount : 0
    return {
      currency,
      asked: sum(mine),
      claim,
      withProof: sum(paid.filter((each) => each.receipt === 'yes')),
      toCheck: sum(wrong.filter((each) => each.paid === 'unknown')),
      paidBack,
      left: Math.max(0, claim - paidBack),
    }
  })
}

function sum(items: readonly JudgedItem[]): number {
  return items.reduce((total, each) => total + (each.amount?.amount ?? 0), 0)
}
