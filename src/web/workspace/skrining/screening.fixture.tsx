/** Invented screenings for the page tests. */
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { CasePersonsPage, ScreeningListPage } from './list-pages.tsx'
import { ScreeningPrintPage } from './print-page.tsx'
import { ProofPage } from './proof-page.tsx'
import { ScreeningPage, type ScreeningPageView } from './screening-page.tsx'

const PROGRESS = { done: 3, all: 10 }
const OPINION = {
  by: 'Rini W.',
  at: minutes(-900),
  outcome: 'yes',
  reason: 'Tiga unsur punya bukti.',
} as const
const VIEW: ScreeningPageView = {
  code: 'JHB-2026-0412',
  personId: 'p1',
  person: 'Sumirah',
  round: { number: 2, state: 'answering', at: minutes(-3000), version: 4 },
  age: 'newest',
  history: [
    { number: 2, state: 'answering', at: minutes(-3000) },
    {
      number: 1,
      state: 'not-agreed',
      at: minutes(-9000),
      agreed: 'unclear',
      first: { by: 'Rini W.', outcome: 'yes' },
      second: { by: 'Andika P.', outcome: 'no' },
    },
  ],
  page: 'hukum',
  progress: {
    hukum: PROGRESS,
    penipuan: PROGRESS,
    paksaan: PROGRESS,
    kerentanan: PROGRESS,
    eksploitasi: PROGRESS,
    'paksaan-kerja': PROGRESS,
    'kerentanan-kerja': PROGRESS,
  },
  parts: [
    {
      part: 'means',
      questions: [
        {
          path: 'elements.means.confinement',
          label: 'Penyekapan, tidak boleh keluar',
          answer: 'yes',
          for: [{ words: '“Saya dikunci kalau mereka pergi.”', source: 'Ringkasan, kalimat 1' }],
          against: [{ words: 'Dia ikut ke pasar.', source: 'Surat majikan' }],
        },
        { path: 'elements.means.fraud', label: 'Penipuan', answer: 'not-asked', for: [], against: [] },
      ],
    },
  ],
  happened: '2019-04~',
  verdict: {
    answer: 'yes',
    elements: { act: 'met', means: 'met', purpose: 'not-known' },
    supports: ['Untuk anak di bawah 18 tahun cara tidak perlu dibuktikan.'],
    against: [],
    child: ['Kedua bacaan ditunjukkan.'],
    ilo11: ['Penipuan'],
    missing: ['Tujuan'],
    missingMore: 2,
    next: ['Siapa yang memegang kunci?'],
    consentCite: 'UU 21/2007 Ps 26',
    cites: [{ article: 'UU 21/2007 Ps 1', sure: 'unverified' }],
  },
  agreed: undefined,
  first: undefined,
  second: undefined,
  may: ['answer', 'conclude', 'leave-unclear'],
  form: EMPTY_FORM,
}

export function screeningPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const words = frame.t.kerjaSkrining
  const wrong = {
    values: { outcome: 'yes' },
    problems: [{ path: 'outcome', message: words.guard['yes-has-evidence'] }],
  }
  const waiting: ScreeningPageView = {
    ...VIEW,
    round: { number: 2, state: 'second-opinion', at: minutes(-3000), version: 5 },
    first: OPINION,
    may: ['agree', 'differ'],
  }
  const row = {
    code: 'JHB-2026-0412',
    personId: 'p1',
    person: 'Sumirah',
    round: 1,
    since: minutes(-60),
  } as const
  return {
    screening: <ScreeningPage frame={frame} view={VIEW} />,
    'screening-wrong': <ScreeningPage frame={frame} view={{ ...VIEW, form: wrong }} />,
    'screening-never': (
      <ScreeningPage frame={frame} view={{ ...VIEW, round: undefined, history: [], may: [] }} />
    ),
    'screening-second': <ScreeningPage frame={frame} view={waiting} />,
    'screening-agreed': (
      <ScreeningPage
        frame={frame}
        view={{
          ...waiting,
          round: { number: 1, state: 'agreed', at: minutes(-3000), version: 6 },
          age: 'old',
          second: { ...OPINION, by: 'Andika P.' },
          agreed: 'yes',
          may: [],
        }}
      />
    ),
    'screening-print': (
      <ScreeningPrintPage
        frame={frame}
        view={{
          ...VIEW,
          round: { number: 2, state: 'second-opinion', at: minutes(-3000), version: 5 },
          first: OPINION,
          parts: VIEW.parts.map(({ part, questions }) => ({ title: words.part[part], questions })),
          notAsked: 90,
        }}
      />
    ),
    'screening-list': (
      <ScreeningListPage
        frame={frame}
        rows={[
          { ...row, state: 'second-opinion', first: 'Rini W.', forMe: 'mine' },
          { ...row, state: 'second-opinion', first: 'Andika P.', forMe: 'not-mine' },
          { ...row, state: 'answering', first: undefined, forMe: 'not-mine', person: undefined },
        ]}
      />
    ),
    'screening-list-empty': <ScreeningListPage frame={frame} rows={[]} />,
    'screening-persons': (
      <CasePersonsPage
        frame={frame}
        view={{ code: 'JHB-2026-0412', persons: [{ personId: 'p1', name: 'Sumirah' }] }}
      />
    ),
    'screening-proof': (
      <ProofPage
        frame={frame}
        view={{
          code: 'JHB-2026-0412',
          personId: 'p1',
          version: 4,
          path: 'elements.means.fraud',
          label: 'Penipuan',
          sentences: [{ key: 'c:1', words: 'Katanya gaji RM 900.', source: words.source.story(1) }],
          form: EMPTY_FORM,
        }}
      />
    ),
  }
}
