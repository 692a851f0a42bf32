import type { Context as HonoContext } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { StaffActor } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Permission } from '#src/domain/disclosure/roles.ts'
import { withLawLinks } from '#src/web/cited-html.ts'
import type { Lang } from '#src/web/ui/href.ts'

/** Who is signed in, as the pages need it. */
export type SignedIn = {
  readonly actor: StaffActor
  readonly name: string
  readonly language: Lang
  readonly org: {
    readonly id: string
    readonly name: string
    readonly shortName: string
    readonly kind: string
    readonly timeZone: string
    readonly country: string | null
    readonly demo: boolean
  }
  readonly sessionHash: Uint8Array
}

/** What every handler gets. */
export type Req = {
  readonly c: HonoContext
  readonly platform: Platform
  readonly lang: Lang
  readonly t: Texts
  /** Path without the language prefix. */
  readonly path: string
  /** Keyed value of the visitor, dies within a day; never the address itself. */
  readonly visitor: Uint8Array
  /** Present on routes whose access is not 'public'. */
  readonly who: SignedIn | undefined
}
export type StaffReq = Req & { readonly who: SignedIn }

export type Method = 'get' | 'post'

/**
 * Deny by default: a route says who may use it. 'public': anybody. 'signed-in': any member of staff with the second factor.
 * A list: one of these permissions is needed (src/domain/disclosure/roles.ts).
 */
export type PublicRoute = {
  readonly method: Method
  readonly path: `/${string}`
  readonly access: 'public'
  /** Larger bodies for forms with files; bytes. */
  readonly maxBody?: number
  readonly handle: (req: Req) => Promise<Response> | Response
}
export type StaffRoute = {
  readonly method: Method
  readonly path: `/${string}`
  readonly access: 'signed-in' | readonly Permission[]
  readonly maxBody?: number
  readonly handle: (req: StaffReq) => Promise<Response> | Response
}
export type Route = PublicRoute | StaffRoute

/** Literal types are kept, and a route without access is a type error here and a refusal to start in mountRoutes. */
export function publicRoute(route: PublicRoute): PublicRoute {
  return route
}
export function staffRoute(route: StaffRoute): StaffRoute {
  return route
}

/** HTML with a status, and each law that it names as a link; pages bring their own doctype. */
export async function page(
  req: Req,
  view: JSX.Element | Promise<JSX.Element> | string | Promise<string>,
  status: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 = 200,
): Promise<Response> {
  const body = withLawLinks(req.lang, String(await view))
  return req.c.body(body, status, { 'content-type': 'text/html; charset=utf-8' })
}

/** After a staff POST: see the result at an address of its own (public posts answer with the page itself). */
export function seeOther(req: Req, path: `/${string}`): Response {
  const prefix = req.lang === 'en' ? '/en' : ''
  return req.c.redirect(`${prefix}${path}`, 303)
}
