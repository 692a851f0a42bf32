/** What the pages of the law library share. */
import { InvalidInputError, RefusedError, StaleVersionError, type Problem } from '#src/platform/errors.ts'
import type { StaffReq } from '#src/web/http.ts'
import type { FieldProblem } from '#src/web/ui/staff/frame.ts'
import { frameOf } from '../staff-frame.ts'

/** The frame with what was just done. */
export function libraryFrame(req: StaffReq) {
  const lead = req.t.kerjaPustaka.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

/** What stands against a text, in words; the sentences of the checks are for drafters and stand as they are. */
export function libraryProblems(req: StaffReq, error: unknown, path: string): readonly FieldProblem[] {
  const words = req.t.kerjaPustaka
  const say = (problem: Problem): string => {
    const fault = problem.params?.['fault']
    return typeof fault === 'string' ? fault : (words.problem[problem.code] ?? words.problemOther)
  }
  if (error instanceof InvalidInputError)
    return error.problems.map((problem) => ({
      path: problem.path === 'content' ? path : problem.path,
      message: say(problem),
    }))
  if (error instanceof RefusedError || error instanceof StaleVersionError)
    return [{ path, message: words.problem[error.code] ?? words.problemOther }]
  throw error
}
