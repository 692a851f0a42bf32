/** What the doors of the desk share: who may come in, errors in words, pages of a list. */
import type { Permission } from '#src/domain/disclosure/roles.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { inWords } from '#src/web/form-values.ts'
import type { StaffReq } from '#src/web/http.ts'
import type { FieldProblem, StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { PagingView } from '#src/web/ui/staff/lists.tsx'
import { pageHref } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'

export const READ: readonly Permission[] = ['immigration.desk', 'immigration.read']
export const WRITE: readonly Permission[] = ['immigration.desk']

export function deskFrame(req: StaffReq): StaffFrame {
  const lead = req.t.kerjaImigrasi.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

/** `anywhere` is the field beside which a refusal stands; other errors go to the error page. */
export function deskProblems(req: StaffReq, error: unknown, anywhere: string): readonly FieldProblem[] {
  const words = req.t.kerjaImigrasi
  if (error instanceof InvalidInputError) return inWords(error.problems, words.problem, words.problemOther)
  if (error instanceof RefusedError)
    return [{ path: anywhere, message: words.problem[error.code] ?? words.problemOther }]
  if (error instanceof StaleVersionError) return [{ path: anywhere, message: words.stale }]
  throw error
}

export function statusFor(error: unknown): 409 | 422 {
  return error instanceof InvalidInputError ? 422 : 409
}

export function pagingOf(
  req: StaffReq,
  list: { readonly page: number; readonly size: number; readonly shown: number; readonly total: number },
): { readonly paging?: PagingView } {
  if (list.total <= list.size) return {}
  const from = list.page * list.size
  return {
    paging: {
      from: from + 1,
      to: from + list.shown,
      total: list.total,
      ...(list.page > 0 && { previous: pageHref(req, list.page - 1) }),
      ...(from + list.shown < list.total && { next: pageHref(req, list.page + 1) }),
    },
  }
}
