/** Making a hand-over: choose the body, tick the tasks, read every sheet, send all of them. */
import { CONSENT_ITEMS, type ConsentItem, type NeedKind } from '#src/domain/cases/codes.ts'
import { needsAbroadGround } from '#src/domain/disclosure/abroad.ts'
import { readCase } from '#src/modules/cases/index.ts'
import {
  offerHandOver,
  prepareHandOver,
  proposeReferral,
  type HandOverDraft,
  type PreparedHandOver,
  type ReferralProposal,
} from '#src/modules/referrals/index.ts'
import { sharingGround } from '#src/modules/sharing/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { sendableWords } from '#src/texts/sendables.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import {
  EMPTY_FORM,
  type FieldProblem,
  type FormState,
  type NoticeView,
  type StaffFrame,
} from '#src/web/ui/staff/frame.ts'
import { asMe, idIn } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { ABROAD_FIELDS, abroadOf } from '../basis-parts.tsx'
import { bodyIn, openNeeds } from '../new-referral-view.ts'
import { referralProblems } from '../referral-problems.ts'
import { orgName, sheetOf } from '../sheet-view.ts'
import { HAND_OVER, HandOverPreviewPage, NewHandOverPage, type NewHandOverView } from './hand-over-page.tsx'

type Asked = {
  readonly code: string
  readonly bodyId: string
  readonly form: FormState
  readonly status?: 422
}

async function newPage(req: StaffReq, asked: Asked): Promise<Response> {
  const frame = frameOf(req)
  const view = await asMe(req, async (ctx): Promise<NewHandOverView> => {
    const file = await readCase(ctx, asked.code, 'work', 'referral')
    const needs = openNeeds(frame, file, req.who.org.id)
    const first = needs[0]
    if (first === undefined) return { caseCode: file.row.code, bodies: [], needs, form: asked.form }
    const proposal = await proposeReferral(ctx, { caseCode: asked.code, needId: first.value }, sendableWords)
    const all = [...proposal.candidates, ...proposal.others]
    const body = bodyIn(proposal, asked.bodyId)
    return {
      caseCode: file.row.code,
      needs,
      bodies: all.map((each) => ({ value: each.org.id, label: orgName(frame, each.org) })),
      ...(body && {
        body: {
          id: body.org.id,
          name: orgName(frame, body.org),
          items: proposal.sendables
            .filter(({ item }) => body.answers[item] === 'yes')
            .map(({ item, lines }) => ({ value: item, label: itemLabel(frame, item, lines[0]?.text ?? '') })),
          ...(needsAbroadGround(proposal.own, body.org) && { abroad: 'abroad' as const }),
        },
      }),
      form: asked.form,
    }
  })
  return page(req, <NewHandOverPage frame={frame} view={view} />, asked.status ?? 200)
}

/** Each sheet says its own need; of everything else the first words show what would go. */
function itemLabel(frame: StaffFrame, item: ConsentItem, text: string): string {
  const name = frame.t.kerjaKode.consentItem[item]
  return item === 'needs' || text === '' ? name : `${name} (${text.slice(0, 60)})`
}

const listIn = (form: FormValues, name: string) => form.all(name).flatMap((value) => value.split(','))

