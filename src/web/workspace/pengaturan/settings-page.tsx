/** Settings: the parts this person may open. */
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { EXCHANGE_ROOM, opensExchange } from '../ekspor-impor/exchange-room.tsx'

/** Path below /kerja/pengaturan. */
export const SETTINGS_SECTIONS = {
  accounts: '/akun',
  roles: '/peran',
  duty: '/jaga',
  audit: '/audit',
  protected: '/terlindung',
  rights: '/data-pribadi',
  breach: '/kebocoran',
  retention: '/simpan',
  clients: '/klien',
  organisations: '/organisasi',
  competence: '/kewenangan',
} as const
export type SettingsSection = keyof typeof SETTINGS_SECTIONS

export type SettingsView = {
  readonly sections: readonly SettingsSection[]
  readonly waiting: Readonly<Partial<Record<SettingsSection, number>>>
}

export function settingsPath(frame: StaffFrame, section: SettingsSection, rest = ''): string {
  return at(frame, `/kerja/pengaturan${SETTINGS_SECTIONS[section]}${rest}`)
}

export function SettingsPage({ frame, view }: { readonly frame: StaffFrame; readonly view: SettingsView }) {
  const words = frame.t.kerjaPengaturan
  return (
    <StaffPage frame={frame} current="settings" title={words.title}>
      <Head title={words.title} context={words.context} />
      <ul class="rows">
        {view.sections.map((section) => (
          <li>
            {view.waiting[section] === undefined ? (
              <span></span>
            ) : (
              <StateTag tone="wait">
                {view.waiting[section]} {frame.t.kerjaUmum.countOf.settings}
              </StateTag>
            )}
            <div>
              <h3>
                <a href={settingsPath(frame, section)}>{words.sections[section]}</a>
              </h3>
              <p class="under">{words.sectionHint[section]}</p>
            </div>
          </li>
        ))}
        {opensExchange(frame) && (
          <li>
            <span></span>
            <div>
              <h3>
                <a href={at(frame, EXCHANGE_ROOM)}>{frame.t.kerjaTukar.title}</a>
              </h3>
              <p class="under">{frame.t.kerjaTukar.settingsHint}</p>
            </div>
          </li>
        )}
      </ul>
    </StaffPage>
  )
}

/** The head of a settings page, with the way back. */
export function SettingsHead({
  frame,
  section,
  title,
}: {
  readonly frame: StaffFrame
  readonly section: SettingsSection
  readonly title?: string
}) {
  const words = frame.t.kerjaPengaturan
  return (
    <Head
      title={title ?? words.sections[section]}
      crumbs={
        <>
          <a href={at(frame, '/kerja/pengaturan')}>{words.title}</a>
          {title && (
            <>
              {' / '}
              <a href={settingsPath(frame, section)}>{words.sections[section]}</a>
            </>
          )}
        </>
      }
      context={title === undefined ? words.sectionHint[section] : undefined}
    />
  )
}
