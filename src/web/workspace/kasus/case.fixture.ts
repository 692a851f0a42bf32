import { CLOCKS } from '../hari-ini/today.fixture.ts'
import { textsFor } from '#src/texts/texts.ts'
import { stepViews } from '#src/web/standard-steps-view.ts'
import { EMPTY_FORM } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import type { CasesView } from './cases-page.tsx'
import type { CaseHeadView, CaseTabView, CaseView, CloseCaseView } from './case-view.ts'

export const HEAD: CaseHeadView = {
  code: 'JHB-2026-0412',
  title: 'Suparmi binti Kasan',
  urgency: 'darurat',
  types: ['UNPAID_WAGES', 'CONFINEMENT', 'DOCS_WITHHELD'],
  state: 'open',
  protection: { teamSize: 4, kind: 'team' },
  age: 'kira-kira 58–61',
  category: 'worker',
  sector: 'domestic-work',
  documents: 'papers-held-by-other',
  place: 'Johor Bahru, Malaysia',
  phase: 'during',
  lead: 'Rini W., KJRI Johor Bahru',
  next: {
    title: 'Hari ini 12.30',
    clock: { state: 'due', at: minutes(11), source: 'internal-target' },
  },
  wish: {
    words: 'Mau pulang, tapi gaji saya dulu. Jangan lapor polisi sebelum saya keluar.',
    at: minutes(-2900),
    language: 'Bahasa Jawa',
    readBack: 'read-back',
  },
  related: [{ code: 'JHB-2024-0031', href: '/kerja/kasus/JHB-2024-0031' }],
  counts: { people: 5, timeline: 23, needs: 5, evidence: 12, referrals: 3, notes: 9, tasks: 2 },
}

export const SUMMARY: Extract<CaseTabView, { tab: 'summary' }> = {
  tab: 'summary',
  people: [
    {
      id: 'p1',
      name: 'Suparmi binti Kasan',
      roles: ['concerned', 'reporter'],
      otherNames: ['Supatmi (paspor)', 'Bu Par'],
      self: 'self',
    },
    { id: 'p2', name: 'Lim K. S.', roles: ['employer'], otherNames: [], note: 'diduga menahan paspor' },
    { id: 'p3', name: '“Bu Tin”', roles: ['recruiter'], otherNames: [], unsure: 'unsure' },
    { id: 'p4', name: 'Wakijan', roles: ['family'], otherNames: [], doNotTell: 'do-not-tell' },
  ],
  chain: [
    { name: '“Bu Tin”, Lumajang', kind: 'recruiter', note: 'menerima Rp 3 juta' },
    { name: 'Agen “Jaya”, Johor Bahru', kind: 'agency-abroad', note: 'izin tidak ditemukan' },
    { name: 'Lim K. S.', kind: 'employer' },
  ],
  consent: [
    { answer: 'yes', words: 'KJRI: semua' },
    { answer: 'part', words: 'JTK Johor: gaji' },
    { answer: 'no', words: 'Polisi, keluarga' },
  ],
  needs: [
    {
      id: 'n1',
      kind: 'safety-rescue',
      state: 'planned',
      body: 'KJRI dengan JTK',
      cite: { article: 'PP 59/2021 Ps 18', href: '/hukum' },
    },
    { id: 'n2', kind: 'wages', label: 'Gaji 7 tahun', state: 'in-progress', body: 'Atase tenaga kerja, JTK' },
    { id: 'n3', kind: 'documents', label: 'Paspor', state: 'no-owner', body: 'usul: KJRI', referHref: '#' },
    { id: 'n4', kind: 'refund', state: 'offered', body: 'BP3MI Jawa Timur' },
  ],
  timeline: [
    {
      kind: 'event',
      date: '2019-04/2019-05',
      about: 'sebelum puasa',
      text: 'Berangkat dari Batam dengan kapal malam, tanpa perjanjian kerja.',
      source: { label: 'Wawancara 18 Nov, kalimat 4–9', href: '#', certainty: 'likely' },
      evidence: { count: 2, href: '#' },
    },
    {
      kind: 'contradiction',
      date: '2019/2026',
      title: 'Gaji: tiga versi',
      versions: [
        {
          who: 'Suparmi',
          text: 'Tidak pernah menerima uang.',
          source: { label: 'Wawancara, kal. 21', certainty: 'certain' },
        },
        {
          who: 'Majikan',
          text: 'Dikirim ke adiknya tiap bulan.',
          source: { label: 'Surat JTK 30 Okt', certainty: 'doubtful' },
        },
      ],
    },
    { kind: 'gap', from: '2021', to: '2026-08', askHref: '#' },
  ],
  deadlines: [
    { title: 'Tulis di waktu aman', clock: { state: 'due', at: minutes(11), source: 'internal-target' } },
    {
      title: 'Surat kuasa',
      clock: { state: 'held', at: minutes(-2880), source: { words: 'menunggu tanda tangannya' } },
    },
    {
      title: 'Balasan pertama',
      clock: { state: 'met', at: minutes(-2880), words: '32 menit', source: { words: 'dari 60' } },
    },
  ],
  referrals: [
    {
      code: 'R-2026-0070',
      href: '#',
      body: 'JTK Johor',
      state: 'accepted',
      what: 'Gaji. Undang majikan 27 Nov.',
      when: 'dikirim 5 Nov, diterima 6 Nov',
    },
    {
      code: 'R-2026-0058',
      href: '#',
      body: 'Disnaker Jember',
      state: 'rejected',
      what: 'Mediasi.',
      when: 'ditolak 19 Nov',
      refusal: { reason: 'P3MI di Surabaya', next: 'Disnaker Provinsi' },
    },
  ],
  evidence: [
    {
      id: 'e7',
      number: 7,
      title: 'Bukti kirim uang',
      what: 'Dua kiriman 2020, RM 400',
      hash: 'intact',
      hashShort: '7f3a…18c2',
      custody: ['Diambil dari: adik, 30 Okt', 'Asli: pada adik'],
    },
  ],
}

