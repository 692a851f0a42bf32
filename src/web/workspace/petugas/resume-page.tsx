/** After a sign-in: what was typed before the session ended, to be sent by one more press. */
import { Button, Notice } from '#src/web/ui/staff/form.tsx'
import { at } from '#src/web/ui/staff/frame.ts'
import { GatePage } from '#src/web/ui/staff/shell.tsx'
import type { KeptForm } from './kept-form.ts'
import type { GateFrame } from './sign-in-page.tsx'

export function ResumePage({ frame, kept }: { readonly frame: GateFrame; readonly kept: KeptForm }) {
  const words = frame.t.kerjaPetugas
  return (
    <GatePage frame={frame} title={words.resumeTitle}>
      <h1>{words.resumeTitle}</h1>
      <p>{words.resumeText}</p>
      {kept.files === 'left-out' && <Notice kind="care" lead={words.resumeFiles} />}
      <form method="post" action={kept.path} class="stack">
        {Object.entries(kept.fields).flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <p class="buttons">
          <Button kind="main">{words.resumeSend}</Button>
        </p>
      </form>
      <p>
        <a href={at(frame, '/kerja')}>{words.resumeDrop}</a>
      </p>
    </GatePage>
  )
}
