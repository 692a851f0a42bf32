/** One person's screening: the sheet with its sentences, the two opinions, and the proposal beside. */
import type { Opinion } from '#src/modules/screening/index.ts'
import {
  SCREENING_OUTCOMES,
  type ScreeningAction,
  type ScreeningOutcome,
  type ScreeningState,
} from '#src/domain/screening/lifecycle.ts'
import { SHEET_ANSWERS, type SheetAnswer, type SheetPart } from '#src/domain/screening/sheet.ts'
import { formatShortDay } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  PostButton,
  TextArea,
  TextField,
  Tick,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Glyph, StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { History, STATE_TONE, type PastRound } from './history.tsx'
import { Verdict } from './verdict.tsx'
import type { VerdictView } from './verdict-view.ts'

export type ProofView = { readonly words: string; readonly source: string }
export type QuestionView = {
  readonly path: string
  readonly label: string
  readonly answer: SheetAnswer
  readonly for: readonly ProofView[]
  readonly against: readonly ProofView[]
}
/** The law's three elements are one page, each dimension of indicators another. */
export const SHEET_PAGES = {
  hukum: ['act', 'means', 'purpose', 'besides'],
  penipuan: ['deceptiveRecruitment'],
  paksaan: ['coerciveRecruitment'],
  kerentanan: ['vulnerabilityRecruitment'],
  eksploitasi: ['exploitation'],
  'paksaan-kerja': ['coercionAtDestination'],
  'kerentanan-kerja': ['vulnerabilityAtDestination'],
} as const satisfies Readonly<Record<string, readonly SheetPart[]>>
export type SheetPage = keyof typeof SHEET_PAGES

export type ScreeningPageView = {
  readonly code: string
  readonly personId: string
  readonly person: string
  readonly round:
    | { readonly number: number; readonly state: ScreeningState; readonly at: Date; readonly version: number }
    | undefined
  /** 'old': a later round exists; nothing can be done here. */
  readonly age: 'newest' | 'old'
  readonly history: readonly PastRound[]
  readonly page: SheetPage
  readonly progress: Readonly<Record<SheetPage, { readonly done: number; readonly all: number }>>
  readonly parts: readonly { readonly part: SheetPart; readonly questions: readonly QuestionView[] }[]
  readonly happened: string
  readonly verdict: VerdictView
  readonly agreed: ScreeningOutcome | undefined
  readonly first: Opinion | undefined
  readonly second: Opinion | undefined
  readonly may: readonly ScreeningAction[]
  readonly form: FormState
}
type Props = { readonly frame: StaffFrame; readonly view: ScreeningPageView }

export function screeningPath(
  frame: StaffFrame,
  view: { code: string; personId: string },
  rest = '',
): string {
  return at(frame, `/kerja/kasus/${view.code}/skrining/${view.personId}${rest}`)
}

/** The name of the field that carries the answer to a question. */
export function answerField(path: string): string {
  return `jawab.${path}`
}

function fieldKey(path: string): string {
  return path.replaceAll('.', '-')
}

function Pick({ view, question, frame }: Props & { readonly question: QuestionView }) {
  const words = frame.t.kerjaSkrining
  const key = fieldKey(question.path)
  const chosen = view.form.values[answerField(question.path)] ?? question.answer
  if (!view.may.includes('answer')) return <p class="picked">{words.answer[question.answer]}</p>
  return (
    <div class="pick" role="radiogroup" aria-labelledby={key}>
      {SHEET_ANSWERS.map((answer) => (
        <label>
          <input type="radio" name={answerField(question.path)} value={answer} checked={answer === chosen} />
          {words.answer[answer]}
        </label>
      ))}
    </div>
  )
}

