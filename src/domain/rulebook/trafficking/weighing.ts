import type { ChildhoodFound } from '../childhood.ts'
import type { NoAnswer } from '../conclusion.ts'
import type { Element } from './elements.ts'
import type { TableRow } from './indicator-table.ts'
import type { ReadIndicators } from './read-indicators.ts'

export type TraffickingAnswer = 'yes' | 'no' | NoAnswer

/** All that was weighed, before it is put into words. */
export interface Weighing {
  readonly act: Element
  readonly means: Element
  readonly purpose: Element
  readonly age: ChildhoodFound
  readonly read: ReadIndicators
  readonly row: TableRow
}
