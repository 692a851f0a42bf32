/** Shown once, right after an invitation or a new link: the address to hand over. Never stored in clear. */
import { Notice } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { SettingsHead, settingsPath } from './settings-page.tsx'

export type LinkView = { readonly name: string; readonly address: string; readonly expiresAt: Date }

export function LinkPage({ frame, view }: { readonly frame: StaffFrame; readonly view: LinkView }) {
  const words = frame.t.kerjaAkun.link
  return (
    <StaffPage frame={frame} current="settings" title={words.title}>
      <SettingsHead frame={frame} section="accounts" title={words.title} />
      <div class="body stack">
        <Notice kind="care" lead={words.once}>
          {words.hand(view.name)}
        </Notice>
        <p>
          <span class="code">{view.address}</span>
        </p>
        <p class="small">
          <When frame={frame} at={view.expiresAt} />. {words.rolesWait}
        </p>
        <p>
          <a href={settingsPath(frame, 'accounts')}>{words.back}</a>
        </p>
      </div>
    </StaffPage>
  )
}
