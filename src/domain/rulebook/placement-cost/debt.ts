/** What the debt for the placement does to the wage. The levels are the service's own, not a law. */
import { knownOf, type Money } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { parameterIn } from '../rulebook.ts'

export type Debt = {
  readonly level: 'red' | 'watch' | 'none-known'
  /** Part of a month's pay, 0 to 1 and above; null when not known or in two currencies. */
  readonly shareOfPay: number | null
  readonly months: number | null
  readonly reasons: readonly DebtReason[]
}
export type DebtReason =
  'more-than-half-of-pay' | 'house-as-security' | 'other-security' | 'longer-than-contract' | 'debt'

export function debtOf(g: Gather): Debt {
  const monthly = knownOf(g.facts.cost?.loanMonthly) ?? knownOf(g.facts.offer?.monthlyDeduction)
  const loan = knownOf(g.facts.cost?.loan)
  const collateral = (knownOf(g.facts.cost?.collateral) ?? []).filter((each) => each !== 'none')
  if (monthly === undefined && loan === undefined && collateral.length === 0)
    return { level: 'none-known', shareOfPay: null, months: null, reasons: [] }
  const shareOfPay = shareOf(g, monthly)
  const months = monthsOf(g, loan, monthly)
  const red = parameterIn(g.chapter, 'debt-red-share')?.amount ?? undefined
  const contract = knownOf(g.facts.contract?.months)
  const reasons: DebtReason[] = [
    ...(red !== undefined && shareOfPay !== null && shareOfPay > red
      ? (['more-than-half-of-pay'] as const)
      : []),
    ...(collateral.includes('house') ? (['house-as-security'] as const) : []),
    ...(collateral.some((each) => each !== 'house') ? (['other-security'] as const) : []),
    ...(contract !== undefined && months !== null && months > contract
      ? (['longer-than-contract'] as const)
      : []),
    'debt',
  ]
  const level = reasons.some((each) => each === 'more-than-half-of-pay' || each === 'house-as-security')
    ? 'red'
    : 'watch'
  if (level === 'red') g.fire('debt.red', 'cost.loanMonthly', 'cost.monthlyPay', 'cost.collateral')
  g.fire('debt.bondage-sign', 'cost.loan', 'cost.loanMonthly', 'cost.collateral')
  return { level, shareOfPay, months, reasons }
}

function shareOf(g: Gather, monthly: Money | undefined): number | null {
  const pay = knownOf(g.facts.cost?.monthlyPay) ?? knownOf(g.facts.offer?.monthlyPay)
  if (monthly === undefined) g.lack('cost.loanMonthly')
  if (pay === undefined) g.lack('cost.monthlyPay')
  if (monthly === undefined || pay === undefined) return null
  if (pay.currency !== monthly.currency || pay.amount === 0) return null
  return monthly.amount / pay.amount
}

function monthsOf(g: Gather, loan: Money | undefined, monthly: Money | undefined): number | null {
  const told = knownOf(g.facts.cost?.loanMonths) ?? knownOf(g.facts.offer?.deductionMonths)
  if (told !== undefined) return told
  if (loan === undefined || monthly === undefined || monthly.amount === 0) return null
  return loan.currency === monthly.currency ? Math.ceil(loan.amount / monthly.amount) : null
}
