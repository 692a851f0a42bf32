/** The same table on two days: which cells changed, and by which norm. */
import type { PlainDate } from '../kernel/partial-date.ts'
import { compareRules, type Cell, type CompareQuery, type Judged } from './compare.ts'
import type { ComparedNorm } from './norm.ts'

export interface CellChange<N extends ComparedNorm> {
  readonly need: string
  readonly column: string
  readonly before: Cell<N>
  readonly after: Cell<N>
  readonly began: readonly N[]
  readonly ended: readonly N[]
}

/** Cells whose rules or verdict differ between the two days, in the order of the table. */
export function changesBetween<N extends ComparedNorm>(
  norms: readonly N[],
  query: Omit<CompareQuery, 'on'>,
  days: { readonly from: PlainDate; readonly to: PlainDate },
  judged: Judged,
): readonly CellChange<N>[] {
  const before = compareRules(norms, { ...query, on: days.from }, judged).rows.flatMap((row) => row.cells)
  const after = compareRules(norms, { ...query, on: days.to }, judged).rows.flatMap((row) => row.cells)
  return before.flatMap((old, at) => {
    const now = after[at]
    if (now === undefined) return []
    const began = lackingIn(now, old)
    const ended = lackingIn(old, now)
    return began.length === 0 && ended.length === 0 && old.verdict === now.verdict
      ? []
      : [{ need: old.need, column: old.column, before: old, after: now, began, ended }]
  })
}

function lackingIn<N extends ComparedNorm>(cell: Cell<N>, other: Cell<N>): readonly N[] {
  const there = new Set(other.entries.map((entry) => entry.norm.id))
  return cell.entries.filter((entry) => !there.has(entry.norm.id)).map((entry) => entry.norm)
}
