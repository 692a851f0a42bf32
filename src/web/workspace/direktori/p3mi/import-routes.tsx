import {
  describeImport,
  importList,
  previewImport,
  readImport,
  type Draft,
  type ImportPreview,
} from '#src/modules/companies/index.ts'
import { COMPANY_FIELDS, type ListMapping } from '#src/domain/rulebook/offer/company-list.ts'
import { COMPANY_STATES } from '#src/domain/rulebook/offer/company-register.ts'
import type { Permission } from '#src/domain/disclosure/roles.ts'
import { InvalidInputError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { MappingPage, PreviewPage, type PreviewView } from './import-pages.tsx'

const ROOM = '/kerja/direktori/p3mi'
const IMPORT: readonly Permission[] = ['company-register.import']
const SAMPLE_ROWS = 8
const LONGEST_CELL = 60

async function showMapping(req: StaffReq, refused?: FormState): Promise<Response> {
  const draft = await asMe(req, (ctx) => readImport(ctx, idParam(req)))
  const width = Math.max(...draft.table.map((row) => row.length))
  const headings = draft.table[draft.mapping.headerRow] ?? []
  const view = {
    id: draft.id,
    rows: draft.table.length,
    sample: draft.table.slice(0, SAMPLE_ROWS).map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL))),
    headings: Array.from({ length: width }, (_none, at) => (headings[at] ?? '').slice(0, LONGEST_CELL)),
    form: refused ?? formOf(draft),
  }
  return page(req, <MappingPage frame={frameOf(req)} view={view} />, refused === undefined ? 200 : 422)
}

function formOf({ mapping, source, asOf }: Draft): FormState {
  const columns = COMPANY_FIELDS.map((field) => [field, String(mapping.columns[field] ?? '')])
  return {
    values: {
      ...Object.fromEntries(columns),
      headerRow: String(mapping.headerRow + 1),
      everyState: mapping.everyState ?? '',
      source,
      asOf: asOf ?? '',
    },
    problems: [],
  }
}

async function describe(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) =>
      describeImport(ctx, id, {
        mapping: mappingOf(form),
        source: form.one('source'),
        asOf: form.one('asOf'),
      }),
    )
    return seeOther(req, `${ROOM}/impor/${id}/periksa`)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const { problem, problemOther } = req.t.kerjaP3mi
    return showMapping(req, formState(form, inWords(error.problems, problem, problemOther)))
  }
}

function mappingOf(form: FormValues): ListMapping {
  const number = (name: string): number | undefined =>
    /^\d{1,5}$/.test(form.one(name)) ? Number(form.one(name)) : undefined
  const columns = COMPANY_FIELDS.flatMap((field) => {
    const column = number(field)
    return column === undefined ? [] : [[field, column] as const]
  })
  const everyState = COMPANY_STATES.find((each) => each === form.one('everyState'))
  return {
    headerRow: (number('headerRow') ?? 0) - 1,
    columns: Object.fromEntries(columns),
    ...(everyState !== undefined && { everyState }),
  }
}

async function showPreview(req: StaffReq, problem?: string): Promise<Response> {
  const preview = await asMe(req, (ctx) => previewImport(ctx, idParam(req)))
  const view = previewOf(preview, problem)
  if (view === undefined) return seeOther(req, `${ROOM}/impor/${preview.draft.id}`)
  return page(req, <PreviewPage frame={frameOf(req)} view={view} />, problem === undefined ? 200 : 409)
}

/** Undefined where the columns were not named yet. */
function previewOf(preview: ImportPreview, problem: string | undefined): PreviewView | undefined {
  const { draft, read, inForce, differences } = preview
  const about = { id: draft.id, ...(inForce && { inForce }), ...(problem !== undefined && { problem }) }
  if (read.kind === 'unmapped' || draft.asOf === null) return undefined
  if (read.kind === 'faults')
    return { ...about, kind: 'faults', faults: read.faults, count: read.faults.length }
  if (read.kind === 'empty' || differences === undefined) return { ...about, kind: 'empty' }
  return {
    ...about,
    kind: 'list',
    asOf: draft.asOf,
    companies: read.companies,
    differences,
    ...(preview.older && { older: preview.older }),
  }
}

async function use(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const seen = form.one('seen')
  try {
    const id = await asMe(req, (ctx) => importList(ctx, idParam(req), seen === '' ? undefined : seen))
    return seeOther(req, `${ROOM}?kabar=masuk&daftar=${id}`)
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error
    return showPreview(req, req.t.kerjaP3mi.problem[error.code])
  }
}

export const importRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: `${ROOM}/impor/:id`,
    access: IMPORT,
    handle: (req) => showMapping(req),
  }),
  staffRoute({ method: 'post', path: `${ROOM}/impor/:id`, access: IMPORT, handle: describe }),
  staffRoute({
    method: 'get',
    path: `${ROOM}/impor/:id/periksa`,
    access: IMPORT,
    handle: (req) => showPreview(req),
  }),
  staffRoute({ method: 'post', path: `${ROOM}/impor/:id/pakai`, access: IMPORT, handle: use }),
]
