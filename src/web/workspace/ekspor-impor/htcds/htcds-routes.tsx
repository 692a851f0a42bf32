import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { EXPORT_TYPES } from '#src/domain/htcds/gate.ts'
import { HTCDS_LAYOUTS } from '#src/domain/htcds/layouts.ts'
import { fieldOf } from '#src/domain/htcds/model-data.ts'
import { READER_KINDS } from '#src/domain/reports/report.ts'
import {
  EXPORT_FILTERS,
  gatherHtcds,
  listHtcdsImports,
  readHtcdsFile,
  startHtcdsImport,
  writeHtcdsFile,
  type ExportQuestion,
  type HtcdsExport,
} from '#src/modules/htcds/index.ts'
import { listOrgs } from '#src/modules/referrals/index.ts'
import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'
import { LARGEST_TABLE } from '#src/platform/spreadsheet/read-table.ts'
import { inWords, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { readUpload } from '#src/web/read-upload.ts'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, oneOf } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { ExportPreviewPage } from './export-page.tsx'
import { HTCDS_ROOM, HtcdsPage } from './htcds-page.tsx'
import { importRoutes } from './import-routes.tsx'

const EXPORT: readonly Permission[] = ['case.export']
const IMPORT: readonly Permission[] = ['case.import']
/** Read to its end and thrown away beyond what is taken, so that the refusal stands beside the field. */
const LARGEST_UPLOAD = 256 * 1024 * 1024
const WITH_FORM = LARGEST_TABLE + 64 * 1024

type Refusals = { readonly export?: FormState; readonly import?: FormState }

