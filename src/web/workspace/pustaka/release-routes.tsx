import { isRole, may } from '#src/domain/disclosure/roles.ts'
import {
  adoptRelease,
  currentRelease,
  exportRelease,
  importRelease,
  listReleases,
  makeRelease,
  previewAdoption,
  previewRelease,
} from '#src/modules/law/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { readBody } from '#src/web/middleware/read-body.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../casework.ts'
import { LIBRARY } from './entry-pages.tsx'
import { libraryFrame, libraryProblems } from './library-parts.ts'
import { AdoptPage, ReleasesPage } from './release-pages.tsx'

const PATH = `${LIBRARY}/terbitan` as const
const LARGEST_BUNDLE = 24 * 1024 * 1024

const mayRelease = (req: StaffReq) =>
  may(req.who.actor.roles.filter(isRole), 'law.release') ? ('release' as const) : ('read' as const)

async function show(
  req: StaffReq,
  { form = EMPTY_FORM, upload = EMPTY_FORM }: { readonly form?: FormState; readonly upload?: FormState } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { rows, current, next } = await asMe(req, async (ctx) => ({
    rows: await listReleases(ctx),
    current: await currentRelease(ctx),
    next: await previewRelease(ctx),
  }))
  return page(
    req,
    <ReleasesPage
      frame={libraryFrame(req)}
      view={{
        releases: rows.map((row) => ({
          id: row.id,
          label: row.label,
          origin: row.origin,
          madeAt: row.created_at,
          maker: row.maker ?? undefined,
          note: row.note ?? undefined,
          inForce: row.id === current?.id,
          isBase: row.base_id === null,
        })),
        next: { count: next.edits.length, differences: next.differences, faults: next.faults },
        form,
        upload,
        may: mayRelease(req),
      }}
    />,
    status,
  )
}

async function release(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => makeRelease(ctx, { label: form.one('label'), note: form.one('note') }))
  } catch (error) {
    return show(
      req,
      { form: formState(form, libraryProblems(req, error, 'label')) },
      error instanceof StaleVersionError ? 409 : 422,
    )
  }
  return seeOther(req, `${PATH}?kabar=terbit`)
}

async function download(req: StaffReq): Promise<Response> {
  const bundle = await asMe(req, (ctx) => exportRelease(ctx, idParam(req)))
  if (!bundle) throw new NotFoundError('page.not-found')
  return req.c.body(bundle.text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="payung-hukum-${bundle.label.replaceAll(/[^\w.+-]/g, '-')}.json"`,
  })
}

async function takeIn(req: StaffReq): Promise<Response> {
  try {
    const text = await readBundleFile(req)
    const { id, texts } = await asMe(req, (ctx) => importRelease(ctx, text))
    return seeOther(req, `${PATH}/${id}?kabar=disimpan&naskah=${texts.taken}.${texts.there}.${texts.missing}`)
  } catch (error) {
    return show(req, { upload: { values: {}, problems: libraryProblems(req, error, 'file') } }, 422)
  }
}

async function readBundleFile(req: StaffReq): Promise<string> {
  const body = await readBody(req.c.req.raw, LARGEST_BUNDLE)
  const type = req.c.req.header('content-type') ?? ''
  const data = body.cut
    ? undefined
    : await new Response(body.bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const file = data?.get('file')
  if (file === undefined || file === null || typeof file === 'string' || file.size === 0)
    throw new InvalidInputError([{ path: 'file', code: body.cut ? 'law.no-bundle' : 'law.no-file' }])
  return file.text()
}

async function compare(req: StaffReq): Promise<Response> {
  const preview = await asMe(req, (ctx) => previewAdoption(ctx, idParam(req)))
  return page(
    req,
    <AdoptPage
      frame={libraryFrame(req)}
      view={{
        id: preview.release.id,
        label: preview.release.label,
        inForce: preview.inForce,
        differences: preview.differences,
        faults: preview.faults,
        may: mayRelease(req),
        texts: textsIn(req.c.req.query('naskah') ?? ''),
      }}
    />,
  )
}

/** What the import just did with the texts of the bundle, from the address; undefined without texts. */
function textsIn(counts: string) {
  const [taken, there, missing] = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(counts)
    ? counts.split('.').map(Number)
    : []
  return taken === undefined || there === undefined || missing === undefined || taken + there + missing === 0
    ? undefined
    : { taken, there, missing }
}

async function adopt(req: StaffReq): Promise<Response> {
  await asMe(req, (ctx) => adoptRelease(ctx, idParam(req)))
  return seeOther(req, `${PATH}?kabar=dipakai`)
}

export const releaseRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['law.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: PATH, access: ['law.release'], handle: release }),
  staffRoute({
    method: 'post',
    path: `${PATH}/impor`,
    access: ['law.release'],
    maxBody: LARGEST_BUNDLE + 64 * 1024,
    handle: takeIn,
  }),
  staffRoute({ method: 'get', path: `${PATH}/:id`, access: ['law.read'], handle: compare }),
  staffRoute({ method: 'get', path: `${PATH}/:id/unduh`, access: ['law.read'], handle: download }),
  staffRoute({ method: 'post', path: `${PATH}/:id/pakai`, access: ['law.release'], handle: adopt }),
]
