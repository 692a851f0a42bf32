/** Accounts and the duty list. */
import { ROLES, type Role } from '#src/domain/disclosure/roles.ts'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Notice,
  optionsOf,
  PostButton,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { SettingsHead, settingsPath } from './settings-page.tsx'

export type AccountRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly org: string
  readonly roles: readonly Role[]
  readonly state: 'active' | 'invited' | 'closed'
  readonly lastAt?: Date
  /** One's own account: nobody closes it or gives himself a link. */
  readonly own?: 'own'
}

export type AccountsView = {
  readonly rows: readonly AccountRow[]
  readonly orgs: readonly Option[]
  /** Who may receive the cases of a closed account. */
  readonly heirs: readonly Option[]
  /** Fields: displayName, signInName, email, language, org, roles[]. */
  readonly form: FormState
}

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export function roleOptions(frame: StaffFrame): readonly Option[] {
  return ROLES.map((role) => ({ value: role, label: frame.t.kerjaKode.staffRole[role] }))
}

/** Posts `to` to …/akun/{id}/tutup; a new code by …/akun/{id}/kode. */
function AccountActions(props: {
  readonly frame: StaffFrame
  readonly row: AccountRow
  readonly heirs: readonly Option[]
}) {
  const { frame, row, heirs } = props
  const words = frame.t.kerjaPengaturan.account
  if (row.state === 'closed' || row.own) return null
  return (
    <details class="panel">
      <summary>
        {words.close}
        <span class="hidden">: {row.name}</span>
      </summary>
      <form method="post" action={settingsPath(frame, 'accounts', `/${row.id}/tutup`)} class="stack">
        <div class="field">
          <label for={`to-${row.id}`}>{words.closeTo}</label>
          <select id={`to-${row.id}`} name="to">
            {heirs
              .filter((heir) => heir.value !== row.id)
              .map((heir) => (
                <option value={heir.value}>{heir.label}</option>
              ))}
          </select>
        </div>
        <p class="buttons">
          <Button kind="grave">{words.close}</Button>
          <small>{words.closeHint}</small>
        </p>
      </form>
      <PostButton action={settingsPath(frame, 'accounts', `/${row.id}/kode`)}>{words.resetCode}</PostButton>
    </details>
  )
}

export function AccountsPage({ frame, view }: Props<AccountsView>) {
  const words = frame.t.kerjaPengaturan.account
  const tone = { active: 'done', invited: 'wait', closed: 'plain' } as const
  return (
    <StaffPage
      frame={frame}
      current="settings"
      title={frame.t.kerjaPengaturan.sections.accounts}
      form={view.form}
    >
      <SettingsHead frame={frame} section="accounts" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <Table
          caption={frame.t.kerjaPengaturan.sections.accounts}
          columns={[
            { label: words.name },
            { label: words.org },
            { label: words.roles },
            { label: words.state },
            { label: words.last },
            { label: words.close, quiet: 'quiet' },
          ]}
        >
          {view.rows.map((row) => (
            <tr>
              <th scope="row">
                {row.name} <small>{row.email}</small>
              </th>
              <td>{row.org}</td>
              <td>{row.roles.map((role) => frame.t.kerjaKode.staffRole[role]).join(', ')}</td>
              <td>
                <StateTag tone={tone[row.state]}>{words[row.state]}</StateTag>
              </td>
              <td>{row.lastAt ? <When frame={frame} at={row.lastAt} /> : words.never}</td>
              <td>
                <AccountActions frame={frame} row={row} heirs={view.heirs} />
              </td>
            </tr>
          ))}
        </Table>
        <form method="post" action={settingsPath(frame, 'accounts')} class="panel">
          <h2>{words.add}</h2>
          <p class="small">{words.addHint}</p>
          <div class="grid2">
            <TextField form={view.form} name="displayName" label={words.name} />
            <TextField
              form={view.form}
              name="signInName"
              label={frame.t.kerjaAkun.account.signIn}
              hint={frame.t.kerjaAkun.account.signInHint}
            />
            <Select
              form={view.form}
              name="language"
              label={frame.t.kerjaAkun.account.language}
              options={optionsOf(frame.t.kerjaAkun.own.languages)}
            />
            <TextField form={view.form} name="email" label={words.email} type="email" />
            <Select form={view.form} name="org" label={words.org} options={view.orgs} />
          </div>
          <Checkboxes
            form={view.form}
            name="roles"
            label={words.roles}
            hint={frame.t.kerjaPengaturan.role.shown}
            options={roleOptions(frame)}
            cols="cols"
          />
          <p class="buttons">
            <Button kind="main">{words.invite}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

export type DutyTurn = {
  readonly id: string
  readonly name: string
  readonly from: Date
  readonly to: Date
  readonly order: number
}

export type DutyView = {
  readonly org: string
  /** The zone of the organisation, in which the turns are written. */
  readonly orgZone: string
  readonly now?: string
  readonly turns: readonly DutyTurn[]
  readonly gaps: readonly Date[]
  readonly officers: readonly Option[]
  readonly mayEdit: 'may' | 'may-not'
  /** Fields: officer, from, to, order. */
  readonly form: FormState
}

export function DutyPage({ frame, view }: Props<DutyView>) {
  const words = frame.t.kerjaPengaturan.duty
  const local: StaffFrame = { ...frame, zone: view.orgZone }
  return (
    <StaffPage
      frame={frame}
      current="settings"
      title={frame.t.kerjaPengaturan.sections.duty}
      form={view.form}
    >
      <SettingsHead frame={frame} section="duty" />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <p>
          <strong>{view.now === undefined ? words.nobody : words.now(view.now)}</strong>{' '}
          <small>
            {view.org}. {words.zone(view.orgZone)}
          </small>
        </p>
        {view.gaps.map((gap) => (
          <Notice kind="care" lead={words.gap}>
            <When frame={local} at={gap} />
          </Notice>
        ))}
        <Table
          caption={frame.t.kerjaPengaturan.sections.duty}
          columns={[
            { label: words.who },
            { label: words.from },
            { label: words.to },
            { label: words.order, align: 'num' },
            { label: words.remove, quiet: 'quiet' },
          ]}
        >
          {view.turns.map((turn) => (
            <tr>
              <th scope="row">{turn.name}</th>
              <td>
                <When frame={local} at={turn.from} />
              </td>
              <td>
                <When frame={local} at={turn.to} />
              </td>
              <td class="num">{turn.order}</td>
              <td>
                {view.mayEdit === 'may' && (
                  <PostButton action={settingsPath(frame, 'duty', `/${turn.id}/hapus`)} kind="bare">
                    {words.remove}
                    <span class="hidden">: {turn.name}</span>
                  </PostButton>
                )}
              </td>
            </tr>
          ))}
        </Table>
        {view.mayEdit === 'may' && (
          <form method="post" action={settingsPath(frame, 'duty')} class="panel">
            <h2>{words.add}</h2>
            <p class="small">{words.hint}</p>
            <div class="grid2">
              <Select form={view.form} name="officer" label={words.who} options={view.officers} />
              <TextField form={view.form} name="from" label={words.from} type="datetime-local" />
              <TextField form={view.form} name="to" label={words.to} type="datetime-local" />
              <TextField form={view.form} name="order" label={words.order} inputmode="numeric" size={4} />
            </div>
            <p class="buttons">
              <Button kind="main">{words.add}</Button>
            </p>
          </form>
        )}
      </div>
    </StaffPage>
  )
}
