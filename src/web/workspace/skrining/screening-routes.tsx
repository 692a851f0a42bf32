/** Screening: the list, one person's sheet, sentences for a question, and two opinions. Every address names one person. */
import {
  addProofs,
  answerScreening,
  concludeScreening,
  giveSecondOpinion,
  listOpenScreenings,
  readScreening,
  startScreening,
  type ScreeningView,
} from '#src/modules/screening/index.ts'
import { readCase, type CaseFile } from '#src/modules/cases/index.ts'
import { isRole, permissionsOf } from '#src/domain/disclosure/roles.ts'
import { outcomeOf } from '#src/domain/screening/lifecycle.ts'
import {
  answerTo,
  isSheetQuestion,
  partOf,
  proofsFor,
  questionsOf,
  sentencesOf,
  SHEET_PARTS,
  type Proof,
  type ProofSource,
  type Side,
} from '#src/domain/screening/sheet.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FieldProblem, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, oneOf, workFrame } from '../casework.ts'
import { knowing } from '../kasus/case-change-routes.tsx'
import { codeOf } from '../kasus/show-case.tsx'
import { CasePersonsPage, ScreeningListPage } from './list-pages.tsx'
import type { PastRound } from './history.tsx'
import { ScreeningPrintPage, type ScreeningPrintView } from './print-page.tsx'
import { ProofPage, type SentenceView } from './proof-page.tsx'
import {
  ScreeningPage,
  SHEET_PAGES,
  type QuestionView,
  type ScreeningPageView,
  type SheetPage,
} from './screening-page.tsx'
import { questionLabel, verdictOf } from './verdict-view.ts'

const PAGES = Object.keys(SHEET_PAGES) as readonly SheetPage[]
const onePerson = (req: StaffReq) => ({ code: codeOf(req), personId: idParam(req, 'orang') })
const here = (req: StaffReq): `/${string}` => `/kerja/kasus/${codeOf(req)}/skrining/${idParam(req, 'orang')}`

async function list(req: StaffReq): Promise<Response> {
  const rows = await asMe(req, listOpenScreenings)
  return page(req, <ScreeningListPage frame={workFrame(req)} rows={rows} />)
}

async function persons(req: StaffReq): Promise<Response> {
  const file = await asMe(req, (ctx) => readCase(ctx, codeOf(req), 'work', 'screening'))
  const view = {
    code: file.row.code,
    persons: file.persons.map((each) => ({
      personId: each.person_id,
      name: each.person?.facts?.names[0] ?? req.t.kerjaSkrining.nameless,
    })),
  }
  return page(req, <CasePersonsPage frame={workFrame(req)} view={view} />)
}

type Shown = { readonly form?: FormState; readonly part?: string; readonly status?: 200 | 409 | 422 }

async function show(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const frame = workFrame(req)
  const read = await asMe(req, (ctx) => readScreening(ctx, { ...onePerson(req), ...roundOf(req) }))
  const current = oneOf(PAGES, shown.part ?? req.c.req.query('bagian'))
  const view = viewOf(req, frame, read, current, shown.form ?? EMPTY_FORM)
  req.c.header('cache-control', 'no-store')
  return page(req, <ScreeningPage frame={frame} view={view} />, shown.status ?? 200)
}

