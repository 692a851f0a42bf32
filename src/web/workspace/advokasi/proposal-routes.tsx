/** Proposals and what bodies say of them. Nothing here comes from a case. */
import { PROPOSAL_STATES, PROPOSAL_TOPICS } from '#src/domain/advocacy/proposal.ts'
import {
  addEvent,
  addProposal,
  changeProposal,
  exportProposals,
  getProposal,
  listProposals,
  moveProposal,
  openProposal,
  PROPOSALS_PAGE,
  type GivenProposal,
  type Proposal,
  type ProposalFilter,
} from '#src/modules/advocacy/index.ts'
import { gapsToChoose } from '#src/modules/gaps/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { writeWorkbook } from '#src/platform/spreadsheet/write-workbook.ts'
import { csvOf } from '#src/web/csv.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, pageHref, pageOf, workFrame } from '../casework.ts'
import { fileOf, mayDo, XLSX } from '../hambatan/gap-routes.tsx'
import { gapName, GAPS } from '../hambatan/gap-words.tsx'
import { ADVOCACY, knownWords, proposalTitle } from './proposal-links.ts'
import {
  citationWords,
  fromWords,
  ProposalPage,
  ProposalsPage,
  toWhomWords,
  WriteProposalPage,
  type ProposalsView,
} from './proposal-pages.tsx'

function filterOf(req: StaffReq): ProposalFilter {
  const state = PROPOSAL_STATES.find((each) => each === req.c.req.query('keadaan'))
  const topic = PROPOSAL_TOPICS.find((each) => each === req.c.req.query('soal'))
  return { ...(state && { state }), ...(topic && { topic }) }
}

async function list(req: StaffReq): Promise<Response> {
  const filter = filterOf(req)
  const current = pageOf(req)
  const { proposals, total } = await asMe(req, (ctx) => listProposals(ctx, filter, current))
  const frame = workFrame(req)
  const { search } = new URL(req.c.req.url)
  const from = current * PROPOSALS_PAGE
  const view: ProposalsView = {
    proposals,
    ...(total > PROPOSALS_PAGE && {
      paging: {
        from: from + 1,
        to: from + proposals.length,
        total,
        ...(current > 0 && { previous: pageHref(req, current - 1) }),
        ...(from + proposals.length < total && { next: pageHref(req, current + 1) }),
      },
    }),
    form: { values: { keadaan: filter.state, soal: filter.topic }, problems: [] },
    csvHref: at(frame, `${ADVOCACY}/unduh.csv${search}`),
    xlsxHref: at(frame, `${ADVOCACY}/unduh.xlsx${search}`),
    ...(mayDo(req, 'advocacy.edit') && { mayEdit: 'may-edit' as const }),
  }
  return page(req, <ProposalsPage frame={frame} view={view} />)
}

function rowsOf(req: StaffReq, proposals: readonly Proposal[]): readonly (readonly string[])[] {
  const { col, topic, state } = req.t.kerjaAdvokasi
  const frame = workFrame(req)
  return [
    [col.title, col.topic, col.change, col.toWhom, col.basis, col.state, col.known, col.from, col.day],
    ...proposals.map((each) => [
      proposalTitle(req.lang, each),
      topic[each.topic],
      each.reference?.change[req.lang] ?? each.words?.change ?? '',
      toWhomWords(frame, each),
      each.basis.map(citationWords).join('; '),
      state[each.state],
      knownWords(req.t, req.lang, each),
      fromWords(frame, each),
      each.createdAt?.toISOString().slice(0, 10) ?? '',
    ]),
  ]
}

async function csv(req: StaffReq): Promise<Response> {
  const proposals = await asMe(req, (ctx) => exportProposals(ctx, filterOf(req)))
  return fileOf(req, 'advokasi.csv', 'text/csv; charset=utf-8', csvOf(rowsOf(req, proposals)))
}

