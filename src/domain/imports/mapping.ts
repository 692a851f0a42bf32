/** Which column is which: suggested by the words of the heading, remembered by the headings together, decided by a person. */
import type { DateOrder } from '../htcds/dates.ts'
import { FIELDS, YES_USES, doubledUse, isColumnUse, type ColumnUse } from './fields.ts'
import { HEADINGS, plainWord } from './words.ts'

export type ListColumn = {
  /** Place in the row, from 0. */
  readonly at: number
  readonly heading: string
  /** What the column is called in a mapping; two equal headings are told apart. */
  readonly key: string
}

/** Keys are those of the columns; `values` says for a column what a plain word stands for, `''` for "stays a word". */
export type ListMapping = {
  readonly uses: Readonly<Record<string, ColumnUse>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly order?: DateOrder
}

const ROWS_LOOKED_AT = 15

/** The row of the headings, from 0: where most cells are words we know, else the first one that is nearly full. */
export function guessHeadingRow(rows: readonly (readonly string[])[]): number {
  const known = new Set(Object.values(HEADINGS).flat())
  const scores = rows.slice(0, ROWS_LOOKED_AT).map((row) => {
    const filled = row.filter((cell) => cell.trim() !== '').length
    return { hits: row.filter((cell) => known.has(plainWord(cell))).length, filled }
  })
  const best = Math.max(0, ...scores.map(({ hits }) => hits))
  if (best >= 2) return scores.findIndex(({ hits }) => hits === best)
  const fullest = Math.max(0, ...scores.map(({ filled }) => filled))
  return Math.max(
    0,
    scores.findIndex(({ filled }) => filled >= fullest / 2 && filled > 1),
  )
}

export function columnsOf(rows: readonly (readonly string[])[], headingRow: number): readonly ListColumn[] {
  const heads = rows[headingRow] ?? []
  const width = Math.max(heads.length, ...rows.slice(headingRow + 1).map((row) => row.length))
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, at) => {
    const heading = (heads[at] ?? '').trim()
    const plain = plainWord(heading)
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return { at, heading, key: times === 1 ? plain : `${plain} #${times}` }
  })
}

/** The same headings, in whatever order they stand, without the column that our own file of mistakes adds. */
export function signatureOf(columns: readonly ListColumn[]): string {
  return columns
    .map(({ key }) => key)
    .filter((key) => HEADINGS['leave-out']?.includes(key) !== true)
    .toSorted()
    .join('\n')
}

/** By the words of the heading alone; a column that says nothing to us is kept as a note. */
export function suggestMapping(columns: readonly ListColumn[]): ListMapping {
  const taken: ColumnUse[] = []
  const uses = columns.map(({ key, heading }) => {
    const use = heading === '' ? 'leave-out' : suggested(plainWord(heading))
    const fits = doubledUse([...taken, use]) === undefined ? use : 'note'
    taken.push(fits)
    return [key, fits] as const
  })
  return { uses: Object.fromEntries(uses), values: {} }
}

function suggested(plain: string): ColumnUse {
  const candidates: readonly ColumnUse[] = [...FIELDS, ...YES_USES, 'leave-out']
  return candidates.find((use) => HEADINGS[use]?.includes(plain)) ?? 'note'
}

/** What was said of the columns before, as far as they stand in this list. */
export function fitMapping(columns: readonly ListColumn[], before: ListMapping): ListMapping {
  const fresh = suggestMapping(columns)
  const keys = new Set(columns.map(({ key }) => key))
  const uses = Object.fromEntries(
    Object.entries(fresh.uses).map(([key, use]) => [key, before.uses[key] ?? use] as const),
  )
  const values = Object.fromEntries(Object.entries(before.values).filter(([key]) => keys.has(key)))
  return { uses, values, ...(before.order && { order: before.order }) }
}

export type MappingProblem = 'doubled' | 'nothing'

/** What is wrong with it before any row is read. */
export function checkMapping(mapping: ListMapping): MappingProblem | undefined {
  const uses = Object.values(mapping.uses)
  if (doubledUse(uses) !== undefined || !uses.every(isColumnUse)) return 'doubled'
  return uses.every((use) => use === 'leave-out' || use === 'note') ? 'nothing' : undefined
}

export function useOf(mapping: ListMapping, column: ListColumn): ColumnUse {
  return mapping.uses[column.key] ?? 'note'
}
