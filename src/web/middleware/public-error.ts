import { ErrorPage, type PublicError } from '../ui/public/error-page.tsx'
import { clockTime, HOME_ZONE } from '../ui/when.ts'
import { page, type Req } from '../http.ts'

/** What of an error the page tells. */
type ErrorAnswer = {
  readonly status: Parameters<typeof page>[2] & number
  readonly retryAfterSeconds?: number
  readonly reference?: string
}

/** Addresses whose post stores something that a person has just written. */
const STORING = ['/lapor', '/keluarga', '/info', '/lacak']

/** An error as a visitor of the public site reads it: what to do next, never what we know. */
export function publicError(req: Req, answer: ErrorAnswer): Promise<Response> {
  const { lang, t } = req
  return page(
    req,
    ErrorPage({ lang, t, demo: req.platform.config.demo, error: errorOf(req, answer) }),
    answer.status,
  )
}

function errorOf(req: Req, answer: ErrorAnswer): PublicError {
  const sent = req.c.req.method === 'POST' && STORING.includes(req.path)
  const saved = sent ? 'not-saved' : 'nothing-sent'
  switch (answer.status) {
    case 413:
      return { kind: 'too-big' }
    case 429: {
      const until = new Date(req.platform.clock().getTime() + (answer.retryAfterSeconds ?? 60) * 1000)
      return { kind: 'too-many', until: clockTime(req.lang, until, HOME_ZONE) }
    }
    case 500:
      return { kind: 'defect', reference: answer.reference ?? '', saved }
    case 503:
      return { kind: 'unavailable', saved }
    case 400:
    case 409:
    case 422:
      return { kind: 'not-understood', saved }
    case 403:
    case 401:
      return { kind: 'not-allowed' }
    case 404:
      return { kind: 'not-found' }
    default:
      return { kind: 'unavailable', saved }
  }
}
