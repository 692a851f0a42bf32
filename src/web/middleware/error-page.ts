import { HTTPException } from 'hono/http-exception'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  NotSignedInError,
  RefusedError,
  StaleVersionError,
  TooManyError,
  UnavailableError,
} from '#src/platform/errors.ts'
import { signInAgain } from '../workspace/petugas/sign-in-routes.tsx'
import { isNoId } from './no-id.ts'
import { isSignedIn } from './session.ts'
import { publicError } from './public-error.ts'
import { requestReference } from './request-reference.ts'
import { StaffErrorPage, type StaffErrorKind } from '../ui/staff/error-page.tsx'
import { page, type Req } from '../http.ts'

export type ErrorAnswer = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  readonly code: string
  readonly retryAfterSeconds?: number
  /** Only for a defect: what the person may quote. */
  readonly reference?: string
  readonly missing?: readonly string[]
  readonly basis?: string
}

/** One translation from the closed set of errors; the page and the API both start from it. */
export function answerFor(req: Req, error: unknown): ErrorAnswer {
  if (error === 'not-found') return { status: 404, code: 'page.not-found' }
  if (error instanceof NotFoundError) return { status: 404, code: error.code }
  if (isNoId(error)) return { status: 404, code: 'page.not-found' }
  if (error instanceof NotSignedInError) return { status: 401, code: 'not-signed-in' }
  if (error instanceof NotAllowedError) return { status: 403, code: error.code }
  if (error instanceof InvalidInputError) {
    const tooLarge = error.problems.some((problem) => problem.code === 'body.too-large')
    return { status: tooLarge ? 413 : 422, code: error.problems[0]?.code ?? 'invalid' }
  }
  if (error instanceof RefusedError)
    return {
      status: 409,
      code: error.code,
      missing: error.missing,
      ...(error.basis ? { basis: error.basis } : {}),
    }
  if (error instanceof StaleVersionError) return { status: 409, code: error.code }
  if (error instanceof TooManyError)
    return { status: 429, code: error.code, retryAfterSeconds: error.retryAfterSeconds }
  if (error instanceof UnavailableError) return { status: 503, code: error.code }
  if (error instanceof HTTPException && error.status < 500)
    return { status: 400, code: 'request.not-understood' }
  return { status: 500, code: 'defect', reference: req.platform.reportDefect(error, requestReference()) }
}

/** Without a session nothing tells which addresses of the workspace exist. */
async function isUnknownRoom(req: Req, error: unknown): Promise<boolean> {
  return error === 'not-found' && /^\/kerja(\/|$)/.test(req.path) && !(await isSignedIn(req))
}

/** For people a page, for programs problem details (RFC 9457). */
export async function errorPage(req: Req, error: unknown): Promise<Response> {
  if (error instanceof NotSignedInError || (await isUnknownRoom(req, error))) return signInAgain(req)
  const answer = answerFor(req, error)
  if (answer.retryAfterSeconds) req.c.header('retry-after', String(answer.retryAfterSeconds))
  if (!req.path.startsWith('/kerja')) return publicError(req, answer)
  return page(
    req,
    StaffErrorPage({
      frame: { t: req.t, lang: req.lang, demo: req.platform.config.demo },
      error: { ...answer, kind: error instanceof StaleVersionError ? 'changed' : KIND_OF[answer.status] },
    }),
    answer.status,
  )
}

const KIND_OF: Readonly<Record<ErrorAnswer['status'], StaffErrorKind>> = {
  400: 'invalid',
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  409: 'refused',
  413: 'too-big',
  422: 'invalid',
  429: 'too-many',
  500: 'defect',
  503: 'unavailable',
}
