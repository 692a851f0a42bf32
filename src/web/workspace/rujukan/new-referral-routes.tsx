/** Offering a need: choose it, choose the body, tick what goes, read exactly that, send exactly that. */
import { CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { EXCEPTION_FACTS, EXCEPTION_GROUNDS } from '#src/domain/referrals/exception.ts'
import { readCase } from '#src/modules/cases/index.ts'
import {
  offerReferral,
  prepareOffer,
  proposeReferral,
  type OfferDraft,
  type PreparedOffer,
  type ReferralProposal,
} from '#src/modules/referrals/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { sharingGround } from '#src/modules/sharing/index.ts'
import { sendableWords } from '#src/texts/sendables.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FieldProblem, type NoticeView } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { newViewOf, openNeeds, previewViewOf, wishOf } from './new-referral-view.ts'
import { ABROAD_FIELDS, abroadOf } from './basis-parts.tsx'
import { referralProblems } from './referral-problems.ts'
import { ReferralNewPage } from './referral-new-page.tsx'
import { ReferralPreviewPage } from './referral-preview-page.tsx'

const CARRIED = [
  'case',
  'need',
  'body',
  'ask',
  'exceptionBasis',
  'exceptionReason',
  ...ABROAD_FIELDS,
] as const

async function newReferral(req: StaffReq, code: string): Promise<Response> {
  const needId = req.c.req.query('kebutuhan')
  const bodyId = req.c.req.query('lain') || req.c.req.query('lembaga')
  if (!needId) return chooseNeed(req, code)
  const proposal = await asMe(req, (ctx) => proposeReferral(ctx, { caseCode: code, needId }, sendableWords))
  const frame = frameOf(req)
  const view = newViewOf(frame, proposal, req.who.org.id, { bodyId, form: EMPTY_FORM })
  return page(req, <ReferralNewPage frame={frame} view={view} />)
}

async function chooseNeed(req: StaffReq, code: string): Promise<Response> {
  const file = await asMe(req, (ctx) => readCase(ctx, code, 'work', 'referral'))
  const frame = frameOf(req)
  const view = {
    caseCode: file.row.code,
    wish: wishOf(file),
    needs: openNeeds(frame, file, req.who.org.id),
    findings: [],
    proposals: [],
    otherBodies: [],
    form: EMPTY_FORM,
  }
  return page(req, <ReferralNewPage frame={frame} view={view} />)
}

/** What was typed, as a draft of the offer. The content comes from the file, never from the form. */
function draftOf(form: FormValues, proposal: ReferralProposal): OfferDraft {
  const chosen = itemsIn(form)
  const problems: Problem[] = []
  if (form.one('body') === '') problems.push({ path: 'body', code: 'body.missing' })
  if (form.one('ask').length < 3) problems.push({ path: 'ask', code: 'asked.missing' })
  if (chosen.length === 0) problems.push({ path: 'items', code: 'items.missing' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  const ground = EXCEPTION_GROUNDS.find((each) => each === form.one('exceptionBasis'))
  const reason = form.one('exceptionReason')
  const abroad = abroadOf(form)
  const facts = EXCEPTION_FACTS.filter((fact) => valuesOf(form, 'facts').includes(fact))
  return {
    caseId: proposal.file.row.id,
    caseCode: proposal.file.row.code,
    needId: proposal.need.id,
    toOrg: form.one('body'),
    asked: form.one('ask').slice(0, 1000),
    sendables: proposal.sendables,
    chosen,
    handling: proposal.handling,
    basis: proposal.candidates.find((each) => each.org.id === form.one('body'))?.basis ?? [],
    ...(abroad && { abroad }),
    ...(ground
      ? {
          exception: {
            ground,
            reason: reason.slice(0, 1000),
            facts: new Set([
              ...facts.filter((fact) => fact !== 'reason-written'),
              ...(reason.length >= 5 ? (['reason-written'] as const) : []),
            ]),
          },
        }
      : {}),
  }
}

function valuesOf(form: FormValues, name: string): readonly string[] {
  return form.all(name).flatMap((value) => value.split(','))
}

function itemsIn(form: FormValues): OfferDraft['chosen'] {
  const given = valuesOf(form, 'items')
  return CONSENT_ITEMS.filter((item) => given.includes(item))
}

async function propose(ctx: StaffContext, form: FormValues): Promise<ReferralProposal> {
  if (!/^[0-9a-f-]{36}$/.test(form.one('need'))) throw new NotFoundError('need.not-found')
  return proposeReferral(ctx, { caseCode: form.one('case'), needId: form.one('need') }, sendableWords)
}

type Prepared =
  | { readonly proposal: ReferralProposal; readonly offer: PreparedOffer }
  | { readonly proposal: ReferralProposal; readonly problems: readonly FieldProblem[] }

async function prepare(req: StaffReq, form: FormValues): Promise<Prepared> {
  const proposal = await asMe(req, (ctx) => propose(ctx, form))
  try {
    return {
      proposal,
      offer: await asMe(req, (ctx) => prepareOffer(ctx, req.who.org.id, draftOf(form, proposal))),
    }
  } catch (error) {
    return { proposal, problems: referralProblems(req, error, 'body') }
  }
}

type Shown = {
  readonly status?: 409 | 422
  readonly problems?: readonly FieldProblem[]
  readonly flash?: NoticeView
}

async function preview(req: StaffReq, form: FormValues, shown: Shown = {}): Promise<Response> {
  const prepared = await prepare(req, form)
  const frame = frameOf(req, { flash: shown.flash })
  const bodyId = form.one('body')
  if ('problems' in prepared) {
    const state = formState(form, prepared.problems)
    const values = { ...state.values, items: itemsIn(form), facts: valuesOf(form, 'facts') }
    const view = newViewOf(frame, prepared.proposal, req.who.org.id, { bodyId, form: { ...state, values } })
    return page(req, <ReferralNewPage frame={frame} view={view} />, 422)
  }
  const { proposal, offer } = prepared
  const hidden = {
    ...Object.fromEntries(CARRIED.map((name) => [name, form.one(name)])),
    items: itemsIn(form).join(','),
    facts: valuesOf(form, 'facts').join(','),
    seen: offer.seen,
  }
  const ground = await asMe(req, (ctx) =>
    sharingGround(ctx, { withOrg: offer.to.id, purpose: 'hand-over', at: ctx.now }),
  )
  const view = previewViewOf(frame, proposal, offer, {
    hidden,
    ground,
    form: { values: {}, problems: shown.problems ?? [] },
  })
  return page(req, <ReferralPreviewPage frame={frame} view={view} />, shown.status ?? 200)
}

/** Sends what was seen. What changed meanwhile is shown again and not sent. */
async function send(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const words = req.t.kerjaRujukan
  if (form.one('read') !== 'ya')
    return preview(req, form, {
      status: 422,
      problems: [{ path: 'read', message: words.problem['read.missing'] }],
    })
  try {
    const { code } = await asMe(req, async (ctx) =>
      offerReferral(ctx, draftOf(form, await propose(ctx, form)), form.one('seen')),
    )
    return seeOther(req, `/kerja/rujukan/${code}?kabar=terkirim`)
  } catch (error) {
    if (error instanceof StaleVersionError)
      return preview(req, form, { status: 409, flash: { kind: 'care', lead: words.previewChanged } })
    if (!(error instanceof RefusedError) && !(error instanceof InvalidInputError)) throw error
    return preview(req, form, { status: 422, problems: referralProblems(req, error, 'read') })
  }
}

export const newReferralRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/rujukan/baru',
    access: ['referral.send'],
    handle: (req) => newReferral(req, req.c.req.query('kasus') ?? ''),
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/:code/rujuk',
    access: ['referral.send'],
    handle: (req) => newReferral(req, req.c.req.param('code') ?? ''),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/rujukan/pratinjau',
    access: ['referral.send'],
    handle: async (req) => preview(req, await readForm(req)),
  }),
  staffRoute({ method: 'post', path: '/kerja/rujukan', access: ['referral.send'], handle: send }),
]