export function htcdsFrame(req: StaffReq): StaffFrame {
  const lead = req.t.kerjaHtcds.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

async function show(
  req: StaffReq,
  refusals: Refusals = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const roles = req.who.actor.roles.filter(isRole)
  const [exports, imports] = [may(roles, 'case.export'), may(roles, 'case.import')]
  const words = req.t.kerjaHtcds
  const { orgs, rows } = await asMe(req, async (ctx) => ({
    orgs: await listOrgs(ctx),
    rows: imports ? await listHtcdsImports(ctx) : [],
  }))
  const view = {
    ...(exports && { export: refusals.export ?? EMPTY_FORM }),
    ...(imports && { import: refusals.import ?? { values: { certainty: 'unknown' }, problems: [] } }),
    receivers: [
      ...orgs
        .filter(({ id }) => id !== req.who.org.id)
        .map(({ id, short_name: label }) => ({ value: id, label })),
      ...READER_KINDS.filter((kind) => kind !== 'family' && kind !== 'foreign-authority').map((kind) => ({
        value: `kind:${kind}`,
        label: words.receiverOutside(req.t.kerjaKode.reader[kind]),
      })),
    ],
    countries: countryOptions(req.lang),
    imports: rows,
  }
  return page(req, <HtcdsPage frame={htcdsFrame(req)} view={view} />, status)
}

type Asked = (name: string) => string

function questionOf(ask: Asked): ExportQuestion {
  const country = ask('negara')
  return {
    receiver: ask('penerima'),
    layout: oneOf(HTCDS_LAYOUTS, ask('bentuk')),
    filter: oneOf(EXPORT_FILTERS, ask('saring')),
    type: oneOf(EXPORT_TYPES, ask('jenis')),
    ...(/^[A-Z]{2}$/.test(country) && { country }),
  }
}

function receiverName(req: StaffReq, { receiver }: HtcdsExport): string {
  return receiver.orgName ?? req.t.kerjaHtcds.receiverOutside(req.t.kerjaKode.reader[receiver.reader.kind])
}

async function preview(req: StaffReq): Promise<Response> {
  const ask: Asked = (name) => req.c.req.query(name) ?? ''
  const question = questionOf(ask)
  try {
    const found = await asMe(req, (ctx) => gatherHtcds(ctx, question, 'look'))
    const prefix = req.lang === 'en' ? '/en' : ''
    const view = {
      question: {
        penerima: question.receiver,
        bentuk: question.layout,
        saring: question.filter,
        jenis: question.type,
        negara: question.country ?? '',
      },
      receiver: receiverName(req, found),
      layout: req.t.kerjaHtcds.layout[question.layout],
      records: found.records.map(({ code, record, losses, held }) => ({
        code,
        href: `${prefix}/kerja/kasus/${code}`,
        fields: Object.keys(record.values).length,
        held,
        losses,
      })),
      closed: found.closed,
      left: found.left,
      ...(found.receiver.orgName === undefined && { outside: 'outside' as const }),
    }
    return await page(req, <ExportPreviewPage frame={frameOf(req)} view={view} />)
  } catch (error) {
    if (error instanceof RefusedError)
      return show(req, { export: refusal(req, [{ path: 'receiver', code: error.code }], question) }, 409)
    if (!(error instanceof InvalidInputError)) throw error
    return show(req, { export: refusal(req, error.problems, question) }, 422)
  }
}

function refusal(
  req: StaffReq,
  problems: InvalidInputError['problems'],
  question: ExportQuestion,
): FormState {
  const { problem, problemOther } = req.t.kerjaHtcds
  const at = problems.map((each) => (each.path === 'receiver' ? { ...each, path: 'penerima' } : each))
  return {
    values: { bentuk: question.layout, saring: question.filter },
    problems: inWords(at, problem, problemOther),
  }
}

async function download(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const question = questionOf((name) => form.one(name))
  const found = await asMe(req, (ctx) => gatherHtcds(ctx, question, 'download'))
  const words = req.t.kerjaHtcds
  const head = [words.lossCol.record, words.lossCol.code, words.lossCol.field, words.lossCol.why]
  const { bytes, type, ending } = await writeHtcdsFile(found.records, question.layout, {
    source: req.who.org.name,
    at: req.platform.clock(),
    lossSheet: words.lossSheet,
    lossRows: [head, ...lossRowsOf(req, found)],
  })
  const day = req.platform.clock().toISOString().slice(0, 10)
  return req.c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="htcds-${day}.${ending}"`,
    'cache-control': 'no-store',
  })
}

/** Beside the records, without the code of a case: the receiver knows rows only. */
function lossRowsOf(req: StaffReq, { records }: HtcdsExport): readonly (readonly string[])[] {
  const words = req.t.kerjaHtcds
  return records.flatMap(({ losses }, at) =>
    losses.map(({ field, code }) => [
      String(at + 1),
      '',
      field === undefined ? words.wholeRecord : `${fieldOf(field).label} (${field})`,
      words.loss[code],
    ]),
  )
}

/** The file is judged before anything is stored. */
async function upload(req: StaffReq): Promise<Response> {
  const { file, one } = await readUpload(req, WITH_FORM)
  const words = req.t.kerjaHtcds
  const values = { source: one('source'), certainty: one('certainty') || 'unknown' }
  const refuse = (path: string, message: string, status: 409 | 422 = 422) =>
    show(req, { import: { values, problems: [{ path, message }] } }, status)
  if (file.kind !== 'file') return refuse('file', words.refused[file.kind] ?? words.problemOther)
  const read = await readHtcdsFile(file.bytes)
  if (read.kind === 'refused') return refuse('file', words.refused[read.why] ?? words.problemOther)
  try {
    const { content, format } = read
    const id = await asMe(req, (ctx) =>
      startHtcdsImport(ctx, { content, format, bytes: file.bytes, ...values }),
    )
    return seeOther(req, `${HTCDS_ROOM}/impor/${id}`)
  } catch (error) {
    if (error instanceof RefusedError)
      return refuse('file', words.problem[error.code] ?? words.problemOther, 409)
    if (!(error instanceof InvalidInputError)) throw error
    const problems = inWords(error.problems, words.problem, words.problemOther)
    return show(req, { import: { values, problems } }, 422)
  }
}

export const htcdsRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: HTCDS_ROOM,
    access: [...EXPORT, ...IMPORT],
    handle: (req) => show(req),
  }),
  staffRoute({ method: 'get', path: `${HTCDS_ROOM}/ekspor`, access: EXPORT, handle: preview }),
  staffRoute({ method: 'post', path: `${HTCDS_ROOM}/unduh`, access: EXPORT, handle: download }),
  staffRoute({
    method: 'post',
    path: `${HTCDS_ROOM}/impor`,
    access: IMPORT,
    maxBody: LARGEST_UPLOAD,
    handle: upload,
  }),
  ...importRoutes,
]
