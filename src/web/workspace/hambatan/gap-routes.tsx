/** The register of obstacles. It holds no case: the codes beside a gap are those that the reader may open anyway. */
import { GAP_CODES, GAP_STATES } from '#src/domain/advocacy/gap.ts'
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import { isRole, permissionsOf, type Permission } from '#src/domain/disclosure/roles.ts'
import { getFinding } from '#src/modules/competence/index.ts'
import {
  editGap,
  exportGaps,
  GAPS_PAGE,
  listGaps,
  logGap,
  openGap,
  type Gap,
  type GapFilter,
} from '#src/modules/gaps/index.ts'
import { InvalidInputError, StaleVersionError } from '#src/platform/errors.ts'
import { writeWorkbook } from '#src/platform/spreadsheet/write-workbook.ts'
import { csvOf } from '#src/web/csv.ts'
import { gapLawWords } from '#src/web/gap-law.ts'
import { formState, idParam, inWords, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, pageHref, pageOf, workFrame } from '../casework.ts'
import { needWord } from '../pengaturan/kewenangan/competence-page.tsx'
import { proposalLinks } from '../advokasi/proposal-links.ts'
import { newGapOf } from './gap-fields.tsx'
import { GapPage, GapsPage, NewGapPage, type GapsView } from './gap-pages.tsx'
import { gapName, GAPS, ownerName, searchedWords, toldWords } from './gap-words.tsx'

export function mayDo(req: StaffReq, permission: Permission): boolean {
  return permissionsOf(req.who.actor.roles.filter(isRole)).has(permission)
}

function filterOf(req: StaffReq): GapFilter {
  const asked = (name: string) => req.c.req.query(name)
  const state = GAP_STATES.find((each) => each === asked('keadaan'))
  const code = GAP_CODES.find((each) => each === asked('jenis'))
  const owner = BODY_KINDS.find((each) => each === asked('pemilik'))
  return { ...(state && { state }), ...(code && { code }), ...(owner && { owner }) }
}

const mayLog = (req: StaffReq) => mayDo(req, 'gap.log') || mayDo(req, 'gap.edit')

async function list(req: StaffReq): Promise<Response> {
  const filter = filterOf(req)
  const current = pageOf(req)
  const { gaps, total } = await asMe(req, (ctx) => listGaps(ctx, filter, current))
  const frame = workFrame(req)
  const { search } = new URL(req.c.req.url)
  const from = current * GAPS_PAGE
  const view: GapsView = {
    gaps,
    ...(total > GAPS_PAGE && {
      paging: {
        from: from + 1,
        to: from + gaps.length,
        total,
        ...(current > 0 && { previous: pageHref(req, current - 1) }),
        ...(from + gaps.length < total && { next: pageHref(req, current + 1) }),
      },
    }),
    form: {
      values: { keadaan: filter.state, jenis: filter.code, pemilik: filter.owner },
      problems: [],
    },
    csvHref: at(frame, `${GAPS}/unduh.csv${search}`),
    xlsxHref: at(frame, `${GAPS}/unduh.xlsx${search}`),
    ...(mayLog(req) && { mayLog: 'may-log' as const }),
  }
  return page(req, <GapsPage frame={frame} view={view} />)
}

/** Gaps as rows of a file: no case, and numbers as they may be told. */
function rowsOf(req: StaffReq, gaps: readonly Gap[]): readonly (readonly string[])[] {
  const { col, code, state, searched, fromReference } = req.t.kerjaHambatan
  const today = workFrame(req).now.toISOString().slice(0, 10)
  return [
    [
      col.gap,
      col.code,
      col.description,
      col.law,
      searched,
      col.state,
      col.owner,
      col.cases,
      col.from,
      col.day,
    ],
    ...gaps.map((gap) => [
      gapName(req, gap),
      code[gap.code],
      gap.reference?.description[req.lang] ?? gap.words?.description ?? '',
      gapLawWords(req, gap.law).words,
      searchedWords(req, gap),
      state[gap.state],
      ownerName(req.t, gap.owner, today),
      toldWords(req.t, gap.told),
      gap.reference ? fromReference : (gap.orgName ?? ''),
      gap.createdAt?.toISOString().slice(0, 10) ?? '',
    ]),
  ]
}

async function csv(req: StaffReq): Promise<Response> {
  const gaps = await asMe(req, (ctx) => exportGaps(ctx, filterOf(req)))
  return fileOf(req, 'hambatan.csv', 'text/csv; charset=utf-8', csvOf(rowsOf(req, gaps)))
}

async function xlsx(req: StaffReq): Promise<Response> {
  const gaps = await asMe(req, (ctx) => exportGaps(ctx, filterOf(req)))
  const book = await writeWorkbook([{ name: req.t.kerjaHambatan.title, rows: rowsOf(req, gaps), fixed: 1 }])
  return fileOf(req, 'hambatan.xlsx', XLSX, book)
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function fileOf(req: StaffReq, name: string, type: string, body: string | Uint8Array): Response {
  req.c.header('cache-control', 'no-store')
  return req.c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  })
}

