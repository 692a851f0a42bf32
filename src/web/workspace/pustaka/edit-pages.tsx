/** Edits of the law: the list, and the page where a second person reads one. */
import { EDIT_STATES, type EditState } from '#src/domain/law/edit-state.ts'
import type { EntryAddress, Json } from '#src/domain/law/release.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { Button, ErrorSummary, PostButton, TextArea } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { DifferenceTable } from './difference-view.tsx'
import { entryHref, LIBRARY, LibraryTabs } from './entry-pages.tsx'

export type EditView = {
  readonly id: string
  readonly at: EntryAddress
  readonly before: Json
  readonly after: Json
  readonly reason: string
  readonly state: EditState
  readonly madeAt: Date
  /** Undefined for a text that a new release brought. */
  readonly author: string | undefined
  readonly reader: string | undefined
  readonly decidedAt: Date | undefined
  readonly readerReason: string | undefined
}

const TONE: Record<EditState, Tone> = {
  waiting: 'wait',
  confirmed: 'run',
  refused: 'stop',
  withdrawn: 'plain',
  released: 'done',
}

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export type EditsView = {
  readonly edits: readonly EditView[]
  readonly state: EditState | undefined
  readonly paging?: PagingView
}

export function EditsPage({ frame, view }: Props<EditsView>) {
  const words = frame.t.kerjaPustaka
  const path = at(frame, `${LIBRARY}/suntingan`)
  const link = (label: string, state: EditState | undefined) => ({
    label,
    href: state === undefined ? path : `${path}?keadaan=${state}`,
    ...(state === view.state && { current: 'current' as const }),
  })
  return (
    <StaffPage frame={frame} current="law" title={words.edits}>
      <LawHead frame={frame} section="library" title={words.edits} />
      <LibraryTabs frame={frame} here="edits" />
      <div class="body full">
        <Filters
          label={words.states}
          links={[link(words.all, undefined), ...EDIT_STATES.map((state) => link(words.state[state], state))]}
        />
        {view.edits.length === 0 ? (
          <Empty title={words.noEdits} />
        ) : (
          <ul class="rows">
            {view.edits.map((edit) => (
              <li>
                <StateTag tone={TONE[edit.state]}>{words.state[edit.state]}</StateTag>
                <div>
                  <h3>
                    <a href={`${path}/${edit.id}`}>{edit.at.key}</a>
                  </h3>
                  <p class="under">
                    {edit.at.file}. {authorOf(frame, edit)},{' '}
                    {formatInstant(edit.madeAt, frame.zone, frame.lang)}. {reasonOf(frame, edit)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        {view.paging && <Paging frame={frame} paging={view.paging} />}
      </div>
    </StaffPage>
  )
}

export type OneEditView = {
  readonly edit: EditView
  /** Field: why. */
  readonly form: FormState
  readonly may: { readonly decide: boolean; readonly withdraw: boolean }
}

export function EditPage({ frame, view }: Props<OneEditView>) {
  const words = frame.t.kerjaPustaka
  const { edit, may } = view
  const path = at(frame, `${LIBRARY}/suntingan/${edit.id}`)
  return (
    <StaffPage frame={frame} current="law" title={edit.at.key} form={view.form}>
      <LawHead frame={frame} section="library" title={edit.at.key} />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <p>
          <StateTag tone={TONE[edit.state]}>{words.state[edit.state]}</StateTag>{' '}
          <a href={entryHref(frame, edit.at)}>{words.asItStands}</a>
        </p>
        <dl class="named">
          <dt>{words.who}</dt>
          <dd>
            {authorOf(frame, edit)}, {formatInstant(edit.madeAt, frame.zone, frame.lang)}
          </dd>
          <dt>{words.reason}</dt>
          <dd>{reasonOf(frame, edit)}</dd>
          {edit.decidedAt && (
            <>
              <dt>{words.reader}</dt>
              <dd>
                {edit.reader ?? words.otherBody}, {formatInstant(edit.decidedAt, frame.zone, frame.lang)}
                {edit.readerReason && `. ${edit.readerReason}`}
              </dd>
            </>
          )}
        </dl>
        <h2>{words.difference}</h2>
        <DifferenceTable frame={frame} before={edit.before} after={edit.after} />
        {may.decide && (
          <form method="post" action={`${path}/putuskan`} class="panel">
            <TextArea form={view.form} name="why" label={words.why} rows={2} />
            <p class="buttons">
              <Button kind="main" name="decision" value="confirmed">
                {words.confirm}
              </Button>
              <Button kind="grave" name="decision" value="refused">
                {words.refuse}
              </Button>
            </p>
          </form>
        )}
        {may.withdraw && (
          <>
            <p class="hint">{words.notOwn}</p>
            <PostButton action={`${path}/tarik`}>{words.withdraw}</PostButton>
          </>
        )}
      </div>
    </StaffPage>
  )
}

function authorOf(frame: StaffFrame, edit: EditView): string {
  return edit.author ?? frame.t.kerjaPustaka.delivered
}

/** What the program itself wrote stands as a code. */
function reasonOf(frame: StaffFrame, edit: EditView): string {
  return edit.author === undefined ? frame.t.kerjaPustaka.deliveredReason : edit.reason
}
