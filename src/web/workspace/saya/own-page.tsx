/** One's own account: language, password, passkeys, roles, and the way out. */
import type { Role } from '#src/domain/disclosure/roles.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  optionsOf,
  PostButton,
  Radios,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export type OwnView = {
  readonly signInName: string
  readonly roles: readonly Role[]
  readonly passkeys: readonly {
    readonly id: string
    readonly label: string
    readonly madeAt: Date
    readonly usedAt?: Date
  }[]
  /** Options of the browser's ceremony as JSON, and the script that runs it. */
  readonly newPasskey: { readonly options: string; readonly script: string }
  /** Fields: language, current, password, again, label, jawaban. */
  readonly form: FormState
}

type Props = { readonly frame: StaffFrame; readonly view: OwnView }

function PasswordForm({ frame, view }: Props) {
  const words = frame.t.kerjaAkun.own
  const gate = frame.t.kerjaPetugas
  const fields = [
    ['current', words.current, 'current-password'],
    ['password', gate.newPassword, 'new-password'],
    ['again', gate.again, 'new-password'],
  ] as const
  return (
    <form method="post" action={at(frame, '/kerja/saya/sandi')} class="panel">
      <h2>{words.password}</h2>
      <p class="small">{gate.newPasswordHint}</p>
      {fields.map(([name, label, autocomplete]) => (
        <TextField form={view.form} name={name} label={label} type="password" autocomplete={autocomplete} />
      ))}
      <p class="buttons">
        <Button kind="main">{words.password}</Button>
      </p>
    </form>
  )
}

function Passkeys({ frame, view }: Props) {
  const words = frame.t.kerjaAkun.own
  return (
    <section class="stack" aria-labelledby="kunci-sandi">
      <h2 id="kunci-sandi">{words.passkeys}</h2>
      <p class="small">{words.passkeysHint}</p>
      {view.passkeys.length === 0 ? (
        <p>{words.noPasskeys}</p>
      ) : (
        <Table
          caption={words.passkeys}
          columns={[
            { label: words.passkeyName },
            { label: words.made },
            { label: words.used },
            { label: words.passkeyRemove, quiet: 'quiet' },
          ]}
        >
          {view.passkeys.map((key) => (
            <tr>
              <th scope="row">{key.label}</th>
              <td>
                <When frame={frame} at={key.madeAt} />
              </td>
              <td>{key.usedAt ? <When frame={frame} at={key.usedAt} /> : words.never}</td>
              <td>
                <PostButton action={at(frame, '/kerja/saya/kunci-sandi/hapus')} hidden={{ id: key.id }}>
                  {words.passkeyRemove}
                  <span class="hidden">: {key.label}</span>
                </PostButton>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <form
        method="post"
        action={at(frame, '/kerja/saya/kunci-sandi')}
        class="panel"
        data-passkey-new={view.newPasskey.options}
      >
        <Hidden values={{ jawaban: '' }} />
        <TextField form={view.form} name="label" label={words.passkeyName} />
        <p class="buttons">
          <Button icon="kunci">{words.passkeyAdd}</Button>
          <small>{words.passkeyNoScript}</small>
        </p>
      </form>
    </section>
  )
}

export function OwnPage({ frame, view }: Props) {
  const words = frame.t.kerjaAkun.own
  return (
    <StaffPage frame={frame} title={words.title} form={view.form} scripts={[view.newPasskey.script]}>
      <Head title={words.title} context={words.context(view.signInName, frame.who.org)}>
        <PostButton action={at(frame, '/petugas/keluar')} kind="main">
          {words.signOut}
        </PostButton>
      </Head>
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <p>
          {words.roles}:{' '}
          {view.roles.length === 0
            ? words.noRoles
            : view.roles.map((role) => frame.t.kerjaKode.staffRole[role]).join(', ')}
        </p>
        <form method="post" action={at(frame, '/kerja/saya/bahasa')} class="panel">
          <Radios
            form={view.form}
            name="language"
            label={words.language}
            options={optionsOf(words.languages)}
          />
          <p class="buttons">
            <Button>{words.saveLanguage}</Button>
          </p>
        </form>
        <PasswordForm frame={frame} view={view} />
        <Passkeys frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
