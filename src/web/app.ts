import { Hono, type Context as HonoContext } from 'hono'
import type { Platform } from '#src/platform/platform.ts'
import { bodyLimit } from 'hono/body-limit'
import { textsFor } from '#src/texts/texts.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { isAlive } from '#src/platform/db/alive-queries.ts'
import { compress } from './middleware/compress.ts'
import { errorPage } from './middleware/error-page.ts'
import { securityHeaders } from './middleware/headers.ts'
import { admit } from './middleware/session.ts'
import { visitorValue } from './middleware/visitor.ts'
import type { Req, Route } from './http.ts'
import { apiApp } from './api/api-app.ts'
import { exchangeApp } from './exchange/exchange-app.ts'
import { assetRoutes } from './middleware/assets.ts'
import { siteRoutes } from './site/site-routes.ts'
import { workspaceRoutes } from './workspace/workspace-routes.ts'
import type { Lang } from './ui/href.ts'

const DEFAULT_BODY = 256 * 1024

/** The HTTP surface on one screen: what runs before every page, and who mounts what. */
export function makeApp(platform: Platform): Hono {
  const app = new Hono()
  app.use(securityHeaders(platform.config.url))
  app.use(compress)
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const ready = await isReady(platform)
    return c.json({ ready }, ready ? 200 : 503)
  })
  assetRoutes(app)
  const api = apiApp(platform)
  app.route('/api/v1', api)
  app.route('/en/api/v1', api)
  app.route('/', exchangeApp(platform))
  mountRoutes(app, platform, [...siteRoutes, ...workspaceRoutes])
  app.notFound((c) => errorPage(bare(c, platform), 'not-found'))
  app.onError((error, c) => errorPage(bare(c, platform), error))
  return app
}

async function isReady(platform: Platform): Promise<boolean> {
  try {
    return await isAlive(platform)
  } catch {
    return false
  }
}

/** Every page answers in Indonesian at its address and in English under /en. A route without access does not start. */
export function mountRoutes(app: Hono, platform: Platform, routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    if (!route.access || (Array.isArray(route.access) && route.access.length === 0))
      throw new Error(`route ${name} declares no access`)
    if (seen.has(name)) throw new Error(`route ${name} is declared twice`)
    seen.add(name)
    for (const lang of ['id', 'en'] as const) {
      const path = lang === 'id' ? route.path : route.path === '/' ? '/en' : `/en${route.path}`
      const limit = bodyLimit({
        maxSize: route.maxBody ?? DEFAULT_BODY,
        onError: () => {
          throw new InvalidInputError([{ path: '', code: 'body.too-large' }])
        },
      })
      app.on(route.method.toUpperCase(), path, limit, (c) => answer(c, platform, lang, route))
    }
  }
}

async function answer(c: HonoContext, platform: Platform, lang: Lang, route: Route): Promise<Response> {
  const req: Req = { ...bare(c, platform), lang, t: textsFor(lang), visitor: await visitorValue(c, platform) }
  if (route.access === 'public') return route.handle(req)
  const who = await admit(req, route.access)
  return route.handle({ ...req, who })
}

/** What the error pages need, before or without a route. */
function bare(c: HonoContext, platform: Platform): Req {
  const english = c.req.path === '/en' || c.req.path.startsWith('/en/')
  const lang = english ? 'en' : 'id'
  const path = english ? c.req.path.slice(3) || '/' : c.req.path
  return { c, platform, lang, t: textsFor(lang), path, visitor: new Uint8Array(), who: undefined }
}
