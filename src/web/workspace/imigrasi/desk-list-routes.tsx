/** The doors of the lists: what is to be done, reported hits, and what a body received from desks. */
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import {
  answerFollowUp,
  answerSigns,
  checkHit,
  FOLLOW_UPS_PAGE,
  HITS_PAGE,
  listFollowUps,
  listHits,
  listReceivedSigns,
  RECEIVED_PAGE,
  reportHit,
} from '#src/modules/immigration/index.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageOf } from '../casework.ts'
import { FOLLOW_UPS, HITS, RECEIVED } from './desk-head.tsx'
import { deskFrame, deskProblems, pagingOf, READ, statusFor, WRITE } from './desk-kit.ts'
import { FollowUpsPage, HitsPage, ReceivedPage } from './desk-pages.tsx'

type Shown = { readonly form: FormState; readonly at?: string; readonly status: 409 | 422 }

/** Each row of a list has a form of its own, so its fields carry the id of the row. */
function ofRow(problems: readonly FieldProblem[], id: string): readonly FieldProblem[] {
  return problems.map((problem) => ({ ...problem, path: `${problem.path}-${id}` }))
}

async function followUps(req: StaffReq, shown?: Shown): Promise<Response> {
  const current = pageOf(req)
  const { followUps: rows, total } = await asMe(req, (ctx) => listFollowUps(ctx, current))
  const view = {
    followUps: rows,
    form: shown?.form ?? EMPTY_FORM,
    ...(shown?.at !== undefined && { at: shown.at }),
    ...pagingOf(req, { page: current, size: FOLLOW_UPS_PAGE, shown: rows.length, total }),
  }
  return page(req, <FollowUpsPage frame={deskFrame(req)} view={view} />, shown?.status ?? 200)
}

async function endFollowUp(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const at = { id: idParam(req), version: Number(form.one('version')) }
  try {
    await asMe(req, (ctx) =>
      answerFollowUp(ctx, at, { outcome: form.one(`outcome-${at.id}`), words: form.one(`words-${at.id}`) }),
    )
  } catch (error) {
    const problems = ofRow(deskProblems(req, error, 'outcome'), at.id)
    return followUps(req, { form: formState(form, problems), at: at.id, status: statusFor(error) })
  }
  return seeOther(req, `${FOLLOW_UPS}?kabar=dijawab`)
}

async function hits(req: StaffReq, shown?: Shown): Promise<Response> {
  const current = pageOf(req)
  const { hits: rows, total } = await asMe(req, (ctx) => listHits(ctx, current))
  const view = {
    hits: rows,
    form: shown?.form ?? EMPTY_FORM,
    ...pagingOf(req, { page: current, size: HITS_PAGE, shown: rows.length, total }),
    ...(may(req.who.actor.roles.filter(isRole), 'immigration.desk') && { mayWrite: 'may-write' as const }),
  }
  return page(req, <HitsPage frame={deskFrame(req)} view={view} />, shown?.status ?? 200)
}

async function addHit(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const day = form.one('reportedAt')
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && parsePartialDate(day) !== undefined
  try {
    await asMe(req, (ctx) =>
      reportHit(ctx, {
        kind: form.one('kind'),
        source: form.one('source'),
        reference: form.one('reference'),
        documentNumber: form.one('documentNumber'),
        reportedAt: new Date(isDay ? `${day}T00:00:00Z` : Number.NaN),
        days: /^\d{1,3}$/.test(form.one('days')) ? Number(form.one('days')) : 0,
      }),
    )
  } catch (error) {
    return hits(req, { form: formState(form, deskProblems(req, error, 'kind')), status: statusFor(error) })
  }
  return seeOther(req, `${HITS}?kabar=disimpan`)
}

async function verifyHit(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const at = { id: idParam(req), version: Number(form.one('version')) }
  try {
    await asMe(req, (ctx) => checkHit(ctx, at, form.one('verification')))
  } catch (error) {
    return hits(req, {
      form: formState(form, deskProblems(req, error, 'verification')),
      status: statusFor(error),
    })
  }
  return seeOther(req, `${HITS}?kabar=dijawab`)
}

async function received(req: StaffReq, shown?: Shown): Promise<Response> {
  const current = pageOf(req)
  const { referrals, total } = await asMe(req, (ctx) => listReceivedSigns(ctx, current))
  const view = {
    referrals,
    form: shown?.form ?? EMPTY_FORM,
    ...(shown?.at !== undefined && { at: shown.at }),
    ...pagingOf(req, { page: current, size: RECEIVED_PAGE, shown: referrals.length, total }),
  }
  return page(req, <ReceivedPage frame={deskFrame(req)} view={view} />, shown?.status ?? 200)
}

async function answer(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const at = { id: idParam(req), version: Number(form.one('version')) }
  try {
    await asMe(req, (ctx) =>
      answerSigns(ctx, at, { decision: form.one(`decision-${at.id}`), reason: form.one(`reason-${at.id}`) }),
    )
  } catch (error) {
    const problems = ofRow(deskProblems(req, error, 'decision'), at.id)
    return received(req, { form: formState(form, problems), at: at.id, status: statusFor(error) })
  }
  return seeOther(req, `${RECEIVED}?kabar=dijawab`)
}

export const deskListRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: FOLLOW_UPS, access: READ, handle: (req) => followUps(req) }),
  staffRoute({ method: 'post', path: `${FOLLOW_UPS}/:id`, access: READ, handle: endFollowUp }),
  staffRoute({ method: 'get', path: HITS, access: READ, handle: (req) => hits(req) }),
  staffRoute({ method: 'post', path: HITS, access: WRITE, handle: addHit }),
  staffRoute({ method: 'post', path: `${HITS}/:id`, access: WRITE, handle: verifyHit }),
  staffRoute({ method: 'get', path: RECEIVED, access: ['referral.answer'], handle: (req) => received(req) }),
  staffRoute({ method: 'post', path: `${RECEIVED}/:id`, access: ['referral.answer'], handle: answer }),
]
