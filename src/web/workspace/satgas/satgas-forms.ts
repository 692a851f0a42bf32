/** Errors of the task-force pages as words at their fields. */
import { InvalidInputError, NotAllowedError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { inWords } from '#src/web/form-values.ts'
import type { StaffReq } from '#src/web/http.ts'
import type { FieldProblem } from '#src/web/ui/staff/frame.ts'

/** What is wrong, at its field; any other error goes on. */
export function satgasProblems(req: StaffReq, error: unknown, anywhere: string): readonly FieldProblem[] {
  const words = req.t.kerjaSatgas
  if (error instanceof InvalidInputError) return inWords(error.problems, words.problem, words.problemOther)
  if (error instanceof RefusedError || error instanceof NotAllowedError)
    return [{ path: anywhere, message: words.refused[error.code] ?? words.refusedOther }]
  if (error instanceof StaleVersionError) return [{ path: anywhere, message: words.stale }]
  throw error
}

export function statusFor(error: unknown): 409 | 422 {
  return error instanceof InvalidInputError ? 422 : 409
}
