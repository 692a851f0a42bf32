/** The pages of agreements with an invented record, for the page tests. */
import type { AgreementItem, AgreementLine } from '#src/modules/agreements/index.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { FactsFormPage, ItemFormPage } from './agreement-forms.tsx'
import { AgreementPage, AgreementPrintPage, TABS, type AgreementView } from './agreement-page.tsx'
import { AgreementsPage } from './agreements-page.tsx'
import { CalendarPage, CooperationPage } from './calendar-page.tsx'

const SOURCE = { citation: 'Berita contoh, 1 Maret 2026', url: null, confidence: 'secondary' } as const
const FACTS: AgreementLine['facts'] = {
  titleId: 'Nota kesepahaman contoh',
  titleEn: 'Memorandum of an example',
  type: 'memorandum',
  states: ['ID', 'MY'],
  bodies: ['Badan Contoh'],
  subjects: ['placement', 'training'],
  purposes: ['welfare'],
  aimId: 'Satu kanal untuk semua.',
  aimEn: null,
  instrument: 'id-my-mou-2022',
  form: 'training',
  field: 'unclear',
  model: 'unclear',
  ...SOURCE,
  noteId: 'Naskah belum dibaca.',
  noteEn: 'Text not read.',
  isPublic: true,
}
const LINE: AgreementLine = {
  id: 'a1',
  slug: 'contoh',
  facts: FACTS,
  stage: 'signed',
  since: '2026-03-01',
  duties: 2,
  openDuties: 1,
  unclearDuties: 1,
  breaches: 1,
  nextDue: '2026-12-01',
  waits: true,
}
const item = (
  id: string,
  kind: AgreementItem['kind'],
  content: Readonly<Record<string, string | null>>,
  rest: Partial<AgreementItem> = {},
): AgreementItem => ({
  id,
  key: null,
  kind,
  content: { ...content, ...SOURCE },
  dueOn: null,
  note: null,
  struck: false,
  version: 1,
  ...rest,
})
const DUTY = item(
  'd1',
  'duty',
  {
    whatId: 'Gaji dibayar lewat bank.',
    whatEn: null,
    owedBy: 'employer',
    owedTo: 'worker',
    article: '-',
    responsible: 'joint-group',
    responsibleName: 'Kelompok Contoh',
    checkOn: '2026-12-01',
    state: 'breached',
  },
  { dueOn: '2026-12-01', note: 'Tanyakan pada rapat.' },
)
const ITEMS: readonly AgreementItem[] = [
  DUTY,
  item('d2', 'duty', { whatId: 'Kewajiban yang salah tulis.', state: 'open' }, { struck: true }),
  item('m1', 'meeting', {
    on: '2026-03',
    who: 'Indonesia, Malaysia',
    agendaId: 'Rapat pertama',
    nextOn: '2026-12-05',
  }),
  item('b1', 'breach', {
    whatId: 'Kanal lain masih dipakai.',
    evidenceOn: '2026-04',
    noticed: '2026-04-02',
    protested: '2026-04-10',
    answered: '2026-05',
  }),
  item('c1', 'cost', {
    itemId: 'Sidang',
    amount: '1500000.50',
    currency: 'IDR',
    on: '2026-03',
    payer: 'Badan Contoh',
  }),
  item('c2', 'cost', {
    itemId: 'Penerjemah',
    amount: '200',
    currency: 'MYR',
    on: '2026-03',
    payer: 'Malaysia',
  }),
]

