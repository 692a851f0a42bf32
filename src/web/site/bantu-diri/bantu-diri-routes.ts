import { conclude } from '#src/domain/rulebook/conclude.ts'
import type { QuestionName } from '#src/domain/rulebook/conclusion.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { checkCompany, type CompanyCheck } from '#src/modules/companies/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import { workplaceOptions } from '../lapor/choices.ts'
import { frameOf, readForm } from '../public-req.ts'
import {
  fieldsOf,
  GUIDE_NAMES,
  readAnswers,
  wrongNumbers,
  type Answers,
  type Guide,
  type GuideName,
} from './guide.ts'
import { GuidePage } from './guide-page.tsx'
import { GuideResultPage } from './guide-result-page.tsx'
import { GUIDES } from './guides.ts'

const QUESTION: Readonly<Record<GuideName, QuestionName>> = {
  biaya: 'placement-cost',
  tawaran: 'offer',
  jaminan: 'social-security',
  gaji: 'wages',
  langkah: 'departure-documents',
}

/** Nothing is written, neither to the database nor to a log: the answers live in the form alone. */
export const bantuDiriRoutes: readonly PublicRoute[] = GUIDE_NAMES.flatMap((name) => [
  publicRoute({
    method: 'get',
    path: `/${name}`,
    access: 'public',
    handle: (req) => ask(req, GUIDES[name], 0, {}),
  }),
  publicRoute({
    method: 'post',
    path: `/${name}`,
    access: 'public',
    handle: (req) => answer(req, GUIDES[name]),
  }),
])

async function answer(req: Req, guide: Guide): Promise<Response> {
  const { tree } = await readForm(req)
  const answers = readAnswers(req.t, guide, tree)
  const at = stepAt(guide, valuesAt(tree, 'step')[0])
  const go = valuesAt(tree, 'go')[0]
  if (go === 'back') return ask(req, guide, nextAsked(req, guide, answers, at, -1), answers)
  const step = guide.steps[at]
  if (step === undefined) return result(req, guide, answers)
  const kept = go === 'skip' ? without(answers, fieldsOf(req.t, guide, step, answers)) : answers
  const wrong = wrongNumbers(req.t, guide, step, kept, req.platform.clock().getUTCFullYear())
  if (wrong.length > 0) return ask(req, guide, at, kept, wrong)
  const next = nextAsked(req, guide, kept, at, 1)
  return next >= guide.steps.length ? result(req, guide, kept) : ask(req, guide, next, kept)
}

/** Steps without a field, such as the amounts of nothing, are passed over. */
function nextAsked(req: Req, guide: Guide, answers: Answers, from: number, by: 1 | -1): number {
  for (let at = from + by; at > 0 && at < guide.steps.length; at += by) {
    const step = guide.steps[at]
    if (step !== undefined && fieldsOf(req.t, guide, step, answers).length > 0) return at
  }
  return by > 0 ? guide.steps.length : 0
}

function stepAt(guide: Guide, sent: string | undefined): number {
  const at = /^\d{1,2}$/.test(sent ?? '') ? Number(sent) : 0
  return Math.min(at, guide.steps.length)
}

function without(answers: Answers, fields: readonly { readonly value: string }[]): Answers {
  const gone = new Set(fields.map((each) => each.value))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !gone.has(name)))
}

function ask(
  req: Req,
  guide: Guide,
  step: number,
  answers: Answers,
  wrong: readonly string[] = [],
): Promise<Response> {
  const countries = workplaceOptions(req.lang)
  return page(
    req,
    GuidePage({ ...frameOf(req), guide, step, answers, countries, wrong }),
    wrong.length > 0 ? 422 : 200,
  )
}

async function result(req: Req, guide: Guide, answers: Answers): Promise<Response> {
  const today = req.platform.clock().toISOString().slice(0, 10)
  const company = await namedCompany(req, guide, answers)
  const facts = withCompany(guide.facts(answers), company)
  const conclusion = conclude(QUESTION[guide.name], facts, loadRulebook(), today)
  return page(
    req,
    GuideResultPage({ ...frameOf(req), guide, answers, conclusion, ...(company && { company }) }),
  )
}

/** Only where a company was named is anything looked up. */
async function namedCompany(req: Req, guide: Guide, answers: Answers): Promise<CompanyCheck | undefined> {
  const name = guide.name === 'tawaran' ? (answers['perusahaan']?.[0] ?? '') : ''
  if (name === '') return undefined
  return runAs(req.platform, { kind: 'public' }, (ctx) => checkCompany(ctx, name))
}

/** A near name, a licence that does not count and a missing list leave the question open: none of them is a yes or a no. */
function withCompany(facts: Facts, check: CompanyCheck | undefined): Facts {
  if (check?.kind !== 'list' || check.found === undefined) return facts
  const { found } = check
  const active = found.kind === 'found' && found.standings.some((each) => each.now === 'active')
  if (active) return { ...facts, offer: { ...facts.offer, companyFoundInRegister: 'yes' } }
  if (found.kind !== 'not-found') return facts
  return { ...facts, offer: { ...facts.offer, companyFoundInRegister: 'no' } }
}
