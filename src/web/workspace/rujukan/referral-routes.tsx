/** Referrals received and sent: the list, the sheet, and every step of both sides. */
import type { ReferralAction, ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import { isUnanswered, referralActionsFor } from '#src/domain/referrals/lifecycle.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { listSharedFacts } from '#src/modules/cases/index.ts'
import { readDelivery } from '#src/modules/exchange/index.ts'
import {
  acknowledgeStop,
  decideReferral,
  escalateReferral,
  findReferralByCode,
  listOrgs,
  markPersonTold,
  mayRemind,
  openReferral,
  readReferralList,
  REFERRALS_PAGE,
  remindReceiver,
  reviewException,
  type Decision,
  type OpenedReferral,
  type OrgRow,
  type ReferralRow,
} from '#src/modules/referrals/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FormState, type NoticeView, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, oneOf, pageHref, pageOf } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { wayOf } from './delivery-way.tsx'
import { newReferralRoutes } from './new-referral-routes.tsx'
import { HAND_OVER } from './serah-terima/hand-over-page.tsx'
import { addFact } from './serah-terima/hand-over-routes.tsx'
import { factsViewOf } from './serah-terima/hand-over-view.ts'
import { referralProblems } from './referral-problems.ts'
import {
  REFERRAL_DIRECTIONS,
  REFERRAL_FILTERS,
  ReferralListPage,
  type ReferralListView,
} from './referral-list-page.tsx'
import { ReferralPage, type ReferralVerb, type ReferralView } from './referral-page.tsx'
import { clockOf, needWords, orgName, reasonWords, sheetOf, stateOf, stepsOf } from './sheet-view.ts'

function flashOf(req: StaffReq): NoticeView | undefined {
  const lead = req.t.kerjaRujukan.done[req.c.req.query('kabar') ?? '']
  return lead === undefined ? undefined : { kind: 'good', lead }
}

async function listPage(req: StaffReq): Promise<Response> {
  const wantsSent = req.c.req.query('arah') === REFERRAL_DIRECTIONS.sent
  const direction = wantsSent && mayDo(req, 'referral.answer') ? 'sent' : 'received'
  const filter = oneOf(REFERRAL_FILTERS, req.c.req.query('saring'))
  const asked = { side: direction, filter, page: pageOf(req) } as const
  const found = await asMe(req, (ctx) => readReferralList(ctx, asked))
  const frame = frameOf(req, { flash: flashOf(req) })
  const first = asked.page * REFERRALS_PAGE
  const last = first + found.rows.length
  const view: ReferralListView = {
    direction,
    filter,
    counts: found.counts,
    waiting: found.waiting,
    ...(mayDo(req, 'exception.review') ? { reviews: found.reviews } : {}),
    rows: found.rows.map((row) => rowOf(frame, row, found.bodies, req.who.org.id)),
    paging: {
      from: Math.min(first + 1, found.total),
      to: last,
      total: found.total,
      ...(asked.page > 0 ? { previous: pageHref(req, asked.page - 1) } : {}),
      ...(last < found.total ? { next: pageHref(req, asked.page + 1) } : {}),
    },
  }
  return page(req, <ReferralListPage frame={frame} view={view} />)
}

function rowOf(
  frame: StaffFrame,
  row: ReferralRow,
  bodies: ReadonlyMap<string, OrgRow>,
  orgId: string,
): ReferralListView['rows'][number] {
  return {
    code: row.code,
    href: at(frame, `/kerja/rujukan/${row.code}`),
    need: needWords(frame, row.need_kind),
    body: bodies.get(row.to_org === orgId ? row.from_org : row.to_org)?.short_name ?? '',
    urgency: row.urgency as ReferralListView['rows'][number]['urgency'],
    state: stateOf(row),
    clock: clockOf(frame, row),
    ...(row.consent_basis === 'exception' ? { noConsent: 'no-consent' as const } : {}),
  }
}

function mayDo(req: StaffReq, permission: Parameters<typeof may>[1]): boolean {
  return may(req.who.actor.roles.filter(isRole), permission)
}

async function idOf(ctx: StaffContext, req: StaffReq): Promise<string> {
  const row = await findReferralByCode(ctx, req.c.req.param('code') ?? '')
  if (!row) throw new NotFoundError('referral.not-found')
  return row.id
}

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 200 | 409 | 422 }