function viewOf(
  req: StaffReq,
  frame: StaffFrame,
  read: ScreeningView,
  current: SheetPage,
  form: FormState,
): ScreeningPageView {
  const { round, sheet } = read
  const writes = permissionsOf(req.who.actor.roles.filter(isRole)).has('case.write')
  const answered = (paths: readonly string[]) =>
    paths.filter((path) => answerTo(sheet, path) !== 'not-asked').length
  const progress = Object.fromEntries(
    PAGES.map((each) => {
      const paths = SHEET_PAGES[each].flatMap(questionsOf)
      return [each, { done: answered(paths), all: paths.length }]
    }),
  ) as ScreeningPageView['progress']
  return {
    ...onePerson(req),
    person: read.person.person?.facts?.names[0] ?? frame.t.kerjaSkrining.nameless,
    round: round && {
      number: round.round,
      state: round.state,
      at: round.created_at,
      version: round.version,
    },
    age: round === undefined || round.id === read.rounds[0]?.id ? 'newest' : 'old',
    history: read.rounds.map(pastRound),
    page: current,
    progress,
    parts: SHEET_PAGES[current].map((part) => ({
      part,
      questions: questionsOf(part).map((path) => questionOf(frame, read, path)),
    })),
    happened: sheet.happened ?? '',
    verdict: verdictOf(frame, read.proposal),
    agreed: round && outcomeOf(round.state, round.first_outcome ?? undefined),
    first: read.first,
    second: read.second,
    may: writes ? read.may : [],
    form,
  }
}

function pastRound(round: ScreeningView['rounds'][number]): PastRound {
  const agreed = outcomeOf(round.state, round.first_outcome ?? undefined)
  return {
    number: round.round,
    state: round.state,
    at: round.created_at,
    ...(agreed && { agreed }),
    ...(round.first_outcome && { first: { by: round.first_name ?? '', outcome: round.first_outcome } }),
    ...(round.second_outcome && { second: { by: round.second_name ?? '', outcome: round.second_outcome } }),
  }
}

/** On paper: everything that was asked, in the order of the sheet. Recorded as a print. */
async function print(req: StaffReq): Promise<Response> {
  const frame = workFrame(req)
  const read = await asMe(req, (ctx) => readScreening(ctx, { ...onePerson(req), ...roundOf(req) }, 'print'))
  const { round } = read
  if (round === undefined) throw new NotFoundError('screening.not-found')
  const asked = SHEET_PARTS.map((part) => ({
    title: frame.t.kerjaSkrining.part[part],
    questions: questionsOf(part)
      .filter((path) => answerTo(read.sheet, path) !== 'not-asked')
      .map((path) => questionOf(frame, read, path)),
  }))
  const all = SHEET_PARTS.flatMap(questionsOf).length
  const view: ScreeningPrintView = {
    ...viewOf(req, frame, read, 'hukum', EMPTY_FORM),
    round: { number: round.round, state: round.state, at: round.created_at, version: round.version },
    history: read.rounds.map(pastRound),
    parts: asked.filter((part) => part.questions.length > 0),
    notAsked: all - asked.flatMap((part) => part.questions).length,
  }
  req.c.header('cache-control', 'no-store')
  return page(req, <ScreeningPrintPage frame={frame} view={view} />)
}

function roundOf(req: StaffReq): { readonly round?: number } {
  const asked = Number(req.c.req.query('putaran') ?? '0')
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? { round: asked } : {}
}

function questionOf(frame: StaffFrame, read: ScreeningView, path: string): QuestionView {
  const proofs = (side: Side) =>
    proofsFor(read.sheet, path, side).map(({ words, source }) => ({
      words: source.kind === 'told' || source.kind === 'evidence' ? words : `“${words}”`,
      source: sourceWords(frame, read.file, source),
    }))
  return {
    path,
    label: questionLabel(frame, path),
    answer: answerTo(read.sheet, path),
    for: proofs('for'),
    against: proofs('against'),
  }
}

function sourceWords(frame: StaffFrame, file: CaseFile, source: ProofSource): string {
  const words = frame.t.kerjaSkrining.source
  switch (source.kind) {
    case 'timeline': {
      const date = file.timeline.find((entry) => entry.id === source.id)?.words?.date
      return words.timeline(date === undefined ? '' : formatPartialDate(date, frame.lang), source.sentence)
    }
    case 'story':
      return words.story(source.sentence)
    case 'evidence':
      return words.evidence(source.number)
    case 'told':
      return words.told(source.by)
    default:
      return source satisfies never
  }
}