const BASE = {
  head: HEAD,
  may: ['add', 'refer', 'close', 'note', 'message', 'consent', 'print', 'reads'],
  version: '7',
  form: EMPTY_FORM,
} as const satisfies Omit<CaseView, 'body'>

const BODIES: readonly CaseTabView[] = [
  SUMMARY,
  { tab: 'people', people: SUMMARY.people },
  { tab: 'timeline', timeline: SUMMARY.timeline, contradictable: [] },
  {
    tab: 'needs',
    needs: SUMMARY.needs,
    routing: {
      place: 'unknown',
      ask: ['Di mana orang itu sekarang?'],
      needs: [
        {
          need: 'Upah: Gaji 7 tahun',
          proposals: [
            {
              place: 'di luar negeri',
              lead: 'Perwakilan RI',
              supporters: ['Dinas tenaga kerja negara setempat'],
              next: ['Kementerian P2MI / BP2MI'],
              cites: [
                { article: 'UU 18/2017, Pasal 21', href: '/hukum/id-uu-18-2017/21' },
                { article: 'Permenlu 5/2018 (belum diverifikasi)', href: '/hukum/id-permenlu-5-2018' },
              ],
            },
          ],
          findings: [
            {
              kind: 'hole',
              words: 'Tidak ada forum di Indonesia untuk menggugat upah pada majikan asing.',
              cite: { article: 'UU 18/2017, Pasal 77 ayat (2)', href: '/hukum/id-uu-18-2017/77-2' },
            },
          ],
          referHref: '/kerja/rujukan/baru?kasus=JHB-2026-0412&kebutuhan=k1',
        },
      ],
    },
  },
  {
    tab: 'evidence',
    evidence: SUMMARY.evidence.map((item) => ({
      ...item,
      fullHash: 'a1b2c3d4'.repeat(8),
      chainOfCustody: [{ at: minutes(-3000), by: 'Rini W.', action: 'diterima', text: 'adik → Rini W.' }],
    })),
    loose: [{ id: 'l1', at: minutes(-60), what: 'foto', from: 'dikirim pelapor' }],
  },
  { tab: 'chain', chain: SUMMARY.chain },
  { tab: 'referrals', referrals: SUMMARY.referrals },
  {
    tab: 'notes',
    notes: [
      { id: 'c1', class: 'general', text: 'Bicara pelan, suka jeda.', by: 'Rini W.', at: minutes(-600) },
      { id: 'c2', class: 'restricted-care', text: 'Susah tidur.', by: 'Psikolog', at: minutes(-500) },
    ],
    classes: ['general', 'restricted-care'],
    closed: 'closed',
  },
  {
    tab: 'consent',
    rows: [
      {
        id: 's1',
        purpose: 'pertolongan',
        asked: 'ditanya langsung, Jawa',
        item: 'name',
        reader: 'BP3MI Jawa Timur',
        answer: 'no',
        limit: 'kode saja',
        at: minutes(-2900),
        by: 'Rini W.',
      },
      {
        id: 's2',
        item: 'health',
        reader: 'KJRI',
        answer: 'yes',
        purpose: 'pertolongan',
        asked: 'lewat telepon, Sasak',
        until: '31 Desember 2026',
        revocable: 'revocable',
      },
      {
        id: 's3',
        item: 'needs',
        reader: 'KJRI',
        answer: 'yes',
        purpose: 'pertolongan',
        asked: 'tertulis',
        until: '1 Januari 2026',
        over: 'over',
      },
    ],
    matrix: {
      readers: [{ name: 'KJRI', here: 'here' }, { name: 'Keluarga' }],
      rows: [{ item: 'name', cells: [{ kind: 'yes' }, { kind: 'no' }] }],
    },
    readers: [{ value: 'mission', label: 'Perwakilan' }],
    bodies: [{ value: 'b1', label: 'BP3MI Jawa Timur' }],
  },
  {
    tab: 'tasks',
    tasks: [
      {
        id: 't1',
        title: 'Tulis surat kuasa',
        owner: 'Rini W.',
        clock: { state: 'running', at: minutes(900), source: 'internal-target' },
      },
      { id: 't2', title: 'Dengarkan rekaman', owner: 'Rini W.', doneAt: minutes(-90) },
    ],
    officers: [{ value: 's1', label: 'Rini W.' }],
    clocks: CLOCKS.slice(0, 2),
    steps: {
      country: 'Malaysia',
      steps: stepViews(
        { lang: 'id', t: textsFor('id'), asOf: '2026-11-21' },
        ['OVERCHARGING', 'DOCS_WITHHELD'],
        'MY',
      ),
    },
  },
  {
    tab: 'messages',
    messages: [
      { id: 'm1', from: 'reporter', text: 'Minggu aman.', at: minutes(-27) },
      { id: 'm2', from: 'officer', text: 'Baik. Kami tulis hari Minggu.', at: minutes(-20), read: 'unread' },
    ],
  },
  { tab: 'documents', journal: [{ at: minutes(-27), who: 'Rini W.', what: 'menambah kejadian' }] },
]

