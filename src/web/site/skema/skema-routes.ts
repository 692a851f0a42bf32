import { CODE_ALIASES, FIELD_ALIASES } from '#src/domain/htcds/names.ts'
import { ALIASES_PATH, htcdsSchema, SCHEMA_PATH, XFORM_PATH, XLSFORM_PATH } from '#src/domain/htcds/schema.ts'
import { writeXForm, writeXlsForm } from '#src/modules/htcds/index.ts'
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
  publicRoute({
    method: 'get',
    path: XLSFORM_PATH,
    access: 'public',
    handle: async (req) =>
      req.c.body(new Uint8Array(await writeXlsForm()), 200, {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': 'attachment; filename="htcds-2.0-xlsform.xlsx"',
      }),
  }),
  publicRoute({
    method: 'get',
    path: XFORM_PATH,
    access: 'public',
    handle: (req) => req.c.body(writeXForm(), 200, { 'content-type': 'application/xml; charset=utf-8' }),
  }),
]

function open(req: Req, body: unknown, type: string): Response {
  return req.c.body(JSON.stringify(body), 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  })
}
