/** Changing a person: who it is, and the role in this case. */
import { Button, ErrorSummary, Hidden } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { casePath } from '../case-head.tsx'
import { PersonFields } from './person-fields.tsx'

export type EditPersonView = {
  readonly code: string
  readonly personId: string
  readonly name: string
  readonly versions: { readonly person: string; readonly role: string }
  readonly form: FormState
}

export function EditPersonPage({
  frame,
  view,
}: {
  readonly frame: StaffFrame
  readonly view: EditPersonView
}) {
  const words = frame.t.kerjaBerkas.person
  return (
    <StaffPage frame={frame} current="cases" title={words.change} form={view.form}>
      <Head
        title={words.change}
        crumbs={
          <a href={casePath(frame, view.code, '/orang')} class="code">
            {view.code}
          </a>
        }
        context={view.name}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <form method="post" action={casePath(frame, view.code, `/orang/${view.personId}/ubah`)} class="panel">
          <Hidden values={{ personVersion: view.versions.person, roleVersion: view.versions.role }} />
          <PersonFields frame={frame} form={view.form} />
          <p class="buttons">
            <Button kind="main">{frame.t.kerjaUmum.save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
