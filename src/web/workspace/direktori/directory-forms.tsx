/** Proposing in the directory: a body, a contact, a service. A second person reads each before it counts. */
import { Button, Hidden, optionsOf, Select, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'

/** As much of an entry as the forms need; the page's view has it all. */
type EntryProps = {
  readonly frame: StaffFrame
  readonly view: {
    readonly id: string
    readonly kind: string
    readonly contacts: readonly { readonly id: string; readonly value: string }[]
    readonly mayEdit?: 'may-edit'
    readonly form: FormState
    readonly version: string
  }
}

export function AddBody(props: {
  readonly frame: StaffFrame
  readonly form: FormState
  readonly countries: readonly Option[]
}) {
  const words = props.frame.t.kerjaDirektori
  const { body, mission, service, shelter } = words.kind
  return (
    <form method="post" action={at(props.frame, '/kerja/direktori')} class="panel">
      <h2>{words.newBody}</h2>
      <p class="small">{words.newBodyHint}</p>
      <div class="grid2">
        <Select
          form={props.form}
          name="kind"
          label={words.kindLabel}
          options={optionsOf({ body, mission, service, shelter })}
        />
        <Select form={props.form} name="country" label={words.country} options={props.countries} />
        <TextField form={props.form} name="nameId" label={words.nameId} />
        <TextField form={props.form} name="nameEn" label={words.nameEn} />
        <TextField form={props.form} name="source" label={words.source} hint={words.sourceHint} />
      </div>
      <p class="buttons">
        <Button>{words.propose}</Button>
      </p>
    </form>
  )
}

export function EditForm({ frame, view }: EntryProps) {
  const words = frame.t.kerjaDirektori
  if (view.mayEdit === undefined) return null
  return (
    <form method="post" action={at(frame, `/kerja/direktori/${view.id}`)} class="panel">
      <h2>{words.edit}</h2>
      <p class="small">{words.editHint}</p>
      <Hidden values={{ version: view.version }} />
      <div class="grid2">
        <Select
          form={view.form}
          name="contact"
          label={words.contacts}
          options={view.contacts.map((contact) => ({ value: contact.id, label: contact.value }))}
          empty={frame.t.kerjaUmum.add}
        />
        <Select form={view.form} name="way" label={words.contactKind} options={optionsOf(words.ways)} />
        <TextField form={view.form} name="value" label={words.value} />
        <TextField form={view.form} name="source" label={words.source} hint={words.sourceHint} />
      </div>
      <div class="grid2">
        <Select
          form={view.form}
          name="how"
          label={words.how}
          hint={words.howHint}
          options={optionsOf(words.hows)}
          empty={words.howNone}
        />
        <label class="line">
          <input type="checkbox" name="end" value="ya" /> {words.ending}
        </label>
      </div>
      <p class="buttons">
        <Button kind="main">{words.propose}</Button>
      </p>
    </form>
  )
}

/** Another name or place, or the end of a body or a service. */
export function EditBody({
  frame,
  view,
}: {
  readonly frame: StaffFrame
  readonly view: EntryProps['view'] & {
    readonly liveServices: readonly Option[]
    readonly countries: readonly Option[]
  }
}) {
  const words = frame.t.kerjaDirektori
  if (view.mayEdit === undefined || view.kind === 'emergency') return null
  const { form } = view
  return (
    <form method="post" action={at(frame, `/kerja/direktori/${view.id}/ubah`)} class="panel">
      <h2>{words.editBody}</h2>
      <p class="small">{words.editHint}</p>
      <div class="grid2">
        <Select form={form} name="edit" label={words.editWhat} options={optionsOf(words.edits)} />
        <TextField form={form} name="newNameId" label={words.nameId} />
        <TextField form={form} name="newNameEn" label={words.nameEn} />
        <Select
          form={form}
          name="newCountry"
          label={words.country}
          options={view.countries}
          empty={frame.t.kerjaUmum.choose}
        />
        <Select
          form={form}
          name="service"
          label={words.services}
          options={view.liveServices}
          empty={frame.t.kerjaUmum.choose}
        />
        <TextField form={form} name="editSource" label={words.source} hint={words.sourceHint} />
      </div>
      <p class="buttons">
        <Button>{words.propose}</Button>
      </p>
    </form>
  )
}

export function AddService({ frame, view }: EntryProps) {
  const words = frame.t.kerjaDirektori
  if (view.mayEdit === undefined || view.kind === 'emergency') return null
  const { form } = view
  return (
    <form method="post" action={at(frame, `/kerja/direktori/${view.id}/layanan`)} class="panel">
      <h2>{words.newService}</h2>
      <p class="small">{words.editHint}</p>
      <div class="grid2">
        <TextField form={form} name="serviceName" label={words.nameId} />
        <TextField form={form} name="serviceNameEn" label={words.nameEn} />
        <TextField form={form} name="forWhom" label={words.for} />
        <TextField form={form} name="languages" label={words.languages} />
        <TextField form={form} name="cost" label={words.cost} />
        <TextField form={form} name="documents" label={words.documents} />
        <TextField form={form} name="hours" label={words.hours} />
        <TextField form={form} name="serviceSource" label={words.source} />
      </div>
      <label class="line">
        <input type="checkbox" name="secret" value="ya" checked={view.kind === 'shelter'} /> {words.secret}
      </label>
      <div class="grid2">
        <TextField form={form} name="meeting" label={words.meeting} />
        <TextField form={form} name="brought" label={words.brought} />
      </div>
      <p class="buttons">
        <Button>{words.propose}</Button>
      </p>
    </form>
  )
}
