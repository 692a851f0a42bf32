import { agreementNeed } from '#src/domain/sharing/agreement.ts'
import type { SheetView } from '#src/web/ui/staff/referral-parts.tsx'
import { EMPTY_FORM } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import type { ReferralListView } from './referral-list-page.tsx'
import type { ReferralNewView } from './referral-new-page.tsx'
import type { ReferralView } from './referral-page.tsx'
import type { ReferralPreviewView } from './referral-preview-page.tsx'

export const SHEET: SheetView = {
  title: 'Rujukan: pengembalian uang ke perekrut',
  fromTo: 'Dari KJRI Johor Bahru, Rini W., untuk BP3MI Jawa Timur',
  code: 'R-2026-0077',
  date: '19 November 2026',
  lines: [
    { label: 'Orang', text: 'JHB-0412, perempuan, kira-kira 58–61 tahun, Kabupaten Lumajang' },
    { label: 'Yang diminta', text: 'Uang Rp 3.000.000 kembali dari perekrut.', strong: 'strong' },
    { label: 'Perekrut', text: 'Dipanggil “Bu Tin”, Kabupaten Lumajang.', unverified: 'unverified' },
    { label: 'Menghubungi', text: 'Hanya lewat KJRI Johor Bahru. Jangan hubungi keluarga.' },
    { label: 'Dasar', text: '', cites: [{ article: 'UU 18/2017 Ps 30, 72 a, 77' }] },
  ],
  seal: '91c2 d04e 5b18 7f3a',
}

export const CARRIED: ReferralPreviewView['carried'] = [
  {
    item: 'needs',
    by: {
      item: 'needs',
      scope: { kind: 'everyone' },
      answer: 'yes',
      givenBy: 'person',
      at: minutes(-2900),
      until: minutes(90_000),
      how: 'spoken',
      language: 'sas',
    },
  },
  { item: 'name', by: undefined },
]
export const GROUND: ReferralPreviewView['ground'] = { need: agreementNeed('hand-over'), agreement: null }
export const FACTS: ReferralView['facts'] = {
  state: 'running',
  tasks: [{ value: 'R-JHB-2026-0007', label: 'Upah' }],
  action: '/kerja/rujukan/R-JHB-2026-0007/fakta',
  entries: [
    { id: 'f1', when: 'November 2026', text: 'Ia sudah di rumah aman.', body: 'KJRI', at: minutes(-90) },
    {
      id: 'f2',
      when: '',
      text: 'Tempatnya pindah.',
      body: 'BP3MI',
      at: minutes(-30),
      corrects: 'Ia sudah di rumah aman.',
    },
  ],
}

export const PREVIEW: ReferralPreviewView = {
  caseCode: 'JHB-2026-0412',
  need: 'pengembalian uang ke perekrut',
  cites: [{ article: 'UU 18/2017 Ps 30, 77', href: '/hukum' }],
  receiver: 'BP3MI Jawa Timur',
  matrix: {
    readers: [
      { name: 'KJRI' },
      { name: 'BP3MI Jatim', here: 'here' },
      { name: 'JTK Johor' },
      { name: 'Keluarga' },
    ],
    rows: [
      {
        item: 'name',
        cells: [{ kind: 'yes' }, { kind: 'part', limit: 'kode' }, { kind: 'yes' }, { kind: 'no' }],
      },
      {
        item: 'home-village',
        cells: [{ kind: 'yes' }, { kind: 'part', limit: 'kabupaten' }, { kind: 'no' }, { kind: 'no' }],
      },
      { item: 'money', cells: [{ kind: 'yes' }, { kind: 'yes' }, { kind: 'no' }, { kind: 'no' }] },
    ],
  },
  consentAt: minutes(-2900),
  stays: ['nama dan nama lain', 'desa dan alamat', 'tempat sekarang', 'suami dan anak', 'catatan psikolog'],
  answerBy: minutes(6000),
  nextBody: 'Disnaker Provinsi Jawa Timur',
  sheet: SHEET,
  carried: CARRIED,
  ground: GROUND,
  hidden: { case: 'JHB-2026-0412', seal: '91c2' },
  form: EMPTY_FORM,
}