function Proofs(props: Props & { readonly question: QuestionView; readonly side: 'for' | 'against' }) {
  const { frame, view, question, side } = props
  const words = frame.t.kerjaSkrining
  const proofs = question[side]
  return (
    <div class="proof">
      <h4 class={proofs.length > 0 ? side : undefined}>
        {proofs.length > 0 && <Glyph name={side === 'for' ? 'centang' : 'silang'} />}
        {words[side](proofs.length)}
      </h4>
      {proofs.map((proof) => (
        <blockquote class={side === 'against' ? 'contra' : undefined}>
          {proof.words}
          <cite>{proof.source}</cite>
        </blockquote>
      ))}
      {(proofs.length === 0 || side === 'for') && (
        <p class="small">
          {proofs.length === 0 && `${words.noProof} `}
          {view.may.includes('answer') && (
            <a class="add" href={screeningPath(frame, view, `/bukti?untuk=${question.path}`)}>
              {words.addProof}
              <span class="hidden"> {words.addProofTo(question.label)}</span>
            </a>
          )}
        </p>
      )}
    </div>
  )
}

function Part({ frame, view, part }: Props & { readonly part: ScreeningPageView['parts'][number] }) {
  const words = frame.t.kerjaSkrining
  return (
    <section class="element" aria-labelledby={`bagian-${part.part}`}>
      <header>
        <h2 id={`bagian-${part.part}`}>{words.part[part.part]}</h2>
        <span class="small">{words.about[part.part]}</span>
      </header>
      {part.questions.map((question) => (
        <div class="indicator">
          <div>
            <h3 id={fieldKey(question.path)}>{question.label}</h3>
            <Pick frame={frame} view={view} question={question} />
          </div>
          <Proofs frame={frame} view={view} question={question} side="for" />
          <Proofs frame={frame} view={view} question={question} side="against" />
        </div>
      ))}
    </section>
  )
}

function Sheet({ frame, view }: Props) {
  const words = frame.t.kerjaSkrining
  const parts = view.parts.map((part) => <Part frame={frame} view={view} part={part} />)
  if (!view.may.includes('answer')) return <>{parts}</>
  return (
    <form method="post" action={screeningPath(frame, view, '/jawab')}>
      <Hidden values={{ version: String(view.round?.version ?? 0), bagian: view.page }} />
      {parts}
      <div class="element">
        {view.page === 'hukum' && (
          <TextField
            form={{
              ...view.form,
              values: { happened: view.happened, ...view.form.values },
            }}
            name="happened"
            label={words.happened}
            hint={words.happenedHint}
          />
        )}
        <p class="buttons gap-above">
          <Button kind="main">{words.save}</Button>
        </p>
      </div>
    </form>
  )
}

function Given({ frame, opinion }: { readonly frame: StaffFrame; readonly opinion: Opinion }) {
  return (
    <div class="opinion">
      <span class="line">
        <StateTag tone={opinion.outcome === 'unclear' ? 'wait' : 'done'}>
          {frame.t.kerjaSkrining.outcome[opinion.outcome]}
        </StateTag>
        {opinion.by}, <When frame={frame} at={opinion.at} />
      </span>
      <p class="quote small">{opinion.reason}</p>
    </div>
  )
}

