import { CODE_ALIASES, FIELD_ALIASES } from '#src/domain/htcds/names.ts'
import { ALIASES_PATH, htcdsSchema, SCHEMA_PATH } from '#src/domain/htcds/schema.ts'
import { publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'

/** Schemas for people who write programs: no schema of HTCDS existed, so this one is for everybody. */
export const skemaRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: SCHEMA_PATH,
    access: 'public',
    handle: (req) => open(req, htcdsSchema(), 'application/schema+json'),
  }),
  publicRoute({
    method: 'get',
    path: ALIASES_PATH,
    access: 'public',
    handle: (req) => open(req, { fields: FIELD_ALIASES, codes: CODE_ALIASES }, 'application/json'),
  }),
]

function open(req: Req, body: unknown, type: string): Response {
  return req.c.body(JSON.stringify(body), 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  })
}
