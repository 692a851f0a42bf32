/** The fee claim: what was overcharged above, the costs and the debt below. Printed as it stands. */
import { Checkboxes, optionsOf, Select, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { ClaimSheetPage } from '../klaim/claim-parts.tsx'
import { costField, shownLines, type CostPart } from './cost-facts.ts'
import type { CostView } from './cost-view.ts'
import { CostResult } from './cost-result.tsx'

type Props = { readonly frame: StaffFrame; readonly view: CostView }

export function CostPage({ frame, view }: Props) {
  const words = frame.t.kerjaKlaim.biaya
  return (
    <ClaimSheetPage
      frame={frame}
      view={view}
      path="/biaya"
      title={words.title}
      about={words.about}
      found={view.found && <CostResult frame={frame} view={view} found={view.found} />}
    >
      <fieldset class="grid2">
        <legend>{words.where}</legend>
        <Select
          form={view.form}
          name="negara"
          label={words.country}
          options={view.countries}
          empty={frame.t.kerjaKlaim.unknown}
        />
        <Select
          form={view.form}
          name="pekerjaan"
          label={words.occupation}
          options={optionsOf(frame.t.bantuDiri.biaya.steps.kerja.options)}
          empty={frame.t.kerjaKlaim.unknown}
        />
      </fieldset>
      {shownLines(view.values).map((line) => (
        <CostLine frame={frame} view={view} line={line} />
      ))}
      <p class="small">{words.more}</p>
      <DebtFields frame={frame} view={view} />
    </ClaimSheetPage>
  )
}

function CostLine({ frame, view, line }: Props & { readonly line: number }) {
  const { biaya: words, unknown, yes, no, dateHint } = frame.t.kerjaKlaim
  const { form } = view
  const select = (part: CostPart, label: string, options: readonly Option[]) => (
    <Select form={form} name={costField(part, line)} label={label} options={options} empty={unknown} />
  )
  const choice = optionsOf({ yes, no })
  const hinted = line === 1
  return (
    <fieldset class="grid2">
      <legend>{words.item(line)}</legend>
      {select('item', words.kind, optionsOf(view.words.codes('items', 'item')))}
      <TextField form={form} name={costField('amount', line)} label={words.amount} size={14} />
      <TextField
        form={form}
        name={costField('currency', line)}
        label={words.currency}
        size={5}
        {...(hinted && { hint: words.currencyHint })}
      />
      <TextField
        form={form}
        name={costField('on', line)}
        label={words.on}
        {...(hinted && { hint: dateHint })}
      />
      {select('chargedBy', words.by, optionsOf(words.bys))}
      {select('paid', words.paid, choice)}
      {select('receipt', words.receipt, choice)}
      {select('borneByEmployer', words.borne, choice)}
    </fieldset>
  )
}

function DebtFields({ frame, view: { form } }: Props) {
  const words = frame.t.kerjaKlaim.biaya
  const field = (name: string, label: string, size = 14) => (
    <TextField form={form} name={name} label={label} size={size} />
  )
  const currency = (name: string, of: string) => field(name, `${words.currency}: ${of.toLowerCase()}`, 5)
  return (
    <>
      <fieldset class="grid2">
        <legend>{words.refundTitle}</legend>
        {field('kembali', words.refunded)}
        {currency('uang-kembali', words.refunded)}
      </fieldset>
      <fieldset class="grid2">
        <legend>{words.debt}</legend>
        {field('utang', words.loan)}
        {field('cicilan', words.monthly)}
        {currency('uang-utang', words.loan)}
        {field('lama-cicil', words.months, 5)}
        {field('gaji', words.pay)}
        {currency('uang-gaji', words.pay)}
        {field('lama-kontrak', words.contractMonths, 5)}
        <Checkboxes
          form={form}
          name="agunan"
          label={words.collateral}
          options={optionsOf(words.collaterals)}
          cols="cols"
        />
      </fieldset>
    </>
  )
}