async function referralPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const { opened, orgs, facts } = await asMe(req, async (ctx) => {
    const opened = await openReferral(ctx, await idOf(ctx, req))
    const facts = await listSharedFacts(ctx, [opened.referral.id])
    return { opened, facts, orgs: await listOrgs(ctx) }
  })
  // A village officer reads what was referred to the village, not what its body referred.
  if (opened.referral.to_org !== req.who.org.id && !mayDo(req, 'referral.answer'))
    throw new NotFoundError('referral.not-found')
  const frame = frameOf(req, { flash: shown.flash ?? flashOf(req) })
  const action = at(frame, `/kerja/rujukan/${opened.referral.code}/fakta`)
  const view = {
    ...viewOf(req, frame, opened, orgs, shown.form ?? EMPTY_FORM),
    ...wayOf(frame, opened, await asMe(req, (ctx) => readDelivery(ctx, opened.referral.id))),
    facts: factsViewOf(frame, [opened.referral], facts, mayDo(req, 'referral.answer') ? action : undefined),
  }
  return page(req, <ReferralPage frame={frame} view={view} />, shown.status ?? 200)
}

function viewOf(
  req: StaffReq,
  frame: StaffFrame,
  { referral: row, pack, words }: OpenedReferral,
  orgs: readonly OrgRow[],
  form: FormState,
): Omit<ReferralView, 'facts'> {
  const side = row.to_org === req.who.org.id ? 'receiver' : 'sender'
  const [from, to] = [orgs.find((org) => org.id === row.from_org), orgs.find((org) => org.id === row.to_org)]
  const t = frame.t.kerjaRujukan
  const better = orgs.find((org) => org.id === words.better)
  return {
    code: row.code,
    side,
    form,
    version: String(row.version),
    otherBody: orgName(frame, side === 'receiver' ? from : to),
    need: needWords(frame, row.need_kind),
    state: stateOf(row, words),
    clock: clockOf(frame, row),
    ...(pack ? { sheet: sheetOf(frame, pack) } : {}),
    ...(row.stopped_at ? { stopped: 'stopped' as const } : {}),
    ...(pack?.ground ? { exception: { basis: t.basisWords[pack.ground], reason: pack.reason ?? '' } } : {}),
    steps: stepsOf(frame, row, { from, to }, words),
    words: [
      // Every other reason stands in its step.
      row.state === 'on-hold' ? reasonWords(frame, row) : '',
      words.words,
      words.rest && t.restOfNeed(words.rest),
      better && t.betterBody(orgName(frame, better)),
    ].filter((text): text is string => typeof text === 'string' && text !== ''),
    may: verbsOf(req, row, side),
    ...(row.hand_over_id && { handOverHref: at(frame, `${HAND_OVER}/${row.hand_over_id}`) }),
    otherBodies: orgs
      .filter((org) => org.id !== row.from_org && org.id !== row.to_org)
      .map((org) => ({ value: org.id, label: orgName(frame, org) })),
    ...(hasOwnFile(row, side) && pack && mayDo(req, 'case.read')
      ? { caseHref: at(frame, `/kerja/kasus/${pack.caseCode}`) }
      : {}),
  }
}

function hasOwnFile(row: ReferralRow, side: ReferralView['side']): boolean {
  return side === 'sender' || ['accepted', 'in-progress', 'on-hold', 'completed'].includes(row.state)
}

/** The life cycle says which steps; the rest depends on the role and on what was done already. */
function verbsOf(req: StaffReq, row: ReferralRow, side: ReferralView['side']): readonly ReferralVerb[] {
  if (side === 'receiver' && row.stopped_at) return row.stop_acknowledged_at ? [] : ['acknowledge']
  const steps = referralActionsFor(row.state as ReferralStatus, side).filter((action) => action !== 'receive')
  if (side === 'receiver') return mayDo(req, 'referral.answer') ? steps : []
  const isException = row.consent_basis === 'exception'
  const isReviewer =
    isException &&
    !row.exception_reviewed_at &&
    row.by_staff !== req.who.actor.staffId &&
    mayDo(req, 'exception.review')
  return [
    ...steps,
    ...(mayRemind(row, req.platform.clock()) === 'yes' ? (['remind'] as const) : []),
    ...(isUnanswered(row.state as ReferralStatus) && !row.escalated_at ? (['escalate'] as const) : []),
    ...(isReviewer ? (['review'] as const) : []),
    ...(isException && !row.person_told_at ? (['tell-person'] as const) : []),
  ]
}

type Fields = Pick<Decision, 'reason' | 'words' | 'restWords' | 'better'>

function reasoned(field: string): (form: FormValues) => Fields {
  return (form) => ({ reason: form.one(field) || undefined, words: form.one(`${field}Words`) || undefined })
}

