/** Every public page with invented data, for the page tests. Fixtures are data, not pages of the product. */
import type { Lang } from '#src/web/ui/href.ts'
import { textsFor } from '#src/texts/texts.ts'
import { DESK_CHOICES } from '#src/domain/reports/report.ts'
import { decodeForm } from '#src/web/middleware/decode-form.ts'
import { ErrorPage } from '#src/web/ui/public/error-page.tsx'
import type { CheckedNumber } from '#src/web/ui/public/lists.tsx'
import type { StatusSummary } from '#src/web/ui/public/status-view.tsx'
import { guidePages } from './bantu-diri/guide-fixtures.tsx'
import { BahayaPage, type BahayaPageProps } from './bahaya/bahaya-page.tsx'
import { HomePage } from './beranda/home-page.tsx'
import { aturanPages } from './aturan/aturan-fixtures.tsx'
import { harmonisasiPages } from './harmonisasi/harmonisasi-fixtures.tsx'
import { desaPages } from './desa/desa-fixtures.tsx'
import { hakPages } from './hak/hak-fixtures.tsx'
import { perjanjianPages } from './perjanjian/perjanjian-fixtures.tsx'
import { usulanPages } from './usulan/usulan-fixtures.tsx'
import { hukumPages } from './hukum/hukum-fixtures.tsx'
import { negaraPages } from './negara/negara-fixtures.tsx'
import { KeluarPage } from './halaman/keluar-page.tsx'
import { LayananPage } from './halaman/layanan-page.tsx'
import { ReceiptCheckPage } from './halaman/receipt-check-page.tsx'
import { AmanPage, KeluhanPage, TentangPage } from './halaman/text-pages.tsx'
import { checkInfoForm, readInfoForm } from './info/info-fields.ts'
import { InfoPage } from './info/info-page.tsx'
import { checkFamilyForm, readFamilyForm } from './keluarga/family-fields.ts'
import { KeluargaPage } from './keluarga/keluarga-page.tsx'
import { ConsentPage, ContactPage, WithdrawPage } from './lacak/change-pages.tsx'
import { EnterPage } from './lacak/enter-page.tsx'
import { SecondPage } from './lacak/second-page.tsx'
import { StatusPage, type StatusPageProps } from './lacak/status-page.tsx'
import { checkStep } from './lapor/check-step.ts'
import { CodePage, type CodePageProps } from './lapor/code/code-page.tsx'
import { BLANK_FORM, readReportForm, REPORT_STEPS, type ReportForm, type ReportStep } from './lapor/fields.ts'
import { LaporPage } from './lapor/lapor-page.tsx'

const COUNTRIES = [
  ['MY', 'Malaysia'],
  ['HK', 'Hong Kong'],
  ['TW', 'Taiwan'],
  ['SA', 'Arab Saudi'],
  ['SG', 'Singapura'],
  ['KR', 'Korea Selatan'],
  ['JP', 'Jepang'],
  ['AE', 'Uni Emirat Arab'],
  ['KW', 'Kuwait'],
  ['JO', 'Yordania'],
  ['BN', 'Brunei Darussalam'],
  ['ID', 'Indonesia'],
].map(([value = '', label = '']) => ({ value, label }))

const NUMBERS: readonly CheckedNumber[] = [
  {
    who: 'Konsulat contoh',
    shown: '+44 7700 900123',
    dial: '+447700900123',
    details: '24 jam, bisa WhatsApp. Bahasa Indonesia.',
    checkedOn: '2026-11-12',
  },
  { who: 'Kantor contoh', shown: '+44 7700 900456', dial: '+447700900456', checkedOn: '2026-11-02' },
]

const FORM: ReportForm = readReportForm(
  decodeForm([
    ['what', 'gaji'],
    ['what', 'kunci'],
    ['story', 'Gaji tujuh bulan belum dibayar.'],
    ['about', 'group'],
    ['peopleCount', '3'],
    ['place.country', 'MY'],
    ['place.words', 'Johor, dekat pasar'],
    ['danger', 'now'],
    ['safeContact.ways', 'whatsapp'],
    ['safeContact.value', '+44 7700 900789'],
    ['share', 'chosen'],
    ['shareWith', 'mission'],
    ['keepFrom', 'my-agency'],
  ]),
)

const WRONG: ReportForm = readReportForm(
  decodeForm([
    ['peopleCount', 'tiga'],
    ['about', 'group'],
    ['safeContact.ways', 'phone'],
    ['share', 'chosen'],
  ]),
)

