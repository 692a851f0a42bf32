/** The four heads of loss of UU 21/2007 art 48 (2), each with its sums and its proof. */
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { minorOf } from '../wages/money.ts'

export const HEADS = [
  'lost-wealth-or-income',
  'suffering',
  'medical-or-psychological-care',
  'other-loss',
] as const
export type Head = (typeof HEADS)[number]

export const PROOFS = ['proven', 'partly-proven', 'not-proven', 'unknown'] as const
export type Proof = (typeof PROOFS)[number]

export type HeadOfLoss = {
  readonly head: Head
  /** In the smallest unit, one entry for each currency. */
  readonly sums: readonly { readonly currency: string; readonly amount: number }[]
  readonly proof: Proof
  readonly evidence: readonly string[]
  /** Lines of this head without a sum. */
  readonly withoutSum: number
}

type Line = NonNullable<NonNullable<Facts['loss']>['heads']>[number]

export function headsOf(facts: Facts): readonly HeadOfLoss[] {
  const lines = facts.loss?.heads ?? []
  return HEADS.flatMap((head) => {
    const own = lines.filter((line) => line.head === head)
    return own.length === 0 ? [] : [headOf(head, own)]
  })
}

function headOf(head: Head, lines: readonly Line[]): HeadOfLoss {
  const sums = new Map<string, number>()
  for (const line of lines) {
    const money = knownOf(line.amount)
    if (money !== undefined) sums.set(money.currency, (sums.get(money.currency) ?? 0) + minorOf(money))
  }
  return {
    head,
    sums: [...sums]
      .map(([currency, amount]) => ({ currency, amount }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    proof: proofOf(lines),
    evidence: [
      ...new Set(lines.flatMap((line) => (line.evidence ?? []).flatMap(({ what }) => what ?? []))),
    ].sort(),
    withoutSum: lines.filter((line) => knownOf(line.amount) === undefined).length,
  }
}

/** Named evidence counts as proof; nobody having asked counts as nothing. */
function proofOf(lines: readonly Line[]): Proof {
  const each = lines.map(
    (line) => answered(line.proven) ?? ((line.evidence ?? []).length > 0 ? 'yes' : undefined),
  )
  if (each.every((one) => one === 'yes')) return 'proven'
  if (each.some((one) => one === 'yes')) return 'partly-proven'
  return each.every((one) => one === 'no') ? 'not-proven' : 'unknown'
}
