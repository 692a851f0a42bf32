/** The sentences of the file for one question: each may support it, speak against it, or say nothing about it. */
import { Button, ErrorSummary, Hidden, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { screeningPath } from './screening-page.tsx'

export type SentenceView = {
  /** Names the sentence in the form: `t:<entry>:<n>`, `c:<n>`, `e:<evidence>`. */
  readonly key: string
  readonly words: string
  readonly source: string
}
export type ProofPageView = {
  readonly code: string
  readonly personId: string
  readonly version: number
  readonly path: string
  readonly label: string
  readonly sentences: readonly SentenceView[]
  readonly form: FormState
}

const SIDES = ['none', 'for', 'against'] as const

function Sides(props: {
  readonly frame: StaffFrame
  readonly name: string
  readonly labelledby: string
  readonly chosen: string
}) {
  const words = props.frame.t.kerjaSkrining
  return (
    <div class="pick" role="radiogroup" aria-labelledby={props.labelledby}>
      {SIDES.map((side) => (
        <label>
          <input type="radio" name={props.name} value={side} checked={side === props.chosen} />
          {words.side[side]}
        </label>
      ))}
    </div>
  )
}

export function ProofPage({ frame, view }: { readonly frame: StaffFrame; readonly view: ProofPageView }) {
  const words = frame.t.kerjaSkrining
  const chosen = (name: string): string => {
    const value = view.form.values[name]
    return typeof value === 'string' ? value : (value?.[0] ?? 'none')
  }
  return (
    <StaffPage frame={frame} current="screening" title={`${words.proofTitle} ${view.code}`} form={view.form}>
      <Head
        title={view.label}
        crumbs={
          <>
            <a href={at(frame, `/kerja/kasus/${view.code}`)} class="code">
              {view.code}
            </a>{' '}
            / <a href={screeningPath(frame, view)}>{words.title}</a>
          </>
        }
        context={`${words.proofTitle}. ${words.keptForGood}`}
      />
      <ErrorSummary frame={frame} form={view.form} />
      <form method="post" action={screeningPath(frame, view, '/bukti')} class="body">
        <Hidden values={{ version: String(view.version), untuk: view.path }} />
        <section class="stack" aria-labelledby="kalimat">
          <h2 id="kalimat">{words.sentences}</h2>
          {view.sentences.length === 0 && <p>{words.noSentences}</p>}
          {view.sentences.map((sentence, index) => (
            <div class="sentence">
              <blockquote id={`kalimat-${index}`}>
                {sentence.words} <cite>{sentence.source}</cite>
              </blockquote>
              <Sides
                frame={frame}
                name={sentence.key}
                labelledby={`kalimat-${index}`}
                chosen={chosen(sentence.key)}
              />
            </div>
          ))}
        </section>
        <section class="stack" aria-labelledby="lain">
          <h2 id="lain">{words.ownWords}</h2>
          <TextArea form={view.form} name="words" label={words.words} rows={2} />
          <TextField form={view.form} name="by" label={words.by} wide="wide" />
          <Sides
            frame={frame}
            name="side"
            labelledby="lain"
            chosen={chosen('side') === 'none' ? 'for' : chosen('side')}
          />
        </section>
        <p class="buttons">
          <Button kind="main">{words.saveProof}</Button>
        </p>
      </form>
    </StaffPage>
  )
}
