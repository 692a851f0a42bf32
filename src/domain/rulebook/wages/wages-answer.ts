/** What the question on pay answers. Amounts in the smallest unit of the currency, time in thirtieths of a month. */
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Crew } from './crew.ts'
import type { Range } from './money.ts'
import type { Comparisons, TimeLimit } from './place-rules.ts'
import type { Scenario } from './scenarios.ts'

export const CONTRACT_MODES = ['contract', 'no-contract', 'not-known'] as const
export type ContractMode = (typeof CONTRACT_MODES)[number]

export type WagesAnswer = {
  readonly mode: ContractMode
  readonly period: {
    /** Thirtieths of a month. */
    readonly time: Range
    readonly shortest: { readonly from: PlainDate; readonly until: PlainDate } | null
    readonly longest: { readonly from: PlainDate; readonly until: PlainDate } | null
  } | null
  readonly scenarios: readonly Scenario[]
  readonly crew: Crew | null
  readonly rate: {
    readonly currency: string
    readonly rupiah: number
    readonly on: string
    readonly source: string | null
  } | null
  readonly comparisons: Comparisons | null
  readonly limits: readonly TimeLimit[]
  /** The same on every sheet that counts the same: see canonicalSheet. */
  readonly check: string
}