/** What was typed, as a draft. The content comes from the file, never from the form. */
async function draftOf(ctx: StaffContext, form: FormValues): Promise<HandOverDraft> {
  const needIds = [...new Set(listIn(form, 'tasks'))].filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, 13)
  const chosen = CONSENT_ITEMS.filter((item) => listIn(form, 'items').includes(item))
  const problems: Problem[] = []
  if (needIds.length === 0) problems.push({ path: 'tasks', code: 'tasks.missing' })
  if (chosen.length === 0) problems.push({ path: 'items', code: 'items.missing' })
  for (const id of needIds)
    if (form.one(`asked.${id}`).length < 3) problems.push({ path: `asked.${id}`, code: 'asked.missing' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  const proposals: ReferralProposal[] = []
  for (const needId of needIds)
    proposals.push(await proposeReferral(ctx, { caseCode: form.one('case'), needId }, sendableWords))
  const [first] = proposals
  if (!first) throw new NotFoundError('need.not-found')
  const toOrg = idIn(form.one('body'))
  const abroad = abroadOf(form)
  return {
    caseId: first.file.row.id,
    caseCode: first.file.row.code,
    toOrg,
    tasks: proposals.map((proposal) => ({
      needId: proposal.need.id,
      asked: form.one(`asked.${proposal.need.id}`).slice(0, 1000),
      sendables: proposal.sendables,
      basis: proposal.candidates.find((each) => each.org.id === toOrg)?.basis ?? [],
    })),
    chosen,
    handling: first.handling,
    ...(abroad && { abroad }),
    kept: keptOf(first, needIds, ctx.actor.orgId),
  }
}

/** Needs that the sender holds and does not hand over. */
function keptOf(proposal: ReferralProposal, given: readonly string[], orgId: string): readonly NeedKind[] {
  return proposal.file.needs
    .filter((need) => need.owner_org === orgId && need.ended_at === null && !given.includes(need.id))
    .map((need) => need.kind as NeedKind)
}

type Shown = {
  readonly status?: 409 | 422
  readonly problems?: readonly FieldProblem[]
  readonly flash?: NoticeView
}

function wordsOf(req: StaffReq, error: unknown): readonly FieldProblem[] {
  const own = req.t.kerjaBerbagi.handOver.problem
  const words = referralProblems(req, error, 'body')
  if (!(error instanceof InvalidInputError)) return words
  return words.map((each, place) => ({ ...each, message: own[error.problems[place]!.code] ?? each.message }))
}

async function preview(req: StaffReq, form: FormValues, shown: Shown = {}): Promise<Response> {
  let ready: { readonly draft: HandOverDraft; readonly prepared: PreparedHandOver }
  try {
    ready = await asMe(req, async (ctx) => {
      const draft = await draftOf(ctx, form)
      return { draft, prepared: await prepareHandOver(ctx, req.who.org.id, draft) }
    })
  } catch (error) {
    if (!(error instanceof InvalidInputError) && !(error instanceof RefusedError)) throw error
    const state = formState(form, wordsOf(req, error))
    return newPage(req, { code: form.one('case'), bodyId: form.one('body'), form: state, status: 422 })
  }
  const { draft, prepared } = ready
  const frame = frameOf(req, { flash: shown.flash })
  const [first] = prepared.tasks
  const ground = await asMe(req, (ctx) =>
    sharingGround(ctx, { withOrg: draft.toOrg, purpose: 'hand-over', at: ctx.now }),
  )
  const view = {
    caseCode: draft.caseCode,
    receiver: orgName(frame, first!.to),
    sheets: prepared.tasks.map(({ pack }) => sheetOf(frame, { ...pack, code: '' })),
    carried: first!.carried,
    ground,
    hidden: hiddenOf(form, draft, prepared),
    form: { values: {}, problems: shown.problems ?? [] },
  }
  return page(req, <HandOverPreviewPage frame={frame} view={view} />, shown.status ?? 200)
}

function hiddenOf(
  form: FormValues,
  draft: HandOverDraft,
  prepared: PreparedHandOver,
): Readonly<Record<string, string>> {
  return {
    case: draft.caseCode,
    body: draft.toOrg,
    tasks: draft.tasks.map((task) => task.needId).join(','),
    items: draft.chosen.join(','),
    ...Object.fromEntries(draft.tasks.map((task) => [`asked.${task.needId}`, task.asked])),
    ...Object.fromEntries(ABROAD_FIELDS.map((name) => [name, form.one(name)])),
    seen: prepared.seen,
  }
}

async function send(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const words = req.t.kerjaRujukan
  if (form.one('read') !== 'ya')
    return preview(req, form, {
      status: 422,
      problems: [{ path: 'read', message: words.problem['read.missing'] }],
    })
  try {
    const { id } = await asMe(req, async (ctx) =>
      offerHandOver(ctx, await draftOf(ctx, form), form.one('seen')),
    )
    return seeOther(req, `${HAND_OVER}/${id}?kabar=terkirim`)
  } catch (error) {
    if (error instanceof StaleVersionError)
      return preview(req, form, { status: 409, flash: { kind: 'care', lead: words.previewChanged } })
    if (!(error instanceof RefusedError) && !(error instanceof InvalidInputError)) throw error
    return preview(req, form, { status: 422, problems: wordsOf(req, error) })
  }
}

const ACCESS = ['referral.send'] as const

export const newHandOverRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/:code/serah-terima',
    access: ACCESS,
    handle: (req) =>
      newPage(req, {
        code: req.c.req.param('code') ?? '',
        bodyId: idIn(req.c.req.query('lembaga') ?? ''),
        form: EMPTY_FORM,
      }),
  }),
  staffRoute({
    method: 'post',
    path: `${HAND_OVER}/pratinjau`,
    access: ACCESS,
    handle: async (req) => preview(req, await readForm(req)),
  }),
  staffRoute({ method: 'post', path: HAND_OVER, access: ACCESS, handle: send }),
]
