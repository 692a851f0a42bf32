/** Staff sign-in: password first, then the second step. Posts to /petugas and /petugas/langkah-kedua. */
import { Button, ErrorSummary, Hidden, Notice, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { Kept } from './kept-form.ts'
import { GatePage } from '#src/web/ui/staff/shell.tsx'

export type GateFrame = Pick<StaffFrame, 't' | 'lang' | 'demo'>

export type SignInView = {
  /** Field `name`; the password is never given back. Problems on `name` or `password`. */
  readonly form: FormState
  readonly why?: 'signed-out' | 'expired' | 'closed' | 'set-up'
  /** Where to go afterwards: a path under /kerja, checked by the route. */
  readonly next?: string
  /** What was sent when the session was over: sealed, or lost with the reason. */
  readonly kept?: Kept
}

function SignInReason({ frame, why }: { readonly frame: GateFrame; readonly why: SignInView['why'] }) {
  const words = frame.t.kerjaPetugas
  if (why === undefined) return null
  const lead = {
    'signed-out': words.signedOut,
    expired: words.expired,
    closed: words.closed,
    'set-up': words.setUpDone,
  }[why]
  return <Notice kind={why === 'closed' ? 'danger' : 'plain'} lead={lead} role="status" icon="info" />
}

function KeptNotice({ frame, kept }: { readonly frame: GateFrame; readonly kept: Kept }) {
  if (kept === undefined) return null
  const words = frame.t.kerjaPetugas
  return 'token' in kept ? (
    <Notice kind="good" lead={words.kept} />
  ) : (
    <Notice kind="danger" lead={kept.lost === 'too-big' ? words.keptTooBig : words.keptNot} />
  )
}

/** What goes along through both steps. */
function carried(view: { readonly next?: string; readonly kept?: Kept }): Readonly<Record<string, string>> {
  return {
    ...(view.next === undefined ? {} : { next: view.next }),
    ...(view.kept !== undefined && 'token' in view.kept ? { simpanan: view.kept.token } : {}),
  }
}

export function SignInPage({ frame, view }: { readonly frame: GateFrame; readonly view: SignInView }) {
  const words = frame.t.kerjaPetugas
  return (
    <GatePage frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SignInReason frame={frame} why={view.why} />
      <KeptNotice frame={frame} kept={view.kept} />
      <ErrorSummary frame={frame} form={view.form} />
      <form method="post" action={at(frame, '/petugas')} class="stack">
        <Hidden values={carried(view)} />
        <TextField form={view.form} name="name" label={words.name} autocomplete="username" />
        <TextField
          form={view.form}
          name="password"
          label={words.password}
          type="password"
          autocomplete="current-password"
        />
        <p class="buttons">
          <Button kind="main">{words.submit}</Button>
        </p>
      </form>
      {frame.demo && <p class="small">{words.demoHint}</p>}
      <p class="small">
        {words.intro} <a href={at(frame, '/')}>{words.publicPage}</a>
      </p>
    </GatePage>
  )
}

export type SecondStepView = {
  /** Field `code`. */
  readonly form: FormState
  /** Sealed proof that the password was right; a hidden field. */
  readonly ticket: string
  readonly next?: string
  readonly kept?: Kept
  /** Options for the browser's passkey ceremony as JSON, read by a script; absent without a passkey. */
  readonly passkey?: { readonly options: string; readonly script: string; readonly failed?: 'failed' }
  /** Only in the demonstration: the code that is valid now. */
  readonly demoCode?: string
  /** At the first sign-in: the key to type or scan. The picture is an address of an SVG of ours. */
  readonly enrol?: { readonly key: string; readonly picture?: string }
}

function Enrol({ frame, enrol }: { readonly frame: GateFrame; readonly enrol: SecondStepView['enrol'] }) {
  const words = frame.t.kerjaPetugas
  if (enrol === undefined) return null
  return (
    <section class="panel" aria-labelledby="pasang">
      <h2 id="pasang">{words.enrolTitle}</h2>
      <p>{words.enrolIntro}</p>
      {enrol.picture && <img src={enrol.picture} alt="" width="180" height="180" />}
      <p>
        {words.enrolKey}: <span class="code">{enrol.key}</span>
      </p>
    </section>
  )
}

function Passkey({ frame, view }: { readonly frame: GateFrame; readonly view: SecondStepView }) {
  const words = frame.t.kerjaPetugas
  if (view.passkey === undefined) return null
  return (
    <form
      method="post"
      action={at(frame, '/petugas/kunci-sandi')}
      class="stack"
      data-passkey={view.passkey.options}
    >
      <Hidden values={{ ticket: view.ticket, jawaban: '', ...carried(view) }} />
      {view.passkey.failed && <Notice kind="danger" lead={words.passkeyFailed} role="alert" />}
      <p class="buttons">
        <Button icon="kunci">{words.usePasskey}</Button>
      </p>
      <p class="small">{words.passkeyHint}</p>
    </form>
  )
}

export function SecondStepPage({
  frame,
  view,
}: {
  readonly frame: GateFrame
  readonly view: SecondStepView
}) {
  const words = frame.t.kerjaPetugas
  return (
    <GatePage
      frame={frame}
      title={words.stepTitle}
      scripts={view.passkey === undefined ? [] : [view.passkey.script]}
    >
      <h1>{words.stepTitle}</h1>
      <ErrorSummary frame={frame} form={view.form} />
      <Enrol frame={frame} enrol={view.enrol} />
      <form method="post" action={at(frame, '/petugas/langkah-kedua')} class="stack">
        <Hidden values={{ ticket: view.ticket, ...carried(view) }} />
        <p>{words.stepIntro}</p>
        <TextField
          form={view.form}
          name="code"
          label={words.code}
          hint={words.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
        />
        {view.demoCode && <p class="small">{words.demoCode(view.demoCode)}</p>}
        <p class="buttons">
          <Button kind="main">{words.submit}</Button>
        </p>
      </form>
      <Passkey frame={frame} view={view} />
      <p class="small">
        {words.noDevice} <a href={at(frame, '/petugas')}>{words.startOver}</a>
      </p>
    </GatePage>
  )
}
