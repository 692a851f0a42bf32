/** The fields of a consultation, a position or a response. */
import { ADDED_EVENTS, AUDIENCES, STANCES } from '#src/domain/advocacy/proposal.ts'
import { Button, Radios, Select, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'

export function EventForm(props: {
  readonly frame: StaffFrame
  readonly form: FormState
  readonly action: string
}) {
  const { frame, form, action } = props
  const { event, kind, stance, audience, addEvent, save, addHint } = frame.t.kerjaAdvokasi
  return (
    <form method="post" action={action} class="stack panel" id="catat">
      <h2>{addEvent}</h2>
      <p class="hint">{addHint}</p>
      <Radios
        form={form}
        name="kind"
        label={event.kind}
        options={ADDED_EVENTS.map((value) => ({ value, label: kind[value] }))}
      />
      <div class="grid2">
        <TextField form={form} name="heldOn" label={event.heldOn} type="date" />
        <TextField form={form} name="body" label={event.body} hint={event.bodyHint} />
        <Select
          form={form}
          name="stance"
          label={event.stance}
          hint={event.stanceHint}
          options={STANCES.map((value) => ({ value, label: stance[value] }))}
          empty="–"
        />
      </div>
      <TextArea form={form} name="words" label={event.words} />
      <fieldset class="stack">
        <legend>{event.meeting}</legend>
        <TextArea form={form} name="agenda" label={event.agenda} rows={2} />
        <TextArea
          form={form}
          name="attendance"
          label={event.attendance}
          hint={event.attendanceHint}
          rows={2}
        />
        <TextArea form={form} name="outcome" label={event.outcome} rows={2} />
        <TextArea form={form} name="decisions" label={event.decisions} rows={2} />
        <TextField form={form} name="nextOn" label={event.nextOn} type="date" />
      </fieldset>
      <TextField form={form} name="source" label={event.source} hint={event.sourceHint} wide="wide" />
      <Select
        form={form}
        name="eventAudience"
        label={event.audience}
        options={AUDIENCES.map((value) => ({ value, label: audience[value] }))}
      />
      <p class="buttons">
        <Button kind="main">{save}</Button>
      </p>
    </form>
  )
}
