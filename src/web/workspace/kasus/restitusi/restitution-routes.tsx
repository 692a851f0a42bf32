/** The restitution sheet of a case. Opening it opens the case, so it is recorded; it is kept only when asked. */
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import { concludeRestitution } from '#src/domain/rulebook/restitution/restitution.ts'
import {
  findClaimSheet,
  keepClaimSheet,
  readCase,
  type CaseFile,
  type ClaimSheet,
} from '#src/modules/cases/index.ts'
import { StaleVersionError } from '#src/platform/errors.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { chapterWords } from '#src/web/chapter-words.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { Lang } from '#src/web/ui/href.ts'
import type { FieldProblem } from '#src/web/ui/staff/frame.ts'
import { asMe, workFrame } from '../../casework.ts'
import { codeOf } from '../show-case.tsx'
import { agreedIn, evidenceOf, factsIn, fieldOf, startOf } from './restitution-facts.ts'
import { RestitutionPage, type RestitutionView } from './restitution-page.tsx'

type Opened = {
  readonly file: CaseFile
  readonly sheet: ClaimSheet | undefined
  readonly wages: ClaimSheet | undefined
}

function open(req: StaffReq): Promise<Opened> {
  return asMe(req, async (ctx) => {
    const file = await readCase(ctx, codeOf(req), 'work', 'restitution')
    const sheet = await findClaimSheet(ctx, file.row.id, 'restitution')
    return { file, sheet, wages: await findClaimSheet(ctx, file.row.id, 'wages') }
  })
}

async function showSheet(req: StaffReq): Promise<Response> {
  const { file, sheet, wages } = await open(req)
  const view = viewOf(req, { file, sheet, wages })
  if (sheet === undefined) return show(req, { ...view, form: { values: startOf(wages), problems: [] } })
  const form = formOf(sheet)
  const read = factsIn(form, todayOf(req), diedIn(file))
  const found = read.kind === 'facts' ? { found: conclusionOf(req, read.facts) } : {}
  return show(req, { ...view, form: { values: sheet.values, problems: [] }, ...found })
}

async function count(req: StaffReq): Promise<Response> {
  const { file, sheet, wages } = await open(req)
  const typed = await readForm(req)
  const view = viewOf(req, { file, sheet, wages })
  const read = factsIn(typed, todayOf(req), diedIn(file))
  if (read.kind === 'faults') {
    const words = req.t.kerjaUpah.fault
    const problems = read.faults.map((each): FieldProblem => ({
      path: fieldOf(each.field),
      message: words[each.code] ?? words['general'] ?? '',
    }))
    return show(req, { ...view, form: formState(typed, problems) }, 422)
  }
  const shown = { form: formState(typed, []), found: conclusionOf(req, read.facts) }
  if (typed.one('do') !== 'keep') return show(req, { ...view, ...shown })
  const stale = await keep(req, typed)
  const now = await open(req)
  return show(req, { ...viewOf(req, now), ...shown, ...stale }, 'stale' in stale ? 409 : 200)
}

async function keep(req: StaffReq, typed: FormValues): Promise<Pick<RestitutionView, 'stale'>> {
  const { version: _version, do: _do, ...values } = typed.given
  const version = Number(typed.one('version')) || 0
  try {
    await asMe(req, (ctx) =>
      keepClaimSheet(ctx, { code: codeOf(req), question: 'restitution', version, values }),
    )
    return {}
  } catch (error) {
    if (error instanceof StaleVersionError) return { stale: 'stale' }
    throw error
  }
}

function conclusionOf(req: StaffReq, facts: Parameters<typeof concludeRestitution>[0]) {
  return concludeRestitution(facts, loadRulebook(), todayOf(req))
}

function todayOf(req: StaffReq): PlainDate {
  return workFrame(req).now.toISOString().slice(0, 10)
}

function diedIn(file: CaseFile): 'yes' | undefined {
  return file.row.case_types.includes('DEATH') ? 'yes' : undefined
}

function formOf({ values }: ClaimSheet): FormValues {
  return { given: values, one: (name) => values[name]?.[0] ?? '', all: (name) => values[name] ?? [] }
}

function viewOf(req: StaffReq, { file, sheet, wages }: Opened) {
  const pay = agreedIn(wages)
  return {
    code: file.row.code,
    words: chapterWords('restitution', req.lang),
    evidence: evidenceOf(file),
    version: sheet?.version ?? 0,
    ...(pay === undefined ? {} : { pay: moneyOfPay(req.lang, pay) }),
    ...(sheet === undefined ? {} : { kept: { by: sheet.by, at: sheet.changedAt } }),
  }
}

function moneyOfPay(
  lang: Lang,
  { total, currency }: { readonly total: string; readonly currency: string },
): string {
  return `${currency}\u00a0${Number(total).toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB')}`
}

function show(req: StaffReq, view: RestitutionView, status: 200 | 409 | 422 = 200): Promise<Response> {
  req.c.header('cache-control', 'no-store')
  return page(req, <RestitutionPage frame={workFrame(req)} view={view} />, status)
}

const PATH = '/kerja/kasus/:kode/restitusi'

export const restitutionRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['case.read'], handle: showSheet }),
  staffRoute({ method: 'post', path: PATH, access: ['case.read'], handle: count }),
]
