/** How long it took from a breach until it was mended. What nobody knows stays unknown, and nothing is guessed between. */
import {
  daysBetween,
  earliestDay,
  isImpossible,
  latestDay,
  type PartialDate,
} from '../kernel/partial-date.ts'

export const BREACH_STEPS = ['breach', 'noticed', 'protested', 'answered', 'mended'] as const
export type BreachStep = (typeof BREACH_STEPS)[number]
export type BreachDates = Readonly<Record<BreachStep, PartialDate | null>>

/** Exact where both are one day; else the fewest and the most days it can have been. */
export type Span =
  { readonly kind: 'days'; readonly least: number; readonly most: number } | { readonly kind: 'unknown' }

export type ReactionLeg = { readonly from: BreachStep; readonly to: BreachStep; readonly span: Span }
export type Reaction = {
  readonly legs: readonly ReactionLeg[]
  readonly whole: Span
  /** The last step that is known to have happened. */
  readonly reached: BreachStep | null
}

export function reactionOf(dates: BreachDates): Reaction {
  const legs = BREACH_STEPS.slice(1).map((to, at): ReactionLeg => {
    const from = BREACH_STEPS[at] as BreachStep
    return { from, to, span: spanOf(dates[from], dates[to]) }
  })
  return {
    legs,
    whole: spanOf(dates.breach, dates.mended),
    reached: BREACH_STEPS.findLast((step) => dates[step] !== null) ?? null,
  }
}

function spanOf(from: PartialDate | null, to: PartialDate | null): Span {
  if (from === null || to === null) return { kind: 'unknown' }
  return {
    kind: 'days',
    least: Math.max(0, daysBetween(latestDay(from), earliestDay(to))),
    most: Math.max(0, daysBetween(earliestDay(from), latestDay(to))),
  }
}

/** The steps that can not have happened after an earlier one: an answer before the protest, for instance. */
export function stepsOutOfOrder(dates: BreachDates): readonly BreachStep[] {
  return BREACH_STEPS.filter((later, at) =>
    BREACH_STEPS.slice(0, at).some((earlier) => {
      const [a, b] = [dates[earlier], dates[later]]
      return a !== null && b !== null && isImpossible({ earlier: a, later: b })
    }),
  )
}
