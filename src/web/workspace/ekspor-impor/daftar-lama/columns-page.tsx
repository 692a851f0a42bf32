/** Step 2: what each column becomes. */
import { DATE_ORDERS } from '#src/domain/htcds/dates.ts'
import { FIELDS, typeOfYes, YES_USES, type ColumnUse } from '#src/domain/imports/fields.ts'
import { Button, fieldId, Notice, Select } from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
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
        {view.columns.map((column) => (
          <Column frame={frame} column={column} />
        ))}
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
    <div class="field">
      <label for={fieldId(name)}>
        <span class="hidden">{words.columnCol.heading} </span>
        {called}
      </label>
      <p class="hint" id={`${fieldId(name)}-petunjuk`}>
        {words.columnCol.sample}: {samples.length === 0 ? words.nothingThere : samples.join(' · ')}
      </p>
      <select id={fieldId(name)} name={name} aria-describedby={`${fieldId(name)}-petunjuk`}>
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
    </div>
  )
}

function typeLabel(frame: StaffFrame, use: string): string {
  const type = typeOfYes(use)
  return type === undefined ? use : frame.t.kerjaKode.caseType[type]
}
