/** Step 3: what words of the coded columns mean, where we do not know them. Nothing is guessed. */
import { Button, fieldId, type Option } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { BackTo, StepForm, StepPage, type StepView } from './step-parts.tsx'

export type ValuesView = StepView & {
  readonly words: readonly {
    /** Name of the control. */
    readonly name: string
    readonly column: string
    readonly written: string
    readonly times: number
    readonly options: readonly Option[]
    readonly chosen: string
  }[]
  readonly left: number
}

type Props = { readonly frame: StaffFrame; readonly view: ValuesView }

export function ValuesPage({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <StepPage frame={frame} view={view} step="values" title={words.valuesTitle}>
      <p>{words.valuesLead}</p>
      <StepForm frame={frame} view={view} to="kata">
        {view.words.length === 0 ? <p>{words.valuesNone}</p> : <Words frame={frame} view={view} />}
        {view.left > 0 && <p>{words.more(view.left)}</p>}
        <p class="buttons">
          <Button kind="main">{words.next}</Button>
        </p>
      </StepForm>
      <BackTo frame={frame} view={view} to="columns" />
    </StepPage>
  )
}

function Words({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <Table
      caption={words.valuesTitle}
      columns={[
        { label: words.columnCol.heading },
        { label: words.valueCol.word },
        { label: words.valueCol.times, align: 'num' },
        { label: words.valueCol.means },
      ]}
    >
      {view.words.map(({ name, column, written, times, options, chosen }) => (
        <tr>
          <th scope="row">{column}</th>
          <td>
            <CellName of={words.valueCol.word} />
            {written.slice(0, 120)}
          </td>
          <td class="num">
            <CellName of={words.valueCol.times} />
            {times}
          </td>
          <td>
            <label for={fieldId(name)} class="hidden">
              {words.valueOf(written.slice(0, 60), column)}
            </label>
            <select id={fieldId(name)} name={name}>
              <option value="" selected={chosen === ''}>
                {words.staysWord}
              </option>
              {options.map((option) => (
                <option value={option.value} selected={option.value === chosen}>
                  {option.label}
                </option>
              ))}
            </select>
          </td>
        </tr>
      ))}
    </Table>
  )
}