const VIEW: AgreementView = {
  agreement: {
    id: 'a1',
    slug: 'contoh',
    facts: FACTS,
    stage: 'signed',
    version: 3,
    editedAt: minutes(-300),
    delivered: true,
    proposed: null,
    steps: [
      {
        key: 'talks',
        stage: 'talks',
        on: null,
        reasonId: 'Disebut di berita.',
        reasonEn: 'Named in the press.',
        citation: 'Berita contoh',
        writtenAt: minutes(-900),
        by: null,
        body: null,
      },
      {
        key: null,
        stage: 'signed',
        on: '2026-03-01',
        reasonId: 'Ditandatangani.',
        reasonEn: null,
        citation: null,
        writtenAt: minutes(-300),
        by: 'Rini W.',
        body: 'KJRI Johor Bahru',
      },
    ],
    items: ITEMS,
  },
  tab: 'fakta',
  named: {
    instrument: 'MoU RI-Malaysia 2022',
    form: 'Pelatihan',
    field: 'Belum jelas',
    model: 'Belum jelas',
  },
  differences: [{ path: 'title.id', here: 'Nota kesepahaman contoh', delivered: 'Nota contoh' }],
  step: EMPTY_FORM,
  mayEdit: 'may-edit',
}
const WRONG = {
  values: { to: 'in-force', on: '?' },
  problems: [{ path: 'on', message: 'Tanggal belum terbaca.' }],
}
const NO_SOURCE = { values: {}, problems: [{ path: 'citation', message: 'Bagian ini belum diisi.' }] }
const OPTIONS = { forms: [{ value: 'training', label: 'Pelatihan' }], fields: [], models: [] }

export function agreementPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const lines = {
    lines: [
      LINE,
      { ...LINE, slug: 'lain', stage: 'unclear' as const, since: null, nextDue: null, waits: false },
    ],
    total: 2,
    form: EMPTY_FORM,
    countries: [{ value: 'MY', label: 'Malaysia' }],
    files: { csv: '#', xlsx: '#' },
    practices: [],
  }
  const due = {
    id: 'd1',
    slug: 'contoh',
    titleId: FACTS.titleId,
    titleEn: FACTS.titleEn,
    kind: 'duty' as const,
    content: DUTY.content,
    dueOn: '2026-11-01',
  }
  const one = {
    code: 'training',
    name: 'Pelatihan',
    citation: 'Makalah contoh',
    confidence: 'secondary' as const,
  }
  return {
    agreements: <AgreementsPage frame={frame} view={{ ...lines, mayEdit: 'may-edit' }} />,
    'agreements-none': <AgreementsPage frame={frame} view={{ ...lines, lines: [], total: 0 }} />,
    ...Object.fromEntries(
      TABS.map((tab) => [`agreement-${tab}`, <AgreementPage frame={frame} view={{ ...VIEW, tab }} />]),
    ),
    'agreement-step-wrong': <AgreementPage frame={frame} view={{ ...VIEW, tab: 'riwayat', step: WRONG }} />,
    'agreement-print': <AgreementPrintPage frame={frame} view={VIEW} />,
    'agreement-new': <FactsFormPage frame={frame} view={{ form: WRONG, cooperation: OPTIONS }} />,
    'agreement-edit': (
      <FactsFormPage
        frame={frame}
        view={{
          form: EMPTY_FORM,
          cooperation: OPTIONS,
          at: { slug: 'contoh', version: 3, title: FACTS.titleId },
          stored: [['Nama', 'Nota lain']],
        }}
      />
    ),
    ...Object.fromEntries(
      (['duty', 'meeting', 'breach', 'cost'] as const).map((kind) => [
        `agreement-${kind}-form`,
        <ItemFormPage
          frame={frame}
          view={{ slug: 'contoh', title: FACTS.titleId, kind, form: NO_SOURCE, at: { id: 'd1', version: 1 } }}
        />,
      ]),
    ),
    'agreement-calendar': (
      <CalendarPage
        frame={frame}
        view={{ groups: { overdue: [due], 'in-30': [], 'in-90': [], later: [] } }}
      />
    ),
    'agreement-forms': (
      <CooperationPage
        frame={frame}
        view={{
          forms: [{ ...one, agreements: [{ slug: 'contoh', title: FACTS.titleId }] }],
          fields: [],
          models: [],
        }}
      />
    ),
  }
}
