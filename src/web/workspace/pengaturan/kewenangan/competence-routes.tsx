/** Findings on competence: the list, a file of it, the figures, and the ruling. Case facts only for who may open the case. */
import { NEED_KINDS } from '#src/domain/cases/codes.ts'
import { isRole, permissionsOf } from '#src/domain/disclosure/roles.ts'
import {
  countFindings,
  exportFindings,
  FINDINGS_PAGE,
  getFinding,
  listFindings,
  settleFinding,
  type Finding,
  type FindingCount,
  type FindingFilter,
} from '#src/modules/competence/index.ts'
import { InvalidInputError, StaleVersionError } from '#src/platform/errors.ts'
import { csvOf } from '#src/web/csv.ts'
import { formState, idParam, inWords, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf, workFrame } from '../../casework.ts'
import { CompetencePage, needWord, RulingPage, type CompetenceView } from './competence-page.tsx'

const PATH = '/kerja/pengaturan/kewenangan' as const
const STATES = ['open', 'settled'] as const
const KINDS = ['overlap', 'hole'] as const
const PLACES = ['abroad', 'home', 'unknown'] as const

function among<T extends string>(codes: readonly T[], asked: string | undefined): T | undefined {
  return codes.find((code) => code === asked)
}

function filterOf(req: StaffReq): FindingFilter {
  const asked = (name: string) => req.c.req.query(name)
  const state = among(STATES, asked('keadaan'))
  const kind = among(KINDS, asked('jenis'))
  const need = among(NEED_KINDS, asked('kebutuhan'))
  const place = among(PLACES, asked('tempat'))
  return {
    ...(state && { state }),
    ...(kind && { kind }),
    ...(need && { need }),
    ...(place && { place }),
  }
}

const allowedTo = (req: StaffReq) => permissionsOf(req.who.actor.roles.filter(isRole))

/** An analyst reads figures; rows are for who settles them. */
const readsRows = (req: StaffReq): boolean => allowedTo(req).has('competence.rule')

async function list(req: StaffReq): Promise<Response> {
  const filter = filterOf(req)
  const current = pageOf(req)
  const { rows, counts } = await asMe(req, async (ctx) => ({
    rows: readsRows(req) ? await listFindings(ctx, filter, current) : undefined,
    counts: await countFindings(ctx),
  }))
  const frame = workFrame(req)
  const view: CompetenceView = {
    findings: rows?.slice(0, FINDINGS_PAGE),
    ...(rows && rows.length > 0 && { paging: pagingOf(req, rows.length, current) }),
    counts,
    form: {
      values: {
        keadaan: filter.state,
        jenis: filter.kind,
        kebutuhan: filter.need,
        tempat: filter.place,
      },
      problems: [],
    },
    csvHref: at(frame, `${PATH}/unduh${new URL(req.c.req.url).search}`),
    ...(readsRows(req) && { mayRule: 'may-rule' as const }),
  }
  return page(req, <CompetencePage frame={frame} view={view} />)
}

function pagingOf(req: StaffReq, read: number, current: number): NonNullable<CompetenceView['paging']> {
  const from = current * FINDINGS_PAGE
  return {
    from: from + 1,
    to: from + Math.min(read, FINDINGS_PAGE),
    total: from + read,
    ...(current > 0 && { previous: pageHref(req, current - 1) }),
    ...(read > FINDINGS_PAGE && { next: pageHref(req, current + 1) }),
  }
}

async function file(req: StaffReq): Promise<Response> {
  const text = readsRows(req)
    ? csvRows(req, await asMe(req, (ctx) => exportFindings(ctx, filterOf(req))))
    : csvCounts(req, await asMe(req, countFindings))
  req.c.header('cache-control', 'no-store')
  return req.c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="kewenangan.csv"',
  })
}

function csvRows(req: StaffReq, findings: readonly Finding[]): string {
  const { col, place, kind, state } = req.t.kerjaKewenangan
  const frame = workFrame(req)
  return csvOf([
    [
      col.need,
      col.place,
      col.kind,
      col.state,
      col.ruling,
      col.citation,
      col.by,
      col.case,
      col.found,
      col.phase,
      col.person,
      col.bodies,
      col.rule,
      col.asOf,
      col.version,
    ],
    ...findings.map(({ shownBy, ruling, ...finding }) => [
      needWord(frame, finding.need),
      place[finding.place] ?? finding.place,
      kind[finding.kind] ?? finding.kind,
      state[finding.state] ?? finding.state,
      ruling?.text ?? '',
      ruling?.citation ?? '',
      ruling?.by ?? '',
      shownBy?.code ?? '',
      shownBy?.foundAt.toISOString() ?? '',
      shownBy?.phase ?? '',
      shownBy?.personKind ?? '',
      shownBy?.bodies.join(' ') ?? '',
      shownBy?.rules.join(' ') ?? '',
      shownBy?.asOf ?? '',
      shownBy?.rulebookVersion ?? '',
    ]),
  ])
}

function csvCounts(req: StaffReq, counts: readonly FindingCount[]): string {
  const { col, place, kind, state, small } = req.t.kerjaKewenangan
  const frame = workFrame(req)
  return csvOf([
    [col.need, col.place, col.kind, col.state, col.count],
    ...counts.map((each) => [
      needWord(frame, each.need),
      place[each.place] ?? each.place,
      kind[each.kind] ?? each.kind,
      state[each.state] ?? each.state,
      each.found === undefined ? small : String(each.found),
    ]),
  ])
}

async function showRuling(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const finding = await asMe(req, (ctx) => getFinding(ctx, idParam(req)))
  return page(req, <RulingPage frame={workFrame(req)} view={{ finding, form }} />, status)
}

async function settle(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const words = req.t.kerjaKewenangan
  const again = (problems: readonly FieldProblem[], status: 409 | 422) =>
    showRuling(req, formState(form, problems), status)
  try {
    await asMe(req, (ctx) =>
      settleFinding(
        ctx,
        { id: idParam(req), version: Number(form.one('version')) },
        { text: form.one('text'), citation: form.one('citation') },
      ),
    )
  } catch (error) {
    if (error instanceof InvalidInputError)
      return again(inWords(error.problems, words.problem, words.problemOther), 422)
    if (error instanceof StaleVersionError) return again([{ path: 'text', message: words.stale }], 409)
    throw error
  }
  return seeOther(req, `${PATH}?kabar=disimpan`)
}

export const competenceRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['competence.read'], handle: list }),
  staffRoute({ method: 'get', path: `${PATH}/unduh`, access: ['competence.read'], handle: file }),
  staffRoute({
    method: 'get',
    path: `${PATH}/:id`,
    access: ['competence.rule'],
    handle: (req) => showRuling(req),
  }),
  staffRoute({ method: 'post', path: `${PATH}/:id`, access: ['competence.rule'], handle: settle }),
]
