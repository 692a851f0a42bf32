/** The wage sheet of a case. Opening it opens the case, so it is recorded; what is typed is stored nowhere. */
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import { readCase, type CaseFile } from '#src/modules/cases/index.ts'
import { loadRulebook, loadRulebookTexts } from '#src/platform/rulebook.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FieldProblem } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, workFrame } from '../../casework.ts'
import { codeOf } from '../show-case.tsx'
import { factsIn, fieldOf } from './wage-facts.ts'
import { WagePage, type WagePageView } from './wage-page.tsx'
import type { WageWords } from './wage-words.ts'

function openCase(req: StaffReq): Promise<CaseFile> {
  return asMe(req, (ctx) => readCase(ctx, codeOf(req), 'work', 'wages'))
}

async function blank(req: StaffReq): Promise<Response> {
  const file = await openCase(req)
  const form = { ...EMPTY_FORM, values: { place: file.row.country ?? '' } }
  return show(req, { code: file.row.code, form })
}

async function count(req: StaffReq): Promise<Response> {
  const file = await openCase(req)
  const typed = await readForm(req)
  const read = factsIn(typed, file.row.country ?? '')
  const code = file.row.code
  if (read.kind === 'faults') {
    const words = req.t.kerjaUpah.fault
    const problems = read.faults.map((each): FieldProblem => ({
      path: fieldOf(each.field),
      message: words[each.code] ?? words['general'] ?? '',
    }))
    return show(req, { code, form: formState(typed, problems) }, 422)
  }
  const today = workFrame(req).now.toISOString().slice(0, 10)
  const conclusion = concludeWages(read.facts, loadRulebook(), today)
  const found = { conclusion, words: wordsFor(req), compared: comparedWith(typed, conclusion) }
  return show(req, { code, form: formState(typed, []), found })
}

function comparedWith(
  form: FormValues,
  { answer }: Conclusion<WagesAnswer>,
): NonNullable<WagePageView['found']>['compared'] {
  const first = form.one('check').toLowerCase()
  if (first === '' || typeof answer === 'string') return 'alone'
  return first === answer.check ? 'same' : 'different'
}

function wordsFor(req: StaffReq): WageWords {
  const rulebook = loadRulebook()
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === 'wages')
  const labels = chapter?.tables['labels'] as
    Readonly<Record<string, Readonly<Record<string, Readonly<Record<'id' | 'en', string>>>>>> | undefined
  const rules = new Map(chapter?.rules.map((each) => [each.id, each.says[req.lang]]))
  return {
    label: (kind, code) => labels?.[kind]?.[code]?.[req.lang] ?? code,
    rule: (id) => rules.get(id) ?? id,
    instrument: (id) => rulebook.instruments.get(id)?.short ?? id,
  }
}

function show(
  req: StaffReq,
  view: Omit<WagePageView, 'countries'>,
  status: 200 | 422 = 200,
): Promise<Response> {
  req.c.header('cache-control', 'no-store')
  return page(
    req,
    <WagePage frame={workFrame(req)} view={{ ...view, countries: countryOptions(req.lang) }} />,
    status,
  )
}

const PATH = '/kerja/kasus/:kode/upah'

export const wageRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['case.read'], handle: blank }),
  staffRoute({ method: 'post', path: PATH, access: ['case.read'], handle: count }),
]
