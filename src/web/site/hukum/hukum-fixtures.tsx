/** The library's pages with invented laws, for the page tests. */
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { Erratum, LawArticle, LawInstrument, LawStatement } from '#src/domain/law/law-library.ts'
import type { LawHit } from '#src/modules/law/index.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { ArticlePage } from './article-page.tsx'
import { InstrumentPage } from './instrument-page.tsx'
import type { PublicText } from './official-texts.tsx'
import { ErrataPage, StatementsPage } from './list-pages.tsx'
import { HukumPage, type HukumPageProps } from './search-page.tsx'

const BOTH = { id: 'Kalimat contoh.', en: 'An example sentence.' }
const SOURCE = {
  citation: 'contoh',
  url: 'https://example.org/a',
  readOn: '2026-11-01',
  confidence: 'verified',
} as const
const LAW: LawInstrument = {
  id: 'contoh-1',
  formerIds: [],
  short: 'UU Contoh 1/2020',
  aliases: [],
  title: { id: 'Undang-Undang Contoh', en: null },
  kind: 'law',
  level: 'national',
  binding: { force: 'depends', note: BOTH },
  states: ['ID'],
  parties: ['ID', 'MY'],
  adopted: { on: partialDateOf('2020'), confidence: 'secondary', source: null },
  signed: { on: partialDateOf('2020-03~'), confidence: 'unverified', source: null },
  inForce: null,
  status: [
    {
      state: 'ID',
      standing: 'in-force',
      since: partialDateOf('2020'),
      nationalAct: 'contoh-2',
      confidence: 'unverified',
      source: null,
      note: BOTH,
    },
  ],
  relations: [
    {
      kind: 'replaces',
      instrument: 'contoh-2',
      articles: 'Pasal 1',
      from: partialDateOf('2020'),
      confidence: 'verified',
      source: null,
    },
  ],
  officialText: { url: 'https://example.org/naskah', how: 'link' },
  sources: [SOURCE, { ...SOURCE, url: null, readOn: null, confidence: 'unverified' }],
  confidence: 'secondary',
  checkedBy: null,
  checkedOn: null,
  topics: ['wage', 'passport'],
  note: BOTH,
}
const BARE: LawInstrument = {
  ...LAW,
  id: 'contoh-2',
  short: 'UU Contoh 2/1990',
  parties: [],
  adopted: null,
  signed: null,
  status: [],
  relations: [],
  officialText: { url: null, how: 'none' },
  checkedBy: 'Pembaca Contoh',
  checkedOn: '2026-11-02',
  topics: [],
  note: null,
}
const INSTRUMENTS = new Map([LAW, BARE].map((each) => [each.id, each]))
const ARTICLE: LawArticle = {
  instrument: LAW.id,
  article: 'Pasal 1',
  state: 'read',
  summary: BOTH,
  confidence: 'verified',
  source: 'contoh',
  validFrom: '2020-01-01',
  validUntil: '2024-01-01',
  changedBy: [
    { instrument: BARE.id, article: 'Pasal 9' },
    { instrument: BARE.id, article: null },
  ],
}
const UNREAD: LawArticle = {
  ...ARTICLE,
  article: 'Pasal 2',
  state: 'not-read',
  summary: null,
  confidence: 'unverified',
  source: null,
  validFrom: null,
  validUntil: null,
  changedBy: [],
}
const ERRATUM: Erratum = {
  id: 'keliru-1',
  where: BOTH,
  said: BOTH,
  right: BOTH,
  basis: [
    { instrument: LAW.id, article: 'Pasal 1' },
    { instrument: BARE.id, article: '-' },
  ],
  confidence: 'secondary',
}
const STATEMENT: LawStatement = {
  id: 'catatan-1',
  short: 'Contoh',
  aliases: [],
  kind: 'no-agreement-found',
  states: ['HK'],
  says: BOTH,
  searched: ['contoh'],
  searchedOn: '2026-11-01',
  instead: BOTH,
  sources: [SOURCE],
  confidence: 'unverified',
}
const HIT: LawHit = {
  place: 'article:contoh-1#Pasal 1',
  kind: 'article',
  instrument: LAW.id,
  article: 'Pasal 1',
  title_id: 'UU Contoh Pasal 1',
  title_en: 'Example law art. 1',
  body_id: BOTH.id.repeat(20),
  body_en: BOTH.en.repeat(20),
  confidence: 'unverified',
  valid_from: null,
  valid_until: '2024-01-01',
  start_known: false,
}
const HITS: readonly LawHit[] = [
  HIT,
  {
    ...HIT,
    kind: 'norm',
    place: 'norm:contoh',
    confidence: 'verified',
    valid_from: '2020-01-01',
    valid_until: null,
  },
  { ...HIT, kind: 'erratum', place: 'erratum:keliru-1' },
  { ...HIT, kind: 'statement', place: 'statement:catatan-1', instrument: null, article: null },
  { ...HIT, kind: 'instrument', place: 'instrument:contoh-1', article: null },
]
const TEXTS: readonly PublicText[] = (['gazette', 'example'] as const).map((kind, at) => ({
  id: `00000000-0000-0000-0000-00000000000${at}`,
  language: 'id',
  kind,
  source: 'Situs contoh',
  url: at === 0 ? 'https://example.org/naskah' : undefined,
  retrievedOn: '2026-11-01',
  mediaType: 'application/pdf',
  size: 1_234_567,
  readAt: new Date('2026-11-20T04:00:00Z'),
  bodies: ['Lembaga Contoh', 'Kantor Contoh'],
}))

