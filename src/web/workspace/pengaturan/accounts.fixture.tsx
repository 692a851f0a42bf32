import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { LinkOverPage, SetUpPage } from '../petugas/set-up-page.tsx'
import { OwnPage } from '../saya/own-page.tsx'
import { ClientsPage, type ClientView } from './client-page.tsx'
import { LinkPage } from './link-page.tsx'
import { OrganisationsPage } from './organisation-page.tsx'

const STATES = ['waiting', 'live', 'refused', 'ended'] as const
const CLIENTS: readonly ClientView[] = STATES.map((state) => ({
  id: state,
  name: `Sistem ${state}`,
  scopes: ['cases:read', 'figures:read'],
  state,
  madeAt: minutes(-300),
}))

/** The pages of accounts, for the test that looks at every page. */
export function accountPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  return {
    own: (
      <OwnPage
        frame={frame}
        view={{
          signInName: 'rini.jhb',
          roles: ['caseworker'],
          passkeys: [{ id: 'p1', label: 'Laptop kantor', madeAt: minutes(-900) }],
          newPasskey: { options: '{}', script: '/aset/kunci-sandi.js' },
          form: { values: { language: 'id' }, problems: [{ path: 'current', message: 'Tidak cocok.' }] },
        }}
      />
    ),
    link: (
      <LinkPage
        frame={frame}
        view={{
          name: 'Dewi S.',
          address: 'https://payung.example/petugas/pasang/x',
          expiresAt: minutes(4000),
        }}
      />
    ),
    'set-up': (
      <SetUpPage
        frame={frame}
        view={{
          token: 'x',
          signInName: 'dewi.jhb',
          displayName: 'Dewi S.',
          totpKey: 'ABCD EFGH',
          picture: 'data:image/svg+xml;base64,',
          form: { values: {}, problems: [{ path: 'password', message: 'Terlalu pendek.' }] },
        }}
      />
    ),
    'link-over': <LinkOverPage frame={frame} />,
    clients: (
      <ClientsPage
        frame={frame}
        view={{
          clients: CLIENTS,
          mayAdd: 'may-add',
          token: { text: 'payung_x', waits: 'for-second-person' },
          form: EMPTY_FORM,
        }}
      />
    ),
    'clients-none': <ClientsPage frame={frame} view={{ clients: [], form: EMPTY_FORM }} />,
    organisations: (
      <OrganisationsPage
        frame={frame}
        view={{
          rows: [
            { id: 'o1', name: 'KJRI Johor Bahru', kind: 'mission', takesReports: 'yes', state: 'active' },
          ],
          form: { values: {}, problems: [{ path: 'coverage', message: 'Tulis wilayah.' }] },
        }}
      />
    ),
  }
}
