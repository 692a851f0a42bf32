/** The wage sheet of a case. Opening it opens the case, so it is recorded; it is kept only when asked. */
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import {
  findClaimSheet,
  keepClaimSheet,
  readCase,
  type CaseFile,
  type ClaimSheet,
  type ClaimValues,
} from '#src/modules/cases/index.ts'
import { StaleVersionError } from '#src/platform/errors.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { chapterWords } from '#src/web/chapter-words.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FieldProblem } from '#src/web/ui/staff/frame.ts'
import { asMe, workplaceOptions, workFrame } from '../../casework.ts'
import { codeOf } from '../show-case.tsx'
import { countIn, countOf, keptValues, typedIn, type Count } from './wage-counts.ts'
import { factsIn, fieldOf } from './wage-facts.ts'
import { WagePage, type WagePageView } from './wage-page.tsx'
import type { RecountView } from './wage-recount.tsx'

type Opened = { readonly file: CaseFile; readonly sheet: ClaimSheet | undefined }

function openCase(req: StaffReq): Promise<Opened> {
  return asMe(req, async (ctx) => {
    const file = await readCase(ctx, codeOf(req), 'work', 'wages')
    return { file, sheet: await findClaimSheet(ctx, file.row.id, 'wages') }
  })
}

/** Who counted first sees the sheet; a colleague counts from the evidence and sees it once both have counted. */
async function showSheet(req: StaffReq): Promise<Response> {
  const { file, sheet } = await openCase(req)
  const country = file.row.country ?? ''
  const blank = { ...baseOf(req, file, sheet), form: { values: { place: country }, problems: [] } }
  if (sheet === undefined) return show(req, blank)
  const recount = recountOf(req, sheet.values)
  if (recount?.blind) return show(req, { ...blank, recount })
  const values = typedIn(sheet.values)
  const read = factsIn(formOf(values), country)
  const found = read.kind === 'facts' ? { found: foundOf(formOf(values), conclusionOf(req, read.facts)) } : {}
  const form = { values, problems: [] }
  return show(req, { ...blank, form, ...found, ...(recount && { recount }) })
}

async function count(req: StaffReq): Promise<Response> {
  const { file, sheet } = await openCase(req)
  const typed = await readForm(req)
  const base = baseOf(req, file, sheet)
  const read = factsIn(typed, file.row.country ?? '')
  if (read.kind === 'faults') {
    const words = req.t.kerjaUpah.fault
    const problems = read.faults.map((each): FieldProblem => ({
      path: fieldOf(each.field, typed),
      message: words[each.code] ?? words['general'] ?? '',
    }))
    return show(req, { ...base, form: formState(typed, problems) }, 422)
  }
  const conclusion = conclusionOf(req, read.facts)
  const shown = { form: formState(typed, []), found: foundOf(typed, conclusion) }
  if (typeof conclusion.answer === 'string') return show(req, { ...base, ...shown })
  const mine = countOf(conclusion.answer, {
    staffId: req.who.actor.staffId,
    name: req.who.name,
    at: workFrame(req).now.toISOString(),
  })
  if (typed.one('do') !== 'keep') return show(req, { ...base, ...shown, ...besides(req, sheet, mine) })
  const stale = await keep(req, typed, sheet, mine)
  const now = await openCase(req)
  const view = { ...baseOf(req, file, now.sheet), ...shown, ...besides(req, now.sheet, mine), ...stale }
  return show(req, view, 'stale' in stale ? 409 : 200)
}

/** What is on the screen beside the first count, before it is kept. */
function besides(req: StaffReq, sheet: ClaimSheet | undefined, mine: Count): Pick<WagePageView, 'recount'> {
  const first = sheet === undefined ? undefined : countIn(sheet.values, 'first')
  if (first === undefined || sheet === undefined) return {}
  if (first.staffId !== mine.staffId) return { recount: { first, second: mine } }
  const recount = recountOf(req, sheet.values)
  return recount === undefined ? {} : { recount }
}

function recountOf(req: StaffReq, values: ClaimValues): RecountView | undefined {
  const first = countIn(values, 'first')
  if (first === undefined) return undefined
  const second = countIn(values, 'second')
  if (second !== undefined) return { first, second }
  return first.staffId === req.who.actor.staffId ? { first } : { first, blind: 'blind' }
}

async function keep(
  req: StaffReq,
  typed: FormValues,
  sheet: ClaimSheet | undefined,
  mine: Count,
): Promise<Pick<WagePageView, 'stale'>> {
  const { version: _version, do: _do, check: _check, ...given } = typed.given
  const version = Number(typed.one('version')) || 0
  const values = keptValues(sheet?.values, given, mine)
  try {
    await asMe(req, (ctx) => keepClaimSheet(ctx, { code: codeOf(req), question: 'wages', version, values }))
    return {}
  } catch (error) {
    if (error instanceof StaleVersionError) return { stale: 'stale' }
    throw error
  }
}

function conclusionOf(req: StaffReq, facts: Parameters<typeof concludeWages>[0]): Conclusion<WagesAnswer> {
  return concludeWages(facts, loadRulebook(), workFrame(req).now.toISOString().slice(0, 10))
}

function foundOf(form: FormValues, conclusion: Conclusion<WagesAnswer>): NonNullable<WagePageView['found']> {
  return { conclusion, compared: comparedWith(form, conclusion) }
}

/** For a first sheet on paper only: its code is typed. */
function comparedWith(
  form: FormValues,
  { answer }: Conclusion<WagesAnswer>,
): NonNullable<WagePageView['found']>['compared'] {
  const first = form.one('check').toLowerCase()
  if (first === '' || typeof answer === 'string') return 'alone'
  return first === answer.check ? 'same' : 'different'
}

function formOf(values: ClaimValues): FormValues {
  return { given: values, one: (name) => values[name]?.[0] ?? '', all: (name) => values[name] ?? [] }
}

function baseOf(req: StaffReq, file: CaseFile, sheet: ClaimSheet | undefined) {
  return {
    code: file.row.code,
    version: sheet?.version ?? 0,
    countries: workplaceOptions(req.lang),
    words: chapterWords('wages', req.lang),
  }
}

function show(req: StaffReq, view: WagePageView, status: 200 | 409 | 422 = 200): Promise<Response> {
  req.c.header('cache-control', 'no-store')
  return page(req, <WagePage frame={workFrame(req)} view={view} />, status)
}

const PATH = '/kerja/kasus/:kode/upah'

export const wageRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['case.read'], handle: showSheet }),
  staffRoute({ method: 'post', path: PATH, access: ['case.read'], handle: count }),
]
