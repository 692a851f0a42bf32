/** What the law of the place says beside the floor: overtime, caps on deductions, rest, time limits, food. */
import type { PlainDate } from '../../kernel/partial-date.ts'
import { oncePerChapter, parameterIn, type Chapter, type ParameterVersion } from '../rulebook.ts'
import { minorOf, mulDiv } from './money.ts'
import type { WorkGroup } from './floor.ts'

interface PlaceRow {
  readonly place: string
  readonly groups: readonly WorkGroup[]
}
interface ParameterRow extends PlaceRow {
  readonly parameter: string
}
interface RuleRow extends PlaceRow {
  readonly rule: string
}
interface FoodRow extends ParameterRow {
  readonly currency: string
}
interface LimitRow extends ParameterRow {
  readonly unit: 'years' | 'months'
  /** Counted from the day each month's pay was due, or from the end of the work. */
  readonly from: 'due' | 'end'
}
interface SettlementRow {
  readonly parameter: string
  readonly months: number
  readonly currency: string
  readonly kind: 'settled' | 'demanded'
}

export interface PlaceTables {
  readonly overtime: readonly ParameterRow[]
  readonly caps: readonly ParameterRow[]
  readonly rest: readonly RuleRow[]
  readonly food: readonly FoodRow[]
  readonly limits: readonly LimitRow[]
  readonly settlements: readonly SettlementRow[]
}

export const tablesOf = oncePerChapter((chapter) => chapter.text.tables as unknown as PlaceTables)

export function rowFor<R extends PlaceRow>(
  rows: readonly R[],
  place: string | undefined,
  group: WorkGroup | undefined,
): R | undefined {
  if (place === undefined || group === undefined) return undefined
  return rows.find((row) => row.place === place && row.groups.includes(group))
}

/** The amount in force, or undefined when none was read. */
export function amountFor(
  chapter: Chapter,
  row: ParameterRow | undefined,
): { readonly amount: number; readonly version: ParameterVersion } | undefined {
  const version = row === undefined ? undefined : parameterIn(chapter, row.parameter)
  return version === undefined || version.amount === null ? undefined : { amount: version.amount, version }
}

export type Comparison = {
  readonly id: string
  readonly kind: 'settled' | 'demanded'
  readonly months: number
  readonly total: number
  /** By month, in the smallest unit of the currency: the only thing that may be compared. */
  readonly perMonth: number
}

export type Comparisons = { readonly currency: string; readonly cases: readonly Comparison[] }

/** Published settlements in the same currency. Beside the scenarios, never a figure to reach. */
export function comparisonsOf(chapter: Chapter, currency: string): Comparisons | null {
  const cases = tablesOf(chapter).settlements.flatMap((row): readonly Comparison[] => {
    const amount = row.currency === currency ? parameterIn(chapter, row.parameter)?.amount : undefined
    if (amount === undefined || amount === null) return []
    const total = minorOf({ amount, currency })
    return [
      {
        id: row.parameter,
        kind: row.kind,
        months: row.months,
        total,
        perMonth: mulDiv(total, 1, row.months),
      },
    ]
  })
  return cases.length === 0 ? null : { currency, cases }
}

export type TimeLimit = {
  readonly id: string
  readonly amount: number
  readonly unit: 'years' | 'months'
  readonly from: 'due' | 'end'
  /** Pay that fell due before this day may be lost, seen from the day of the event. */
  readonly mayBeLostBefore: PlainDate | null
}

export function limitsOf(
  chapter: Chapter,
  place: string | undefined,
  group: WorkGroup | undefined,
  asOf: PlainDate,
): readonly TimeLimit[] {
  return tablesOf(chapter).limits.flatMap((row): readonly TimeLimit[] => {
    if (row.place !== place || (group !== undefined && !row.groups.includes(group))) return []
    const found = amountFor(chapter, row)
    if (found === undefined) return []
    const yearsBack = row.from === 'due' && row.unit === 'years' ? found.amount : undefined
    return [
      {
        id: row.parameter,
        amount: found.amount,
        unit: row.unit,
        from: row.from,
        mayBeLostBefore: yearsBack === undefined ? null : yearsBefore(asOf, yearsBack),
      },
    ]
  })
}

function yearsBefore(day: PlainDate, years: number): PlainDate {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0')
  return day.slice(5) === '02-29' ? `${year}-03-01` : `${year}${day.slice(4)}`
}
