import {
  countArrival,
  isIdempotencyKey,
  newIdempotencyKey,
  receiveReport,
  reporterActor,
  type IdempotencyKey,
} from '#src/modules/reports/index.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import { runAs } from '#src/platform/db/context.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { numbersFor } from '../bahaya/numbers.ts'
import { frameOf, LARGEST_BODY, readForm, tooBig } from '../public-req.ts'
import { showEnter } from '../lacak/show-status.ts'
import { checkStep, type FormProblem } from './check-step.ts'
import { laporChoices } from './choices.ts'
import { actOnCode } from './code/code-actions.ts'
import { isCodeStillShown, showCode } from './code/show-code.ts'
import { draftFromForm } from './draft-from-form.ts'
import {
  BLANK_FORM,
  isReportStep,
  neighbourStep,
  readReportForm,
  REPORT_STEPS,
  skipStep,
  textOf,
  type ReportForm,
  type ReportStep,
} from './fields.ts'
import { LaporPage } from './lapor-page.tsx'

type Asked = {
  readonly step: ReportStep
  readonly form: ReportForm
  readonly key: IdempotencyKey
  readonly problems?: readonly FormProblem[]
}

/** Every question has this one address; nothing is stored, here or in the browser, before the last answer. */
export const laporRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: '/lapor',
    access: 'public',
    handle: (req) => ask(req, { step: 'what', form: BLANK_FORM, key: newIdempotencyKey() }),
  }),
  publicRoute({ method: 'post', path: '/lapor', access: 'public', maxBody: LARGEST_BODY, handle: answer }),
]

async function ask(req: Req, { step, form, key, problems = [] }: Asked): Promise<Response> {
  const { checked } = await numbersFor(req, textOf(form, 'place.country'))
  const view = {
    ...frameOf(req),
    step,
    form,
    requestKey: key,
    problems,
    choices: laporChoices(req.lang),
    numbers: checked,
  }
  return page(req, LaporPage(view), problems.length > 0 ? 422 : 200)
}

async function answer(req: Req): Promise<Response> {
  const posted = await readForm(req)
  if (valuesAt(posted.tree, 'proof').length > 0) return actOnCode(req, posted)
  if (posted.cut) throw tooBig()
  const asked = readAsked(posted.tree)
  switch (valuesAt(posted.tree, 'go')[0]) {
    case 'back':
      return ask(req, { ...asked, step: neighbourStep(asked.step, 'back') ?? 'what' })
    case 'skip':
      return goOn(req, { ...asked, form: skipStep(asked.form, asked.step) })
    default:
      return goOn(req, answered(asked))
  }
}

function readAsked(tree: FormTree): Asked {
  const step = valuesAt(tree, 'step')[0] ?? ''
  const key = valuesAt(tree, 'key')[0] ?? ''
  return {
    step: isReportStep(step) ? step : 'what',
    form: readReportForm(tree),
    key: isIdempotencyKey(key) ? key : newIdempotencyKey(),
  }
}

/** A step that was skipped and then answered after all is no longer skipped. */
function answered(asked: Asked): Asked {
  const skipped = asked.form.skipped.filter((step) => step !== asked.step)
  return { ...asked, form: { ...asked.form, skipped } }
}

async function goOn(req: Req, asked: Asked): Promise<Response> {
  const problems = checkStep(asked.form, asked.step)
  if (problems.length > 0) return ask(req, { ...asked, problems })
  const next = neighbourStep(asked.step, 'next')
  if (next) return ask(req, { ...asked, step: next })
  // Hidden answers may have been changed on the way: every step is checked again before anything is stored.
  for (const step of REPORT_STEPS) {
    const found = checkStep(asked.form, step)
    if (found.length > 0) return ask(req, { ...asked, step, problems: found })
  }
  return storeReport(req, draftFromForm(asked.form, req.lang), asked.key)
}

/**
 * Stores the report and answers with the page that shows its code, never with a redirect. A reload shows the same code, but
 * only for a while: whoever holds the phone tomorrow and presses back gets nothing.
 */
export async function storeReport(req: Req, draft: ReportDraft, key: IdempotencyKey): Promise<Response> {
  const actor = reporterActor(req.platform, key)
  const arrival = await countArrival(req.platform, req.visitor)
  const received = await runAs(req.platform, actor, (ctx) => receiveReport(ctx, draft, key, arrival))
  const h = Buffer.from((actor.kind === 'public' && actor.codeHash) || []).toString('hex')
  if (received.arrival === 'again' && !(await isCodeStillShown(req, h)))
    return showEnter(req, { problems: ['stored-before'] })
  return showCode(req, { h, k: key, n: key.slice(0, 8) })
}
