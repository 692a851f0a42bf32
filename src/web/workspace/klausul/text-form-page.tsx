/** A text is pasted, cut, looked at, corrected and only then kept. */
import type { Clause } from '#src/domain/clauses/clause-text.ts'
import {
  Button,
  ErrorSummary,
  fieldId,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, labelOf, type Props } from './clause-parts.tsx'

export type TextFormView = {
  /** Fields: title, kind, language, parties (a new text only), source, sourceDay, standing, note, text. */
  readonly form: FormState
  /** For a next version: its text and the version that was seen. */
  readonly of?: {
    readonly id: string
    readonly title: string
    readonly seen: number
    readonly chosen: number
  }
  readonly cut?: { readonly clauses: readonly Clause[]; readonly removed: number }
}

export function TextFormPage({ frame, view }: Props<TextFormView>) {
  const words = frame.t.kerjaKlausul
  const { form, of } = view
  const title = of === undefined ? words.newText : `${words.nextVersion}: ${of.title}`
  const action = at(frame, of === undefined ? `${CLAUSES}/baru` : `${CLAUSES}/${of.id}/versi`)
  return (
    <StaffPage frame={frame} current="law" title={title} form={form}>
      <LawHead frame={frame} section="clauses" title={title} />
      <div class="body full">
        <ErrorSummary frame={frame} form={form} />
        <Cut frame={frame} view={view} />
        <form method="post" action={action} enctype="multipart/form-data" class="panel">
          {of === undefined ? (
            <About form={form} frame={frame} />
          ) : (
            <Hidden values={{ seen: String(of.seen) }} />
          )}
          {of !== undefined && <p>{words.nextHint(of.chosen)}</p>}
          <TextField form={form} name="source" label={words.source} hint={words.sourceHint} wide="wide" />
          <TextField
            form={form}
            name="sourceDay"
            type="date"
            label={words.sourceDay}
            hint={words.sourceDayHint}
          />
          <Radios form={form} name="standing" label={words.standing} options={optionsOf(words.standings)} />
          <TextArea form={form} name="note" label={words.note} rows={2} />
          <TextArea
            form={form}
            name="text"
            label={words.text}
            hint={view.cut === undefined && of === undefined ? words.textHint : words.textMarked}
            rows={18}
          />
          <div class="field">
            <label for={fieldId('file')}>{words.file}</label>
            <p class="hint" id="file-petunjuk">
              {words.fileHint}
            </p>
            <input
              type="file"
              id={fieldId('file')}
              name="file"
              accept=".txt,text/plain"
              aria-describedby="file-petunjuk"
            />
          </div>
          <p class="buttons">
            <Button kind={view.cut === undefined ? 'main' : 'plain'} name="do" value="look">
              {words.look}
            </Button>
            {view.cut !== undefined && (
              <Button kind="main" name="do" value="save">
                {words.save}
              </Button>
            )}
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

function About({ frame, form }: { readonly frame: Props<unknown>['frame']; readonly form: FormState }) {
  const words = frame.t.kerjaKlausul
  return (
    <>
      <p class="hint">{words.open}</p>
      <TextField form={form} name="title" label={words.title} wide="wide" />
      <Select form={form} name="kind" label={words.kind} options={optionsOf(words.kinds)} />
      <Select form={form} name="language" label={words.language} options={optionsOf(words.languages)} />
      <TextField form={form} name="parties" label={words.parties} wide="wide" />
    </>
  )
}

const GLIMPSE = 90

function Cut({ frame, view }: Props<TextFormView>) {
  const words = frame.t.kerjaKlausul
  if (view.cut === undefined) return <></>
  const { clauses, removed } = view.cut
  return (
    <section aria-labelledby="potongan">
      <h2 id="potongan">{words.cutTitle(clauses.length)}</h2>
      {removed > 0 && <Notice kind="care" lead={words.removed(removed)} />}
      <ol class="cut">
        {clauses.map((clause) => (
          <li dir="auto">
            <strong>{labelOf(frame, clause)}</strong>{' '}
            {clause.body.length > GLIMPSE ? `${[...clause.body].slice(0, GLIMPSE).join('')}…` : clause.body}
          </li>
        ))}
      </ol>
    </section>
  )
}
