/**
 * Names of bodies and amounts change; each value holds from a day until the next. Windows are half-open:
 * the first day counts, the last does not.
 */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { ArticleRef } from './article-ref.ts'

export interface DatedValue<T> {
  readonly value: T
  readonly from: PlainDate
  /** The first day it no longer holds; missing for what holds now. */
  readonly until?: PlainDate
  readonly basis: ArticleRef
}

/** The value that held on that day; undefined before the first and in a gap. */
export function valueOn<T>(series: readonly DatedValue<T>[], on: PlainDate): T | undefined {
  return series.find((each) => each.from <= on && (each.until === undefined || on < each.until))?.value
}

/** Gaps and overlaps between neighbours, for the tests beside each series. */
export function faultsOf<T>(series: readonly DatedValue<T>[]): readonly string[] {
  return series.flatMap((each, at) => {
    const next = series[at + 1]
    if (each.until !== undefined && each.until <= each.from) return [`empty window from ${each.from}`]
    if (next === undefined) return []
    if (each.until === undefined || each.until > next.from) return [`overlap at ${next.from}`]
    return each.until < next.from ? [`gap from ${each.until}`] : []
  })
}