const START: Omit<HukumPageProps, keyof PageFrame> = {
  shortOf: (id: string) => id,
  form: { words: '', kind: '', topic: '', state: '', level: '', day: '' },
  states: [{ code: 'MY', name: 'Malaysia' }],
  kinds: ['instrument', 'article'],
  counts: new Map([['national', 3]]),
  release: '2026-11-21-contoh',
}
const ASKED = {
  words: 'gaji',
  kind: 'article',
  topic: 'wage',
  state: 'MY',
  level: 'national',
  day: '2026-01-02',
}

export function hukumPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  const shown = { ...frame, instruments: INSTRUMENTS, countryName: (iso: string) => iso, undergoes: [] }
  const article = {
    ...frame,
    instrument: LAW,
    instruments: INSTRUMENTS,
    place: '1',
    inside: [],
    norms: [],
    rules: [],
  }
  return {
    hukum: <HukumPage {...frame} {...START} />,
    'hukum-salah': (
      <HukumPage {...frame} {...START} form={{ ...ASKED, day: 'kemarin' }} problem={frame.t.hukum.wrongDay} />
    ),
    'hukum-cari': (
      <HukumPage
        {...frame}
        {...START}
        form={ASKED}
        found={{ hits: HITS, total: 45, how: 'all', current: 2, pages: 3 }}
      />
    ),
    'hukum-kosong': (
      <HukumPage
        {...frame}
        {...START}
        form={ASKED}
        found={{ hits: [], total: 0, how: 'some', current: 1, pages: 0 }}
      />
    ),
    'hukum-aturan': (
      <InstrumentPage
        {...shown}
        instrument={LAW}
        undergoes={[{ from: BARE.id, relation: { ...LAW.relations[0]!, kind: 'amends', articles: null } }]}
        articles={[ARTICLE, UNREAD]}
        texts={TEXTS}
        current={1}
        pages={2}
      />
    ),
    'hukum-aturan-kosong': (
      <InstrumentPage {...shown} instrument={BARE} articles={[]} texts={[]} current={1} pages={1} />
    ),
    'hukum-pasal': (
      <ArticlePage
        {...article}
        article={ARTICLE}
        exact={false}
        rules={[{ question: 'wages', id: 'wages.1', says: BOTH.id }]}
      />
    ),
    'hukum-pasal-kosong': <ArticlePage {...article} article={UNREAD} exact />,
    'hukum-keliru': (
      <ErrataPage {...frame} errata={[ERRATUM]} instruments={INSTRUMENTS} current={1} pages={2} />
    ),
    'hukum-tidak-ditemukan': (
      <StatementsPage
        {...frame}
        statements={[
          STATEMENT,
          { ...STATEMENT, id: 'catatan-2', instead: null, searched: [], searchedOn: null },
        ]}
      />
    ),
  }
}
