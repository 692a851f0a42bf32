/** The fields of a person, the same for adding and changing. Everything may stay empty. */
import { Checkboxes, optionsOf, Select, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'

type Props = { readonly frame: StaffFrame; readonly form: FormState }

function RoleFields({ frame, form }: Props) {
  const words = frame.t.kerjaKasus.person
  const more = frame.t.kerjaBerkas.person
  const codes = frame.t.kerjaKode
  const selects = [
    ['category', words.category, codes.category],
    ['phase', more.phase, codes.phase],
    ['placement', words.placement, codes.placement],
    ['sector', more.sector, codes.sector],
    ['documents', words.documents, codes.documents],
    ['socialSecurity', words.socialSecurity, codes.socialSecurity],
    ['canBeAsked', more.canBeAsked, more.canBeAskeds],
    ['tellFamily', more.tellFamily, more.tellFamilies],
    ['sex', more.sex, more.sexes],
  ] as const
  return (
    <>
      <Checkboxes
        form={form}
        name="roles"
        label={words.roles}
        hint={words.rolesHint}
        options={optionsOf(codes.role)}
        cols="cols"
      />
      <div class="grid2">
        {selects.map(([name, label, options]) => (
          <Select
            form={form}
            name={name}
            label={label}
            options={optionsOf(options)}
            empty={frame.t.kerjaUmum.unknown}
            {...(name === 'documents' && { hint: words.documentsHint })}
          />
        ))}
      </div>
    </>
  )
}

/** Where nothing is known, why: not asked, does not know, will not say. */
function Why({ frame, form, name, label }: Props & { readonly name: string; readonly label: string }) {
  return (
    <Select
      form={form}
      name={`${name}Why`}
      label={frame.t.kerjaBerkas.person.why(label)}
      options={optionsOf(frame.t.kerjaKode.unknown)}
    />
  )
}

function AnswerFields({ frame, form }: Props) {
  const words = frame.t.kerjaKasus.person
  const more = frame.t.kerjaBerkas.person
  const answers = [
    ['born', words.born, words.bornHint],
    ['departed', more.departed, words.bornHint],
    ['village', more.village, undefined],
    ['address', more.address, undefined],
  ] as const
  return (
    <div class="grid2">
      {answers.map(([name, label, hint]) => (
        <>
          <TextField form={form} name={name} label={label} {...(hint !== undefined && { hint })} />
          <Why frame={frame} form={form} name={name} label={label} />
        </>
      ))}
    </div>
  )
}

export function PersonFields({ frame, form }: Props) {
  const words = frame.t.kerjaKasus.person
  const more = frame.t.kerjaBerkas.person
  return (
    <>
      <TextArea form={form} name="names" label={words.name} hint={words.nameHint} rows={2} />
      <RoleFields frame={frame} form={form} />
      <AnswerFields frame={frame} form={form} />
      <TextArea form={form} name="aged" label={more.aged} hint={more.agedHint} rows={2} />
      <div class="grid2">
        <TextArea form={form} name="numbers" label={more.numbers} hint={more.lines} rows={2} />
        <TextArea form={form} name="papers" label={more.documentNumbers} hint={more.lines} rows={2} />
        <TextField form={form} name="languages" label={more.languages} hint={more.languagesHint} />
        <TextField form={form} name="nationality" label={more.nationality} size={3} />
        <TextField form={form} name="district" label={more.district} hint={more.districtHint} />
      </div>
      <TextField form={form} name="note" label={words.note} wide="wide" />
    </>
  )
}