const STATUS: StatusSummary = {
  nextNews: new Date('2026-11-27T09:00:00Z'),
  steps: [
    { code: 'received', state: 'done', at: new Date('2026-11-21T15:14:00Z') },
    { code: 'read', state: 'done', at: new Date('2026-11-21T15:41:00Z') },
    { code: 'checked', state: 'done', at: new Date('2026-11-22T03:00:00Z') },
    {
      code: 'handled',
      state: 'now',
      bodies: ['konsulat Indonesia'],
      waiting: [
        {
          body: 'kantor tenaga kerja setempat',
          since: new Date('2026-11-23T03:00:00Z'),
          ifSilent: 'ask-superior',
          until: new Date('2026-11-26T09:00:00Z'),
        },
      ],
    },
    { code: 'result', state: 'later' },
  ],
  messages: [
    {
      from: 'officer',
      at: new Date('2026-11-23T03:00:00Z'),
      text: 'Kami ingin bicara dengan Anda. Apakah hari Minggu pukul 13.00 aman?',
    },
    { from: 'you', at: new Date('2026-11-23T10:00:00Z'), text: 'Minggu aman.\nJangan telepon ke rumah.' },
  ],
  readers: [
    { reader: 'Konsulat Indonesia', answer: 'yes', told: true },
    { reader: 'Kantor tenaga kerja setempat', answer: 'yes', told: true, part: 'soal gaji' },
    { reader: 'Keluarga', answer: 'no', told: false },
    { reader: 'Polisi', answer: 'not-asked', told: false },
  ],
  contact: { ways: ['whatsapp'], noCalls: true },
  toldWithoutConsent: [],
}

const CLOSED: StatusSummary = {
  ...STATUS,
  steps: STATUS.steps.map((step) =>
    step.code === 'result'
      ? { code: 'result', state: 'done', at: new Date('2026-12-01T03:00:00Z'), result: 'not-achieved' }
      : { code: step.code, state: 'done', at: step.at },
  ),
  messages: [],
  toldWithoutConsent: [
    {
      id: 'invented',
      body: 'Layanan perempuan dan anak',
      at: new Date('2026-11-22T03:00:00Z'),
      reason: 'nyawa terancam',
    },
  ],
}

/** Name of the page → the page, drawn. */
export function everyPublicPage(lang: Lang): Readonly<Record<string, string>> {
  const t = textsFor(lang)
  const frame = { lang, t, demo: true }
  const pages = {
    beranda: <HomePage {...frame} />,
    ...bahayaPages(frame),
    ...laporPages(frame),
    ...codePages(frame),
    ...lacakPages(frame),
    ...keluargaPages(frame),
    ...infoPages(frame),
    ...smallPages(frame),
    ...guidePages(frame, COUNTRIES),
    ...desaPages(frame),
    ...hakPages(frame, COUNTRIES),
    ...negaraPages(frame),
    ...harmonisasiPages(frame),
  }
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, String(page)]))
}

type Frame = Pick<BahayaPageProps, 'lang' | 't' | 'demo'>

function bahayaPages(frame: Frame) {
  const countries = COUNTRIES.map(({ value, label }) => ({ iso: value, name: label }))
  const malaysia = { iso: 'MY', name: 'Malaysia' }
  return {
    bahaya: <BahayaPage {...frame} countries={countries} others={[]} />,
    'bahaya-ada': (
      <BahayaPage
        {...frame}
        countries={countries}
        others={[]}
        here={{ country: malaysia, checked: NUMBERS, unverified: [] }}
      />
    ),
    'bahaya-belum': (
      <BahayaPage
        {...frame}
        countries={countries}
        others={[]}
        here={{
          country: { iso: 'SA', name: 'Arab Saudi' },
          checked: [],
          unverified: [
            { who: 'Nomor darurat negara', shown: '+44 7700 900001', dial: '+447700900001' },
            {
              who: 'Kantor pusat',
              shown: '+44 7700 900002',
              dial: '+447700900002',
              source: 'siaran pers contoh',
              sourceDate: '2020-02-03',
            },
          ],
        }}
      />
    ),
  }
}

function laporPages(frame: Frame) {
  const choices = {
    countries: COUNTRIES,
    provinces: Array.from({ length: 38 }, (_, index) => ({
      value: `${index + 11}`,
      label: `Provinsi ${index}`,
    })),
    desks: DESK_CHOICES,
  }
  const page = (step: ReportStep, form: ReportForm, suffix = '') => [
    `lapor-${step}${suffix}`,
    <LaporPage
      {...frame}
      step={step}
      form={form}
      requestKey="invented-key"
      problems={suffix === '-salah' ? checkStep(form, step) : []}
      choices={choices}
      numbers={NUMBERS}
    />,
  ]
  return Object.fromEntries([
    ...REPORT_STEPS.map((step) => page(step, BLANK_FORM)),
    ...REPORT_STEPS.map((step) => page(step, FORM, '-isi')),
    ...(['what', 'contact', 'share'] as const).map((step) => page(step, WRONG, '-salah')),
  ])
}

