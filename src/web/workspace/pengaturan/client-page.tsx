/** Programs of the organisation that use the API. */
import { SCOPES, type Scope } from '#src/domain/disclosure/scopes.ts'
import { Button, Checkboxes, ErrorSummary, Notice, PostButton, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { SettingsHead, settingsPath } from './settings-page.tsx'

export type ClientView = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly state: 'waiting' | 'live' | 'refused' | 'ended'
  readonly madeAt: Date
  readonly own?: 'own'
}

export type ClientsView = {
  readonly clients: readonly ClientView[]
  readonly mayAdd?: 'may-add'
  /** Shown once, after it was made. */
  readonly token?: { readonly text: string; readonly waits: 'for-second-person' | 'for-nobody' }
  /** Fields: name, scopes[]. */
  readonly form: FormState
}

const TONE = { waiting: 'wait', live: 'done', refused: 'plain', ended: 'plain' } as const

function Decisions({ frame, client }: { readonly frame: StaffFrame; readonly client: ClientView }) {
  const words = frame.t.kerjaAkun.client
  const action = settingsPath(frame, 'clients', `/${client.id}`)
  const name = <span class="hidden">: {client.name}</span>
  if (client.state === 'live')
    return (
      <PostButton action={action} hidden={{ hasil: 'akhiri' }} kind="grave">
        {words.end}
        {name}
      </PostButton>
    )
  if (client.state !== 'waiting') return null
  if (client.own) return <small>{words.own}</small>
  return (
    <div class="buttons">
      <PostButton action={action} hidden={{ hasil: 'setuju' }} kind="main">
        {words.confirm}
        {name}
      </PostButton>
      <PostButton action={action} hidden={{ hasil: 'tolak' }}>
        {words.refuse}
        {name}
      </PostButton>
    </div>
  )
}

function NewClient({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaAkun.client
  return (
    <form method="post" action={settingsPath(frame, 'clients')} class="panel">
      <h2>{words.add}</h2>
      <p class="small">{words.addHint}</p>
      <TextField form={form} name="name" label={words.name} />
      <Checkboxes
        form={form}
        name="scopes"
        label={words.scopes}
        options={SCOPES.map((scope) => ({ value: scope, label: words.scope[scope] }))}
        cols="cols"
      />
      <p class="buttons">
        <Button kind="main">{words.submit}</Button>
      </p>
    </form>
  )
}

export function ClientsPage({ frame, view }: { readonly frame: StaffFrame; readonly view: ClientsView }) {
  const words = frame.t.kerjaAkun.client
  const title = frame.t.kerjaPengaturan.sections.clients
  return (
    <StaffPage frame={frame} current="settings" title={title} form={view.form}>
      <SettingsHead frame={frame} section="clients" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        {view.token && (
          <Notice kind="care" lead={words.tokenTitle}>
            <span class="code">{view.token.text}</span> {words.addHint}{' '}
            {view.token.waits === 'for-second-person' && words.tokenWaits}
          </Notice>
        )}
        {view.clients.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table
            caption={title}
            columns={[
              { label: words.name },
              { label: words.scopes },
              { label: words.state },
              { label: words.made },
              { label: words.confirm, quiet: 'quiet' },
            ]}
          >
            {view.clients.map((client) => (
              <tr>
                <th scope="row">{client.name}</th>
                <td>{client.scopes.map((scope) => words.scope[scope]).join(', ')}</td>
                <td>
                  <StateTag tone={TONE[client.state]}>{words.states[client.state]}</StateTag>
                </td>
                <td>
                  <When frame={frame} at={client.madeAt} />
                </td>
                <td>
                  <Decisions frame={frame} client={client} />
                </td>
              </tr>
            ))}
          </Table>
        )}
        {view.mayAdd && <NewClient frame={frame} form={view.form} />}
      </div>
    </StaffPage>
  )
}
