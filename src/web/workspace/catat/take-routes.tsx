import type { FollowView } from '#src/domain/reports/follow.ts'
import {
  isIdempotencyKey,
  newIdempotencyKey,
  openWithCode,
  readFollowPageForCaller,
  readIdempotencyKey,
  writeDownReport,
  writeToDesk,
} from '#src/modules/reports/index.ts'
import { openToken, sealToken } from '#src/platform/crypto/sealed-token.ts'
import { runAs } from '#src/platform/db/context.ts'
import { formatPartialDate, formatShortDay, formatWeekday } from '#src/texts/dates.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, countryName, countryOptions, workFrame } from '../casework.ts'
import { spokenDraft, type SpokenDraft } from './spoken-draft.ts'
import { ReportTakenPage, TakeReportPage, type TakeReportView } from './take-report-page.tsx'

const TICKET_SECONDS = 30 * 60
/** Languages that callers speak; other words may stand in the story. */
const LANGUAGES = ['id', 'jv', 'su', 'mad', 'sas', 'ms', 'en'] as const

type Shown = {
  readonly form?: FormState
  readonly key?: string
  readonly readBack?: readonly string[]
  readonly caller?: TakeReportView['caller']
  readonly status?: 200 | 404 | 422
}

function takePage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const frame = workFrame(req)
  const names = new Intl.DisplayNames([req.lang], { type: 'language' })
  const view: TakeReportView = {
    form: shown.form ?? EMPTY_FORM,
    idempotencyKey: shown.key ?? newIdempotencyKey(),
    countries: countryOptions(req.lang),
    languages: LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value })),
    ...(shown.readBack && { readBack: shown.readBack }),
    ...(shown.caller && { caller: shown.caller }),
  }
  req.c.header('cache-control', 'no-store')
  return page(req, <TakeReportPage frame={frame} view={view} />, shown.status ?? 200)
}

/** Stores the report, or composes what to read back; what was typed stays in the form. */
async function take(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const key = form.one('key')
  const { draft, problems } = spokenDraft(form, req.lang)
  const words = req.t.kerjaKabar
  const state = formState(
    form,
    problems.map((problem) => ({
      path: problem.path,
      message: words.problem[problem.code] ?? words.problemOther,
    })),
  )
  if (problems.length > 0)
    return takePage(req, { form: state, ...(isIdempotencyKey(key) && { key }), status: 422 })
  const idempotencyKey = readIdempotencyKey(key)
  if (form.one('aksi') === 'susun' || idempotencyKey === undefined)
    return takePage(req, {
      form: state,
      ...(isIdempotencyKey(key) && { key }),
      readBack: sentencesOf(workFrame(req), draft),
    })
  const received = await asMe(req, (ctx) => writeDownReport(ctx, draft, idempotencyKey))
  req.c.header('cache-control', 'no-store')
  const mine = received.deskId === req.who.actor.orgId
  const reportHref = at(req, mine ? `/kerja/masuk/${received.reportId}` : '/kerja/masuk')
  return page(
    req,
    <ReportTakenPage
      frame={workFrame(req)}
      view={{ words: received.code.words, pin: received.code.pin, reportHref }}
    />,
  )
}

/** The five answers as sentences, in the order of the questions; what was not asked is not read. */
function sentencesOf(frame: StaffFrame, draft: SpokenDraft): readonly string[] {
  const { kerjaCatat: words, kerjaKode: codes } = frame.t
  const lines: (readonly [string, string])[] = [
    [words.q1, draft.what.map((what) => codes.what[what]).join(', ')],
    [words.story, draft.story],
    [
      words.q2,
      draft.place.known
        ? [
            draft.place.value.country ? countryName(frame.lang, draft.place.value.country, frame.t) : '',
            draft.place.value.words ?? '',
          ]
            .filter(Boolean)
            .join(', ')
        : '',
    ],
    [words.q3, draft.danger.known ? codes.danger[draft.danger.value] : ''],
    [
      words.q4,
      draft.safeContact.known
        ? [
            codes.callRule[draft.safeContact.value.callRule],
            draft.safeContact.value.value ?? '',
            draft.safeContact.value.hours ?? '',
          ]
            .filter(Boolean)
            .join(', ')
        : '',
    ],
    [words.names, draft.names.join(', ')],
    [words.born, draft.born.known ? formatPartialDate(draft.born.value, frame.lang) : ''],
    [words.keepFrom, draft.keepFrom.map((kept) => codes.keepFrom[kept.kind]).join(', ')],
  ]
  return lines.filter(([, said]) => said !== '').map(([question, said]) => `${question}: ${said}.`)
}

type Said = { readonly words: string; readonly pin: string }
const ticketUse = (req: StaffReq) => ({
  key: req.platform.keys.forms,
  purpose: `caller ${req.who.actor.staffId}`,
  now: req.platform.clock(),
})

async function showCaller(req: StaffReq, said: Said): Promise<Response> {
  const view = await asMe(req, (ctx) => readFollowPageForCaller(ctx, { ...said, lang: req.lang }))
  if (!view) return takePage(req, { caller: { kind: 'no-match' }, status: 422 })
  const ticket = sealToken(ticketUse(req), said, TICKET_SECONDS)
  const messages = view.messages.map((message) => ({
    from: message.from === 'officer' ? ('officer' as const) : ('reporter' as const),
    text: message.text,
  }))
  return takePage(req, { caller: { kind: 'page', sentences: readAloud(req, view), messages, ticket } })
}

/** The words of the follow page, no more. */
function readAloud(req: StaffReq, view: FollowView): readonly string[] {
  const words = req.t.lacak
  const zone = req.who.org.timeZone
  const steps = view.steps
    .filter((step) => step.state !== 'later')
    .flatMap((step) => [
      `${words.steps[step.code]}.`,
      ...(step.bodies ?? []).map((body) => words.handledBy(body)),
      ...(step.waiting ?? []).map((wait) =>
        words.waitingFor(wait.body, formatShortDay(wait.since, zone, req.lang)),
      ),
      ...(step.result ? [`${words.results[step.result]}.`] : []),
    ])
  return [
    ...steps,
    view.nextNews ? words.nextNews(formatWeekday(view.nextNews, zone, req.lang)) : words.noNextNews,
  ]
}

async function withCode(req: StaffReq): Promise<Response> {
  const { one } = await readForm(req)
  return showCaller(req, { words: one('code'), pin: one('pin') })
}

/** Writes what the caller says into the box, as the holder of the code. */
async function callerMessage(req: StaffReq): Promise<Response> {
  const form: FormValues = await readForm(req)
  const said = openToken<Said>(ticketUse(req), form.one('ticket'))
  const text = form.one('text')
  const visitor = new TextEncoder().encode(req.who.actor.staffId)
  const held = said && text !== '' ? await openWithCode(req.platform, { ...said, visitor }) : undefined
  if (!said || (text !== '' && !held)) return takePage(req, { caller: { kind: 'no-match' }, status: 422 })
  if (held)
    await runAs(req.platform, { kind: 'public', codeHash: held.codeHash }, (ctx) => writeToDesk(ctx, text))
  return showCaller(req, said)
}

export const takeRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/catat',
    access: ['report.record'],
    handle: (req) => takePage(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/catat', access: ['report.record'], handle: take }),
  staffRoute({
    method: 'post',
    path: '/kerja/catat/dengan-kode',
    access: ['report.follow-aloud'],
    handle: withCode,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/catat/dengan-kode/pesan',
    access: ['report.follow-aloud'],
    handle: callerMessage,
  }),
]
