/** What is paid in, by way of placement and length of contract (Permenaker 4/2023 art 18). */
import type { LawCertainty } from '../../law/article-ref.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { parameterIn } from '../rulebook.ts'

export type ContributionPart = {
  /** Parameter of the chapter. */
  readonly parameter: string
  readonly times: number
  /** Rupiah; null when not read. */
  readonly amount: number | null
  readonly confidence: LawCertainty
}

export type Contribution = {
  readonly steps: 'two' | 'one' | 'unclear'
  readonly months: number | null
  readonly parts: readonly ContributionPart[]
  /** Rupiah; null when a part is not known, with the reason. */
  readonly total: number | null
  readonly reason?: 'months-not-known' | 'shorter-than-six-months' | 'way-not-known' | 'not-read'
}

const PACKAGES = [24, 12, 6] as const
const STAGED: readonly string[] = ['p3mi', 'government-to-government']

export function contributionOf(g: Gather): Contribution {
  const steps = stepsOf(g)
  const months = knownOf(g.facts.insurance?.contractMonths) ?? knownOf(g.facts.contract?.months) ?? null
  if (months === null) g.lack('insurance.contractMonths')
  const before = steps === 'two' ? [part(g, 'contribution-before', 1)] : []
  const during = months === null ? [] : packageFor(g, months)
  const parts = [...before, ...during].filter((each) => each !== undefined)
  const reason = whyNoTotal(steps, months, parts)
  return {
    steps,
    months,
    parts,
    total:
      reason === undefined ? parts.reduce((sum, { amount, times }) => sum + (amount ?? 0) * times, 0) : null,
    ...(reason === undefined ? {} : { reason }),
  }
}

function stepsOf(g: Gather): Contribution['steps'] {
  const way = knownOf(g.facts.migration?.placementWay)
  if (way === undefined) {
    g.lack('migration.placementWay')
    return 'unclear'
  }
  if (STAGED.includes(way)) return g.fire('contribution.staged', 'migration.placementWay') ? 'two' : 'unclear'
  if (way === 'independent') return g.fire('contribution.once', 'migration.placementWay') ? 'one' : 'unclear'
  g.fire('contribution.way-not-read', 'migration.placementWay')
  return 'unclear'
}

/** The longest package that fits, and a month at a time for the rest. */
function packageFor(g: Gather, months: number): readonly (ContributionPart | undefined)[] {
  const fits = PACKAGES.find((each) => each <= months)
  if (fits === undefined) return []
  const extra = months - fits
  return [
    part(g, `contribution-${fits}-months`, 1),
    ...(extra > 0 ? [part(g, 'contribution-extra-month', extra)] : []),
  ]
}

function part(g: Gather, parameter: string, times: number): ContributionPart | undefined {
  const found = parameterIn(g.chapter, parameter)
  return found && { parameter, times, amount: found.amount, confidence: found.confidence }
}

function whyNoTotal(
  steps: Contribution['steps'],
  months: number | null,
  parts: readonly ContributionPart[],
): Contribution['reason'] {
  if (steps === 'unclear') return 'way-not-known'
  if (months === null) return 'months-not-known'
  if (months < 6) return 'shorter-than-six-months'
  const during = parts.some((each) => each.parameter !== 'contribution-before')
  return during && parts.every((each) => each.amount !== null) ? undefined : 'not-read'
}
