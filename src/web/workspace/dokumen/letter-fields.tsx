/** What is asked for each kind of letter. */
import { POWERS, REQUEST_AIMS, type LetterKind } from '#src/domain/letters/letter.ts'
import { Checkboxes, Radios, Select, TextArea, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { labelsOf } from '../kasus/klaim/claim-words.ts'
import { ABOUT_PERSON } from './letter-parts.ts'
import { PAYMENT_LINES, REFUND_LINES } from './money-letters.ts'

export type LetterChoices = {
  readonly persons: readonly Option[]
  readonly events: readonly Option[]
  readonly bodies: readonly Option[]
  readonly referrals: readonly Option[]
  readonly countries: readonly Option[]
}

type Props = {
  readonly frame: StaffFrame
  readonly form: FormState
  readonly choices: LetterChoices
}

export function LetterFields(props: Props & { readonly kind: LetterKind }) {
  switch (props.kind) {
    case 'chronology':
      return <ChronologyFields {...props} />
    case 'authority':
      return <AuthorityFields {...props} />
    case 'request':
      return <RequestFields {...props} />
    case 'referral':
      return <ReferralFields {...props} />
    case 'refund':
      return <RefundFields {...props} />
    case 'wages':
      return <WagesFields {...props} />
  }
}

function PersonFields({ frame, form, choices }: Props) {
  const words = frame.t.suratLayar
  return (
    <>
      <Select form={form} name="orang" label={words.person} options={choices.persons} />
      <Checkboxes
        form={form}
        name="sebut"
        label={words.include}
        options={ABOUT_PERSON.map((value) => ({ value, label: words.includes[value] }))}
      />
    </>
  )
}

function RecipientFields({ frame, form, choices }: Props) {
  const words = frame.t.suratLayar
  return (
    <>
      <Select
        form={form}
        name="lembaga"
        label={words.recipientBody}
        options={choices.bodies}
        empty={words.recipientNone}
      />
      <TextArea form={form} name="kepada" label={words.recipient} hint={words.recipientHint} rows={3} />
    </>
  )
}

function ChronologyFields(props: Props) {
  const { frame, form, choices } = props
  const words = frame.t.suratLayar
  return (
    <>
      <PersonFields {...props} />
      {choices.events.length === 0 ? (
        <p>{words.noEvents}</p>
      ) : (
        <Checkboxes form={form} name="kejadian" label={words.events} options={choices.events} />
      )}
      <Checkboxes
        form={form}
        name="bagian"
        label={words.parts}
        options={(['chain', 'evidence'] as const).map((value) => ({ value, label: words.partNames[value] }))}
      />
      <RecipientFields {...props} />
    </>
  )
}

function AuthorityFields(props: Props) {
  const { frame, form, choices } = props
  const words = frame.t.suratLayar
  return (
    <>
      <PersonFields {...props} />
      <Select
        form={form}
        name="pemberi"
        label={words.giver}
        hint={words.giverHint}
        options={choices.persons}
      />
      <TextField form={form} name="kuasa-nama" label={words.attorneyName} />
      <TextField form={form} name="kuasa-jabatan" label={words.attorneyOffice} />
      <TextField form={form} name="kuasa-lembaga" label={words.attorneyBody} />
      <TextField form={form} name="kuasa-alamat" label={words.attorneyAddress} wide="wide" />
      <TextField form={form} name="kuasa-nomor" label={words.attorneyId} />
      <Checkboxes
        form={form}
        name="wewenang"
        label={words.powers}
        options={POWERS.map((value) => ({ value, label: words.power[value] }))}
      />
      <TextField form={form} name="tempat" label={words.place} />
    </>
  )
}

function RequestFields(props: Props) {
  const { frame, form } = props
  const words = frame.t.suratLayar
  return (
    <>
      <Radios
        form={form}
        name="tujuan"
        label={words.aims}
        options={REQUEST_AIMS.map((value) => ({ value, label: words.aim[value] }))}
      />
      <RecipientFields {...props} />
      <PersonFields {...props} />
      <TextArea form={form} name="alasan" label={words.reason} hint={words.reasonHint} rows={4} />
    </>
  )
}

function ReferralFields({ frame, form, choices }: Props) {
  const words = frame.t.suratLayar
  if (choices.referrals.length === 0) return <p>{words.noReferral}</p>
  return <Select form={form} name="rujukan" label={words.referral} options={choices.referrals} />
}

function RefundFields(props: Props) {
  const { frame, form, choices } = props
  const words = frame.t.suratLayar
  return (
    <>
      <RecipientFields {...props} />
      <PersonFields {...props} />
      <TextField form={form} name="mata-uang" label={words.currency} hint={words.currencyHint} size={5} />
      <div class="grid2">
        <Select form={form} name="negara" label={words.country} options={choices.countries} empty="–" />
        <Select
          form={form}
          name="pekerjaan"
          label={words.occupation}
          options={codes(frame.t.bantuDiri.biaya.steps.kerja.options)}
          empty="–"
        />
      </div>
      <h3>{words.refundItems}</h3>
      {REFUND_LINES.map((number) => (
        <div class="grid2">
          <Select
            form={form}
            name={`jenis-biaya-${number}`}
            label={words.itemKind(number)}
            options={codes(labelsOf(frame.lang, 'placement-cost', 'items', 'item'))}
            empty={words.itemKindOwn}
          />
          <TextField form={form} name={`biaya-${number}`} label={words.item(number)} />
          <TextField form={form} name={`jumlah-${number}`} label={words.itemAmount(number)} size={14} />
          <TextField form={form} name={`kapan-${number}`} label={words.itemWhen(number)} size={14} />
          <TextField form={form} name={`bukti-${number}`} label={words.itemProof(number)} />
        </div>
      ))}
      <TextField
        form={form}
        name="sudah-kembali"
        label={words.paidBack}
        hint={words.paidBackHint}
        size={14}
      />
      <TextField form={form} name="hari" label={words.days} inputmode="numeric" size={5} />
    </>
  )
}

function WagesFields(props: Props) {
  const { frame, form, choices } = props
  const words = frame.t.suratLayar
  return (
    <>
      <PersonFields {...props} />
      <Select form={form} name="negara" label={words.country} options={choices.countries} empty="–" />
      <TextField form={form} name="mata-uang" label={words.currency} hint={words.currencyHint} size={5} />
      <TextField form={form} name="upah-sepakat" label={words.agreed} hint={words.amountHint} size={14} />
      <TextField form={form} name="upah-janji" label={words.promised} size={14} />
      <TextField form={form} name="dari" label={words.from} hint={words.dateHint} size={14} />
      <TextField form={form} name="sampai" label={words.until} size={14} />
      <TextField form={form} name="hari-libur" label={words.restDays} inputmode="numeric" size={6} />
      <TextField form={form} name="jam-lembur" label={words.overtimeHours} inputmode="numeric" size={6} />
      {PAYMENT_LINES.map((number) => (
        <div class="grid2">
          <TextField form={form} name={`bayar-${number}`} label={words.paid(number)} size={14} />
          <TextField form={form} name={`bayar-tanggal-${number}`} label={words.paidWhen(number)} size={14} />
          <Select
            form={form}
            name={`bayar-kepada-${number}`}
            label={words.paidTo(number)}
            options={codes(words.paidToWords)}
          />
        </div>
      ))}
      {PAYMENT_LINES.map((number) => (
        <div class="grid2">
          <TextField form={form} name={`potong-${number}`} label={words.deducted(number)} size={14} />
          <Select
            form={form}
            name={`potong-boleh-${number}`}
            label={words.lawful(number)}
            options={codes(words.lawfulWords)}
          />
        </div>
      ))}
    </>
  )
}

function codes(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
