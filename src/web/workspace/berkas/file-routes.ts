import { getAttachment } from '#src/modules/reports/index.ts'
import { asStaff, runAs } from '#src/platform/db/context.ts'
import { extensionOf } from '#src/platform/files/inspect-file.ts'
import { staffRoute, type StaffReq, type StaffRoute } from '#src/web/http.ts'

/**
 * A stranger's file is only ever a download without a type, under a name of ours: no browser opens it by itself, and
 * if one did, it could do nothing.
 */
async function download(req: StaffReq): Promise<Response> {
  const id = req.c.req.param('id') ?? ''
  const file = await runAs(req.platform, req.who.actor, (ctx) => getAttachment(asStaff(ctx), id))
  return req.c.body(new Uint8Array(file.bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="berkas-${file.id.slice(-8)}.${extensionOf(file.mediaType)}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

export const fileRoutes: readonly StaffRoute[] = [
  staffRoute({ method: 'get', path: '/kerja/berkas/:id', access: ['case.read'], handle: download }),
]
