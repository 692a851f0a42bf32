import { OpenAPIHono } from '@hono/zod-openapi'
import { InvalidInputError, NotFoundError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'
import { apiDocument } from './document.ts'
import { problemAnswer, problemsIn } from './problem.ts'
import { mountApiRoute, type ApiRoute } from './route.ts'
import { apiRoutes } from './api-routes.ts'

/** The HTTP API: the same use cases as the pages, described by the schemas that validate. No CORS, no cookie. */
export function apiApp(platform: Platform, routes: readonly ApiRoute[] = apiRoutes): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) {
        const { data } = result as { readonly data?: unknown }
        throw new InvalidInputError(problemsIn(result.error.issues, data))
      }
    },
  })
  for (const route of routes) mountApiRoute(app, platform, route)
  app.get('/openapi.json', (c) => c.json(apiDocument(app)))
  app.all('*', () => {
    throw new NotFoundError('address.not-found')
  })
  app.onError((error, c) => problemAnswer(c, platform, error))
  return app
}

/** The description without a platform: nothing is asked, only described. */
export function describeApi() {
  return apiDocument(apiApp(undefined as unknown as Platform))
}
