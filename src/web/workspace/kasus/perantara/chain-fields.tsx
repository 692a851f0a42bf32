import { optionsOf, Select, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'

/** Fields: name, kind, where, note. */
export function ChainFields({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaKasus.chain
  return (
    <>
      <div class="grid2">
        <TextField form={form} name="name" label={words.name} />
        <Select
          form={form}
          name="kind"
          label={words.kind}
          options={optionsOf(frame.t.kerjaKode.intermediary)}
        />
        <TextField form={form} name="where" label={words.where} />
      </div>
      <TextField form={form} name="note" label={words.note} wide="wide" />
    </>
  )
}
