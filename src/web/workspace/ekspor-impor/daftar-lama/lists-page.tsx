/** Old case lists: the upload, and what became of earlier ones. */
import type { ListImport, ListState } from '#src/modules/imports/index.ts'
import { Button, ErrorSummary, fieldId, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { ExchangeHead } from '../exchange-room.tsx'

export const OLD_LISTS = '/kerja/ekspor-impor/daftar-lama'

export const LIST_TONE: Readonly<Record<ListState, Tone>> = {
  draft: 'plain',
  running: 'run',
  stopped: 'wait',
  done: 'done',
  undone: 'stop',
}

export type OldListsView = {
  /** Fields: file, source. */
  readonly form: FormState
  readonly keepDays: number
  readonly lists: readonly Pick<
    ListImport,
    'id' | 'created_at' | 'source' | 'state' | 'made' | 'total' | 'updated'
  >[]
}

type Props = { readonly frame: StaffFrame; readonly view: OldListsView }

export function OldListsPage({ frame, view }: Props) {
  return (
    <StaffPage frame={frame} current="settings" title={frame.t.kerjaTukar.parts['old-lists']}>
      <ExchangeHead frame={frame} part="old-lists" />
      <div class="body full">
        <UploadForm frame={frame} view={view} />
        <Lists frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function UploadForm({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const { form } = view
  const problem = form.problems.find(({ path }) => path === 'file')?.message
  return (
    <form
      method="post"
      action={at(frame, OLD_LISTS)}
      enctype="multipart/form-data"
      class="panel"
      aria-labelledby="ambil"
    >
      <ErrorSummary frame={frame} form={form} />
      <h2 id="ambil">{words.uploadTitle}</h2>
      <p>{words.steps}</p>
      <p>
        <a href={at(frame, `${OLD_LISTS}/contoh`)}>{words.sample}</a>
      </p>
      <div class={problem === undefined ? 'field' : 'field wrong'}>
        <label for={fieldId('file')}>{words.file}</label>
        <p class="hint" id="file-petunjuk">
          {words.fileHint}
        </p>
        {problem && (
          <p class="error" id="file-salah">
            {problem}
          </p>
        )}
        <input
          type="file"
          id={fieldId('file')}
          name="file"
          accept=".xlsx,.csv,.txt"
          aria-describedby={problem === undefined ? 'file-petunjuk' : 'file-petunjuk file-salah'}
        />
      </div>
      <TextField form={form} name="source" label={words.source} hint={words.sourceHint} />
      <p class="buttons">
        <Button kind="main">{words.upload}</Button>
      </p>
      <p class="small">{words.keep(view.keepDays)}</p>
    </form>
  )
}

function Lists({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <section aria-labelledby="daftar">
      <h2 id="daftar">{words.listTitle}</h2>
      {view.lists.length === 0 ? (
        <p>{words.listNone}</p>
      ) : (
        <Table
          caption={words.listTitle}
          columns={[
            { label: words.listCol.source },
            { label: words.listCol.when },
            { label: words.listCol.state },
            { label: words.listCol.rows, align: 'num' },
          ]}
        >
          {view.lists.map((each) => (
            <tr>
              <th scope="row">
                <a href={at(frame, `${OLD_LISTS}/${each.id}`)}>{each.source}</a>
              </th>
              <td>
                <When frame={frame} at={each.created_at} />
              </td>
              <td>
                <StateTag tone={LIST_TONE[each.state]}>{words.state[each.state]}</StateTag>
              </td>
              <td class="num">
                <CellName of={words.listCol.rows} />
                {each.state === 'draft' ? '' : each.made + each.updated}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}
