/** HTCDS 2.0: what goes out, what comes in, and earlier imports. */
import { EXPORT_TYPES } from '#src/domain/htcds/gate.ts'
import { ALIASES_PATH, SCHEMA_PATH, XFORM_PATH, XLSFORM_PATH } from '#src/domain/htcds/schema.ts'
import type { ImportRow } from '#src/modules/htcds/index.ts'
import {
  Button,
  ErrorSummary,
  fieldId,
  optionsOf,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { ExchangeHead } from '../exchange-room.tsx'

export const HTCDS_ROOM = '/kerja/ekspor-impor/htcds'

export type HtcdsView = {
  /** Present for who may export. Fields: penerima, bentuk, saring, jenis, negara. */
  readonly export?: FormState
  /** Present for who may import. Fields: file, source, certainty. */
  readonly import?: FormState
  readonly receivers: readonly Option[]
  readonly countries: readonly Option[]
  readonly imports: readonly Pick<ImportRow, 'id' | 'created_at' | 'source' | 'state' | 'records'>[]
}

type Props = { readonly frame: StaffFrame; readonly view: HtcdsView }

export function HtcdsPage({ frame, view }: Props) {
  const words = frame.t.kerjaHtcds
  return (
    <StaffPage frame={frame} current="settings" title={frame.t.kerjaTukar.parts.htcds}>
      <ExchangeHead frame={frame} part="htcds" />
      <div class="body full">
        {view.export && <ExportForm frame={frame} view={view} form={view.export} />}
        {view.import && <ImportForm frame={frame} form={view.import} />}
        {view.import && <Imports frame={frame} imports={view.imports} />}
        <section aria-labelledby="skema">
          <h2 id="skema">{words.publicTitle}</h2>
          <p>
            <a href={SCHEMA_PATH}>{words.schema}</a>, <a href={ALIASES_PATH}>{words.aliases}</a>,{' '}
            <a href={XLSFORM_PATH}>{words.form} (XLSForm)</a>, <a href={XFORM_PATH}>{words.form} (XForm)</a>
          </p>
          <p class="small">{words.attribution}</p>
        </section>
      </div>
    </StaffPage>
  )
}

function ExportForm({ frame, view, form }: Props & { readonly form: FormState }) {
  const words = frame.t.kerjaHtcds
  return (
    <form action={at(frame, `${HTCDS_ROOM}/ekspor`)} class="panel" aria-labelledby="ekspor">
      <ErrorSummary frame={frame} form={form} />
      <h2 id="ekspor">{words.exportTitle}</h2>
      <p class="small">{words.exportHint}</p>
      <div class="grid2">
        <Select
          form={form}
          name="penerima"
          label={words.receiver}
          hint={words.receiverHint}
          options={view.receivers}
        />
        <Select form={form} name="bentuk" label={words.layoutLabel} options={optionsOf(words.layout)} />
        <Select form={form} name="saring" label={words.which} options={optionsOf(words.filter)} />
        <Select
          form={form}
          name="jenis"
          label={words.type}
          options={EXPORT_TYPES.map((type) => ({ value: type, label: frame.t.kerjaKode.caseType[type] }))}
        />
        <Select form={form} name="negara" label={words.country} options={view.countries} empty={words.any} />
      </div>
      <p class="buttons">
        <Button kind="main">{words.toPreview}</Button>
      </p>
    </form>
  )
}

function ImportForm({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaHtcds
  const problem = form.problems.find(({ path }) => path === 'file')?.message
  return (
    <form
      method="post"
      action={at(frame, `${HTCDS_ROOM}/impor`)}
      enctype="multipart/form-data"
      class="panel"
      aria-labelledby="impor"
    >
      <ErrorSummary frame={frame} form={form} />
      <h2 id="impor">{words.importTitle}</h2>
      <p class="small">{words.importSteps}</p>
      <div class={problem === undefined ? 'field' : 'field wrong'}>
        <label for={fieldId('file')}>{words.file}</label>
        <p class="hint" id="file-petunjuk">
          {words.importHint}
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
          accept=".xlsx,.xlsm,.csv,.json,.xml"
          aria-describedby={problem === undefined ? 'file-petunjuk' : 'file-petunjuk file-salah'}
        />
      </div>
      <div class="grid2">
        <TextField form={form} name="source" label={words.source} hint={words.sourceHint} />
        <Select
          form={form}
          name="certainty"
          label={words.certainty}
          options={optionsOf(frame.t.kerjaKode.certainty)}
        />
      </div>
      <p class="buttons">
        <Button>{words.upload}</Button>
      </p>
    </form>
  )
}

export const IMPORT_TONE: Readonly<Record<ImportRow['state'], Tone>> = {
  draft: 'wait',
  done: 'done',
  undone: 'stop',
}

function Imports({ frame, imports }: { readonly frame: StaffFrame; readonly imports: HtcdsView['imports'] }) {
  const words = frame.t.kerjaHtcds
  return (
    <section aria-labelledby="impor-lama">
      <h2 id="impor-lama">{words.listTitle}</h2>
      {imports.length === 0 ? (
        <p>{words.listNone}</p>
      ) : (
        <Table
          caption={words.listTitle}
          columns={[
            { label: words.listCol.source },
            { label: words.listCol.when },
            { label: words.listCol.state },
            { label: words.listCol.cases },
          ]}
        >
          {imports.map((each) => (
            <tr>
              <th scope="row">
                <a href={at(frame, `${HTCDS_ROOM}/impor/${each.id}`)}>{each.source}</a>
              </th>
              <td>
                <When frame={frame} at={each.created_at} />
              </td>
              <td>
                <StateTag tone={IMPORT_TONE[each.state]}>{words.state[each.state]}</StateTag>
              </td>
              <td>{each.records ?? ''}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}
