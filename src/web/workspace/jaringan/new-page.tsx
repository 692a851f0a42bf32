/** Writes down what one case or one tip says of a recruiter. */
import {
  Button,
  ErrorSummary,
  Hidden,
  optionsOf,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { PLACE } from './list-pages.tsx'

export type NewView = {
  readonly caseCode: string
  readonly reportId: string
  readonly form: FormState
}

export function NewMentionPage({ frame, view }: { readonly frame: StaffFrame; readonly view: NewView }) {
  const words = frame.t.kerjaJaringan
  const { form, caseCode, reportId } = view
  const from = caseCode === '' ? words.form.fromTip : words.form.fromCase(caseCode)
  return (
    <StaffPage frame={frame} current="search" title={words.form.title} form={form}>
      <Head
        title={words.form.title}
        crumbs={<a href={at(frame, PLACE)}>{words.title}</a>}
        context={words.form.context}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        <p>{words.form.from(from)}</p>
        <form method="post" action={at(frame, `${PLACE}/baru`)} class="stack fill-in">
          <Hidden values={{ kasus: caseCode, info: reportId }} />
          <Select form={form} name="kind" label={words.form.kind} options={optionsOf(words.kind)} empty="" />
          <Select
            form={form}
            name="role"
            label={words.form.role}
            hint={words.form.roleHint}
            options={optionsOf(words.role)}
            empty=""
          />
          <TextField
            form={form}
            name="value"
            label={words.form.value}
            hint={words.form.valueHint}
            wide="wide"
          />
          <TextArea form={form} name="source" label={words.form.source} hint={words.form.sourceHint} />
          <TextField form={form} name="saidOn" label={words.form.saidOn} type="date" />
          <p class="buttons">
            <Button kind="main">{words.form.save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