/** A step, and then the page; what is wrong stands at its field, and what was typed stays. */
async function act(
  req: StaffReq,
  work: (ctx: StaffContext, form: FormValues) => Promise<void>,
  done: string,
): Promise<Response> {
  const form = await readForm(req)
  const part = form.one('bagian')
  try {
    await asMe(req, (ctx) => work(ctx, form))
    return seeOther(req, `${here(req)}?kabar=${done}${part === '' ? '' : `&bagian=${part}`}`)
  } catch (error) {
    const problems = problemsIn(req, error)
    const status = error instanceof InvalidInputError ? 422 : 409
    return show(req, { form: formState(form, problems), part, status })
  }
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'reason-given': 'reason',
  'yes-has-evidence': 'outcome',
  'evidence-read': 'evidence',
}

function problemsIn(req: StaffReq, error: unknown): readonly FieldProblem[] {
  const words = req.t.kerjaSkrining
  if (error instanceof InvalidInputError) return inWords(error.problems, words.problem, words.problemOther)
  if (error instanceof StaleVersionError) return [{ path: 'isi', message: words.stale }]
  if (!(error instanceof RefusedError)) throw error
  const missing = error.missing.map((guard) => ({
    path: FIELD_OF[guard] ?? 'isi',
    message: (words.guard as Readonly<Record<string, string>>)[guard] ?? words.problemOther,
  }))
  const code = error.code.replace('screening.', '')
  const refused = (words.refused as Readonly<Record<string, string>>)[code] ?? words.problemOther
  return missing.length > 0 ? missing : [{ path: 'isi', message: refused }]
}

const start = (req: StaffReq): Promise<Response> =>
  act(req, (ctx) => startScreening(ctx, onePerson(req)), 'disimpan')

const answer = (req: StaffReq): Promise<Response> =>
  act(
    req,
    (ctx, form) => {
      const answers = Object.fromEntries(
        Object.entries(form.given)
          .filter(([name]) => name.startsWith('jawab.'))
          .map(([name, values]) => [name.slice('jawab.'.length), values[0] ?? '']),
      )
      return answerScreening(ctx, seen(req, form), { answers, happened: form.one('happened') })
    },
    'disimpan',
  )

const seen = (req: StaffReq, form: FormValues) => ({
  ...onePerson(req),
  version: Number(form.one('version')),
})

const concludeFirst = (req: StaffReq): Promise<Response> =>
  act(
    req,
    (ctx, form) =>
      concludeScreening(ctx, seen(req, form), { outcome: form.one('outcome'), reason: form.one('reason') }),
    'disimpan',
  )

const answerSecond = (req: StaffReq): Promise<Response> =>
  act(
    req,
    (ctx, form) =>
      giveSecondOpinion(ctx, seen(req, form), {
        outcome: form.one('outcome'),
        reason: form.one('reason'),
        evidence: form.one('evidence') === 'ya' ? 'read' : 'not-read',
      }),
    'disimpan',
  )

type Sentence = SentenceView & { readonly proof: ProofSource }

/** Every sentence of the file that this reader may open. */
function sentencesIn(frame: StaffFrame, file: CaseFile): readonly Sentence[] {
  const make = (key: string, words: string, proof: ProofSource): Sentence => ({
    key,
    words,
    proof,
    source: sourceWords(frame, file, proof),
  })
  return [
    ...file.timeline.flatMap((entry) =>
      sentencesOf(entry.words?.text ?? '').map((words, at) =>
        make(`t:${entry.id}:${at + 1}`, words, { kind: 'timeline', id: entry.id, sentence: at + 1 }),
      ),
    ),
    ...sentencesOf(file.summary ?? '').map((words, at) =>
      make(`c:${at + 1}`, words, { kind: 'story', sentence: at + 1 }),
    ),
    ...file.evidence.map((item) =>
      make(`e:${item.id}`, item.words?.title ?? '', { kind: 'evidence', id: item.id, number: item.number }),
    ),
  ].filter((sentence) => sentence.words !== '')
}

