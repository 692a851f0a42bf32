import { InvalidInputError, RefusedError, type Problem } from '#src/platform/errors.ts'
import type { FieldProblem, NoticeView } from '#src/web/ui/staff/frame.ts'
import { inWords } from '#src/web/form-values.ts'
import type { StaffReq } from '../../http.ts'

export type Tried<T> = { readonly done: T } | { readonly problems: readonly FieldProblem[] }

/** What the use case refuses comes back as words at a field, so that what was typed stays on the page. */
export async function tryForm<T>(req: StaffReq, field: string, work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { done: await work() }
  } catch (error) {
    const problems = problemsOf(error, field)
    if (!problems) throw error
    const words = req.t.kerjaAkun
    return { problems: inWords(problems, { ...req.t.kerjaPetugas.problem, ...words.problem }, words.general) }
  }
}

function problemsOf(error: unknown, field: string): readonly Problem[] | undefined {
  if (error instanceof InvalidInputError) return error.problems
  return error instanceof RefusedError ? [{ path: field, code: error.code }] : undefined
}

/** For buttons without a field: the words stand on top of the page. */
export function refusal(problems: readonly FieldProblem[]): NoticeView {
  return { kind: 'danger', lead: problems.map((problem) => problem.message).join(' ') }
}