export const PREVIEW_WITHOUT_CONSENT: ReferralPreviewView = {
  ...PREVIEW,
  consentAt: undefined,
  nextBody: undefined,
  exception: { basis: 'Nyawa dalam bahaya', reason: 'Pingsan, tidak bisa ditanya' },
  form: { values: {}, problems: [{ path: 'read', message: 'Baca isi kiriman, lalu centang.' }] },
}

export const NEW: ReferralNewView = {
  caseCode: 'JHB-2026-0412',
  needs: [{ value: 'n4', label: 'Uang kembali' }],
  needId: 'n4',
  findings: ['Tempat orang itu belum diketahui.'],
  proposals: [
    {
      bodyId: 'b1',
      name: 'BP3MI Jawa Timur',
      part: 'lead',
      cites: [{ article: 'UU 18/2017 Ps 77' }],
      because: 'asal orang itu di Jawa Timur',
      consent: 'yes',
    },
    {
      bodyId: 'b2',
      name: 'Disnaker Provinsi Jawa Timur',
      part: 'next',
      cites: [{ article: 'UU 18/2017 Ps 41' }],
      because: 'P3MI di Surabaya',
      consent: 'ask',
    },
  ],
  otherBodies: [{ value: 'b3', label: 'LPSK' }],
  body: {
    id: 'b1',
    name: 'BP3MI Jawa Timur',
    items: [
      { item: 'needs', may: 'yes', text: 'Uang kembali', more: 0 },
      { item: 'name', may: 'exception', text: 'Suparmi', more: 0 },
      { item: 'home-village', may: 'no', text: 'Desa rekaan', more: 1 },
      { item: 'story', may: 'ask', text: 'Maret 2019: berangkat', more: 4 },
    ],
  },
  form: { values: { items: ['needs'] }, problems: [] },
}

export const RECEIVED: ReferralView = {
  code: 'R-2026-0077',
  facts: FACTS,
  side: 'receiver',
  otherBody: 'KJRI Johor Bahru',
  need: 'pengembalian uang ke perekrut',
  state: 'received',
  clock: { state: 'due', at: minutes(40), source: 'internal-target' },
  sheet: SHEET,
  exception: { basis: 'Nyawa dalam bahaya', reason: 'Pingsan, tidak bisa ditanya' },
  words: [],
  steps: [{ at: minutes(-1200), words: 'Dikirim KJRI Johor Bahru' }],
  may: ['accept', 'accept-part', 'reject'],
  version: '1',
  otherBodies: [{ value: 'b2', label: 'Disnaker Provinsi Jawa Timur' }],
  form: EMPTY_FORM,
}

export const SENT: ReferralView = {
  ...RECEIVED,
  side: 'sender',
  otherBody: 'BP3MI Jawa Timur',
  exception: undefined,
  may: [
    'cancel',
    'remind',
    'escalate',
    'review',
    'tell-person',
    'start',
    'hold',
    'resume',
    'complete',
    'fail',
  ],
  words: ['Bagian biaya pelatihan saja.'],
  taken: 'taken',
}

export const STOPPED: ReferralView = {
  ...RECEIVED,
  facts: { state: 'ended', tasks: [], entries: [] },
  sheet: undefined,
  exception: undefined,
  clock: undefined,
  state: 'in-progress',
  stopped: 'stopped',
  may: ['acknowledge'],
}

export const REFERRALS: ReferralListView = {
  direction: 'received',
  filter: 'all',
  counts: { sent: 12, received: 4 },
  waiting: 2,
  reviews: 1,
  rows: [
    {
      code: 'R-2026-0077',
      href: '/kerja/rujukan/R-2026-0077',
      need: 'pengembalian uang',
      body: 'KJRI Johor Bahru',
      urgency: 'tinggi',
      state: 'requested',
      clock: { state: 'due', at: minutes(40), source: 'internal-target' },
      noConsent: 'no-consent',
    },
  ],
  paging: { from: 1, to: 1, total: 4 },
}
