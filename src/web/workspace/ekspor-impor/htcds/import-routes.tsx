import type { Permission } from '#src/domain/disclosure/roles.ts'
import {
  answerHtcdsImport,
  previewHtcdsImport,
  readHtcdsImport,
  takeOverHtcds,
  undoHtcdsImport,
} from '#src/modules/htcds/index.ts'
import { RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { asMe } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { CheckImportPage, ImportDonePage } from './import-page.tsx'
import { HTCDS_ROOM } from './htcds-page.tsx'

const IMPORT: readonly Permission[] = ['case.import']

async function show(req: StaffReq, problem?: string): Promise<Response> {
  const id = idParam(req)
  const lead = req.t.kerjaHtcds.done[req.c.req.query('kabar') ?? '']
  const frame = frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
  const status = problem === undefined ? 200 : 409
  const found = await asMe(req, (ctx) => readHtcdsImport(ctx, id))
  if (found.row.state !== 'draft') {
    const view = { ...found, ...(problem !== undefined && { problem }) }
    return page(req, <ImportDonePage frame={frame} view={view} />, status)
  }
  const { row, reading } = await asMe(req, (ctx) => previewHtcdsImport(ctx, id))
  const view = {
    id,
    version: row.version,
    source: row.source,
    reading,
    ...(problem !== undefined && { problem }),
  }
  return page(req, <CheckImportPage frame={frame} view={view} />, status)
}

async function answer(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  await asMe(req, (ctx) =>
    answerHtcdsImport(ctx, id, { trueRow: form.one('trueRow'), dateOrder: form.one('dateOrder') }),
  )
  return seeOther(req, `${HTCDS_ROOM}/impor/${id}?kabar=jawab`)
}

async function use(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  return tried(req, async () => {
    await asMe(req, (ctx) => takeOverHtcds(ctx, id, Number(form.one('seen'))))
    return seeOther(req, `${HTCDS_ROOM}/impor/${id}?kabar=masuk`)
  })
}

async function undo(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  return tried(req, async () => {
    await asMe(req, (ctx) => undoHtcdsImport(ctx, id))
    return seeOther(req, `${HTCDS_ROOM}/impor/${id}?kabar=batal`)
  })
}

async function tried(req: StaffReq, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof StaleVersionError)) throw error
    const { problem, problemOther } = req.t.kerjaHtcds
    return show(req, problem[error.code] ?? problemOther)
  }
}

export const importRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: `${HTCDS_ROOM}/impor/:id`,
    access: IMPORT,
    handle: (req) => show(req),
  }),
  staffRoute({ method: 'post', path: `${HTCDS_ROOM}/impor/:id/jawab`, access: IMPORT, handle: answer }),
  staffRoute({ method: 'post', path: `${HTCDS_ROOM}/impor/:id/pakai`, access: IMPORT, handle: use }),
  staffRoute({ method: 'post', path: `${HTCDS_ROOM}/impor/:id/batal`, access: IMPORT, handle: undo }),
]
