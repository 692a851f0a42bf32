/** Two people changed the same thing: both versions on a page of their own, and what was typed travels along. */
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Versions } from '#src/web/ui/staff/timeline.tsx'
import { casePath } from './case-head.tsx'

export type VersionsView = {
  readonly code: string
  /** What was changed, in words. */
  readonly field: string
  readonly stored: { readonly at: Date; readonly text: string }
  readonly typed: string
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly keep?: 'one' | 'both'
}

export function VersionsPage({ frame, view }: { readonly frame: StaffFrame; readonly view: VersionsView }) {
  const words = frame.t.kerjaKabar
  return (
    <StaffPage frame={frame} current="cases" title={view.code}>
      <Head
        title={frame.t.kerjaBerkas.versionsTitle}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
      />
      <div class="body">
        <Versions
          frame={frame}
          field={view.field}
          versions={[
            {
              who: words.theirs,
              at: view.stored.at,
              before: '',
              after: view.stored.text,
              value: 'tersimpan',
            },
            { who: words.mine, at: frame.now, before: '', after: view.typed, value: 'saya' },
          ]}
          hidden={view.hidden}
          action={view.action}
          {...(view.keep && { keep: view.keep })}
        />
      </div>
    </StaffPage>
  )
}
