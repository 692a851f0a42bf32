import { EMPTY_FORM } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import type { InboxView } from './inbox-page.tsx'
import type { ReportView } from './report-view.ts'

const STORY = 'saya dikunci dirumah majikan gaji tidak pernah di kasih dari 2019 paspor diambil mau pulang'
const marks = ['dikunci', 'paspor diambil'].map((words) => ({
  start: STORY.indexOf(words),
  end: STORY.indexOf(words) + words.length,
}))

export const REPORT: ReportView = {
  id: '9',
  channel: 'web',
  about: 'myself',
  receivedAt: minutes(-28),
  clockDue: minutes(32),
  named: 'anonymous',
  language: 'Bahasa Indonesia',
  movedFrom: { desk: 'BP3MI Jawa Timur', at: minutes(-10) },
  safeContact: {
    callRule: 'do-not-call',
    ways: ['Hanya lewat halaman laporan'],
    hours: 'Minggu 13.00–15.00, atau hari biasa 12.30–13.00',
    hiddenNumber: 'hidden',
  },
  what: ['kunci', 'gaji'],
  story: { text: STORY, marks },
  where: { known: true, value: 'Johor Bahru, “dekat kolam renang besar, perumahan”' },
  danger: { known: true, value: 'now' },
  share: [
    { reader: 'Konsulat', answer: 'ya' },
    { reader: 'Polisi', answer: 'tidak', no: 'no' },
  ],
  keepFrom: ['Keluarga saya'],
  people: { known: false, why: 'not-asked' },
  names: [],
  files: [{ label: 'suara 48 detik', href: '/kerja/masuk/9/berkas/1' }],
  suggestions: [
    {
      what: { kind: 'urgency', urgency: 'darurat' },
      because: ['memilih “Ya, sekarang”', 'kata “dikunci”'],
    },
    {
      what: { kind: 'types', types: ['CONFINEMENT', 'UNPAID_WAGES', 'DOCS_WITHHELD'] },
      because: ['pilihan orang itu', 'kata “paspor diambil”'],
    },
  ],
  same: [
    {
      otherId: 'r7',
      code: 'JHB-2026-0412',
      since: '3 September',
      caseHref: '/kerja/kasus/JHB-2026-0412',
      rows: [
        { label: 'Tempat', here: 'Johor Bahru, kolam renang besar', there: 'Taman Pelangi, Johor Bahru' },
        { label: 'Keadaan', here: 'dikunci, gaji', there: 'dikunci belum disebut', differs: 'differs' },
      ],
    },
  ],
  desks: [{ value: 'd1', label: 'BP3MI Jawa Timur' }],
  form: EMPTY_FORM,
}

export const INBOX: InboxView = {
  filter: 'all',
  sort: 'danger',
  counts: { all: 14, darurat: 2, tip: 3, family: 4, moved: 1, mine: 4 },
  longestWaitMs: 72 * 60_000,
  letters: [
    {
      id: '9',
      href: '/kerja/masuk/9',
      urgency: 'darurat',
      place: 'Johor Bahru',
      age: '28 m',
      snippet: { quoted: { text: STORY, marks } },
      tags: [
        { label: 'Disekap' },
        { label: 'Gaji tidak dibayar' },
        { label: 'mungkin sudah ada 1', tone: 'wait' },
      ],
    },
    {
      id: '10',
      href: '/kerja/masuk/10',
      urgency: 'tinggi',
      place: 'Penang',
      age: '1 j 12 m',
      snippet: { plain: 'Suara 48 detik, Bahasa Madura. Ringkasan belum dibuat.' },
      tags: [
        { label: 'suara', icon: 'suara' },
        { label: 'perlu penerjemah', tone: 'wait' },
      ],
      bulk: 'bulk',
    },
    {
      id: '11',
      href: '/kerja/masuk/11',
      urgency: 'rendah',
      place: 'Muar',
      age: '20 m',
      snippet: { quoted: { text: 'mau tanya cara klaim BPJS kalau sudah pulang', marks: [] } },
      tags: [{ label: 'Jaminan sosial' }],
      bulk: 'bulk',
    },
  ],
  paging: { from: 1, to: 8, total: 14, next: '?hal=2' },
  mayRecord: 'may-record',
}

export const INBOX_WITH_REPORT: InboxView = {
  ...INBOX,
  letters: INBOX.letters.map((letter) => (letter.id === '9' ? { ...letter, current: 'current' } : letter)),
  report: REPORT,
}

export const INBOX_EMPTY: InboxView = {
  ...INBOX,
  counts: { all: 0, darurat: 0, tip: 0, family: 0, moved: 0, mine: 0 },
  letters: [],
  lastTaken: { at: minutes(-59), by: 'Andika P.' },
}
