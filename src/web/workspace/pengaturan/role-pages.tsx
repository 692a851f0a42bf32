/** Roles with a second person: what waits, what is asked, and what changed. */
import type { Role } from '#src/domain/disclosure/roles.ts'
import {
  Button,
  ErrorSummary,
  PostButton,
  Radios,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { roleOptions } from './people-pages.tsx'
import { SettingsHead, settingsPath } from './settings-page.tsx'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export type RoleRequest = {
  readonly id: string
  readonly person: string
  readonly role: Role
  readonly change: 'give' | 'take'
  readonly why: string
  readonly by: string
  readonly at: Date
  readonly own?: 'own'
}

export type RolesView = {
  readonly requests: readonly RoleRequest[]
  readonly changes: readonly RoleChangeRow[]
  readonly people: readonly Option[]
  /** Fields: person, role, change, why. */
  readonly form: FormState
}

export type RoleChangeRow = {
  readonly person: string
  readonly role: Role
  readonly state: 'waiting' | 'given' | 'refused' | 'ended'
  readonly by: string
  readonly second?: string
  readonly at: Date
}

/** What supervisors of both organisations see; also for Today. */
export function RoleChanges({
  frame,
  changes,
}: {
  readonly frame: StaffFrame
  readonly changes: readonly RoleChangeRow[]
}) {
  const words = frame.t.kerjaAkun.changes
  if (changes.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <Table
        caption={words.title}
        columns={[
          { label: words.person },
          { label: words.role },
          { label: words.state },
          { label: words.by },
          { label: words.second },
        ]}
      >
        {changes.map((change) => (
          <tr>
            <th scope="row">{change.person}</th>
            <td>{frame.t.kerjaKode.staffRole[change.role]}</td>
            <td>
              {words.states[change.state]}, <When frame={frame} at={change.at} />
            </td>
            <td>{change.by}</td>
            <td>{change.second}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function RoleDecision({ frame, request }: { readonly frame: StaffFrame; readonly request: RoleRequest }) {
  const words = frame.t.kerjaPengaturan.role
  if (request.own) return <small>{words.own}</small>
  const action = settingsPath(frame, 'roles', `/${request.id}`)
  return (
    <div class="buttons">
      <PostButton action={action} hidden={{ hasil: 'setuju' }} kind="main">
        {words.confirm}
      </PostButton>
      <PostButton action={action} hidden={{ hasil: 'tolak' }}>
        {words.refuse}
      </PostButton>
    </div>
  )
}

export function RolesPage({ frame, view }: Props<RolesView>) {
  const words = frame.t.kerjaPengaturan.role
  return (
    <StaffPage
      frame={frame}
      current="settings"
      title={frame.t.kerjaPengaturan.sections.roles}
      form={view.form}
    >
      <SettingsHead frame={frame} section="roles" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <section class="stack">
          <h2>{words.requests}</h2>
          {view.requests.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <Table
              caption={words.requests}
              columns={[
                { label: words.person },
                { label: words.change },
                { label: words.why },
                { label: words.by },
                { label: words.confirm, quiet: 'quiet' },
              ]}
            >
              {view.requests.map((request) => (
                <tr>
                  <th scope="row">{request.person}</th>
                  <td>
                    {words[request.change]}: {frame.t.kerjaKode.staffRole[request.role]}
                  </td>
                  <td>{request.why}</td>
                  <td>
                    {request.by}, <When frame={frame} at={request.at} />
                  </td>
                  <td>
                    <RoleDecision frame={frame} request={request} />
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </section>
        <form method="post" action={settingsPath(frame, 'roles')} class="panel">
          <h2>{words.ask}</h2>
          <p class="small">
            {words.shown} {words.notSee}
          </p>
          <div class="grid2">
            <Select form={view.form} name="person" label={words.person} options={view.people} />
            <Select form={view.form} name="role" label={words.role} options={roleOptions(frame)} />
          </div>
          <Radios
            form={view.form}
            name="change"
            label={words.change}
            options={[
              { value: 'give', label: words.give },
              { value: 'take', label: words.take },
            ]}
          />
          <TextField form={view.form} name="why" label={words.why} wide="wide" />
          <p class="buttons">
            <Button kind="main">{words.submit}</Button>
          </p>
        </form>
        <RoleChanges frame={frame} changes={view.changes} />
      </div>
    </StaffPage>
  )
}