function OpinionForm({ frame, view, second }: Props & { readonly second?: 'second' }) {
  const words = frame.t.kerjaSkrining
  const wrong = view.form.problems.find((problem) => problem.path === 'outcome')
  return (
    <form
      method="post"
      action={screeningPath(frame, view, second ? '/kedua' : '/simpulkan')}
      class="opinion-form"
    >
      <Hidden values={{ version: String(view.round?.version ?? 0) }} />
      <fieldset class={wrong ? 'wrong' : undefined}>
        <legend>
          <strong>{words.yours}</strong>
        </legend>
        {wrong && <p class="error">{wrong.message}</p>}
        <div class="opts">
          {SCREENING_OUTCOMES.map((outcome, index) => (
            <label>
              <input
                type="radio"
                name="outcome"
                id={index === 0 ? 'outcome' : undefined}
                value={outcome}
                checked={view.form.values['outcome'] === outcome}
              />
              {words.outcome[outcome]}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="stack">
        <TextArea form={view.form} name="reason" label={words.reason} rows={3} />
        {second && <Tick form={view.form} name="evidence" label={words.read} />}
        <p class="small">{second ? words.kept : words.firstHint}</p>
        <p class="buttons">
          <Button kind="main">{words.saveOpinion}</Button>
        </p>
      </div>
    </form>
  )
}

function Opinions({ frame, view }: Props) {
  const words = frame.t.kerjaSkrining
  const waits = view.round?.state === 'second-opinion'
  const mayAnswer = view.may.includes('agree')
  return (
    <section class="second" aria-labelledby="pendapat">
      <h2 id="pendapat">{view.first ? words.second : words.first}</h2>
      <div class="screeners">
        {view.first && <Given frame={frame} opinion={view.first} />}
        {view.second && <Given frame={frame} opinion={view.second} />}
        {waits && (
          <span class="line">
            <StateTag tone="wait">{words.notYet}</StateTag>
            {!mayAnswer && words.waitsForOther}
          </span>
        )}
      </div>
      {view.may.includes('conclude') && <OpinionForm frame={frame} view={view} />}
      {mayAnswer && <OpinionForm frame={frame} view={view} second="second" />}
      {view.may.includes('start-again') && (
        <PostButton action={screeningPath(frame, view, '/mulai')} kind="main">
          {words.startAgain}
        </PostButton>
      )}
    </section>
  )
}

function PageLinks({ frame, view }: Props) {
  const words = frame.t.kerjaSkrining
  return (
    <nav class="sheet-pages" aria-label={words.parts}>
      <ul>
        {(Object.keys(SHEET_PAGES) as SheetPage[]).map((page) => (
          <li>
            <a
              href={screeningPath(frame, view, pageQuery(view, page))}
              aria-current={page === view.page ? 'page' : undefined}
            >
              {page === 'hukum' ? words.law : words.part[SHEET_PAGES[page][0]]}
              <small>{words.answered(view.progress[page].done, view.progress[page].all)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function pageQuery(view: ScreeningPageView, page: SheetPage): string {
  return `?bagian=${page}${view.age === 'old' ? `&putaran=${view.round?.number ?? 1}` : ''}`
}

export function ScreeningPage({ frame, view }: Props) {
  const words = frame.t.kerjaSkrining
  const { round } = view
  return (
    <StaffPage frame={frame} current="screening" title={`${words.title} ${view.code}`} form={view.form}>
      <Head
        title={words.title}
        crumbs={
          <>
            <a href={at(frame, '/kerja/kasus')}>{frame.t.kerjaUmum.room.cases}</a> /{' '}
            <a href={at(frame, `/kerja/kasus/${view.code}`)} class="code">
              {view.code}
            </a>{' '}
            / {view.person}
          </>
        }
        tags={round && <StateTag tone={STATE_TONE[round.state]}>{words.state[round.state]}</StateTag>}
        context={round && words.version(round.number, formatShortDay(round.at, frame.zone, frame.lang))}
      >
        {round && (
          <ButtonLink href={screeningPath(frame, view, `/cetak?putaran=${round.number}`)} icon="cetak">
            {frame.t.kerjaUmum.print}
          </ButtonLink>
        )}
      </Head>
      <ErrorSummary frame={frame} form={view.form} />
      {view.age === 'old' && <Notice kind="care" lead={words.oldRound} />}
      {round === undefined ? (
        <div class="body">
          <p>{words.never}</p>
          <PostButton action={screeningPath(frame, view, '/mulai')} kind="main">
            {words.start}
          </PostButton>
        </div>
      ) : (
        <div class="two">
          <div>
            <PageLinks frame={frame} view={view} />
            <Sheet frame={frame} view={view} />
            <Opinions frame={frame} view={view} />
            {view.history.length > 1 && (
              <History
                frame={frame}
                rounds={view.history}
                link={(number) => screeningPath(frame, view, `?putaran=${number}`)}
              />
            )}
          </div>
          <Verdict frame={frame} verdict={view.verdict} agreed={view.agreed} />
        </div>
      )}
    </StaffPage>
  )
}
