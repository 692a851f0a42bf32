/**
 * May they ask this money? Item by item, by whom, since when and where; what the debt for it does to the wage; and
 * the sums for a letter that asks it back. A cost that no list names is never called lawful.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Conclusion, Confirmer } from '../conclusion.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import type { Rulebook } from '../rulebook.ts'
import { debtOf, type Debt } from './debt.ts'
import { judgeItems, type JudgedItem } from './items.ts'
import { refundOf, type RefundLine } from './refund.ts'

export type PlacementCostAnswer = {
  readonly items: readonly JudgedItem[]
  readonly debt: Debt
  readonly refund: readonly RefundLine[]
  /** Rules of the chapter about this destination. */
  readonly where: readonly string[]
}

const CONFIRM_BY: readonly Confirmer[] = ['caseworker', 'labour-attache']

export function concludePlacementCost(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<PlacementCostAnswer> {
  const g = gather('placement-cost', facts, rulebook, asOf)
  const listed = facts.cost?.items ?? []
  const debt = debtOf(g)
  if (listed.length === 0) g.lack('cost.items')
  if (listed.length === 0 && debt.level === 'none-known')
    return g.conclude<PlacementCostAnswer>('not-enough-facts', CONFIRM_BY)
  const items = judgeItems(g, rulebook)
  const refund = refundOf(items, knownOf(facts.cost?.refunded))
  if (refund.some((each) => each.claim > 0)) g.fire('refund.claim', 'cost.items')
  return g.conclude({ items, debt, refund, where: rulesOfPlace(g) }, CONFIRM_BY)
}

function rulesOfPlace(g: Gather): readonly string[] {
  const country = knownOf(g.facts.migration?.destination) ?? knownOf(g.facts.offer?.country)
  if (country === undefined) {
    g.lack('migration.destination')
    return []
  }
  const host = `host.${country}`
  const known = g.chapter.text.rules.some((each) => each.id === host)
  return known && g.fire(host, 'migration.destination', 'offer.country') ? [host] : []
}
