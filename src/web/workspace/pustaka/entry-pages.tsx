/** The entries of the law: the search, and the form that proposes another text. */
import type { EntryField } from '#src/domain/law/entry-fields.ts'
import type { EntryAddress } from '#src/domain/law/release.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { Button, ErrorSummary, Hidden, Notice, Select, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, Tabs, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { LawHead } from '../hukum/law-room.tsx'

export const LIBRARY = '/kerja/pustaka'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export function LibraryTabs({
  frame,
  here,
}: {
  readonly frame: StaffFrame
  readonly here: 'entries' | 'edits' | 'texts' | 'releases'
}) {
  const words = frame.t.kerjaPustaka
  const paths = { entries: '', edits: '/suntingan', texts: '/naskah', releases: '/terbitan' } as const
  return (
    <Tabs
      label={frame.t.kerjaHukum.sections.library}
      links={(['entries', 'edits', 'texts', 'releases'] as const).map((tab) => ({
        label: tab === 'texts' ? frame.t.naskah.tab : words.tabs[tab],
        href: at(frame, `${LIBRARY}${paths[tab]}`),
        ...(tab === here && { current: 'current' as const }),
      }))}
    />
  )
}

export function entryHref(
  frame: StaffFrame,
  where: EntryAddress,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ berkas: where.file, daftar: where.collection, isi: where.key, ...more })
  return `${at(frame, `${LIBRARY}/isi`)}?${query.toString()}`
}

export type EntriesView = {
  readonly release: { readonly label: string; readonly since: Date } | undefined
  /** Fields: q, berkas. */
  readonly form: FormState
  readonly files: readonly string[]
  readonly entries: readonly { readonly at: EntryAddress; readonly says: string }[]
  readonly total: number
  readonly paging?: PagingView
}

