/** Step 3: what words of the coded columns mean, where we do not know them. Nothing is guessed. */
import { Button, fieldId, type Option } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
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
    <>
      {view.words.map(({ name, column, written, times, options, chosen }) => (
        <div class="field">
          <label for={fieldId(name)}>{words.valueOf(written.slice(0, 60), column)}</label>
          <p class="hint" id={`${fieldId(name)}-petunjuk`}>
            {words.valueCol.times}: {times}
          </p>
          <select id={fieldId(name)} name={name} aria-describedby={`${fieldId(name)}-petunjuk`}>
            <option value="" selected={chosen === ''}>
              {words.staysWord}
            </option>
            {options.map((option) => (
              <option value={option.value} selected={option.value === chosen}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}
