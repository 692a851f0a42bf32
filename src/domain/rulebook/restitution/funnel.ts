/** From the calculated sum to the paid one: what was lost at each step, and why. */
import { minorOf, mulDiv } from '../wages/money.ts'
import { knownOf, type Money } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'

export const STAGES = ['calculated-claimed', 'claimed-granted', 'granted-paid'] as const
export type Stage = (typeof STAGES)[number]

export const FUNNEL_FINDINGS = [
  'loss-without-reason',
  'more-than-before',
  'other-currency',
  'nothing-paid',
] as const
export type FunnelFinding = (typeof FUNNEL_FINDINGS)[number]

/** Amounts in the smallest unit of the currency. */
export type StageLoss = {
  readonly stage: Stage
  readonly before: number | null
  readonly after: number | null
  readonly lost: number | null
  /** Of what stood before, in hundredths of a percent. */
  readonly lostShare: number | null
  readonly reasons: readonly string[]
  readonly findings: readonly FunnelFinding[]
}

export type Funnel = {
  readonly currency: string
  readonly calculated: number | null
  readonly claimed: number | null
  readonly granted: number | null
  readonly paid: number | null
  readonly steps: readonly StageLoss[]
  /** Paid of what was calculated, in hundredths of a percent. */
  readonly paidShare: number | null
}

const WHOLE = 10_000

type Losses = NonNullable<Facts['loss']>

/** Null when no sum is known. */
export function funnelOf(loss: Losses): Funnel | null {
  const sums = [loss.calculated, loss.claimed, loss.granted, loss.paid].map((each) => knownOf(each))
  const currency = sums.find((each) => each !== undefined)?.currency
  if (currency === undefined) return null
  const inCurrency = (money: Money | undefined) => (money?.currency === currency ? minorOf(money) : null)
  const [calculated, claimed, granted, paid] = sums.map(inCurrency) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ]
  const foreign = sums.map((each) => each !== undefined && each.currency !== currency)
  const pairs = [
    [calculated, claimed],
    [claimed, granted],
    [granted, paid],
  ] as const
  return {
    currency,
    calculated,
    claimed,
    granted,
    paid,
    steps: STAGES.map((stage, at) => {
      const [before, after] = pairs[at] ?? [null, null]
      const mixed = foreign[at] === true || foreign[at + 1] === true
      return stepOf(loss, stage, { before, after, mixed: mixed ? 'mixed' : 'same' })
    }),
    paidShare: shareOf(paid, calculated),
  }
}

interface Step {
  readonly before: number | null
  readonly after: number | null
  readonly mixed: 'mixed' | 'same'
}

function stepOf(loss: Losses, stage: Stage, { before, after, mixed }: Step): StageLoss {
  const lost = before === null || after === null ? null : Math.max(0, before - after)
  const reasons = (loss.reasons ?? []).flatMap((each) => {
    const reason = knownOf(each.reason)
    return each.stage === stage && reason !== undefined ? [reason] : []
  })
  const findings: readonly FunnelFinding[] = [
    ...(lost !== null && lost > 0 && reasons.length === 0 ? (['loss-without-reason'] as const) : []),
    ...(before !== null && after !== null && after > before ? (['more-than-before'] as const) : []),
    ...(mixed === 'mixed' ? (['other-currency'] as const) : []),
    ...(stage === 'granted-paid' && after === 0 ? (['nothing-paid'] as const) : []),
  ]
  return {
    stage,
    before,
    after,
    lost,
    lostShare: shareOf(lost, before),
    reasons: [...new Set(reasons)].sort(),
    findings,
  }
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : mulDiv(part, WHOLE, whole)
}
