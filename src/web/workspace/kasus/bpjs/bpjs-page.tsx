/** The BPJS claim sheet: the conclusion with its checklist of papers above, the questions below. Printed as it stands. */
import { optionsOf, Select, TextArea, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { ClaimSheetPage, type ClaimView } from '../klaim/claim-parts.tsx'
import { PAPER_STATES, paperField } from './bpjs-facts.ts'
import { BpjsResult, type BpjsFound } from './bpjs-result.tsx'

export type BpjsView = ClaimView & {
  readonly persons: readonly Option[]
  /** Missing while an answer cannot be read. */
  readonly found?: BpjsFound
}

type Props = { readonly frame: StaffFrame; readonly view: BpjsView }

export function BpjsPage({ frame, view }: Props) {
  const words = frame.t.kerjaKlaim.bpjs
  return (
    <ClaimSheetPage
      frame={frame}
      view={view}
      path="/bpjs"
      title={words.title}
      about={words.about}
      found={view.found && <BpjsResult frame={frame} found={view.found} />}
    >
      <PersonFields frame={frame} view={view} />
      <EventFields frame={frame} view={view} />
      <PaperFields frame={frame} view={view} />
      <TextArea form={view.form} name="catatan" label={frame.t.kerjaKlaim.note} />
    </ClaimSheetPage>
  )
}

function choice(frame: StaffFrame): readonly Option[] {
  const { yes, no } = frame.t.kerjaKlaim
  return optionsOf({ yes, no })
}

function known(words: Readonly<Record<string, string>>): readonly Option[] {
  return optionsOf(words).filter((each) => each.value !== 'unknown')
}

function PersonFields({ frame, view: { form, persons } }: Props) {
  const { bpjs: words, unknown, dateHint } = frame.t.kerjaKlaim
  const codes = frame.t.kerjaKode
  const select = (name: string, label: string, options: readonly Option[]) => (
    <Select form={form} name={name} label={label} options={options} empty={unknown} />
  )
  return (
    <>
      <fieldset class="grid2">
        <legend>{words.person}</legend>
        {select('orang', words.who, persons)}
        {select('waris', words.heir, persons)}
        {select('kategori', words.category, known(codes.category))}
        {select('tahap', words.phase, known(codes.phase))}
        {select('tempat', words.place, optionsOf(words.places))}
        {select('lewat', words.way, known(codes.placement))}
      </fieldset>
      <fieldset class="grid2">
        <legend>{words.member}</legend>
        {select('anggota', words.status, known(codes.socialSecurity))}
        <TextField form={form} name="sejak" label={words.since} hint={dateHint} />
        <TextField form={form} name="sampai" label={words.until} />
        <TextField form={form} name="bulan" label={words.months} inputmode="numeric" size={5} />
        {select('jht', words.oldAge, choice(frame))}
        {select('sehat', words.health, choice(frame))}
      </fieldset>
    </>
  )
}

function EventFields({ frame, view: { form } }: Props) {
  const { bpjs: words, unknown, dateHint } = frame.t.kerjaKlaim
  const select = (name: string, label: string, options: readonly Option[]) => (
    <Select form={form} name={name} label={label} options={options} empty={unknown} />
  )
  return (
    <>
      <fieldset class="grid2">
        <legend>{words.event}</legend>
        {select('kejadian', words.what, optionsOf(words.events))}
        <TextField form={form} name="tanggal" label={words.when} hint={dateHint} />
        {select('sebab', words.cause, optionsOf(words.causes))}
        <TextField form={form} name="anak" label={words.children} inputmode="numeric" size={5} />
        {select('diberhentikan', words.dismissed, choice(frame))}
        {select('sepihak', words.oneSided, choice(frame))}
        <TextField form={form} name="diajukan" label={words.claimed} />
      </fieldset>
      <fieldset class="grid2">
        <legend>{words.failed}</legend>
        {select('salah-sendiri', words.ownFault, choice(frame))}
        {select('oleh-pelaksana', words.byActor, choice(frame))}
        {select('oleh-pemerintah', words.byGovernment, choice(frame))}
      </fieldset>
    </>
  )
}

function PaperFields({ frame, view: { form, found } }: Props) {
  const words = frame.t.kerjaKlaim.bpjs
  const answer = found?.conclusion.answer
  const papers = typeof answer === 'object' ? (answer.claim?.papers ?? []) : []
  return (
    <fieldset class="grid2">
      <legend>{words.papers}</legend>
      {papers.length === 0 && <p class="small">{words.papersEmpty}</p>}
      {papers.map(({ document }) => (
        <Select
          form={form}
          name={paperField(document)}
          label={found?.words.label('documents', 'document', document) ?? document}
          options={PAPER_STATES.filter((each) => each !== 'unknown').map((value) => ({
            value,
            label: words.states[value],
          }))}
          empty={words.states.unknown}
        />
      ))}
    </fieldset>
  )
}