/** Path of each step below the referral, and what of the form belongs to it. */
const STEPS: Readonly<
  Record<string, { readonly action: ReferralAction; readonly read: (form: FormValues) => Fields }>
> = {
  terima: { action: 'accept', read: () => ({}) },
  sebagian: {
    action: 'accept-part',
    read: (form) => ({ words: form.one('part') || undefined, restWords: form.one('rest') }),
  },
  tolak: {
    action: 'reject',
    read: (form) => ({
      reason: form.one('reason') || undefined,
      words: form.one('why') || undefined,
      better: form.one('better') || undefined,
    }),
  },
  mulai: { action: 'start', read: () => ({}) },
  lanjut: { action: 'resume', read: () => ({}) },
  tunda: { action: 'hold', read: reasoned('holdWhy') },
  gagal: { action: 'fail', read: reasoned('failWhy') },
  batal: { action: 'cancel', read: reasoned('cancelWhy') },
  selesai: { action: 'complete', read: (form) => ({ words: form.one('result') }) },
}

/** At which field of the page a missing thing is shown. */
const FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sebagian: { restWords: 'rest' },
  tunda: { reason: 'holdWhy' },
  gagal: { reason: 'failWhy' },
  batal: { reason: 'cancelWhy' },
  selesai: { words: 'result' },
}

async function take(req: StaffReq, verb: string): Promise<Response> {
  const step = STEPS[verb]!
  const form = await readForm(req)
  return act(req, form, verb, 'tersimpan', async (ctx) => {
    await decideReferral(ctx, {
      referralId: await idOf(ctx, req),
      version: Number(form.one('version')),
      action: step.action,
      ...step.read(form),
    })
  })
}

async function act(
  req: StaffReq,
  form: FormValues,
  verb: string,
  done: string,
  work: (ctx: StaffContext) => Promise<void>,
): Promise<Response> {
  try {
    await asMe(req, work)
  } catch (error) {
    if (error instanceof StaleVersionError)
      return referralPage(req, { status: 409, flash: { kind: 'care', lead: req.t.kerjaRujukan.stale } })
    if (!(error instanceof RefusedError) && !(error instanceof InvalidInputError)) throw error
    const problems = referralProblems(req, error, 'kesalahan').map((each) => ({
      ...each,
      path: FIELD[verb]?.[each.path] ?? each.path,
    }))
    const status = error instanceof RefusedError ? 409 : 422
    return referralPage(req, { status, form: formState(form, problems) })
  }
  return seeOther(req, `/kerja/rujukan/${req.c.req.param('code') ?? ''}?kabar=${done}`)
}

const stepRoutes: readonly Route[] = Object.keys(STEPS).map((verb) =>
  staffRoute({
    method: 'post',
    path: `/kerja/rujukan/:code/${verb}`,
    access: [verb === 'batal' ? 'referral.send' : 'referral.answer'],
    handle: (req) => take(req, verb),
  }),
)

function dutyRoute(
  verb: string,
  access: 'referral.send' | 'referral.answer' | 'exception.review',
  done: string,
  work: (ctx: StaffContext, id: string, form: FormValues) => Promise<void>,
): Route {
  return staffRoute({
    method: 'post',
    path: `/kerja/rujukan/:code/${verb}`,
    access: [access],
    handle: async (req) => {
      const form = await readForm(req)
      return act(req, form, verb, done, async (ctx) => work(ctx, await idOf(ctx, req), form))
    },
  })
}

const READ = ['referral.answer', 'village.read'] as const

export const referralRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/rujukan', access: READ, handle: listPage }),
  ...newReferralRoutes,
  staffRoute({
    method: 'get',
    path: '/kerja/rujukan/:code',
    access: READ,
    handle: (req) => referralPage(req),
  }),
  ...stepRoutes,
  dutyRoute('fakta', 'referral.answer', 'tersimpan', async (ctx, id, form) =>
    addFact(ctx, form, await openReferral(ctx, id)),
  ),
  dutyRoute('ingatkan', 'referral.send', 'diingatkan', remindReceiver),
  dutyRoute('naik', 'referral.send', 'dinaikkan', escalateReferral),
  dutyRoute('diberitahu', 'referral.send', 'diberitahu', markPersonTold),
  dutyRoute('berhenti', 'referral.answer', 'berhenti', acknowledgeStop),
  dutyRoute('tinjau', 'exception.review', 'ditinjau', (ctx, id, form) =>
    reviewException(ctx, id, form.one('hasil') === 'benar' ? 'upheld' : 'not-upheld'),
  ),
]
