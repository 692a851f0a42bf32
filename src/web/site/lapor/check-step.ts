/** Almost nothing can be wrong in a report: no answer is compulsory. What is checked could not be used otherwise. */
import { contactProblem, isPeopleCount, REPORT_PROBLEMS } from '#src/domain/reports/report-rules.ts'
import { waysIn } from './draft-from-form.ts'
import { REPORT_FIELDS, textOf, type ReportField, type ReportForm, type ReportStep } from './fields.ts'

export const FORM_PROBLEMS = [...REPORT_PROBLEMS, 'share-with-whom'] as const
export type FormProblemCode = (typeof FORM_PROBLEMS)[number]
export type FormProblem = {
  readonly field: ReportField
  readonly code: FormProblemCode
  readonly longest?: number
}

export function checkStep(form: ReportForm, step: ReportStep): readonly FormProblem[] {
  const problems: FormProblem[] = tooLong(form, step)
  if (step === 'what' && !isCountOrBlank(textOf(form, 'peopleCount')))
    problems.push({ field: 'peopleCount', code: 'not-a-count' })
  if (step === 'contact') problems.push(...contactProblems(form))
  if (step === 'share' && textOf(form, 'share') === 'chosen' && form.shareWith.length === 0)
    problems.push({ field: 'shareWith', code: 'share-with-whom' })
  return problems
}

function tooLong(form: ReportForm, step: ReportStep): FormProblem[] {
  return (Object.keys(REPORT_FIELDS) as ReportField[]).flatMap((field) => {
    const rule: { step: ReportStep; longest?: number } = REPORT_FIELDS[field]
    if (rule.step !== step || rule.longest === undefined || textOf(form, field).length <= rule.longest)
      return []
    return [{ field, code: 'too-long' as const, longest: rule.longest }]
  })
}

function isCountOrBlank(text: string): boolean {
  return text === '' || (/^\d+$/.test(text) && isPeopleCount(Number(text)))
}

function contactProblems(form: ReportForm): FormProblem[] {
  const code = contactProblem(waysIn(form), textOf(form, 'safeContact.value'))
  return code === undefined ? [] : [{ field: 'safeContact.value', code }]
}
