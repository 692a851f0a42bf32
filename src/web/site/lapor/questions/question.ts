/** What the page of a question and the questions on it share. */
import type { DeskChoice } from '#src/domain/reports/report.ts'
import type { FieldProblem, Option } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import type { CheckedNumber } from '#src/web/ui/public/lists.tsx'
import type { FormProblem } from '../check-step.ts'
import type { ReportForm, ReportStep } from '../fields.ts'

/** The lists to choose from; countries by ISO code, provinces by BPS code, in the reader's language. */
export type LaporChoices = {
  readonly countries: readonly Option[]
  readonly provinces: readonly Option[]
  readonly desks: readonly DeskChoice[]
}

export type LaporPageProps = PageFrame & {
  readonly step: ReportStep
  readonly form: ReportForm
  /** Idempotency key of this report: made with the first page, the same until it is stored. */
  readonly requestKey: string
  readonly problems?: readonly FormProblem[]
  readonly choices: LaporChoices
  /** Checked numbers of the chosen country, most urgent first; empty where there is none. */
  readonly numbers: readonly CheckedNumber[]
}

export type QuestionProps = LaporPageProps & { readonly fieldProblems: readonly FieldProblem[] }
