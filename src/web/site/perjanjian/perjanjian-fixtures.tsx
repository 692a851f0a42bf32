import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { PublicAgreement } from '#src/modules/agreements/index.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { AgreementPage, PerjanjianPage } from './perjanjian-page.tsx'

const AGREEMENT: PublicAgreement = {
  id: 'a1',
  slug: 'contoh',
  facts: {
    titleId: 'Nota kesepahaman contoh',
    titleEn: 'Memorandum of an example',
    type: 'memorandum',
    states: ['ID', 'MY'],
    bodies: ['Badan Contoh'],
    subjects: ['placement'],
    purposes: [],
    aimId: 'Satu kanal untuk semua.',
    aimEn: 'One channel for all.',
    instrument: null,
    form: 'unclear',
    field: 'unclear',
    model: 'unclear',
    citation: 'Berita contoh',
    url: 'https://contoh.example/berita',
    confidence: 'unverified',
    noteId: 'Naskah belum dibaca.',
    noteEn: 'Text not read.',
    isPublic: true,
  },
  stage: 'talks',
  steps: [{ stage: 'talks', on: partialDateOf('2026-03'), citation: 'Berita contoh' }],
  duties: [
    {
      whatId: 'Gaji dibayar lewat bank.',
      whatEn: 'Pay goes through a bank.',
      owedBy: 'employer',
      owedTo: 'worker',
      article: null,
      state: 'unclear',
      citation: 'Berita contoh',
      url: null,
      confidence: 'unverified',
    },
  ],
}
const STATEMENT = {
  id: 'xx-practice',
  short: 'Negeri Contoh',
  aliases: [],
  kind: 'no-agreement-found',
  states: ['ID', 'SG'],
  says: { id: 'Perjanjian tidak ditemukan.', en: 'No agreement was found.' },
  searched: [],
  searchedOn: null,
  instead: null,
  sources: [],
  confidence: 'secondary',
} as const

export function perjanjianPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  const countryName = (iso: string) => ({ ID: 'Indonesia', MY: 'Malaysia' })[iso] ?? iso
  const list = { ...frame, countryName, agreements: [AGREEMENT], statements: [STATEMENT] }
  return {
    agreements: PerjanjianPage(list),
    'agreements-none': PerjanjianPage({ ...list, agreements: [], country: 'SG' }),
    agreement: AgreementPage({ ...frame, countryName, agreement: AGREEMENT, instrument: undefined }),
    'agreement-ended': AgreementPage({
      ...frame,
      countryName,
      agreement: { ...AGREEMENT, stage: 'ended', duties: [] },
      instrument: undefined,
    }),
  }
}
