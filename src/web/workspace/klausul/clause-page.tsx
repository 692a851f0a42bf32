/** One clause: how else it could be said, and what bodies say about it. */
import type { Clause } from '#src/domain/clauses/clause-text.ts'
import { COMMENT_ANSWERS, type CommentState } from '#src/domain/clauses/comment-state.ts'
import { diffWords } from '#src/domain/clauses/word-diff.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { Button, ErrorSummary, PostButton, Radios, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { href } from '#src/web/ui/href.ts'
import { lawHref } from '#src/web/ui/law-href.ts'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, labelOf, MarkedWords, mayEdit, Words, type Props } from './clause-parts.tsx'

export type WordingView = {
  readonly id: string
  readonly wording: string
  readonly law: { readonly instrument: string; readonly name: string; readonly article: string } | undefined
  readonly takenFrom: string | undefined
  readonly reason: string
  readonly body: string
  readonly createdAt: Date
  readonly chosenFor: number | undefined
}
export type CommentView = {
  readonly id: string
  readonly clause: string
  readonly label: string
  readonly number: number
  readonly comment: string
  readonly body: string
  readonly createdAt: Date
  readonly state: CommentState
  readonly answer: string
  readonly answeredBy: string | undefined
}
export type ClauseView = {
  readonly text: { readonly id: string; readonly title: string; readonly isOwn: boolean }
  readonly clause: Clause
  readonly wordings: readonly WordingView[]
  readonly comments: readonly CommentView[]
  /** Fields: wording, instrument, article, takenFrom, reason, comment. */
  readonly form: FormState
  /** The comment whose answer was not accepted. */
  readonly answering?: { readonly id: string; readonly form: FormState }
}

const stateTone = (state: CommentState) =>
  (({ open: 'wait', accepted: 'done', partly: 'run', refused: 'stop' }) as const)[state]

export function ClausePage({ frame, view }: Props<ClauseView>) {
  const words = frame.t.kerjaKlausul
  const path = at(frame, `${CLAUSES}/${view.text.id}/pasal/${view.clause.key}`)
  const title = `${labelOf(frame, view.clause)}: ${view.text.title}`
  const form = view.answering?.form ?? view.form
  return (
    <StaffPage frame={frame} current="law" title={title} form={form}>
      <LawHead frame={frame} section="clauses" title={title} />
      <div class="body full">
        <ErrorSummary frame={frame} form={form} />
        <p>
          <a href={`${at(frame, `${CLAUSES}/${view.text.id}`)}#${view.clause.key}`}>{view.text.title}</a>
        </p>
        <Words text={view.clause.body} />
        <h2>{words.wordings}</h2>
        {view.wordings.length === 0 && <p>{words.wordingsNone}</p>}
        {view.wordings.map((wording) => (
          <Wording frame={frame} view={view} wording={wording} />
        ))}
        {mayEdit(frame) && <Propose frame={frame} view={view} />}
        <h2>{words.comments}</h2>
        {view.comments.length === 0 && <p>{words.commentsNone}</p>}
        {view.comments.map((comment) => (
          <Comment frame={frame} view={view} comment={comment} />
        ))}
        <form method="post" action={`${path}/tanggapan`} class="panel fill-in">
          <TextArea form={view.form} name="comment" label={words.comment} hint={words.commentHint} rows={4} />
          <p class="buttons">
            <Button>{words.sendComment}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

function Wording({ frame, view, wording }: Props<ClauseView> & { readonly wording: WordingView }) {
  const words = frame.t.kerjaKlausul
  return (
    <section class="panel">
      <Words text={wording.wording} />
      <p>
        {words.from}:{' '}
        {wording.law && (
          <a href={href(frame.lang, lawHref(wording.law.instrument, wording.law.article))}>
            {wording.law.name} {wording.law.article}
          </a>
        )}{' '}
        {wording.takenFrom}
      </p>
      <p>
        {words.reason}: {wording.reason}
      </p>
      <p class="hint">
        {words.proposedBy(wording.body)}, {formatInstant(wording.createdAt, frame.zone, frame.lang)}
      </p>
      <details>
        <summary>{words.differs}</summary>
        <MarkedWords frame={frame} parts={diffWords(view.clause.body, wording.wording)} side="both" />
      </details>
      {wording.chosenFor !== undefined && (
        <p>
          <StateTag tone="done">{words.chosenFor(wording.chosenFor)}</StateTag>
        </p>
      )}
      {mayEdit(frame) && view.text.isOwn && (
        <PostButton action={at(frame, `${CLAUSES}/${view.text.id}/rumusan/${wording.id}/pilih`)}>
          {words.choose}
        </PostButton>
      )}
    </section>
  )
}

function Propose({ frame, view }: Props<ClauseView>) {
  const words = frame.t.kerjaKlausul
  const { form } = view
  return (
    <form
      method="post"
      action={at(frame, `${CLAUSES}/${view.text.id}/pasal/${view.clause.key}/rumusan`)}
      class="panel fill-in"
    >
      <h3>{words.propose}</h3>
      <TextArea form={form} name="wording" label={words.wording} rows={5} />
      <TextField form={form} name="instrument" label={words.instrument} hint={words.instrumentHint} />
      <TextField form={form} name="article" label={words.article} hint={words.articleHint} />
      <TextField form={form} name="takenFrom" label={words.takenFrom} wide="wide" />
      <TextArea form={form} name="reason" label={words.reason} rows={2} />
      <p class="buttons">
        <Button>{words.propose}</Button>
      </p>
    </form>
  )
}

function Comment({ frame, view, comment }: Props<ClauseView> & { readonly comment: CommentView }) {
  const words = frame.t.kerjaKlausul
  const isHere = view.answering?.id === comment.id
  const form = isHere ? (view.answering?.form ?? EMPTY_FORM) : EMPTY_FORM
  // Every form on the page has fields of its own, so that a label belongs to one field.
  const name = (field: string) => (isHere ? field : `${field}-${comment.id}`)
  return (
    <section class="panel" id={`t-${comment.id}`}>
      <h3>
        {comment.body} <StateTag tone={stateTone(comment.state)}>{words.states[comment.state]}</StateTag>
      </h3>
      <Words text={comment.comment} />
      <p class="hint">
        {words.onVersion(comment.number)}, {formatInstant(comment.createdAt, frame.zone, frame.lang)}
      </p>
      {comment.answer !== '' && (
        <p>
          <strong>
            {words.answer} {comment.answeredBy}:
          </strong>{' '}
          {comment.answer}
        </p>
      )}
      {mayEdit(frame) && view.text.isOwn && (
        <form
          method="post"
          action={at(frame, `${CLAUSES}/${view.text.id}/tanggapan/${comment.id}/jawab`)}
          class="fill-in"
        >
          <Radios
            form={form}
            name={name('state')}
            label={words.state}
            options={COMMENT_ANSWERS.map((value) => ({ value, label: words.states[value] }))}
            cols="cols"
          />
          <TextArea form={form} name={name('answer')} label={words.answerReason} rows={2} />
          <p class="buttons">
            <Button>{words.answerSave}</Button>
          </p>
        </form>
      )}
    </section>
  )
}
