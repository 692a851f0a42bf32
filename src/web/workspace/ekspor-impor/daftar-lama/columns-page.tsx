/** Step 2: what each column becomes. */
import { DATE_ORDERS } from '#src/domain/htcds/dates.ts'
import { FIELDS, typeOfYes, YES_USES, type ColumnUse } from '#src/domain/imports/fields.ts'
import { Button, fieldId, Notice, Select } from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { StepForm, StepPage, type StepView } from './step-parts.tsx'

export type ColumnsView = StepView & {
  readonly columns: readonly {
    readonly at: number
    readonly heading: string
    readonly samples: readonly string[]
    readonly use: ColumnUse
  }[]
  readonly order: string
  readonly remembered?: 'remembered'
}

type Props = { readonly frame: StaffFrame; readonly view: ColumnsView }

export function ColumnsPage({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <StepPage frame={frame} view={view} step="columns" title={words.columnsTitle}>
      {view.remembered && <Notice kind="good" lead={words.remembered} />}
      <p>{words.columnsLead}</p>
      <p class="small">{words.keyHint}</p>
      <StepForm frame={frame} view={view} to="kolom">
        <Table
          caption={words.columnsTitle}
          columns={[
            { label: words.columnCol.heading },
            { label: words.columnCol.sample },
            { label: words.columnCol.use },
          ]}
        >
          {view.columns.map((column) => (
            <Column frame={frame} column={column} />
          ))}
        </Table>
        <Select
          form={{ ...EMPTY_FORM, values: { order: view.order } }}
          name="order"
          label={words.orderLabel}
          hint={words.orderHint}
          empty={words.orderUnknown}
          options={DATE_ORDERS.map((order) => ({ value: order, label: words.dateOrder[order] }))}
        />
        <p class="buttons">
          <Button kind="main">{words.next}</Button>
        </p>
      </StepForm>
    </StepPage>
  )
}

function Column({
  frame,
  column,
}: {
  readonly frame: StaffFrame
  readonly column: ColumnsView['columns'][number]
}) {
  const words = frame.t.kerjaDaftarLama
  const { at: place, heading, samples, use } = column
  const called = heading === '' ? words.noHeading(place + 1) : heading
  const name = `use.${place}`
  return (
    <tr>
      <th scope="row">{called}</th>
      <td>
        <CellName of={words.columnCol.sample} />
        {samples.join(' · ')}
      </td>
      <td>
        <label for={fieldId(name)} class="hidden">
          {words.useOf(called)}
        </label>
        <select id={fieldId(name)} name={name}>
          <option value="note" selected={use === 'note'}>
            {words.note}
          </option>
          <option value="leave-out" selected={use === 'leave-out'}>
            {words.leaveOut}
          </option>
          <optgroup label={words.groupFields}>
            {FIELDS.map((field) => (
              <option value={field} selected={use === field}>
                {words.field[field]}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.groupYes}>
            {YES_USES.map((yes) => (
              <option value={yes} selected={use === yes}>
                {words.yes(typeLabel(frame, yes))}
              </option>
            ))}
          </optgroup>
        </select>
      </td>
    </tr>
  )
}

function typeLabel(frame: StaffFrame, use: string): string {
  const type = typeOfYes(use)
  return type === undefined ? use : frame.t.kerjaKode.caseType[type]
}
