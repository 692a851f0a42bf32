/** What our richer file cannot say in HTCDS 2.0, so that nobody takes silence for "no". */
import type { FieldName } from './model-data.ts'

export const LOSS_CODES = [
  // Of the standard.
  'restricts-movement',
  'forced-criminality',
  'perpetrators',
  'date-not-exact',
  'several-names',
  'several-numbers',
  'name-split',
  'list-richer',
  'case-types',
  'consent-answers',
  'screening-not-sayable',
  'status-differs',
  'several-persons',
  // Of the layout.
  'no-column',
  'one-value-only',
  'other-text',
  'repeats',
] as const
export type LossCode = (typeof LOSS_CODES)[number]

/** `field` is absent where 2.0 has none for it at all. */
export type Loss = { readonly field?: FieldName; readonly code: LossCode }

export function uniqueLosses(losses: readonly Loss[]): readonly Loss[] {
  const seen = new Set<string>()
  return losses.filter(({ field, code }) => {
    const key = `${field ?? ''} ${code}`
    return seen.has(key) ? false : (seen.add(key), true)
  })
}
