/** Goes once through the indicators: what each dimension comes to, and a line for every answer. Runs very often. */
import type { Entry, UsedFact } from '../conclusion.ts'
import type { Weighed } from '../facts/facts-kit.ts'
import { shownOtherwise, type ShownOtherwise } from './shown-otherwise.ts'
import type { Facts } from '../facts/facts.ts'
import {
  isPositive,
  type DimensionState,
  type PreparedIndicator,
  type PreparedTable,
  type Tally,
} from './indicator-table.ts'

export interface ReadDimension {
  readonly rule: string
  readonly state: DimensionState
  /** Lines of the indicators answered yes. */
  readonly lines: readonly Entry[]
  readonly open: readonly PreparedIndicator[]
}

export interface ReadIndicators {
  readonly dimensions: readonly ReadDimension[]
  readonly against: readonly Entry[]
  /** For each of the eleven headings, the facts that fall under it. */
  readonly headings: readonly (readonly UsedFact[] | undefined)[]
  readonly anyYes: 'some' | 'none'
}

type Given = Readonly<Record<string, Readonly<Record<string, string | Weighed | undefined>> | undefined>>

export function readIndicators(facts: Facts, table: PreparedTable, list: 'adult' | 'child'): ReadIndicators {
  const given = facts.indicators as Given | undefined
  const shown = shownOtherwise(facts)
  const against: Entry[] = []
  const headings: (UsedFact[] | undefined)[] = []
  let anyYes: 'some' | 'none' = 'none'
  const dimensions: ReadDimension[] = []
  for (const dimension of table.dimensions) {
    const read = readDimension(dimension, given?.[dimension.name], shown, list, against, headings)
    if (read.lines.length > 0) anyYes = 'some'
    dimensions.push(read)
  }
  return { dimensions, against, headings, anyYes }
}

function readDimension(
  dimension: PreparedTable['dimensions'][number],
  given: Readonly<Record<string, string | Weighed | undefined>> | undefined,
  shown: ShownOtherwise | undefined,
  list: 'adult' | 'child',
  against: Entry[],
  headings: (UsedFact[] | undefined)[],
): ReadDimension {
  const sure: Tally = { strong: 0, medium: 0, weak: 0 }
  const possible: Tally = { strong: 0, medium: 0, weak: 0 }
  const lines: Entry[] = []
  const open: PreparedIndicator[] = []
  for (const indicator of dimension.indicators) {
    const strength = indicator[list]
    const said = given?.[indicator.name]
    const answer = typeof said === 'object' ? said.answer : said
    const other = answer === 'yes' || answer === 'no' ? undefined : shown?.[indicator.path]
    if (answer === 'yes' || other !== undefined) {
      const line = yesLine(indicator, said, other, against)
      if (line === undefined) continue
      lines.push(line)
      underHeadings(indicator.headings, line, headings)
      if (strength === null) continue
      sure[strength] += 1
      possible[strength] += 1
    } else if (answer === 'no') {
      const line = typeof said === 'object' ? weighedNo(indicator, said) : indicator.no
      if (line !== undefined) against.push(line)
    } else if (strength !== null) {
      possible[strength] += 1
      open.push(indicator)
    }
  }
  return { rule: dimension.rule, state: stateOf(sure, possible), lines, open }
}

function yesLine(
  indicator: PreparedIndicator,
  said: string | Weighed | undefined,
  other: UsedFact | undefined,
  against: Entry[],
): Entry | undefined {
  if (other !== undefined) return indicator.yes && { ...indicator.yes, facts: [other] }
  return typeof said === 'object' ? weighedLine(indicator, said, against) : indicator.yes
}

function stateOf(sure: Tally, possible: Tally): DimensionState {
  if (isPositive(sure)) return 'positive'
  return isPositive(possible) ? 'open' : 'negative'
}

function underHeadings(mask: number, line: Entry, headings: (UsedFact[] | undefined)[]): void {
  const used = line.facts[0]
  if (used === undefined) return
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const at = 31 - Math.clz32(rest & -rest)
    const there = headings[at]
    if (there === undefined) headings[at] = [used]
    else there.push(used)
  }
}

/** A yes with its sentences; what speaks against it is kept as a line of its own. */
function weighedLine(indicator: PreparedIndicator, said: Weighed, against: Entry[]): Entry | undefined {
  if (indicator.yes === undefined) return undefined
  const line = { ...indicator.yes, facts: [used(indicator, said)] }
  if (said.contrary !== undefined && said.contrary.length > 0) against.push(line)
  return line
}

function weighedNo(indicator: PreparedIndicator, said: Weighed): Entry | undefined {
  return indicator.no && { ...indicator.no, facts: [used(indicator, said)] }
}

function used(indicator: PreparedIndicator, said: Weighed): UsedFact {
  return {
    fact: indicator.fact,
    value: said.answer,
    ...(said.evidence ? { evidence: said.evidence } : {}),
    ...(said.contrary ? { contrary: said.contrary } : {}),
  }
}
