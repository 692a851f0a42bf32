import type { CompetenceView, RulingView } from './kewenangan/competence-page.tsx'
import { EMPTY_FORM } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import type { AccountsView, DutyView } from './people-pages.tsx'
import type { RolesView } from './role-pages.tsx'
import type { BreachView, RetentionView } from '../data-pribadi/keeping-pages.tsx'
import type { RightsItemView, RightsView } from '../data-pribadi/rights-pages.tsx'
import type { SettingsView } from './settings-page.tsx'
import type { AuditView } from './watch-pages.tsx'

const OFFICERS = [
  { value: 's1', label: 'Rini W.' },
  { value: 's2', label: 'Andika P.' },
]

export const SETTINGS: SettingsView = {
  sections: ['accounts', 'roles', 'duty', 'audit', 'protected', 'rights', 'breach', 'retention'],
  waiting: { roles: 1, rights: 2 },
}

export const ACCOUNTS: AccountsView = {
  rows: [
    {
      id: 's1',
      name: 'Rini W.',
      email: 'rini@contoh.example',
      org: 'KJRI Johor Bahru',
      roles: ['caseworker'],
      state: 'active',
      lastAt: minutes(-40),
    },
    {
      id: 's3',
      name: 'Dewi S.',
      email: 'dewi@contoh.example',
      org: 'KJRI Johor Bahru',
      roles: [],
      state: 'invited',
    },
  ],
  orgs: [{ value: 'o1', label: 'KJRI Johor Bahru' }],
  heirs: OFFICERS,
  form: EMPTY_FORM,
}

export const ROLES_VIEW: RolesView = {
  changes: [
    {
      person: 'Dewi S.',
      role: 'caseworker',
      state: 'given',
      by: 'Rini W.',
      second: 'Andika P.',
      at: minutes(-500),
    },
  ],
  requests: [
    {
      id: 'q1',
      person: 'Dewi S.',
      role: 'restricted-reader-care',
      change: 'give',
      why: 'psikolog baru',
      by: 'Rini W.',
      at: minutes(-100),
    },
    {
      id: 'q2',
      person: 'Andika P.',
      role: 'supervisor',
      change: 'take',
      why: 'pindah',
      by: 'Anda',
      at: minutes(-90),
      own: 'own',
    },
  ],
  people: OFFICERS,
  form: EMPTY_FORM,
}

export const DUTY: DutyView = {
  org: 'KJRI Johor Bahru',
  orgZone: 'Asia/Kuala_Lumpur',
  now: 'Rini W.',
  turns: [{ id: 'j1', name: 'Rini W.', from: minutes(-200), to: minutes(280), order: 1 }],
  gaps: [minutes(280)],
  officers: OFFICERS,
  mayEdit: 'may',
  form: EMPTY_FORM,
}

export const AUDIT: AuditView = {
  rows: [
    { at: minutes(-5), who: 'Rini W.', action: 'opened', what: 'JHB-2026-0412, Ringkasan' },
    {
      at: minutes(-9),
      who: 'Andika P.',
      action: 'opened-protected',
      what: 'JHB-2026-0571',
      purpose: 'anak dalam bahaya',
    },
  ],
  paging: { from: 1, to: 2, total: 2 },
  people: OFFICERS,
  form: EMPTY_FORM,
  chain: { state: 'good', at: minutes(-3) },
  exportHref: '#',
}

export const RIGHTS: RightsView = {
  rows: [
    {
      id: 'h1',
      kind: 'correction',
      from: 'pelapor, lewat kode',
      receivedAt: minutes(-3000),
      state: 'new',
      clock: { state: 'running', at: minutes(1300), source: { article: 'UU 27/2022 Ps 30' } },
    },
  ],
}

export const RIGHTS_ITEM: RightsItemView = {
  id: 'h1',
  kind: 'erasure',
  from: 'pelapor, lewat kode',
  receivedAt: minutes(-3000),
  state: 'working',
  clock: { state: 'running', at: minutes(1300), source: 'internal-target' },
  words: 'Hapus foto saya.',
  identity: 'kode dan PIN',
  scope: ['laporan', 'orang'],
  may: ['prepare', 'answer', 'refuse', 'confirm', 'pause'],
  note: 'Meja kasus sudah menyiapkan.',
  persons: [{ value: 'p1', label: 'Sutinah' }],
  bases: [{ value: 'pdp-33', label: 'UU 27/2022 Ps 33' }],
  hold: 'perkara berjalan di pengadilan',
  bodies: ['BP3MI Jawa Timur'],
  version: '2',
  form: EMPTY_FORM,
}

export const BREACH: BreachView = {
  rows: [
    {
      id: 'k1',
      what: 'Laptop hilang',
      foundAt: minutes(-600),
      dataKinds: 'daftar tugas',
      people: '4',
      measures: 'sesi ditutup',
      missing: ['data apa'],
      clock: { state: 'running', at: minutes(3700), source: { article: 'UU 27/2022 Ps 46' } },
    },
  ],
  form: EMPTY_FORM,
}

export const RETENTION: RetentionView = {
  kinds: [
    {
      kind: 'laporan yang bukan kasus',
      keep: '1 tahun',
      basis: 'target internal',
      acts: 'diusulkan',
      code: 'contacts-not-cases',
      due: 12,
    },
  ],
  holds: [{ id: 't1', caseCode: 'JHB-2026-0301', why: 'restitusi', until: '2027', by: 'Rini W.' }],
  registerHref: '#',
  mayDecide: 'may-decide',
  form: EMPTY_FORM,
}

const FINDING: RulingView['finding'] = {
  id: '00000000-0000-7000-8000-0000000000f1',
  kind: 'hole',
  need: 'wages',
  place: 'home',
  state: 'open',
  version: 1,
  earlier: [],
}

export const COMPETENCE: CompetenceView = {
  findings: [
    {
      ...FINDING,
      shownBy: {
        code: 'JHB-2026-0412',
        foundAt: minutes(-3000),
        phase: 'during',
        personKind: 'worker',
        bodies: ['kp2mi', 'kemnaker'],
        rules: ['hole.no-forum-at-home'],
        asOf: '2026-11-18',
        rulebookVersion: 'abc123abc123',
      },
    },
    {
      ...FINDING,
      id: '00000000-0000-7000-8000-0000000000f2',
      kind: 'overlap',
      need: 'documents',
      place: 'abroad',
      state: 'settled',
      version: 2,
      ruling: {
        text: 'KKP memimpin untuk kapal ikan.',
        citation: 'PP 22/2022 Pasal 40',
        by: 'Rini W.',
        at: minutes(-600),
      },
      earlier: [{ text: 'KP2MI memimpin.', citation: 'Perpres 165/2024', by: 'Budi S.', at: minutes(-9000) }],
    },
  ],
  paging: { from: 1, to: 2, total: 2 },
  counts: [
    { need: 'wages', place: 'home', kind: 'hole', state: 'open', found: 12 },
    { need: 'documents', place: 'abroad', kind: 'overlap', state: 'settled', found: undefined },
  ],
  form: { values: {}, problems: [] },
  csvHref: '/kerja/pengaturan/kewenangan/unduh',
  mayRule: 'may-rule',
}
export const RULING: RulingView = { finding: FINDING, form: { values: {}, problems: [] } }
