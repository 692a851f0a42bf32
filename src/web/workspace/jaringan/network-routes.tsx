/** Recruiters and modus: lists, one group, a new note, and what bodies ask each other. */
import { isRole, permissionsOf, type Permission } from '#src/domain/disclosure/roles.ts'
import {
  addMention,
  answerAsk,
  askOwner,
  judgeMention,
  listAsks,
  listGroups,
  listMentions,
  MENTION_ACTS,
  readGroup,
  type MentionForm,
} from '#src/modules/networks/index.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, oneOf, pageHref, pageOf, workFrame } from '../casework.ts'
import { GroupPage } from './group-page.tsx'
import { NetworkListPage, PARTS, PLACE, type ListView, type Part } from './list-pages.tsx'
import { NewMentionPage } from './new-page.tsx'

const has = (req: StaffReq, permission: Permission): boolean =>
  permissionsOf(req.who.actor.roles.filter(isRole)).has(permission)

const mayOf = (req: StaffReq) => ({
  ...(has(req, 'network.edit') && { mayEdit: 'may-edit' as const }),
  ...(has(req, 'network.answer') && { mayAnswer: 'may-answer' as const }),
})

type Shown = { readonly form?: FormState; readonly status?: 409 | 422 }

async function list(req: StaffReq, shown: Shown = {}, part?: Part): Promise<Response> {
  const current = part ?? oneOf(PARTS, req.c.req.query('bagian'))
  req.c.header('cache-control', 'no-store')
  const view = await viewOf(req, current, shown.form ?? EMPTY_FORM)
  return page(req, <NetworkListPage frame={workFrame(req)} view={view} />, shown.status ?? 200)
}

async function viewOf(req: StaffReq, part: Part, form: FormState): Promise<ListView> {
  const kind = req.c.req.query('jenis') ?? ''
  const state = req.c.req.query('status') ?? ''
  const at = pageOf(req)
  const empty = { part, groups: [], mentions: [], asks: [], kind, state, form, ...mayOf(req) }
  if (part === 'tanya') return { ...empty, asks: await asMe(req, listAsks) }
  const pages = (more: boolean) => ({
    ...(at > 0 && { previous: pageHref(req, at - 1) }),
    ...(more && { next: pageHref(req, at + 1) }),
  })
  if (part === 'kelompok') {
    const { groups, more } = await asMe(req, (ctx) => listGroups(ctx, at))
    return { ...empty, groups, ...pages(more) }
  }
  const asked = { kind: kind || undefined, state: state || undefined, page: at }
  const { mentions, more } = await asMe(req, (ctx) => listMentions(ctx, asked))
  return { ...empty, mentions, ...pages(more) }
}

async function show(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const group = await asMe(req, (ctx) => readGroup(ctx, idParam(req)))
  req.c.header('cache-control', 'no-store')
  const view = { group, form: shown.form ?? EMPTY_FORM, ...mayOf(req) }
  return page(req, <GroupPage frame={workFrame(req)} view={view} />, shown.status ?? 200)
}

async function ask(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const asked = { groupId: idParam(req), mentionId: idIn(form.one('mention')) }
  return attempt(req, form, {
    path: 'mention',
    work: () => asMe(req, (ctx) => askOwner(ctx, asked)),
    again: (shown) => show(req, shown),
    then: `${PLACE}/kelompok/${asked.groupId}?kabar=disimpan`,
  })
}

async function judge(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const act = MENTION_ACTS.find((each) => each === form.one('act'))
  if (act === undefined) throw new NotFoundError('page.not-found')
  const asked = { id: idParam(req), version: Number(form.one('version')) || 0, act }
  return attempt(req, form, {
    path: 'act',
    work: () => asMe(req, (ctx) => judgeMention(ctx, asked)),
    again: (shown) => list(req, shown, 'sebutan'),
    then: `${PLACE}?bagian=sebutan&kabar=disimpan`,
  })
}

async function answer(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const given = form.one('answer') === 'given' ? ('given' as const) : ('refused' as const)
  const asked = { id: idParam(req), version: Number(form.one('version')) || 0, answer: given }
  return attempt(req, form, {
    path: 'answer',
    work: () => asMe(req, (ctx) => answerAsk(ctx, asked)),
    again: (shown) => list(req, shown, 'tanya'),
    then: `${PLACE}?bagian=tanya&kabar=disimpan`,
  })
}

function showNew(
  req: StaffReq,
  from: Pick<MentionForm, 'caseCode' | 'reportId'>,
  shown: Shown = {},
): Promise<Response> {
  if (from.caseCode === '' && from.reportId === '') throw new NotFoundError('page.not-found')
  const view = { ...from, form: shown.form ?? EMPTY_FORM }
  return Promise.resolve(
    page(req, <NewMentionPage frame={workFrame(req)} view={view} />, shown.status ?? 200),
  )
}

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const mention: MentionForm = {
    kind: form.one('kind'),
    role: form.one('role'),
    value: form.one('value'),
    source: form.one('source'),
    saidOn: form.one('saidOn'),
    caseCode: form.one('kasus'),
    reportId: idIn(form.one('info')),
  }
  return attempt(req, form, {
    path: 'value',
    work: () => asMe(req, (ctx) => addMention(ctx, mention)),
    again: (shown) => showNew(req, mention, shown),
    then: `${PLACE}?bagian=sebutan&kabar=disimpan`,
  })
}

/** Does it, or shows the page again with what is wrong and with what stands there now. */
async function attempt(
  req: StaffReq,
  form: FormValues,
  doing: {
    readonly path: string
    readonly work: () => Promise<unknown>
    readonly again: (shown: Shown) => Promise<Response>
    readonly then: `/${string}`
  },
): Promise<Response> {
  try {
    await doing.work()
  } catch (error) {
    const wrong = problemsIn(req, error, doing.path)
    return doing.again({ form: formState(form, wrong.problems), status: wrong.status })
  }
  return seeOther(req, doing.then)
}

function problemsIn(
  req: StaffReq,
  error: unknown,
  path: string,
): { readonly problems: readonly FieldProblem[]; readonly status: 409 | 422 } {
  const words = req.t.kerjaJaringan
  if (error instanceof InvalidInputError)
    return { problems: inWords(error.problems, words.problem, words.problemOther), status: 422 }
  if (error instanceof RefusedError)
    return { problems: [{ path, message: words.refused[error.code] ?? words.refusedOther }], status: 422 }
  if (error instanceof StaleVersionError) return { problems: [{ path, message: words.stale }], status: 409 }
  throw error
}

const GROUP = `${PLACE}/kelompok/:id` as const

export const networkRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PLACE, access: ['network.read'], handle: (req) => list(req) }),
  staffRoute({
    method: 'get',
    path: `${PLACE}/baru`,
    access: ['network.edit'],
    handle: (req) =>
      showNew(req, {
        caseCode: req.c.req.query('kasus') ?? '',
        reportId: idIn(req.c.req.query('info') ?? ''),
      }),
  }),
  staffRoute({ method: 'post', path: `${PLACE}/baru`, access: ['network.edit'], handle: add }),
  staffRoute({ method: 'get', path: GROUP, access: ['network.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: GROUP, access: ['network.edit'], handle: ask }),
  staffRoute({ method: 'post', path: `${PLACE}/sebutan/:id`, access: ['network.edit'], handle: judge }),
  staffRoute({ method: 'post', path: `${PLACE}/tanya/:id`, access: ['network.answer'], handle: answer }),
]