async function xlsx(req: StaffReq): Promise<Response> {
  const proposals = await asMe(req, (ctx) => exportProposals(ctx, filterOf(req)))
  const sheet = { name: req.t.kerjaAdvokasi.title, rows: rowsOf(req, proposals), fixed: 1 }
  return fileOf(req, 'advokasi.xlsx', XLSX, await writeWorkbook([sheet]))
}

/** Whoever came from an obstacle goes back to it. */
function fromGap(req: StaffReq): '' | `?hambatan=${string}` {
  const gap = idIn(req.c.req.query('hambatan') ?? '')
  return gap === '' ? '' : `?hambatan=${gap}`
}

type Shown = { readonly form?: FormState; readonly status?: 409 | 422 }

async function show(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const id = idParam(req)
  const frame = workFrame(req)
  const { opened, gaps } = await asMe(req, async (ctx) => ({
    opened: await openProposal(ctx, id),
    gaps: await gapsToChoose(ctx),
  }))
  const { proposal, gapIds } = opened
  const edits = mayDo(req, 'advocacy.edit')
  const own = proposal.orgId === req.who.actor.orgId
  const view = {
    ...opened,
    gaps: gaps
      .filter((gap) => gapIds.includes(gap.id))
      .map((gap) => ({ name: gapName(frame, gap), href: at(frame, `${GAPS}/${gap.id}`) })),
    form: shown.form ?? EMPTY_FORM,
    ...(edits && own && proposal.reference === undefined && { mayChange: 'may-change' as const }),
    ...(edits && (own || proposal.reference !== undefined) && { mayMove: 'may-move' as const }),
    ...(edits && { addAt: at(frame, `${ADVOCACY}/${id}/catatan${fromGap(req)}`) }),
  }
  return page(req, <ProposalPage frame={frame} view={view} />, shown.status ?? 200)
}

/** Runs a change; what is wrong or out of date is shown on the page it came from. */
async function changing(
  req: StaffReq,
  form: FormValues,
  done: { readonly work: () => Promise<void>; readonly again: (shown: Shown) => Promise<Response> },
): Promise<Response | undefined> {
  const words = req.t.kerjaAdvokasi
  const again = (problems: readonly FieldProblem[], status: 409 | 422) =>
    done.again({ form: formState(form, problems), status })
  try {
    await done.work()
    return undefined
  } catch (error) {
    if (error instanceof InvalidInputError)
      return again(inWords(error.problems, words.problem, words.problemOther), 422)
    if (error instanceof StaleVersionError) return again([{ path: 'state', message: words.stale }], 409)
    throw error
  }
}

const versionOf = (req: StaffReq, form: FormValues) => ({
  id: idParam(req),
  version: Number(form.one('version')),
})

async function move(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const to = { state: form.one('state'), audience: form.one('audience'), why: form.one('why') }
  const work = () => asMe(req, (ctx) => moveProposal(ctx, versionOf(req, form), to))
  const failed = await changing(req, form, { work, again: (shown) => show(req, shown) })
  return failed ?? seeOther(req, `${ADVOCACY}/${idParam(req)}?kabar=disimpan`)
}

async function note(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const one = (name: string) => form.one(name)
  const given = {
    kind: one('kind'),
    heldOn: one('heldOn'),
    body: one('body'),
    stance: one('stance'),
    agenda: one('agenda'),
    attendance: one('attendance'),
    outcome: one('outcome'),
    decisions: one('decisions'),
    nextOn: one('nextOn'),
    words: one('words'),
    source: one('source'),
    audience: one('eventAudience'),
  }
  const work = () => asMe(req, (ctx) => addEvent(ctx, idParam(req), given))
  const failed = await changing(req, form, { work, again: (shown) => show(req, shown) })
  const gap = idIn(req.c.req.query('hambatan') ?? '')
  const back: `/${string}` = gap === '' ? `${ADVOCACY}/${idParam(req)}` : `${GAPS}/${gap}`
  return failed ?? seeOther(req, `${back}?kabar=disimpan`)
}

