/** The pages of the clause workbench with invented texts. */
import { compareTexts } from '#src/domain/clauses/compare-texts.ts'
import { splitText } from '#src/domain/clauses/clause-text.ts'
import { checkVillageText } from '#src/domain/clauses/village-check.ts'
import { loadVillageTemplate } from '#src/platform/law/village-template.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { ClausePage, type CommentView } from './clause-page.tsx'
import { ComparePage } from './compare-page.tsx'
import { TextsPage } from './list-page.tsx'
import { MatrixPage } from './matrix-page.tsx'
import { TextFormPage } from './text-form-page.tsx'
import { TextPage } from './text-page.tsx'
import { VillagePage, VillageTemplatePage } from './village-pages.tsx'

const DAY = new Date('2026-11-20T02:00:00Z')
const LEFT = splitText(
  'Pembukaan contoh.\nPasal 1\nUpah dibayar tiap bulan.\nPasal 2\nPekerja libur satu hari tiap minggu.',
)
const RIGHT = splitText(
  'Pasal 1\nUpah dibayar tiap minggu lewat bank.\nPasal 2\nPekerja menyimpan paspornya sendiri.\nPasal 3\nPekerja libur dua hari tiap minggu.',
)
const TEXT = { id: 't1', title: 'Nota kesepahaman contoh', isOwn: true }
const COMMENT: CommentView = {
  id: 'c1',
  clause: 'pasal-1',
  label: 'Pasal 1',
  number: 1,
  comment: 'Sebutkan cara pembayaran.',
  body: 'Serikat contoh',
  createdAt: DAY,
  state: 'partly',
  answer: 'Cara pembayaran masuk lampiran.',
  answeredBy: 'Kantor contoh',
}
const COMMENTS = [
  COMMENT,
  { ...COMMENT, id: 'c2', state: 'open', answer: '', answeredBy: undefined } as const,
]

export function clausePages(given: StaffFrame): Readonly<Record<string, unknown>> {
  const frame = { ...given, who: { ...given.who, roles: ['law-drafter'] } }
  const words = frame.t.kerjaKlausul
  const template = loadVillageTemplate()
  const wording = {
    id: 'w1',
    wording: 'Upah dibayar tiap bulan lewat bank.',
    law: { instrument: 'id-uu-18-2017', name: 'UU 18/2017', article: 'Pasal 42' },
    takenFrom: 'naskah serikat contoh',
    reason: 'Bisa dibuktikan.',
    body: 'Kantor contoh',
    createdAt: DAY,
    chosenFor: 2,
  }
  const proposals = checkVillageText(
    LEFT,
    template.topics.map(({ code, groups }) => ({ topic: code, groups })),
    [{ topic: 'papers', finding: 'covered', clauses: ['pasal-2'] }],
  )
  return {
    clauses: (
      <TextsPage
        frame={frame}
        view={{
          texts: [
            {
              id: 't1',
              title: TEXT.title,
              kind: 'mou',
              language: 'id',
              version: 2,
              body: 'Kantor',
              createdAt: DAY,
            },
          ],
        }}
      />
    ),
    'clauses-none': <TextsPage frame={frame} view={{ texts: [] }} />,
    'clauses-new': <TextFormPage frame={frame} view={{ form: EMPTY_FORM }} />,
    'clauses-wrong': (
      <TextFormPage
        frame={frame}
        view={{
          form: {
            values: { text: '=== Pasal 1\nisi' },
            problems: [{ path: 'title', message: words.problem['clause.title'] ?? '' }],
          },
          cut: { clauses: LEFT, removed: 3 },
        }}
      />
    ),
    'clauses-next': (
      <TextFormPage
        frame={frame}
        view={{ form: EMPTY_FORM, of: { id: 't1', title: TEXT.title, seen: 1, chosen: 1 } }}
      />
    ),
    'clauses-text': (
      <TextPage
        frame={frame}
        view={{
          ...TEXT,
          kind: 'village-regulation',
          language: 'id',
          parties: 'Desa contoh',
          body: 'Kantor contoh',
          latest: 2,
          version: {
            id: 'v2',
            number: 2,
            createdAt: DAY,
            source: 'rapat',
            sourceDay: '2026-11-01',
            standing: 'draft',
            note: '',
            clauses: LEFT,
          },
          versions: [2, 1].map((number) => ({ id: `v${number}`, number, createdAt: DAY })),
          counts: new Map([['pasal-1', { comments: 2, wordings: 1 }]]),
        }}
      />
    ),
    'clauses-clause': (
      <ClausePage
        frame={frame}
        view={{ text: TEXT, clause: LEFT[1]!, wordings: [wording], comments: COMMENTS, form: EMPTY_FORM }}
      />
    ),
    'clauses-answer-wrong': (
      <ClausePage
        frame={frame}
        view={{
          text: TEXT,
          clause: LEFT[1]!,
          wordings: [],
          comments: COMMENTS,
          form: EMPTY_FORM,
          answering: {
            id: 'c2',
            form: {
              values: { state: 'refused' },
              problems: [{ path: 'answer', message: words.problemOther }],
            },
          },
        }}
      />
    ),
    'clauses-matrix': <MatrixPage frame={frame} view={{ text: TEXT, comments: COMMENTS }} />,
    'clauses-compare': (
      <ComparePage
        frame={frame}
        view={{
          form: EMPTY_FORM,
          choices: [{ value: 'v1', label: 'satu' }],
          sides: {
            left: { id: 'v1', title: 'Naskah satu', language: 'id' },
            right: { id: 'v2', title: 'Naskah dua', language: 'en' },
          },
          rows: compareTexts(LEFT, RIGHT),
        }}
      />
    ),
    'clauses-village': (
      <VillagePage
        frame={frame}
        view={{
          text: TEXT,
          clauses: LEFT,
          topics: proposals.map((proposal, index) => ({
            ...proposal,
            about: template.topics[index]!,
            lawName: 'UU 18/2017',
            note: '',
            decidedBy: 'Kantor contoh',
          })),
        }}
      />
    ),
    'clauses-template': <VillageTemplatePage frame={frame} view={{ template, form: EMPTY_FORM }} />,
  }
}
