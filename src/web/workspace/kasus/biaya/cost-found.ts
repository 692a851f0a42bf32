/** From the answers to the conclusion: each cost judged for itself, then the sums and the debt of all together. */
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Conclusion, Entry } from '#src/domain/rulebook/conclusion.ts'
import type { JudgedItem } from '#src/domain/rulebook/placement-cost/items.ts'
import {
  concludePlacementCost,
  type PlacementCostAnswer,
} from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import type { ClaimValues } from '#src/modules/cases/index.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { costFacts, costField, costLines } from './cost-facts.ts'

export type CostFound = {
  readonly conclusion: Conclusion<PlacementCostAnswer>
  readonly lines: readonly JudgedLine[]
}

export type JudgedLine = {
  readonly line: number
  readonly judged: JudgedItem
  /** As it was typed. */
  readonly on: string | undefined
  /** The rules that say so, each once, with the version that was in force on that day. */
  readonly because: readonly Entry[]
}

/** Undefined while an answer cannot be read. */
export function costFound(values: ClaimValues, today: PlainDate): CostFound | undefined {
  const conclusion = conclude(values, today)
  if (conclusion === undefined) return undefined
  return { conclusion, lines: costLines(values).flatMap((line) => judgedLine(values, line, today)) }
}

function conclude(
  values: ClaimValues,
  today: PlainDate,
  only?: number,
): Conclusion<PlacementCostAnswer> | undefined {
  const read = costFacts(values, only)
  return read.kind === 'facts' ? concludePlacementCost(read.facts, loadRulebook(), today) : undefined
}

function judgedLine(values: ClaimValues, line: number, today: PlainDate): readonly JudgedLine[] {
  const conclusion = conclude(values, today, line)
  if (conclusion === undefined || typeof conclusion.answer === 'string') return []
  const judged = conclusion.answer.items[0]
  if (judged === undefined) return []
  const because = judged.because.flatMap((rule) => conclusion.fired.find((each) => each.rule === rule) ?? [])
  return [{ line, judged, on: values[costField('on', line)]?.[0], because }]
}
