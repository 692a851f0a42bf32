/** A screening on paper (A4): the proposal, both opinions, every answer with its sentences, and the rounds before. */
import type { Opinion } from '#src/modules/screening/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { History, STATE_TONE, type PastRound } from './history.tsx'
import { screeningPath, type QuestionView, type ScreeningPageView } from './screening-page.tsx'
import { Verdict } from './verdict.tsx'

export type ScreeningPrintView = Pick<
  ScreeningPageView,
  'code' | 'personId' | 'person' | 'verdict' | 'agreed' | 'first' | 'second'
> & {
  readonly round: NonNullable<ScreeningPageView['round']>
  readonly history: readonly PastRound[]
  /** Only what was asked; a question that nobody asked stands in no paper. */
  readonly parts: readonly { readonly title: string; readonly questions: readonly QuestionView[] }[]
  readonly notAsked: number
}

type Props = { readonly frame: StaffFrame; readonly view: ScreeningPrintView }

function Answers({ frame, view }: Props) {
  const words = frame.t.kerjaSkrining
  return (
    <>
      {view.parts.map((part) => (
        <section class="stack">
          <h2>{part.title}</h2>
          {part.questions.map((question) => (
            <div>
              <p>
                <strong>{question.label}</strong>: {words.answer[question.answer]}
              </p>
              <Sentences title={words.supports} proofs={question.for} />
              <Sentences title={words.speaksAgainst} proofs={question.against} />
            </div>
          ))}
        </section>
      ))}
      <p class="small">{words.notAsked(view.notAsked)}</p>
    </>
  )
}

function Sentences(props: { readonly title: string; readonly proofs: QuestionView['for'] }) {
  if (props.proofs.length === 0) return <></>
  return (
    <ul aria-label={props.title}>
      {props.proofs.map((proof) => (
        <li>
          {props.title}: <span class="quote">{proof.words}</span> <small>{proof.source}</small>
        </li>
      ))}
    </ul>
  )
}

function OpinionOnPaper(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly opinion: Opinion | undefined
}) {
  const { frame, title, opinion } = props
  const words = frame.t.kerjaSkrining
  return (
    <section class="stack">
      <h2>{title}</h2>
      {opinion === undefined ? (
        <p>{words.notYet}</p>
      ) : (
        <>
          <p>
            <strong>{words.outcome[opinion.outcome]}</strong>, {opinion.by},{' '}
            {formatInstant(opinion.at, frame.zone, frame.lang)}
          </p>
          <p class="quote">{opinion.reason}</p>
        </>
      )}
    </section>
  )
}

export function ScreeningPrintPage({ frame, view }: Props) {
  const words = frame.t.kerjaSkrining
  return (
    <StaffPage frame={frame} current="screening" title={`${words.title} ${view.code}`}>
      <Head
        title={words.title}
        crumbs={
          <>
            <a href={at(frame, `/kerja/kasus/${view.code}`)} class="code">
              {view.code}
            </a>{' '}
            / <a href={screeningPath(frame, view)}>{view.person}</a>
          </>
        }
        tags={<StateTag tone={STATE_TONE[view.round.state]}>{words.state[view.round.state]}</StateTag>}
        context={words.printed(
          words.round(view.round.number),
          formatInstant(frame.now, frame.zone, frame.lang),
          frame.who.name,
        )}
      />
      <div class="body">
        <Verdict frame={frame} verdict={view.verdict} agreed={view.agreed} />
        <OpinionOnPaper frame={frame} title={words.first} opinion={view.first} />
        <OpinionOnPaper frame={frame} title={words.second} opinion={view.second} />
        <Answers frame={frame} view={view} />
        <History frame={frame} rounds={view.history} />
      </div>
    </StaffPage>
  )
}
