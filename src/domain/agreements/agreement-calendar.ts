/** What falls due: overdue first, then within 30 days, within 90, and later. */
import { addDays, type PlainDate } from '../kernel/partial-date.ts'

export const DUE_GROUPS = ['overdue', 'in-30', 'in-90', 'later'] as const
export type DueGroup = (typeof DUE_GROUPS)[number]

/** The day itself is not overdue. */
export function dueGroupOf(day: PlainDate, today: PlainDate): DueGroup {
  if (day < today) return 'overdue'
  if (day <= addDays(today, 30)) return 'in-30'
  return day <= addDays(today, 90) ? 'in-90' : 'later'
}

export function groupByDue<T extends { readonly dueOn: PlainDate }>(
  items: readonly T[],
  today: PlainDate,
): Readonly<Record<DueGroup, readonly T[]>> {
  const groups: Record<DueGroup, T[]> = { overdue: [], 'in-30': [], 'in-90': [], later: [] }
  const ordered = items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
  for (const item of ordered) groups[dueGroupOf(item.dueOn, today)].push(item)
  return groups
}