function givenOf(form: FormValues): GivenProposal {
  return {
    topic: form.one('topic'),
    title: form.one('title'),
    change: form.one('change'),
    toWhom: form.one('toWhom'),
    basis: form.one('basis'),
    norms: form.one('norms'),
    gapIds: form.all('gap').slice(0, 50).map(idIn),
  }
}

async function showNew(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const frame = workFrame(req)
  const gaps = await asMe(req, gapsToChoose)
  const asked = req.c.req.query('hambatan') ?? ''
  const view = {
    title: req.t.kerjaAdvokasi.add,
    action: at(frame, `${ADVOCACY}/baru`),
    form: shown.form ?? { values: { gap: [asked] }, problems: [] },
    gaps: gaps.map((gap) => ({ value: gap.id, label: gapName(frame, gap) })),
    version: 0,
  }
  return page(req, <WriteProposalPage frame={frame} view={view} />, shown.status ?? 200)
}

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  let id = ''
  const work = async () => {
    id = await asMe(req, (ctx) => addProposal(ctx, givenOf(form)))
  }
  const failed = await changing(req, form, { work, again: (shown) => showNew(req, shown) })
  return failed ?? seeOther(req, `${ADVOCACY}/${id}?kabar=disimpan`)
}

async function showEdit(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const frame = workFrame(req)
  const id = idParam(req)
  const { opened, gaps } = await asMe(req, async (ctx) => {
    const proposal = await getProposal(ctx, id)
    if (proposal.words === undefined || proposal.orgId !== req.who.actor.orgId)
      throw new NotFoundError('proposal.not-found')
    return { opened: await openProposal(ctx, id), gaps: await gapsToChoose(ctx) }
  })
  const { proposal, gapIds } = opened
  const values = {
    topic: proposal.topic,
    title: proposal.words?.title ?? '',
    change: proposal.words?.change ?? '',
    toWhom: proposal.words?.toWhom ?? '',
    basis: proposal.basis.map(citationWords).join('\n'),
    norms: proposal.norms.join('\n'),
    gap: gapIds,
  }
  const view = {
    title: req.t.kerjaAdvokasi.change,
    action: at(frame, `${ADVOCACY}/${id}/sunting`),
    form: shown.form ?? { values, problems: [] },
    gaps: gaps.map((gap) => ({ value: gap.id, label: gapName(frame, gap) })),
    version: proposal.version,
  }
  return page(req, <WriteProposalPage frame={frame} view={view} />, shown.status ?? 200)
}

async function change(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const work = () => asMe(req, (ctx) => changeProposal(ctx, versionOf(req, form), givenOf(form)))
  const failed = await changing(req, form, { work, again: (shown) => showEdit(req, shown) })
  return failed ?? seeOther(req, `${ADVOCACY}/${idParam(req)}?kabar=disimpan`)
}

const READ = ['advocacy.read'] as const
const EDIT = ['advocacy.edit'] as const

export const proposalRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: ADVOCACY, access: READ, handle: list }),
  staffRoute({ method: 'get', path: `${ADVOCACY}/unduh.csv`, access: READ, handle: csv }),
  staffRoute({ method: 'get', path: `${ADVOCACY}/unduh.xlsx`, access: READ, handle: xlsx }),
  staffRoute({ method: 'get', path: `${ADVOCACY}/baru`, access: EDIT, handle: (req) => showNew(req) }),
  staffRoute({ method: 'post', path: `${ADVOCACY}/baru`, access: EDIT, handle: add }),
  staffRoute({ method: 'get', path: `${ADVOCACY}/:id`, access: READ, handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: `${ADVOCACY}/:id`, access: EDIT, handle: move }),
  staffRoute({ method: 'post', path: `${ADVOCACY}/:id/catatan`, access: EDIT, handle: note }),
  staffRoute({
    method: 'get',
    path: `${ADVOCACY}/:id/sunting`,
    access: EDIT,
    handle: (req) => showEdit(req),
  }),
  staffRoute({ method: 'post', path: `${ADVOCACY}/:id/sunting`, access: EDIT, handle: change }),
]
