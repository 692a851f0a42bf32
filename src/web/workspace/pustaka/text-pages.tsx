/** Official texts of laws: the list with the form, and the page where a second person reads one. */
import {
  OFFICIAL_TEXT_LANGUAGES,
  OFFICIAL_TEXT_STATES,
  UPLOADED_TEXT_KINDS,
  type OfficialTextKind,
  type OfficialTextLanguage,
  type OfficialTextState,
} from '#src/domain/law/official-text.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { lawHref } from '#src/web/ui/law-href.ts'
import {
  Button,
  ErrorSummary,
  fieldId,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { LawHead } from '../hukum/law-room.tsx'
import { LIBRARY, LibraryTabs } from './entry-pages.tsx'

export const TEXTS = `${LIBRARY}/naskah` as const

export type TextFileView = {
  readonly id: string
  readonly version: number
  readonly instrument: string
  /** Short name of the law; its id where the release in force does not have it. */
  readonly law: string
  readonly language: OfficialTextLanguage
  readonly kind: OfficialTextKind
  readonly source: string
  readonly url: string | undefined
  readonly retrievedOn: string
  /** Kind and size in words. */
  readonly file: string
  readonly sha256: string
  readonly state: OfficialTextState
  readonly broughtAt: Date
  readonly uploader: string
  readonly reader: string | undefined
  readonly readAt: Date | undefined
  readonly withdrawnAt: Date | undefined
  readonly reason: string | undefined
}

const TONE: Record<OfficialTextState, Tone> = { proposed: 'wait', confirmed: 'done', withdrawn: 'stop' }

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export type TextsView = {
  readonly texts: readonly TextFileView[]
  readonly state: OfficialTextState | undefined
  readonly paging?: PagingView
  /** Fields: instrument, language, kind, source, url, retrievedOn, file. */
  readonly form: FormState
  readonly instruments: readonly { readonly id: string; readonly short: string }[]
  readonly may: 'edit' | 'read'
}

export function TextsPage({ frame, view }: Props<TextsView>) {
  const words = frame.t.naskah
  const path = at(frame, TEXTS)
  const link = (label: string, state: OfficialTextState | undefined) => ({
    label,
    href: state === undefined ? path : `${path}?keadaan=${state}`,
    ...(state === view.state && { current: 'current' as const }),
  })
  return (
    <StaffPage frame={frame} current="law" title={words.title} form={view.form}>
      <LawHead frame={frame} section="library" title={words.title} />
      <LibraryTabs frame={frame} here="texts" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <p class="hint">
          {words.hint} {words.withReleases} {words.separately}
        </p>
        <Filters
          label={words.states}
          links={[
            link(words.all, undefined),
            ...OFFICIAL_TEXT_STATES.map((state) => link(words.state[state], state)),
          ]}
        />
        {view.texts.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <ul class="rows">
            {view.texts.map((text) => (
              <li>
                <span></span>
                <div>
                  <h3>
                    <a href={`${path}/${text.id}`}>{text.law}</a>{' '}
                    <StateTag tone={TONE[text.state]}>{words.state[text.state]}</StateTag>
                  </h3>
                  <p class="under">
                    {words.kind[text.kind]}, {words.language[text.language]}, {text.file}. {text.uploader},{' '}
                    {formatInstant(text.broughtAt, frame.zone, frame.lang)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        {view.paging && <Paging frame={frame} paging={view.paging} />}
        {view.may === 'edit' && <Bring frame={frame} view={view} />}
      </div>
    </StaffPage>
  )
}

function Bring({ frame, view }: Props<TextsView>) {
  const words = frame.t.naskah
  const { form } = view
  return (
    <form
      method="post"
      action={at(frame, TEXTS)}
      enctype="multipart/form-data"
      class="panel"
      aria-label={words.bring}
    >
      <h2>{words.bring}</h2>
      <Select
        form={form}
        name="instrument"
        label={words.instrument}
        options={view.instruments.map(({ id, short }) => ({ value: id, label: short }))}
        empty={words.instrumentAny}
      />
      <Select
        form={form}
        name="kind"
        label={words.kindIs}
        options={UPLOADED_TEXT_KINDS.map((kind) => ({ value: kind, label: words.kind[kind] }))}
      />
      <Select
        form={form}
        name="language"
        label={words.languageIs}
        options={OFFICIAL_TEXT_LANGUAGES.map((each) => ({ value: each, label: words.language[each] }))}
      />
      <TextField form={form} name="source" label={words.sourceIs} hint={words.sourceHint} wide="wide" />
      <TextField form={form} name="url" label={words.urlIs} hint={words.urlHint} wide="wide" />
      <TextField form={form} name="retrievedOn" type="date" label={words.retrievedIs} />
      <FileField frame={frame} form={form} />
      <p class="hint">{words.youRead}</p>
      <p class="buttons">
        <Button kind="main">{words.send}</Button>
      </p>
    </form>
  )
}

function FileField({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.naskah
  const problem = form.problems.find((each) => each.path === 'file')?.message
  return (
    <div class="field">
      <label for={fieldId('file')}>{words.file}</label>
      <p class="hint" id="file-petunjuk">
        {words.fileHint}
      </p>
      {problem !== undefined && (
        <p class="error" id="file-salah">
          {problem}
        </p>
      )}
      <input
        type="file"
        id={fieldId('file')}
        name="file"
        accept=".pdf,.docx,.txt,.jpg,.jpeg,.png,.webp"
        aria-describedby={problem === undefined ? 'file-petunjuk' : 'file-petunjuk file-salah'}
      />
    </div>
  )
}

export type OneTextView = {
  readonly text: TextFileView
  /** Field: reason. */
  readonly form: FormState
  readonly may: { readonly confirm: boolean; readonly withdraw: boolean }
  readonly mine: boolean
}

export function TextPage({ frame, view }: Props<OneTextView>) {
  const words = frame.t.naskah
  const { text, may } = view
  const path = at(frame, `${TEXTS}/${text.id}`)
  const title = `${words.title}: ${text.law}`
  const seen = { version: String(text.version) }
  return (
    <StaffPage frame={frame} current="law" title={title} form={view.form}>
      <LawHead frame={frame} section="library" title={title} />
      <LibraryTabs frame={frame} here="texts" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        {text.kind === 'example' && <Notice kind="care" lead={words.example} />}
        <p>
          <StateTag tone={TONE[text.state]}>{words.state[text.state]}</StateTag>{' '}
          <a href={`${path}/unduh`}>{words.open}</a>
        </p>
        <TextFacts frame={frame} text={text} />
        {may.confirm && (
          <form method="post" action={`${path}/baca`} class="panel">
            <Hidden values={seen} />
            <p class="hint">{words.confirmHint}</p>
            <p class="buttons">
              <Button kind="main">{words.confirm}</Button>
            </p>
          </form>
        )}
        {view.mine && text.state === 'proposed' && <p class="hint">{words.notOwn}</p>}
        {may.withdraw && (
          <form method="post" action={`${path}/tarik`} class="panel">
            <Hidden values={seen} />
            <TextArea
              form={view.form}
              name="reason"
              label={words.reason}
              hint={words.withdrawHint}
              rows={2}
            />
            <p class="buttons">
              <Button kind="grave">{words.withdraw}</Button>
            </p>
          </form>
        )}
      </div>
    </StaffPage>
  )
}

function TextFacts({ frame, text }: { readonly frame: StaffFrame; readonly text: TextFileView }) {
  const words = frame.t.naskah
  const when = (instant: Date) => formatInstant(instant, frame.zone, frame.lang)
  return (
    <dl class="named">
      <dt>{words.instrument}</dt>
      <dd>
        <a href={at(frame, lawHref(text.instrument))}>{text.law}</a>
      </dd>
      <dt>{words.kindIs}</dt>
      <dd>{words.kind[text.kind]}</dd>
      <dt>{words.languageIs}</dt>
      <dd>{words.language[text.language]}</dd>
      <dt>{words.sourceIs}</dt>
      <dd>
        {text.source}
        {text.url !== undefined && (
          <>
            {'. '}
            <a href={text.url} rel="noreferrer external">
              {words.sourceLink}
            </a>
          </>
        )}
      </dd>
      <dt>{words.retrievedIs}</dt>
      <dd>{plainDate(frame.lang, text.retrievedOn)}</dd>
      <dt>{words.fileIs}</dt>
      <dd>{text.file}</dd>
      <dt>{words.hash}</dt>
      <dd>
        <code>
          {(text.sha256.match(/.{1,16}/g) ?? []).map((part) => (
            <>
              {part}
              <wbr />
            </>
          ))}
        </code>
      </dd>
      <dt>{words.uploader}</dt>
      <dd>
        {text.uploader}, {when(text.broughtAt)}
      </dd>
      {text.reader !== undefined && text.readAt && (
        <>
          <dt>{words.reader}</dt>
          <dd>
            {text.reader}, {when(text.readAt)}
          </dd>
        </>
      )}
      {text.withdrawnAt && (
        <>
          <dt>{words.reason}</dt>
          <dd>
            {text.reason} ({when(text.withdrawnAt)})
          </dd>
        </>
      )}
    </dl>
  )
}
