import { writeCsv } from 'hucre/csv'
import {
  COMPANIES_A_PAGE,
  listRegisters,
  readWholeRegister,
  searchRegister,
  setListAside,
  startImport,
} from '#src/modules/companies/index.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { LARGEST_TABLE, readTable, type ReadTable } from '#src/platform/spreadsheet/read-table.ts'
import { formState, idParam, inWords, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { readUpload } from '#src/web/read-upload.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { importRoutes } from './import-routes.tsx'
import { RegistersPage, type RegistersView } from './register-page.tsx'

const ROOM = '/kerja/direktori/p3mi'
const IMPORT: readonly Permission[] = ['company-register.import']
/** Read to its end and thrown away beyond what is taken, so that the refusal stands beside the field. */
const LARGEST_UPLOAD = 256 * 1024 * 1024
const WITH_FORM = LARGEST_TABLE + 64 * 1024

type Refusals = { readonly upload?: FormState; readonly setAside?: FormState }

async function show(req: StaffReq, refusals: Refusals = {}, status: 200 | 422 = 200): Promise<Response> {
  const lead = req.t.kerjaP3mi.done[req.c.req.query('kabar') ?? '']
  const frame = frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
  const wanted = req.c.req.query('daftar') ?? req.c.req.param('id')
  const words = req.c.req.query('q') ?? ''
  const at = pageOf(req)
  const { registers, shown, found } = await asMe(req, async (ctx) => {
    const registers = await listRegisters(ctx)
    const shown =
      registers.find((each) => each.id === wanted) ?? registers.find((each) => each.state === 'in-force')
    const found = shown && (await searchRegister(ctx, { id: shown.id, words, page: at }))
    return { registers, shown, found }
  })
  const { total, standings } = found ?? { total: 0, standings: [] }
  const imports = may(req.who.actor.roles.filter(isRole), 'company-register.import')
  const view: RegistersView = {
    registers,
    standings,
    search: { values: { q: words }, problems: [] },
    paging: {
      from: at * COMPANIES_A_PAGE + 1,
      to: at * COMPANIES_A_PAGE + standings.length,
      total,
      ...(at > 0 && { previous: pageHref(req, at - 1) }),
      ...((at + 1) * COMPANIES_A_PAGE < total && { next: pageHref(req, at + 1) }),
    },
    ...(shown && { shown }),
    ...(imports && { upload: refusals.upload ?? EMPTY_FORM }),
    ...(imports && shown && shown.state !== 'set-aside' && { setAside: refusals.setAside ?? EMPTY_FORM }),
  }
  return page(req, <RegistersPage frame={frame} view={view} />, status)
}

/** The file is judged before anything is stored. */
async function upload(req: StaffReq): Promise<Response> {
  const read = await readList(req)
  if (read.kind === 'table') {
    const id = await asMe(req, (ctx) => startImport(ctx, read.rows))
    return seeOther(req, `${ROOM}/impor/${id}`)
  }
  const words = req.t.kerjaP3mi.refused
  const message = read.why === 'formula' ? words.formula(read.cell ?? '') : words[read.why]
  return show(req, { upload: { values: {}, problems: [{ path: 'file', message }] } }, 422)
}

async function readList(
  req: StaffReq,
): Promise<ReadTable | { readonly kind: 'refused'; readonly why: 'none' }> {
  const { file } = await readUpload(req, WITH_FORM)
  return file.kind === 'file' ? readTable(file.bytes) : { kind: 'refused', why: file.kind }
}

async function setAside(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => setListAside(ctx, idParam(req), form.one('reason')))
    return seeOther(req, `${ROOM}?kabar=sisih`)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const { problem, problemOther } = req.t.kerjaP3mi
    return show(req, { setAside: formState(form, inWords(error.problems, problem, problemOther)) }, 422)
  }
}

/** What a spreadsheet would take for a formula is made text. */
async function exportCsv(req: StaffReq): Promise<Response> {
  const { asOf, companies } = await asMe(req, (ctx) => readWholeRegister(ctx, idParam(req)))
  const rows = companies.map((each) => [each.name, each.licence, each.state, each.validUntil ?? ''])
  const csv = writeCsv([[...req.t.kerjaP3mi.csv], ...rows], { bom: true, escapeFormulae: true })
  return req.c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="p3mi-${asOf}.csv"`,
  })
}

export const companyRegisterRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: ROOM, access: ['directory.read'], handle: (req) => show(req) }),
  staffRoute({
    method: 'post',
    path: `${ROOM}/impor`,
    access: IMPORT,
    maxBody: LARGEST_UPLOAD,
    handle: upload,
  }),
  ...importRoutes,
  staffRoute({ method: 'get', path: `${ROOM}/:id/csv`, access: ['directory.read'], handle: exportCsv }),
  staffRoute({ method: 'post', path: `${ROOM}/:id/sisihkan`, access: IMPORT, handle: setAside }),
]
