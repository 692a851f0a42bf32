/** What a person may put into a letter of their own: the costs to ask back, their sum, and the rules that carry it. */
import type { Conclusion, Entry } from '../conclusion.ts'
import type { JudgedItem } from './items.ts'
import type { PlacementCostAnswer } from './placement-cost.ts'

export type RefundLetter = {
  readonly currency: string
  readonly items: readonly Pick<JudgedItem, 'item' | 'amount'>[]
  /** Null when no amount is known, and when nobody said that it was paid. */
  readonly demand: number | null
  readonly paid: 'yes' | 'unknown'
  /** Some cost has no amount: the sum is not all of it. */
  readonly open: 'open' | 'whole'
  readonly law: readonly Entry[]
  /** Rules that the other side may hold against it; said to the person, not in the letter. */
  readonly doubt: readonly Entry[]
}

const DOUBTS: readonly string[] = ['cost.absolute-unclear', 'cost.shift-2025']

/** A letter for one currency; undefined while nothing that may not be charged was, or may have been, paid. */
export function refundLetterOf(
  { answer, fired }: Conclusion<PlacementCostAnswer>,
  currency: string,
): RefundLetter | undefined {
  if (typeof answer === 'string') return undefined
  const wrong = answer.items.filter(
    ({ mayCharge, paid, amount }) =>
      mayCharge === 'may-not' && paid !== 'no' && (amount === null || amount.currency === currency),
  )
  const paid = wrong.filter((each) => each.paid === 'yes')
  const items = paid.length > 0 ? paid : wrong
  if (items.length === 0) return undefined
  const left = answer.refund.find((each) => each.currency === currency)?.left ?? 0
  const why = new Set(items.flatMap((each) => each.because))
  return {
    currency,
    items: items.map(({ item, amount }) => ({ item, amount })),
    demand: left > 0 ? left : null,
    paid: paid.length > 0 ? 'yes' : 'unknown',
    open: items.some((each) => each.amount === null) ? 'open' : 'whole',
    law: fired.filter(({ rule }) => (why.has(rule) && !DOUBTS.includes(rule)) || rule === 'refund.claim'),
    doubt: fired.filter(({ rule }) => why.has(rule) && DOUBTS.includes(rule)),
  }
}