export function EntriesPage({ frame, view }: Props<EntriesView>) {
  const words = frame.t.kerjaPustaka
  return (
    <StaffPage frame={frame} current="law" title={frame.t.kerjaHukum.sections.library}>
      <LawHead frame={frame} section="library" />
      <LibraryTabs frame={frame} here="entries" />
      <div class="body full">
        {view.release && (
          <p>
            {words.inForce}: <strong>{view.release.label}</strong>,{' '}
            {words.since(formatInstant(view.release.since, frame.zone, frame.lang))}
          </p>
        )}
        <form action={at(frame, LIBRARY)} class="panel" aria-label={words.find}>
          <TextField form={view.form} name="q" type="search" label={words.find} hint={words.findHint} />
          <Select
            form={view.form}
            name="berkas"
            label={words.file}
            options={view.files.map((file) => ({ value: file, label: file }))}
            empty={words.anyFile}
          />
          <p class="buttons">
            <Button kind="main">{words.show}</Button>
          </p>
        </form>
        {view.entries.length === 0 ? (
          <Empty title={words.nothing} />
        ) : (
          <>
            <p role="status">{words.results(view.entries.length, view.total)}</p>
            <ul class="rows">
              {view.entries.map(({ at: where, says }) => (
                <li>
                  <span></span>
                  <div>
                    <h3>
                      <a href={entryHref(frame, where)}>{says || where.key}</a>
                    </h3>
                    <p class="under">
                      {where.key} · {where.file}, {where.collection}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            {view.paging && <Paging frame={frame} paging={view.paging} />}
          </>
        )}
      </div>
    </StaffPage>
  )
}

export type EntryView = {
  readonly at: EntryAddress
  readonly fields: readonly EntryField[]
  readonly seen: string
  readonly form: FormState
  /** An edit of this entry that waits or is confirmed. */
  readonly open: string | undefined
  readonly may: 'edit' | 'read'
  readonly isNew: boolean
  /** Nobody has read it a second time yet. */
  readonly unread: boolean
}

/** The name of the form field for a property: never one of the page's own names. */
export function fieldName(name: string): string {
  return `isi.${name}`
}

export function EntryPage({ frame, view }: Props<EntryView>) {
  const words = frame.t.kerjaPustaka
  const title = view.isNew ? words.newTitle : view.at.key
  return (
    <StaffPage frame={frame} current="law" title={title} form={view.form}>
      <LawHead frame={frame} section="library" title={title} />
      <div class="body">
        <p class="under">
          {view.at.file}, {view.at.collection}
        </p>
        <ErrorSummary frame={frame} form={view.form} />
        {view.open !== undefined && (
          <Notice kind="care" lead={words.openEdit}>
            <a href={at(frame, `${LIBRARY}/suntingan/${view.open}`)}>{words.seeEdit}</a>
          </Notice>
        )}
        {view.may === 'edit' && view.open === undefined ? (
          <EntryForm frame={frame} view={view} />
        ) : (
          <dl class="named">
            {view.fields.map((field) => (
              <>
                <dt>{fieldLabel(frame, field.name)}</dt>
                <dd class="words">{field.value || words.none}</dd>
              </>
            ))}
          </dl>
        )}
      </div>
    </StaffPage>
  )
}

const SHORT = 80

function EntryForm({ frame, view }: Props<EntryView>) {
  const words = frame.t.kerjaPustaka
  return (
    <form method="post" action={at(frame, `${LIBRARY}/isi`)} class="panel">
      <Hidden
        values={{
          berkas: view.at.file,
          daftar: view.at.collection,
          key: view.at.key,
          seen: view.seen,
          ...(view.isNew && { baru: 'ya' }),
        }}
      />
      <p class="hint">{view.isNew ? words.newHint : words.emptyHint}</p>
      {view.fields.map((field) => (
        <FieldOf frame={frame} form={view.form} field={field} />
      ))}
      <TextArea form={view.form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
      <p class="buttons">
        <Button kind="main">{words.propose}</Button>
        {view.unread && (
          <Button name="baca" value="ya">
            {words.sign}
          </Button>
        )}
        {!view.isNew && (
          <>
            <Button kind="grave" name="hapus" value="ya">
              {words.remove}
            </Button>{' '}
            <a href={entryHref(frame, view.at, { baru: 'ya' })}>{words.asNew}</a>
          </>
        )}
      </p>
    </form>
  )
}

function FieldOf(props: {
  readonly frame: StaffFrame
  readonly form: FormState
  readonly field: EntryField
}) {
  const { frame, form, field } = props
  const words = frame.t.kerjaPustaka
  const label = fieldLabel(frame, field.name)
  if (field.kind === 'text' && field.value.length <= SHORT)
    return <TextField form={form} name={fieldName(field.name)} label={label} wide="wide" />
  if (field.kind === 'number' || field.kind === 'flag')
    return <TextField form={form} name={fieldName(field.name)} label={label} />
  const rows = Math.min(12, Math.ceil(field.value.length / SHORT) + field.value.split('\n').length)
  const hint = field.kind === 'lines' ? words.linesHint : words.jsonHint
  return (
    <TextArea
      form={form}
      name={fieldName(field.name)}
      label={label}
      rows={rows}
      {...(field.kind !== 'text' && { hint })}
    />
  )
}

/** The property in words; what has none keeps its own name. */
export function fieldLabel(frame: StaffFrame, name: string): string {
  const words = frame.t.kerjaPustaka
  const [whole = name, part] = name.split('.')
  const of = words.field[whole] ?? whole
  return part === undefined ? of : `${of}: ${words.field[`.${part}`] ?? words.field[part] ?? part}`
}

/** The first words that tell an entry from the next. */
export function saysOf(entry: unknown): string {
  const { says, duty, title, summary, name, short, said } = (entry ?? {}) as Readonly<Record<string, unknown>>
  const text = [short, says, duty, title, summary, name, said].map(wordsIn).find((each) => each !== '') ?? ''
  return text.length > 140 ? `${text.slice(0, 140)}…` : text
}

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  const { id, en } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >
  return typeof id === 'string' ? id : typeof en === 'string' ? en : ''
}
