/** The rulebook's pages with an invented rule, for the page tests. */
import type { ChapterText } from '#src/domain/rulebook/rulebook.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { AturanChapterPage, AturanIndexPage, ENTRIES_PER_PAGE } from './aturan-page.tsx'

const BASE = {
  instrument: 'contoh-1',
  article: 'Pasal 1',
  source: 'contoh',
  validFrom: '2020-01-01',
  validUntil: '2024-01-01',
} as const
const LATER = { ...BASE, validFrom: '2024-01-01', validUntil: null }
const NOT_READ = { id: 'Lampiran belum dibaca.', en: 'The annex was not read.' }
const CHAPTER: ChapterText = {
  question: 'offer',
  title: { id: 'Apa isi tawaran ini?', en: 'What does this offer say?' },
  rules: Array.from({ length: ENTRIES_PER_PAGE - 1 }, (_, at) => ({
    id: `contoh.${at}`,
    says: { id: 'Biaya ini tidak boleh diminta.', en: 'This may not be charged.' },
    versions: [
      { ...BASE, validFrom: null, startNotRead: NOT_READ, confidence: 'verified' },
      { ...LATER, confidence: 'unverified' },
    ],
  })),
  parameters: ['satu', 'dua'].map((id) => ({
    id,
    says: { id: 'Batas hari.', en: 'Days allowed.' },
    unit: 'days',
    versions: [
      { ...BASE, confidence: 'secondary', amount: 14 },
      { ...LATER, confidence: 'unverified', amount: null, reason: NOT_READ },
    ],
  })),
  asks: {},
  tables: {},
}
const SHORT = new Map([['contoh-1', 'UU Contoh 1/2020']])

export function aturanPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  return {
    aturan: <AturanIndexPage {...frame} chapters={[CHAPTER]} />,
    'aturan-satu': <AturanChapterPage {...frame} chapter={CHAPTER} short={SHORT} current={1} />,
    'aturan-dua': <AturanChapterPage {...frame} chapter={CHAPTER} short={SHORT} current={2} />,
    'aturan-semua': <AturanChapterPage {...frame} chapter={CHAPTER} short={SHORT} current="all" />,
  }
}