/** One view for each tab. */
export const CASE_VIEWS: readonly CaseView[] = BODIES.map((body) => ({ ...BASE, body }))

export const CASE_CONFLICT: CaseView = {
  ...BASE,
  body: SUMMARY,
  conflict: {
    field: 'tanggal lahir',
    hidden: { field: 'born' },
    versions: [
      {
        who: 'Rini W.',
        at: minutes(-180),
        before: '1994',
        after: '1996',
        source: 'kartu keluarga',
        value: 'a',
      },
      { who: 'Andika P.', at: minutes(-179), before: '1994', after: 'kira-kira 1995', value: 'b' },
    ],
  },
}

export const CLOSE: CloseCaseView = {
  head: HEAD,
  version: '7',
  form: {
    values: { ownWord: 'Sudah di rumah, gaji diterima.' },
    problems: [{ path: 'reason', message: 'Pilih hasil bagi orang itu.' }],
  },
  attempts: [{ at: minutes(-4000), way: 'pesan di halaman laporan', result: 'no-answer', by: 'Rini W.' }],
  openNeeds: 2,
}

export const CASES: CasesView = {
  filter: 'mine',
  counts: { mine: 60, org: 214, closed: 130 },
  sort: 'next',
  order: 'ascending',
  sortHref: { code: '?urut=code', urgency: '?urut=urgency', next: '?urut=next' },
  countries: [{ value: 'MY', label: 'Malaysia' }],
  form: EMPTY_FORM,
  rows: [
    {
      code: 'JHB-2026-0412',
      href: '/kerja/kasus/JHB-2026-0412',
      person: 'Suparmi binti Kasan',
      place: 'Johor Bahru, Malaysia',
      urgency: 'darurat',
      types: ['UNPAID_WAGES', 'CONFINEMENT'],
      state: 'open',
      officer: 'Rini W.',
      next: { state: 'due', at: minutes(11), source: 'internal-target' },
    },
  ],
  paging: { from: 1, to: 1, total: 60, next: '?hal=2' },
}
