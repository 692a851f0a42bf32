import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'
import type { FieldProblem } from '#src/web/ui/staff/frame.ts'
import type { StaffReq } from '../../http.ts'
import { abroadField } from './basis-parts.tsx'

/** What a referral refuses, at its field and in words; other errors go to the error page. */
export function referralProblems(req: StaffReq, error: unknown, anywhere: string): readonly FieldProblem[] {
  const words = req.t.kerjaRujukan
  const say = (code: string): string =>
    (words.problem as Readonly<Record<string, string>>)[code] ?? words.problemOther
  if (error instanceof InvalidInputError)
    return error.problems.map((problem) => ({ path: problem.path, message: say(problem.code) }))
  if (error instanceof RefusedError)
    return [{ path: abroadField(error.code) ?? anywhere, message: say(error.code) }]
  throw error
}
