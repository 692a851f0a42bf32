/** The page behind a one-time link: own password, and the six digits of a code app. Posts to /petugas/pasang. */
import { Button, ErrorSummary, Hidden, Notice, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState } from '#src/web/ui/staff/frame.ts'
import { GatePage } from '#src/web/ui/staff/shell.tsx'
import type { GateFrame } from './sign-in-page.tsx'

export type SetUpView = {
  readonly form: FormState
  readonly token: string
  readonly signInName: string
  readonly displayName: string
  readonly totpKey: string
  /** An SVG as a data address. */
  readonly picture: string
}

export function SetUpPage({ frame, view }: { readonly frame: GateFrame; readonly view: SetUpView }) {
  const words = frame.t.kerjaPetugas
  return (
    <GatePage frame={frame} title={words.setUpTitle}>
      <h1>{words.setUpTitle}</h1>
      <p>{words.setUpIntro(view.displayName, view.signInName)}</p>
      <ErrorSummary frame={frame} form={view.form} />
      <form method="post" action={at(frame, '/petugas/pasang')} class="stack">
        <Hidden values={{ token: view.token }} />
        <TextField
          form={view.form}
          name="password"
          label={words.newPassword}
          hint={words.newPasswordHint}
          type="password"
          autocomplete="new-password"
        />
        <TextField
          form={view.form}
          name="again"
          label={words.again}
          type="password"
          autocomplete="new-password"
        />
        <section class="panel" aria-labelledby="pasang">
          <h2 id="pasang">{words.enrolTitle}</h2>
          <p>{words.enrolIntro}</p>
          <img src={view.picture} alt={words.qr} width="200" height="200" />
          <p>
            {words.enrolKey}: <span class="code">{view.totpKey}</span>
          </p>
        </section>
        <TextField
          form={view.form}
          name="code"
          label={words.code}
          hint={words.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
        />
        <p class="buttons">
          <Button kind="main">{words.setUpSubmit}</Button>
        </p>
      </form>
    </GatePage>
  )
}

export function LinkOverPage({ frame }: { readonly frame: GateFrame }) {
  const words = frame.t.kerjaPetugas
  return (
    <GatePage frame={frame} title={words.setUpTitle}>
      <h1>{words.setUpTitle}</h1>
      <Notice kind="care" lead={words.linkOver}>
        {words.linkOverText}
      </Notice>
      <p>
        <a href={at(frame, '/petugas')}>{words.title}</a>
      </p>
    </GatePage>
  )
}
