/** The fields of a new obstacle: code, description, law, norm, instrument, article, searched, owner. */
import { GAP_CODES, GAP_LAW_KINDS } from '#src/domain/advocacy/gap.ts'
import type { NewGap } from '#src/modules/gaps/index.ts'
import type { FormValues } from '#src/web/form-values.ts'
import { Radios, Select, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { ownerOptions } from './gap-words.tsx'

export function GapFields({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaHambatan
  return (
    <>
      <Select
        form={form}
        name="code"
        label={words.codeLabel}
        options={GAP_CODES.map((value) => ({ value, label: words.code[value] }))}
        empty="–"
      />
      <TextArea form={form} name="description" label={words.description} hint={words.descriptionHint} />
      <Radios
        form={form}
        name="law"
        label={words.lawLabel}
        options={GAP_LAW_KINDS.map((value) => ({ value, label: words.lawKind[value] }))}
      />
      <TextField form={form} name="norm" label={words.norm} hint={words.normHint} wide="wide" />
      <div class="grid2">
        <TextField form={form} name="instrument" label={words.instrument} hint={words.instrumentHint} />
        <TextField form={form} name="article" label={words.article} hint={words.articleHint} />
      </div>
      <TextField
        form={form}
        name="searched"
        label={words.searchedLabel}
        hint={words.searchedHint}
        wide="wide"
      />
      <Select
        form={form}
        name="owner"
        label={words.owner}
        options={ownerOptions(frame.now)}
        empty={words.unknownOwner}
      />
    </>
  )
}

export function newGapOf(form: FormValues): NewGap {
  const one = (name: string) => form.one(name).slice(0, 4000)
  return {
    code: one('code'),
    description: one('description'),
    owner: one('owner'),
    law: {
      kind: GAP_LAW_KINDS.find((kind) => kind === form.one('law')) ?? 'silent',
      norm: one('norm'),
      instrument: one('instrument'),
      article: one('article'),
      searched: one('searched'),
    },
  }
}
