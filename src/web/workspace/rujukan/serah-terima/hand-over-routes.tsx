/** The doors of a hand-over in tasks: make it, see all its sheets, send them, answer each task, write a shared fact. */
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { TASK_ANSWERS } from '#src/domain/referrals/hand-over.ts'
import { addTimelineEntry, listSharedFacts } from '#src/modules/cases/index.ts'
import {
  decideTasks,
  listOrgs,
  openHandOver,
  type AnsweredTask,
  type OpenedHandOver,
} from '#src/modules/referrals/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import {
  at,
  EMPTY_FORM,
  type FieldProblem,
  type FormState,
  type NoticeView,
} from '#src/web/ui/staff/frame.ts'
import { asMe, idIn } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { referralProblems } from '../referral-problems.ts'
import { HAND_OVER, HandOverPage } from './hand-over-page.tsx'
import { handOverViewOf } from './hand-over-view.ts'
import { newHandOverRoutes } from './new-hand-over-routes.tsx'

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 409 | 422 }

const mayAnswer = (req: StaffReq) => may(req.who.actor.roles.filter(isRole), 'referral.answer')

async function show(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const id = idParam(req)
  const { opened, orgs, facts } = await asMe(req, async (ctx) => {
    const opened = await openHandOver(ctx, id)
    return {
      opened,
      orgs: await listOrgs(ctx),
      facts: await listSharedFacts(
        ctx,
        opened.tasks.map((task) => task.referral.id),
      ),
    }
  })
  const done = req.t.kerjaRujukan.done[req.c.req.query('kabar') ?? '']
  const flash = shown.flash ?? (done === undefined ? undefined : { kind: 'good' as const, lead: done })
  const frame = frameOf(req, { flash })
  const view = handOverViewOf(frame, opened, {
    orgId: req.who.org.id,
    orgs,
    facts,
    mayAnswer: mayAnswer(req),
    address: at(frame, `${HAND_OVER}/${id}/fakta`),
    form: shown.form ?? EMPTY_FORM,
  })
  return page(req, <HandOverPage frame={frame} view={view} />, shown.status ?? 200)
}

function answersOf(form: FormValues, { tasks }: OpenedHandOver): readonly AnsweredTask[] {
  return tasks.flatMap(({ referral: { code } }): readonly AnsweredTask[] => {
    const one = (name: string) => form.one(`${code}.${name}`)
    const answer = TASK_ANSWERS.find((each) => each === one('answer'))
    if (answer === undefined) return []
    const better = idIn(one('better'))
    const words = answer === 'accept-part' ? one('part') : one('words')
    return [
      {
        code,
        version: Number(one('version')),
        answer,
        ...(words !== '' && { words }),
        ...(answer === 'accept-part' && { restWords: one('restWords') }),
        ...(answer === 'reject' && one('reason') !== '' && { reason: one('reason') }),
        ...(answer === 'reject' && better !== '' && { better }),
      },
    ]
  })
}

async function answer(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  return act(req, form, 'tasks', async (ctx) => {
    await decideTasks(ctx, id, answersOf(form, await openHandOver(ctx, id)))
  })
}

async function writeFact(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  return act(req, form, 'text', async (ctx) => {
    const { tasks } = await openHandOver(ctx, id)
    const task = tasks.find((each) => each.referral.code === form.one('task'))
    if (!task) throw new NotFoundError('referral.not-found')
    await addFact(ctx, form, task)
  })
}

/** The body that writes is the source that both sides see. */
export async function addFact(
  ctx: StaffContext,
  form: FormValues,
  { referral, pack }: Pick<OpenedHandOver['tasks'][number], 'referral' | 'pack'>,
): Promise<void> {
  if (pack === undefined) throw new RefusedError('referral.use-stopped')
  const corrects = idIn(form.one('corrects'))
  await addTimelineEntry(ctx, {
    code: pack.caseCode,
    date: form.one('date'),
    dateWords: '',
    text: form.one('text').slice(0, 4000),
    source: 'officer-observed',
    certainty: form.one('certainty') || 'unknown',
    ...(corrects !== '' && { contradicts: corrects }),
    referralId: referral.id,
  })
}

async function act(
  req: StaffReq,
  form: FormValues,
  anywhere: string,
  work: (ctx: StaffContext) => Promise<void>,
): Promise<Response> {
  try {
    await asMe(req, work)
  } catch (error) {
    if (error instanceof StaleVersionError)
      return show(req, { status: 409, flash: { kind: 'care', lead: req.t.kerjaRujukan.stale } })
    if (!(error instanceof RefusedError) && !(error instanceof InvalidInputError)) throw error
    const status = error instanceof RefusedError ? 409 : 422
    return show(req, { status, form: formState(form, problemsOf(req, error, anywhere)) })
  }
  return seeOther(req, `${HAND_OVER}/${idParam(req)}?kabar=tersimpan`)
}

function problemsOf(req: StaffReq, error: Error, anywhere: string): readonly FieldProblem[] {
  const own = req.t.kerjaBerbagi.handOver.problem
  const known = req.t.kerjaKabar.problem
  if (!(error instanceof InvalidInputError)) return referralProblems(req, error, anywhere)
  const words = referralProblems(req, error, anywhere)
  return words.map((each, place) => {
    const { code } = error.problems[place]!
    return { ...each, message: own[code] ?? known[code] ?? each.message }
  })
}

export const handOverRoutes: readonly Route[] = [
  ...newHandOverRoutes,
  staffRoute({
    method: 'get',
    path: `${HAND_OVER}/:id`,
    access: ['referral.answer'],
    handle: (req) => show(req),
  }),
  staffRoute({ method: 'post', path: `${HAND_OVER}/:id/jawab`, access: ['referral.answer'], handle: answer }),
  staffRoute({
    method: 'post',
    path: `${HAND_OVER}/:id/fakta`,
    access: ['referral.answer'],
    handle: writeFact,
  }),
]
