/**
 * Benefits by event and phase, from the chapter's table. `perhaps` is honest: a condition, the phase or the
 * membership is not known. An amount that was not read stays empty with its reason.
 */
import type { LawCertainty } from '../../law/article-ref.ts'
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { citationIn, parameterIn } from '../rulebook.ts'
import type { Standing } from './membership.ts'

export type Benefit = {
  /** Rule and parameter of the chapter are both named `benefit.<this>`. */
  readonly benefit: string
  readonly programme: string
  readonly kind: string
  readonly holds: 'yes' | 'perhaps'
  /** Conditions that are not known to be met. */
  readonly open: readonly string[]
  /** Rupiah; null when not read or not a sum. */
  readonly amount: number | null
  /** Why there is no amount. */
  readonly reason?: Readonly<Record<'id' | 'en', string>>
  readonly confidence: LawCertainty
  readonly conflict?: string
}

interface BenefitRow {
  readonly benefit: string
  readonly programme: string
  readonly phases: readonly string[]
  readonly kind: string
  readonly events: readonly string[]
  readonly conditions: readonly string[]
  readonly conflict?: string
}

type Met = 'yes' | 'no' | undefined

interface Condition {
  readonly met: (g: Gather) => Met
  /** What to ask when it is not known. */
  readonly fact?: string
}

export function benefitsFor(g: Gather, standing: Standing): readonly Benefit[] {
  const event = knownOf(g.facts.insurance?.event)
  if (event === undefined || event === 'none') return []
  if (standing === 'not-covered' || standing === 'foreign-scheme') return []
  const rows = (g.chapter.text.tables['benefits'] as readonly BenefitRow[]).filter(
    (row) => row.events.includes(event) && citationIn(g.chapter, `benefit.${row.benefit}`) !== undefined,
  )
  const benefits = rows.flatMap((row) => weigh(g, row, standing))
  if (benefits.length === 0) g.fire('benefit.none-read', 'insurance.event')
  return benefits
}

function weigh(g: Gather, row: BenefitRow, standing: Standing): readonly Benefit[] {
  const phase = knownOf(g.facts.migration?.phase)
  const phaseKnown = phase === 'before' || phase === 'during' || phase === 'after'
  if (phaseKnown && !row.phases.includes(phase)) return []
  const states = row.conditions.map((name) => ({ name, ...stateOf(g, name) }))
  if (states.some((each) => each.met === 'no')) {
    g.oppose(`benefit.${row.benefit}`, 'insurance.event', ...states.flatMap(({ fact }) => fact ?? []))
    return []
  }
  const open = [
    ...states.filter((each) => each.met === undefined).map((each) => each.name),
    ...(phaseKnown || row.phases.length === 3 ? [] : ['phase']),
    ...(standing === 'covered' ? [] : ['membership']),
  ]
  g.lack(...states.flatMap(({ met, fact }) => (met === undefined && fact !== undefined ? [fact] : [])))
  g.fire(`benefit.${row.benefit}`, 'insurance.event', 'migration.phase', 'insurance.status')
  fireConditions(g, row.conditions)
  return [{ ...amountOf(g, row), holds: open.length === 0 ? 'yes' : 'perhaps', open }]
}

function amountOf(g: Gather, row: BenefitRow): Omit<Benefit, 'holds' | 'open'> {
  const found = parameterIn(g.chapter, `benefit.${row.benefit}`)
  const { benefit, programme, kind, conflict } = row
  const inForce = conflict !== undefined && citationIn(g.chapter, conflict) !== undefined
  return {
    benefit,
    programme,
    kind,
    amount: found?.amount ?? null,
    ...(found?.reason === undefined ? {} : { reason: found.reason }),
    confidence: found?.confidence ?? 'unverified',
    ...(inForce ? { conflict } : {}),
  }
}

function fireConditions(g: Gather, conditions: readonly string[]): void {
  if (conditions.includes('not-government-policy'))
    g.fire(
      'condition.failed-departure',
      'departure.ownFault',
      'departure.byPlacementActor',
      'departure.byGovernmentPolicy',
    )
  if (conditions.includes('proven')) g.fire('condition.proven')
  if (conditions.includes('cause-is-other') && knownOf(g.facts.death?.cause) === undefined)
    g.fire('benefit.cause-unknown')
}

const CONDITIONS: Readonly<Record<string, Condition>> = {
  'not-own-fault': never('departure.ownFault', (g) => g.facts.departure?.ownFault),
  'not-placement-actor': never('departure.byPlacementActor', (g) => g.facts.departure?.byPlacementActor),
  'not-government-policy': never(
    'departure.byGovernmentPolicy',
    (g) => g.facts.departure?.byGovernmentPolicy,
  ),
  'cause-is-work-accident': { fact: 'death.cause', met: byWorkAccident },
  'cause-is-other': { fact: 'death.cause', met: (g) => turned(byWorkAccident(g)) },
  'accident-if-death': {
    fact: 'death.cause',
    met: (g) => (g.facts.insurance?.event === 'death' ? byWorkAccident(g) : 'yes'),
  },
  'chose-old-age': { fact: 'insurance.oldAge', met: (g) => answered(g.facts.insurance?.oldAge) },
  'school-children': { fact: 'insurance.schoolChildren', met: hasSchoolChildren },
  dismissed: { fact: 'departure.dismissed', met: (g) => answered(g.facts.departure?.dismissed) },
  'one-sided': {
    fact: 'departure.dismissedOneSided',
    met: (g) =>
      g.facts.insurance?.event === 'one-sided-dismissal'
        ? 'yes'
        : answered(g.facts.departure?.dismissedOneSided),
  },
}

/** Conditions that only BPJS can find met (proof, own will, being in trouble) stay open. */
function stateOf(g: Gather, name: string): { readonly met: Met; readonly fact?: string } {
  const condition = CONDITIONS[name]
  if (condition === undefined) return { met: undefined }
  return { met: condition.met(g), ...(condition.fact === undefined ? {} : { fact: condition.fact }) }
}

function never(fact: string, read: (g: Gather) => Parameters<typeof answered>[0]): Condition {
  return { fact, met: (g) => turned(answered(read(g))) }
}

function turned(met: Met): Met {
  if (met === undefined) return undefined
  return met === 'yes' ? 'no' : 'yes'
}

function byWorkAccident(g: Gather): Met {
  const cause = knownOf(g.facts.death?.cause)
  if (cause === undefined) return answered(g.facts.health?.workAccident) === 'yes' ? 'yes' : undefined
  return cause === 'work-accident' ? 'yes' : 'no'
}

function hasSchoolChildren(g: Gather): Met {
  const children = knownOf(g.facts.insurance?.schoolChildren)
  if (children === undefined) return undefined
  return children > 0 ? 'yes' : 'no'
}