function codePages(frame: Frame) {
  const code = { words: ['bayam', 'sendok', 'lilin', 'mangga', 'kecap'], pin: '482715' }
  const base: CodePageProps = {
    ...frame,
    code,
    proof: 'invented-proof',
    readBy: 'hari ini pukul 23.14 WIB',
    desk: 'konsulat Indonesia',
    retype: { state: 'open' },
    attachments: [],
    megabytes: 20,
    filesLeft: 10,
  }
  return {
    kode: <CodePage {...base} />,
    'kode-bahaya': (
      <CodePage {...base} danger={{ country: 'MY', numbers: NUMBERS }} retype={{ state: 'skipped' }} />
    ),
    'kode-salah': (
      <CodePage
        {...base}
        retype={{ state: 'wrong', words: 'bayam sendok lilin', wrong: ['words', 'pin'] }}
        fileProblem="wrong-kind"
      />
    ),
    'kode-lagi': (
      <CodePage
        {...base}
        code={undefined}
        second={{ ...code, words: code.words.toReversed() }}
        retype={{ state: 'right' }}
        receipt={{
          time: '21 November 2026, 22.14 WIB',
          body: 'Payung, konsulat Indonesia',
          number: 'AQ'.repeat(31),
          signature: 'q3Jd'.repeat(21),
        }}
        attachments={[{ kind: 'image', when: '21 November, 22.20 WIB' }]}
        filesLeft={0}
      />
    ),
  }
}

function lacakPages(frame: Frame) {
  const base: StatusPageProps = {
    ...frame,
    zone: 'Asia/Jakarta',
    holder: 'first',
    proof: 'invented-proof',
    status: STATUS,
    attachments: [],
    megabytes: 20,
    filesLeft: 10,
  }
  const change = { ...frame, proof: 'invented-proof' }
  return {
    lacak: <EnterPage {...frame} />,
    'lacak-salah': <EnterPage {...frame} problems={['no-match']} words="bayam sendok" />,
    kabar: <StatusPage {...base} saved="message" />,
    'kabar-salah': <StatusPage {...base} message={{ text: '', problem: 'missing' }} fileProblem="too-big" />,
    'kabar-kedua': <StatusPage {...base} holder="second" status={{ ...STATUS, messages: [] }} />,
    'kode-kedua': <SecondPage {...frame} proof="invented" nonce="invented-key" />,
    'kabar-selesai': <StatusPage {...base} status={CLOSED} />,
    'ubah-kontak': <ContactPage {...change} ways={['whatsapp']} problem="contact-missing" />,
    'ubah-izin': (
      <ConsentPage
        {...change}
        readers={[
          { kind: 'mission', answer: 'yes' },
          { kind: 'police', answer: 'no' },
          { kind: 'family', answer: 'not-asked' },
        ]}
      />
    ),
    tarik: <WithdrawPage {...change} />,
  }
}

function infoPages(frame: Frame) {
  const form = readInfoForm({})
  const base = { ...frame, form, requestKey: 'invented-key', countries: COUNTRIES }
  return {
    info: <InfoPage {...base} />,
    'info-salah': <InfoPage {...base} problems={checkInfoForm(form)} />,
  }
}

function keluargaPages(frame: Frame) {
  const empty = readFamilyForm(decodeForm([['born', 'dulu']]))
  const base = { ...frame, requestKey: 'invented-key', countries: COUNTRIES }
  return {
    keluarga: <KeluargaPage {...base} form={readFamilyForm({})} />,
    'keluarga-salah': <KeluargaPage {...base} form={empty} problems={checkFamilyForm(empty)} />,
  }
}

function smallPages(frame: Frame) {
  const place = { code: 'MY', name: 'Malaysia' }
  const office = {
    kind: 'office',
    name: 'Kantor contoh',
    what: 'Menerima pengaduan pekerja.',
    hours: 'Senin–Jumat 08.00–16.00',
    cost: 'Gratis',
    numbers: NUMBERS.slice(0, 1),
    checkedOn: '2026-11-12',
  } as const
  const shelter = {
    kind: 'shelter',
    name: 'Rumah aman contoh',
    what: 'Tempat menginap.',
    numbers: [],
  } as const
  return {
    keluar: <KeluarPage {...frame} />,
    aman: <AmanPage {...frame} />,
    tentang: <TentangPage {...frame} />,
    ...aturanPages(frame),
    ...hukumPages(frame),
    ...usulanPages(frame),
    ...perjanjianPages(frame),
    keluhan: <KeluhanPage {...frame} />,
    layanan: <LayananPage {...frame} places={[place]} />,
    'layanan-ada': <LayananPage {...frame} places={[place]} here={{ place, services: [office, shelter] }} />,
    'layanan-kosong': <LayananPage {...frame} places={[place]} here={{ place, services: [] }} />,
    'tanda-terima': <ReceiptCheckPage {...frame} check={{ result: 'not-asked' }} />,
    'tanda-terima-asli': (
      <ReceiptCheckPage
        {...frame}
        check={{ result: 'real', body: 'Konsulat contoh', time: '21 November 2026' }}
      />
    ),
    'tanda-terima-salah': (
      <ReceiptCheckPage {...frame} check={{ result: 'not-real', number: '7F3A', signature: 'x' }} />
    ),
    'galat-404': <ErrorPage {...frame} error={{ kind: 'not-found' }} />,
    'galat-429': <ErrorPage {...frame} error={{ kind: 'too-many', until: '22.14 WIB' }} />,
    'galat-503': <ErrorPage {...frame} error={{ kind: 'unavailable', saved: 'not-saved' }} />,
    'galat-500': (
      <ErrorPage {...frame} error={{ kind: 'defect', reference: '7F3A91C2', saved: 'nothing-sent' }} />
    ),
  }
}
