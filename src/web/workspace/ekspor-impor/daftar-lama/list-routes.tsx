import type { Permission } from '#src/domain/disclosure/roles.ts'
import { SAMPLE_LIST } from '#src/domain/imports/sample-list.ts'
import {
  continueRun,
  dryRunList,
  KEEP_DAYS,
  listOldLists,
  readOldListResult,
  startOldList,
  throwAwayList,
  undoOldList,
} from '#src/modules/imports/index.ts'
import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'
import { LARGEST_TABLE, readSheets } from '#src/platform/spreadsheet/read-table.ts'
import { oldListWords } from '#src/texts/old-list-words.ts'
import { csvOf } from '#src/web/csv.ts'
import { idParam, inWords } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { readUpload } from '#src/web/read-upload.ts'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { faultOf } from './list-views.ts'
import { OLD_LISTS, OldListsPage } from './lists-page.tsx'
import { prepareRoutes, showDraft } from './prepare-routes.tsx'
import { ListResultPage } from './result-page.tsx'

const IMPORT: readonly Permission[] = ['case.import']
/** Read to its end and thrown away beyond what is taken, so that the refusal stands beside the field. */
const LARGEST_UPLOAD = 256 * 1024 * 1024
const WITH_FORM = LARGEST_TABLE + 64 * 1024

function listFrame(req: StaffReq): StaffFrame {
  const lead = req.t.kerjaDaftarLama.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

async function showAll(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const lists = await asMe(req, listOldLists)
  return page(
    req,
    <OldListsPage frame={listFrame(req)} view={{ form, keepDays: KEEP_DAYS, lists }} />,
    status,
  )
}

/** The file is judged before anything is stored. */
async function upload(req: StaffReq): Promise<Response> {
  const { file, one } = await readUpload(req, WITH_FORM)
  const words = req.t.kerjaDaftarLama
  const values = { source: one('source') }
  const refuse = (path: string, message: string, status: 409 | 422 = 422) =>
    showAll(req, { values, problems: [{ path, message }] }, status)
  if (file.kind !== 'file') return refuse('file', words.refused[file.kind] ?? words.problemOther)
  const read = await readSheets(file.bytes)
  if (read.kind === 'refused') {
    const where = read.cell === undefined ? '' : ` (${read.cell})`
    return refuse('file', `${words.refused[read.why] ?? words.problemOther}${where}`)
  }
  try {
    const id = await asMe(req, (ctx) =>
      startOldList(ctx, { bytes: file.bytes, format: read.format, ...values }),
    )
    return seeOther(req, `${OLD_LISTS}/${id}`)
  } catch (error) {
    if (error instanceof RefusedError)
      return refuse('file', words.problem[error.code] ?? words.problemOther, 409)
    if (!(error instanceof InvalidInputError)) throw error
    return showAll(req, { values, problems: inWords(error.problems, words.problem, words.problemOther) }, 422)
  }
}

async function show(req: StaffReq, problem?: string): Promise<Response> {
  const id = idParam(req)
  const found = await asMe(req, (ctx) => readOldListResult(ctx, id))
  if (found.row.state === 'draft') return showDraft(req, problem)
  const view = { ...found, ...(problem !== undefined && { problem }) }
  return page(req, <ListResultPage frame={listFrame(req)} view={view} />, problem === undefined ? 200 : 409)
}

async function tried(req: StaffReq, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const { problem, problemOther } = req.t.kerjaDaftarLama
    return show(req, problem[error.code] ?? problemOther)
  }
}

async function undo(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  return tried(req, async () => {
    await asMe(req, (ctx) => undoOldList(ctx, id, oldListWords()))
    return seeOther(req, `${OLD_LISTS}/${id}?kabar=batal`)
  })
}

async function goOn(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  return tried(req, async () => {
    await asMe(req, (ctx) => continueRun(ctx, id))
    return seeOther(req, `${OLD_LISTS}/${id}?kabar=terus`)
  })
}

async function throwAway(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  await asMe(req, (ctx) => throwAwayList(ctx, id))
  return seeOther(req, `${OLD_LISTS}?kabar=buang`)
}

/** The rows that do not come in, as they stand in the file, with a column that says why. */
async function errorFile(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  return tried(req, async () => {
    const run = await asMe(req, (ctx) => dryRunList(ctx, id))
    const head = [...run.columns.map(({ heading }) => heading), req.t.kerjaDaftarLama.errorColumn]
    const rows = run.dry
      .filter(({ faults }) => faults.length > 0)
      .map(({ row, faults }) => [
        ...run.columns.map(({ at }) => run.rows[row - 1]?.[at] ?? ''),
        faults
          .map((fault) => {
            const { where, why } = faultOf(req, run, fault)
            return `${where}: ${why}`
          })
          .join(' '),
      ])
    return csvFile(req, 'daftar-salah.csv', csvOf([head, ...rows]))
  })
}

function csvFile(req: StaffReq, name: string, body: string): Response {
  return req.c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

export const oldListRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: OLD_LISTS, access: IMPORT, handle: (req) => showAll(req) }),
  staffRoute({
    method: 'post',
    path: OLD_LISTS,
    access: IMPORT,
    maxBody: LARGEST_UPLOAD,
    handle: upload,
  }),
  staffRoute({
    method: 'get',
    path: `${OLD_LISTS}/contoh`,
    access: IMPORT,
    handle: (req) => csvFile(req, 'contoh-daftar.csv', csvOf(SAMPLE_LIST)),
  }),
  staffRoute({ method: 'get', path: `${OLD_LISTS}/:id`, access: IMPORT, handle: (req) => show(req) }),
  staffRoute({ method: 'get', path: `${OLD_LISTS}/:id/salah`, access: IMPORT, handle: errorFile }),
  ...prepareRoutes,
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/terus`, access: IMPORT, handle: goOn }),
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/batal`, access: IMPORT, handle: undo }),
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/buang`, access: IMPORT, handle: throwAway }),
]
