/** Step 1: which sheet, and in which row the headings stand. */
import { Button, Radios, Select } from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Table } from '#src/web/ui/staff/table.tsx'
import { StepForm, StepPage, type StepView } from './step-parts.tsx'

export type SheetView = StepView & {
  readonly sheets: readonly {
    readonly name: string
    /** First rows as they stand; none where the sheet is refused. */
    readonly rows: readonly (readonly string[])[]
    /** From 0. */
    readonly headingRow: number
    readonly refused?: string
  }[]
  readonly form?: FormState
}

const COLUMNS_SHOWN = 8

export function SheetPage({ frame, view }: { readonly frame: StaffFrame; readonly view: SheetView }) {
  const words = frame.t.kerjaDaftarLama
  const first = view.sheets.findIndex(({ refused }) => refused === undefined)
  const form: FormState = {
    ...(view.form ?? EMPTY_FORM),
    values: {
      sheet: String(Math.max(0, first)),
      headingRow: String((view.sheets[first]?.headingRow ?? 0) + 1),
      ...view.form?.values,
    },
  }
  const most = Math.max(1, ...view.sheets.map(({ rows }) => rows.length))
  return (
    <StepPage frame={frame} view={view} step="sheet" title={words.sheetTitle}>
      <StepForm frame={frame} view={view} to="lembar">
        {view.sheets.length > 1 && (
          <Radios
            form={form}
            name="sheet"
            label={words.sheetLabel}
            options={view.sheets.map(({ name }, place) => ({
              value: String(place),
              label: name === '' ? words.sheetOne : name,
            }))}
          />
        )}
        <Select
          form={form}
          name="headingRow"
          label={words.headingRow}
          hint={words.headingRowHint}
          options={Array.from({ length: most }, (_, place) => ({
            value: String(place + 1),
            label: String(place + 1),
          }))}
        />
        <p class="buttons">
          <Button kind="main">{words.next}</Button>
        </p>
      </StepForm>
      {view.sheets.map((sheet) => (
        <section>
          <h2>{sheet.name === '' ? words.firstRows : `${words.firstRows}: ${sheet.name}`}</h2>
          {sheet.refused === undefined ? (
            <FirstRows frame={frame} rows={sheet.rows} />
          ) : (
            <p>{words.sheetRefused(sheet.refused)}</p>
          )}
        </section>
      ))}
    </StepPage>
  )
}

function FirstRows(props: { readonly frame: StaffFrame; readonly rows: readonly (readonly string[])[] }) {
  const words = props.frame.t.kerjaDaftarLama
  const width = Math.min(COLUMNS_SHOWN, Math.max(0, ...props.rows.map((row) => row.length)))
  const columns = Array.from({ length: width }, (_, place) => ({ label: String.fromCharCode(65 + place) }))
  return (
    <div class="scroll" role="region" aria-label={words.firstRows} tabindex={0}>
      <Table caption={words.firstRows} columns={[{ label: words.rowCol }, ...columns]}>
        {props.rows.map((row, place) => (
          <tr>
            <th scope="row">{place + 1}</th>
            {columns.map((_, column) => (
              <td>{(row[column] ?? '').slice(0, 60)}</td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  )
}
