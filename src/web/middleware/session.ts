import { getCookie } from 'hono/cookie'
import { currentSession } from '#src/modules/accounts/index.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { NotAllowedError, NotSignedInError } from '#src/platform/errors.ts'
import type { Req, SignedIn, StaffRoute } from '../http.ts'

export function sessionCookieName(req: Pick<Req, 'platform'>): string {
  return req.platform.config.url.startsWith('https://') ? '__Host-payung' : 'payung'
}

export async function isSignedIn(req: Req): Promise<boolean> {
  const token = getCookie(req.c, sessionCookieName(req))
  return token !== undefined && (await currentSession(req.platform, token, req.lang)) !== undefined
}

/** The signed-in person, or NotSignedInError (401 with the sign-in page), or NotAllowedError (the page says which role is needed). */
export async function admit(req: Req, access: StaffRoute['access']): Promise<SignedIn> {
  const token = getCookie(req.c, sessionCookieName(req))
  const session = token ? await currentSession(req.platform, token, req.lang) : undefined
  if (!session) throw new NotSignedInError()
  if (req.c.req.method === 'POST') refuseForeignForms(req)
  if (
    access !== 'signed-in' &&
    !access.some((permission) => may(session.actor.roles.filter(isRole), permission))
  )
    throw new NotAllowedError('role.not-enough')
  return session
}

/** A form of another site cannot act for a signed-in person (the cookie is SameSite=Strict as well). */
export function refuseForeignForms(req: Req): void {
  const site = req.c.req.header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  const origin = req.c.req.header('origin')
  if (site === undefined && (origin === undefined || sameHost(origin, req))) return
  throw new NotAllowedError('form.foreign')
}

function sameHost(origin: string, req: Req): boolean {
  try {
    return new URL(origin).host === req.c.req.header('host') || origin === req.platform.config.url
  } catch {
    return false
  }
}
