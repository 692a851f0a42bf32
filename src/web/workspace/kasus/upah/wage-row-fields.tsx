/** The lines of the form that come several times. A few empty ones always stand ready; no script is needed. */
import { optionsOf, Select, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { rowField, shownRows, type RowKind } from './wage-rows.ts'

type Props = { readonly frame: StaffFrame; readonly form: FormState }
type Making = Props & { readonly number: number }

export function PaymentRows(props: Props) {
  const texts = props.frame.t.kerjaUpah
  return <Rows {...props} kind="pay" title={texts.payments} hint={texts.paymentsHint} row={PaymentRow} />
}

export function DeductionRows(props: Props) {
  const texts = props.frame.t.kerjaUpah
  return <Rows {...props} kind="cut" title={texts.cuts} hint={texts.cutsHint} row={DeductionRow} />
}

export function CrewRows(props: Props) {
  const texts = props.frame.t.kerjaUpah
  return <Rows {...props} kind="crew" title={texts.crewFields} hint={texts.crewHint} row={CrewRow} />
}

function Rows(
  props: Props & {
    readonly kind: RowKind
    readonly title: string
    readonly hint: string
    readonly row: (making: Making) => unknown
  },
) {
  const { form, kind, title, hint, row: Row } = props
  const filled = Object.entries(form.values).some(
    ([name, value]) => name.startsWith(`${kind}-`) && [value ?? ''].flat()[0] !== '',
  )
  return (
    <details open={filled}>
      <summary>{title}</summary>
      <p class="hint">{hint}</p>
      {shownRows(form, kind).map((number) => (
        <fieldset class="grid2">
          <legend>{props.frame.t.kerjaUpah.rowNumber(number)}</legend>
          {Row({ frame: props.frame, form, number })}
        </fieldset>
      ))}
    </details>
  )
}

function PaymentRow({ frame, form, number }: Making) {
  const texts = frame.t.kerjaUpah
  const name = (field: string) => rowField('pay', number, field)
  return (
    <>
      <TextField form={form} name={name('on')} label={texts.payField.on} />
      <TextField form={form} name={name('amount')} label={texts.payField.amount} />
      <Select
        form={form}
        name={name('to')}
        label={texts.payField.to}
        options={optionsOf(texts.payTo)}
        empty=""
      />
    </>
  )
}

function DeductionRow({ frame, form, number }: Making) {
  const texts = frame.t.kerjaUpah
  const name = (field: string) => rowField('cut', number, field)
  return (
    <>
      <Select
        form={form}
        name={name('kind')}
        label={texts.cutField.kind}
        options={optionsOf(texts.cutKind)}
        empty=""
      />
      <TextField form={form} name={name('amount')} label={texts.cutField.amount} />
      <TextField form={form} name={name('months')} label={texts.cutField.months} />
      <Lawful frame={frame} form={form} name={name('lawful')} />
    </>
  )
}

function CrewRow({ frame, form, number }: Making) {
  const texts = frame.t.kerjaUpah
  const name = (field: string) => rowField('crew', number, field)
  return (
    <>
      {(['code', 'agent', 'from', 'until', 'monthly', 'paid', 'deducted'] as const).map((field) => (
        <TextField form={form} name={name(field)} label={texts.crewField[field]} />
      ))}
      <Lawful frame={frame} form={form} name={name('lawful')} />
    </>
  )
}

function Lawful({ frame, form, name }: Props & { readonly name: string }) {
  const texts = frame.t.kerjaUpah
  const choice = optionsOf({ unknown: texts.unknown, yes: texts.yes, no: texts.no })
  return <Select form={form} name={name} label={texts.lawful} options={choice} empty="" />
}
