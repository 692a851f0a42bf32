/** Releases of the law: what is in force, the next one, and those of other installations. */
import type { Difference } from '#src/domain/law/release.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { Button, ErrorSummary, fieldId, PostButton, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { Differences } from './difference-view.tsx'
import { LIBRARY, LibraryTabs } from './entry-pages.tsx'

export type ReleaseRow = {
  readonly id: string
  readonly label: string
  readonly origin: string
  readonly madeAt: Date
  readonly maker: string | undefined
  readonly note: string | undefined
  readonly inForce: boolean
  /** Files delivered or imported, which can become the base. */
  readonly isBase: boolean
}

export type ReleasesView = {
  readonly releases: readonly ReleaseRow[]
  readonly next: {
    readonly count: number
    readonly differences: readonly Difference[]
    readonly faults: readonly string[]
  }
  /** Fields: label, note. */
  readonly form: FormState
  /** Field: file. */
  readonly upload: FormState
  readonly may: 'release' | 'read'
}

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export function ReleasesPage({ frame, view }: Props<ReleasesView>) {
  const words = frame.t.kerjaPustaka
  const path = at(frame, `${LIBRARY}/terbitan`)
  const { next } = view
  return (
    <StaffPage frame={frame} current="law" title={words.releases} form={view.form}>
      <LawHead frame={frame} section="library" title={words.releases} />
      <LibraryTabs frame={frame} here="releases" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <ErrorSummary frame={frame} form={view.upload} />
        <h2>{words.next}</h2>
        <p>{next.count === 0 ? words.nextNone : words.nextCount(next.count)}</p>
        <Faults frame={frame} faults={next.faults} />
        {next.count > 0 && <Differences frame={frame} differences={next.differences} />}
        {view.may === 'release' && (
          <form method="post" action={path} class="panel">
            <TextField form={view.form} name="label" label={words.label} hint={words.labelHint} />
            <TextArea form={view.form} name="note" label={words.note} rows={2} />
            <p class="hint">{words.releaseHint}</p>
            <p class="buttons">
              <Button kind="main">{words.release}</Button>
            </p>
          </form>
        )}
        <h2>{words.releases}</h2>
        <Table
          caption={words.releases}
          columns={[
            { label: words.label },
            { label: words.originIs },
            { label: words.made },
            { label: words.note },
            { label: words.download, quiet: 'quiet' },
          ]}
        >
          {view.releases.map((row) => (
            <tr>
              <th scope="row">
                {row.label} {row.inForce && <StateTag tone="run">{words.current}</StateTag>}
              </th>
              <td data-label={words.originIs}>{words.origin[row.origin] ?? row.origin}</td>
              <td data-label={words.made}>
                {formatInstant(row.madeAt, frame.zone, frame.lang)}
                {row.maker && `, ${row.maker}`}
              </td>
              <td data-label={words.note}>{row.note}</td>
              <td>
                <a href={`${path}/${row.id}/unduh`}>{words.download}</a>
                {row.isBase && !row.inForce && (
                  <>
                    {' · '}
                    <a href={`${path}/${row.id}`}>{words.compare}</a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </Table>
        {view.may === 'release' && <Import frame={frame} view={view} />}
      </div>
    </StaffPage>
  )
}

function Import({ frame, view }: Props<ReleasesView>) {
  const words = frame.t.kerjaPustaka
  const problem = view.upload.problems.find((each) => each.path === 'file')?.message
  return (
    <form
      method="post"
      action={at(frame, `${LIBRARY}/terbitan/impor`)}
      enctype="multipart/form-data"
      class="panel"
      aria-label={words.importTitle}
    >
      <h2>{words.importTitle}</h2>
      <div class="field">
        <label for={fieldId('file')}>{words.importFile}</label>
        <p class="hint" id="file-petunjuk">
          {words.importHint} {frame.t.naskah.withReleases} {frame.t.naskah.separately}
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
          accept=".json,application/json"
          aria-describedby={problem === undefined ? 'file-petunjuk' : 'file-petunjuk file-salah'}
        />
      </div>
      <p class="buttons">
        <Button>{words.import}</Button>
      </p>
    </form>
  )
}

export type AdoptView = {
  readonly id: string
  readonly label: string
  readonly inForce: boolean
  readonly differences: readonly Difference[]
  readonly faults: readonly string[]
  readonly may: 'release' | 'read'
  /** What came with the bundle that was just imported. */
  readonly texts: { readonly taken: number; readonly there: number; readonly missing: number } | undefined
}

export function AdoptPage({ frame, view }: Props<AdoptView>) {
  const words = frame.t.kerjaPustaka
  const title = words.adoptTitle(view.label)
  return (
    <StaffPage frame={frame} current="law" title={title}>
      <LawHead frame={frame} section="library" title={title} />
      <LibraryTabs frame={frame} here="releases" />
      <div class="body full">
        <Faults frame={frame} faults={view.faults} />
        {view.texts && (
          <p>
            {frame.t.naskah.came(view.texts.taken, view.texts.there, view.texts.missing)}{' '}
            <a href={at(frame, `${LIBRARY}/naskah`)}>{frame.t.naskah.title}</a>
          </p>
        )}
        <Differences frame={frame} differences={view.differences} />
        {view.inForce ? (
          <p>{words.already}</p>
        ) : (
          view.may === 'release' &&
          view.faults.length === 0 && (
            <>
              <p class="hint">{words.adoptHint}</p>
              <PostButton action={at(frame, `${LIBRARY}/terbitan/${view.id}/pakai`)} kind="main">
                {words.adopt}
              </PostButton>
            </>
          )
        )}
      </div>
    </StaffPage>
  )
}

function Faults({ frame, faults }: { readonly frame: StaffFrame; readonly faults: readonly string[] }) {
  if (faults.length === 0) return <></>
  return (
    <div class="notice danger" role="alert">
      <div>
        <strong>{frame.t.kerjaPustaka.faults}</strong>
        <ul>
          {faults.map((fault) => (
            <li>{fault}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
