/**
 * The operational indicators of ILO and the European Commission (2009) and their decision table. A dimension is
 * positive with two strong indicators, or one strong and one other, or three medium, or two medium and one weak.
 * What was not asked could still turn it: then it is open, never negative.
 */
import type { Chapter, Sentence } from '../rulebook.ts'
import { entryOf, oncePerChapter } from '../rulebook.ts'
import type { Entry, UsedFact } from '../conclusion.ts'
import { DIMENSIONS, type Dimension } from '../facts/indicator-names.ts'

export const STRENGTHS = ['strong', 'medium', 'weak'] as const
export type Strength = (typeof STRENGTHS)[number]

export interface IndicatorRow {
  /** Path below `indicators`, for instance `exploitation.excessiveHours`. */
  readonly path: string
  /** Its number in the printed list. */
  readonly number: string
  readonly adult: Strength
  /** Null for the two that are not in the children's list. */
  readonly child: Strength | null
  /** Headings of the eleven ILO indicators of forced labour under which it falls. */
  readonly ilo11: readonly string[]
}

export const DIMENSION_STATES = ['positive', 'open', 'negative'] as const
export type DimensionState = (typeof DIMENSION_STATES)[number]

export interface Tally {
  strong: number
  medium: number
  weak: number
}

export function isPositive(tally: Readonly<Tally>): boolean {
  const { strong, medium, weak } = tally
  return strong >= 2 || (strong === 1 && medium + weak >= 1) || medium >= 3 || (medium === 2 && weak >= 1)
}

/** What the printed table says of a combination, and what becomes of one that it does not list. */
export const TABLE_ROWS = [
  'not-a-victim',
  'exploited-migrant',
  'deception-and-exploitation',
  'trafficking-forced-labour',
  'not-listed',
  'open',
] as const
export type TableRow = (typeof TABLE_ROWS)[number]

/** The four dimensions that the table reads. */
export interface TableCase {
  readonly deception: DimensionState
  readonly coercion: DimensionState
  readonly exploitation: DimensionState
  readonly coercionAtDestination: DimensionState
}

/** The row for what is known. `open` when rows that differ are still possible. */
export function tableRowOf(states: TableCase): TableRow {
  const ends = [states.deception, states.coercion, states.exploitation, states.coercionAtDestination].reduce<
    readonly (readonly boolean[])[]
  >((all, state) => all.flatMap((done) => readings(state).map((each) => [...done, each])), [[]])
  const rows = new Set(ends.map((end) => closedRow(end)))
  if (rows.size === 1) return [...rows][0] ?? 'open'
  const undecidable = [...rows].every((row) => row === 'not-listed' || row === 'deception-and-exploitation')
  return undecidable ? 'not-listed' : 'open'
}

function readings(state: DimensionState): readonly boolean[] {
  if (state === 'open') return [true, false]
  return [state === 'positive']
}

function closedRow(end: readonly boolean[]): TableRow {
  const [deception, coercion, exploitation, atDestination] = end
  const means = deception === true || coercion === true
  if (!exploitation) return !means && !atDestination ? 'not-a-victim' : 'not-listed'
  if (atDestination) return means ? 'trafficking-forced-labour' : 'not-listed'
  if (!means) return 'exploited-migrant'
  return coercion === true ? 'not-listed' : 'deception-and-exploitation'
}

export interface PreparedIndicator {
  readonly name: string
  readonly path: string
  readonly fact: string
  readonly adult: Strength
  readonly child: Strength | null
  /** One bit for each of the eleven headings. */
  readonly headings: number
  /** Ready-made lines for a bare yes or no, shared by all conclusions and therefore frozen. */
  readonly yes: Entry | undefined
  readonly no: Entry | undefined
}

export interface PreparedTable {
  readonly dimensions: readonly {
    readonly name: Dimension
    readonly rule: string
    readonly indicators: readonly PreparedIndicator[]
  }[]
  /** Rules of the eleven headings, in their order. */
  readonly headingRules: readonly string[]
}

export const preparedTable = oncePerChapter((chapter: Chapter): PreparedTable => {
  const rows = chapter.text.tables['indicators'] as readonly IndicatorRow[]
  const headings = (
    chapter.text.tables['ilo11'] as readonly { readonly id: string; readonly says: Sentence }[]
  ).map((each) => each.id)
  const dimensions = DIMENSIONS.map((name) => ({
    name,
    rule: `ilo-ec.dimension.${name}`,
    indicators: rows
      .filter((row) => row.path.startsWith(`${name}.`))
      .map((row) => prepared(chapter, row, headings)),
  }))
  return { dimensions, headingRules: headings.map((each) => `ilo11.${each}`) }
})

function prepared(chapter: Chapter, row: IndicatorRow, headings: readonly string[]): PreparedIndicator {
  const fact = `indicators.${row.path}`
  const line = (value: 'yes' | 'no') => {
    const [entry] = entryOf(
      chapter,
      `ilo-ec.${row.path}`,
      Object.freeze([Object.freeze<UsedFact>({ fact, value })]),
    )
    return entry && Object.freeze(entry)
  }
  return {
    name: row.path.slice(row.path.indexOf('.') + 1),
    path: row.path,
    fact,
    adult: row.adult,
    child: row.child,
    headings: row.ilo11.reduce((mask, heading) => mask | (1 << headings.indexOf(heading)), 0),
    yes: line('yes'),
    no: line('no'),
  }
}