function questionIn(path: string): string {
  if (!isSheetQuestion(path)) throw new NotFoundError('page.not-found')
  return path
}

async function showProofs(
  req: StaffReq,
  path: string,
  form: FormState,
  status: 200 | 422,
): Promise<Response> {
  const frame = workFrame(req)
  const read = await asMe(req, (ctx) => readScreening(ctx, onePerson(req)))
  if (!read.may.includes('answer')) return seeOther(req, here(req))
  const view = {
    ...onePerson(req),
    version: read.round?.version ?? 0,
    path,
    label: questionLabel(frame, path),
    sentences: sentencesIn(frame, read.file),
    form,
  }
  return page(req, <ProofPage frame={frame} view={view} />, status)
}

const proofForm = (req: StaffReq): Promise<Response> =>
  showProofs(req, questionIn(req.c.req.query('untuk') ?? ''), EMPTY_FORM, 200)

async function saveProofs(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const path = questionIn(form.one('untuk'))
  try {
    await asMe(req, async (ctx) => {
      const { file } = await readScreening(ctx, onePerson(req))
      await addProofs(ctx, seen(req, form), chosenIn(form, path, sentencesIn(workFrame(req), file)))
    })
  } catch (error) {
    if (error instanceof InvalidInputError)
      return showProofs(req, path, formState(form, problemsIn(req, error)), 422)
    return show(req, { form: { values: {}, problems: problemsIn(req, error) }, status: 409 })
  }
  const part =
    PAGES.find((each) => (SHEET_PAGES[each] as readonly string[]).includes(partOf(path))) ?? 'hukum'
  return seeOther(req, `${here(req)}?kabar=disimpan&bagian=${part}`)
}

function chosenIn(form: FormValues, path: string, sentences: readonly Sentence[]): readonly Proof[] {
  const side = (name: string): Side | undefined =>
    (['for', 'against'] as const).find((each) => each === form.one(name))
  const linked = sentences.flatMap(({ key, words, proof }): readonly Proof[] => {
    const chosen = side(key)
    return chosen === undefined ? [] : [{ path, side: chosen, words, source: proof }]
  })
  const own = side('side')
  const words = form.one('words')
  if (words === '' || own === undefined) return linked
  return [...linked, { path, side: own, words, source: { kind: 'told', by: form.one('by') } }]
}

const READ = ['case.read'] as const
const WRITE = ['case.write'] as const
const BASE = '/kerja/kasus/:kode/skrining' as const

export const screeningRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/skrining', access: READ, handle: list }),
  staffRoute({ method: 'get', path: BASE, access: READ, handle: knowing(persons) }),
  staffRoute({ method: 'get', path: `${BASE}/:orang`, access: READ, handle: knowing((req) => show(req)) }),
  staffRoute({ method: 'get', path: `${BASE}/:orang/cetak`, access: READ, handle: knowing(print) }),
  staffRoute({ method: 'post', path: `${BASE}/:orang/mulai`, access: WRITE, handle: knowing(start) }),
  staffRoute({ method: 'post', path: `${BASE}/:orang/jawab`, access: WRITE, handle: knowing(answer) }),
  staffRoute({ method: 'get', path: `${BASE}/:orang/bukti`, access: WRITE, handle: knowing(proofForm) }),
  staffRoute({ method: 'post', path: `${BASE}/:orang/bukti`, access: WRITE, handle: knowing(saveProofs) }),
  staffRoute({
    method: 'post',
    path: `${BASE}/:orang/simpulkan`,
    access: WRITE,
    handle: knowing(concludeFirst),
  }),
  staffRoute({ method: 'post', path: `${BASE}/:orang/kedua`, access: WRITE, handle: knowing(answerSecond) }),
]