async function show(
  req: StaffReq,
  shown: { readonly form?: FormState; readonly status?: 409 | 422 } = {},
): Promise<Response> {
  const id = idParam(req)
  const { opened, proposals } = await asMe(req, async (ctx) => ({
    opened: await openGap(ctx, id),
    proposals: await proposalLinks(ctx, workFrame(req), id),
  }))
  const { gap } = opened
  const values = {
    state: gap.state,
    owner: gap.owner ?? '',
    titleId: gap.title?.id ?? '',
    titleEn: gap.title?.en ?? '',
  }
  const form = shown.form ?? { values, problems: [] }
  const view = {
    ...opened,
    proposals,
    form,
    ...(mayDo(req, 'gap.edit') && { mayEdit: 'may-edit' as const }),
    ...(mayDo(req, 'advocacy.edit') && { mayPropose: 'may-propose' as const }),
  }
  return page(req, <GapPage frame={workFrame(req)} view={view} />, shown.status ?? 200)
}

async function save(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const words = req.t.kerjaHambatan
  const id = idParam(req)
  const again = (problems: readonly FieldProblem[], status: 409 | 422) =>
    show(req, { form: formState(form, problems), status })
  const state = GAP_STATES.find((each) => each === form.one('state'))
  if (state === undefined)
    return again(inWords([{ path: 'state', code: 'gap.no-way' }], words.problem, ''), 422)
  const edit = {
    id,
    version: Number(form.one('version')),
    state,
    owner: BODY_KINDS.find((each) => each === form.one('owner')) ?? ('' as const),
    titleId: form.one('titleId'),
    titleEn: form.one('titleEn'),
    reason: form.one('reason'),
  }
  try {
    await asMe(req, (ctx) => editGap(ctx, edit))
  } catch (error) {
    if (error instanceof InvalidInputError)
      return again(inWords(error.problems, words.problem, words.problemOther), 422)
    if (error instanceof StaleVersionError) return again([{ path: 'state', message: words.stale }], 409)
    throw error
  }
  return seeOther(req, `${GAPS}/${id}?kabar=disimpan`)
}

/** A finding on competence fills the form in; its case stays where it is. */
async function showNew(req: StaffReq): Promise<Response> {
  const finding = idIn(req.c.req.query('temuan') ?? '')
  const form = finding === '' ? EMPTY_FORM : await fromFinding(req, finding)
  return page(req, <NewGapPage frame={workFrame(req)} view={{ form, action: newAction(req, finding) }} />)
}

const newAction = (req: StaffReq, finding: string) =>
  at(workFrame(req), `${GAPS}/baru${finding === '' ? '' : `?temuan=${finding}`}`)

async function fromFinding(req: StaffReq, id: string): Promise<FormState> {
  const { need, kind, place } = await asMe(req, (ctx) => getFinding(ctx, id))
  const frame = workFrame(req)
  const { kind: kinds, place: places } = req.t.kerjaKewenangan
  const words = req.t.kerjaHambatan
  return {
    values: {
      code: 'unclear-competence',
      law: 'silent',
      description: words.findingText(needWord(frame, need), kinds[kind] ?? kind, places[place] ?? place),
      searched: words.findingSearched,
    },
    problems: [],
  }
}

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const finding = idIn(req.c.req.query('temuan') ?? '')
  try {
    const id = await asMe(req, async (ctx) => {
      if (finding !== '') await getFinding(ctx, finding)
      return logGap(ctx, newGapOf(form), finding === '' ? null : finding)
    })
    return seeOther(req, `${GAPS}/${id}?kabar=disimpan`)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const view = { form: formState(form, problemsIn(req, error)), action: newAction(req, finding) }
    return page(req, <NewGapPage frame={workFrame(req)} view={view} />, 422)
  }
}

export function problemsIn(req: StaffReq, error: InvalidInputError): readonly FieldProblem[] {
  const words = req.t.kerjaHambatan
  return inWords(error.problems, words.problem, words.problemOther)
}

export const gapRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: GAPS, access: ['gap.read'], handle: list }),
  staffRoute({ method: 'get', path: `${GAPS}/unduh.csv`, access: ['gap.read'], handle: csv }),
  staffRoute({ method: 'get', path: `${GAPS}/unduh.xlsx`, access: ['gap.read'], handle: xlsx }),
  staffRoute({ method: 'get', path: `${GAPS}/baru`, access: ['gap.log', 'gap.edit'], handle: showNew }),
  staffRoute({ method: 'post', path: `${GAPS}/baru`, access: ['gap.log', 'gap.edit'], handle: add }),
  staffRoute({ method: 'get', path: `${GAPS}/:id`, access: ['gap.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: `${GAPS}/:id`, access: ['gap.edit'], handle: save }),
]
