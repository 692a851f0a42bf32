/** What the page of the fee claim is given. */
import type { ClaimValues } from '#src/modules/cases/index.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import type { ClaimView } from '../klaim/claim-parts.tsx'
import type { ClaimWords } from '../klaim/claim-words.ts'
import type { CostFound } from './cost-found.ts'

export type CostView = ClaimView & {
  readonly values: ClaimValues
  readonly words: ClaimWords
  readonly countries: readonly Option[]
  /** Missing while an answer cannot be read. */
  readonly found?: CostFound
}
