/** Pages of obstacles and proposals, for the page tests. */
import type { Gap } from '#src/modules/gaps/index.ts'
import type { Proposal } from '#src/modules/advocacy/index.ts'
import { loadAdvocacy } from '#src/platform/law/advocacy-files.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { ProposalPage, ProposalsPage, WriteProposalPage } from '../advokasi/proposal-pages.tsx'
import { CaseGapsPage } from './case-gaps.tsx'
import { GapPage, GapsPage, NewGapPage } from './gap-pages.tsx'

const AT = new Date('2026-11-20T04:00:00Z')

function gapsOf(): readonly [Gap, Gap] {
  const reference = loadAdvocacy().gaps[0]!
  const law = reference.law
  return [
    {
      id: reference.uuid,
      code: reference.code,
      law,
      state: 'open',
      owner: reference.owner,
      version: 0,
      createdAt: null,
      orgName: null,
      findingId: null,
      reference,
      told: undefined,
    },
    {
      id: 'g2',
      code: 'no-reply',
      law: { kind: 'silent', norm: null, instrument: null, article: null },
      state: 'proposed',
      owner: null,
      version: 3,
      createdAt: AT,
      orgName: 'KJRI Contoh',
      findingId: 'f1',
      words: { description: 'Kantor contoh tidak menjawab surat.', searched: 'UU Contoh' },
      title: { id: 'Kantor tidak menjawab', en: 'An office does not answer' },
      told: 15,
    },
  ]
}

function proposalsOf(): readonly [Proposal, Proposal] {
  const reference = loadAdvocacy().recommendations.find((each) => each.state !== null)!
  return [
    {
      id: reference.uuid,
      topic: reference.topic,
      reference,
      basis: reference.basis,
      norms: reference.norms,
      state: 'sent',
      audience: 'public',
      version: 0,
      createdAt: null,
      orgId: null,
      orgName: null,
    },
    {
      id: 'p2',
      topic: 'placement-cost',
      words: { title: 'Usulan contoh', change: 'Ubah pasal contoh.', toWhom: 'DPR' },
      basis: [{ instrument: 'id-uu-18-2017', article: 'Pasal 30' }],
      norms: ['id-uu18-30-cost'],
      state: 'in-consultation',
      audience: 'internal',
      version: 2,
      createdAt: AT,
      orgId: 'o1',
      orgName: 'KJRI Contoh',
    },
  ]
}

const NOTE = {
  id: 'e1',
  created_at: AT,
  kind: 'consultation',
  held_on: '2026-11-01',
  body: null,
  stance: null,
  agenda: 'Acara contoh',
  attendance: 'Dua badan',
  outcome: 'Hasil contoh',
  decisions: 'Putusan contoh',
  next_on: '2026-12-01',
  words: null,
  source: 'Berita acara 1/2026',
  from_code: null,
  to_code: null,
  audience: 'public',
  org_name: 'KJRI Contoh',
} as const
const EVENTS = [
  NOTE,
  {
    ...NOTE,
    id: 'e2',
    kind: 'position',
    stance: 'with-conditions',
    body: 'Serikat contoh',
    words: 'Setuju.',
  },
  { ...NOTE, id: 'e3', kind: 'state', from_code: 'draft', to_code: 'sent', held_on: null },
] as const

export function advocacyPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const gaps = gapsOf()
  const proposals = proposalsOf()
  const paging = { from: 1, to: 2, total: 3, next: '/kerja/hambatan?hal=2' }
  const files = { csvHref: '/kerja/hambatan/unduh.csv', xlsxHref: '/kerja/hambatan/unduh.xlsx' }
  const options = [{ value: 'g2', label: 'Kantor tidak menjawab' }]
  const step = { at: AT, from: 'open', to: 'proposed', orgName: 'KJRI Contoh' }
  return {
    gaps: <GapsPage frame={frame} view={{ gaps, paging, form: EMPTY_FORM, ...files, mayLog: 'may-log' }} />,
    'gaps-empty': <GapsPage frame={frame} view={{ gaps: [], form: EMPTY_FORM, ...files }} />,
    gap: (
      <GapPage
        frame={frame}
        view={{
          gap: gaps[1],
          history: [
            { ...step, kind: 'state', reason: 'Diusulkan ke kementerian.' },
            { ...step, kind: 'owner', from: null, to: 'kp2mi' },
            { ...step, kind: 'logged', from: null, to: 'no-reply' },
          ],
          cases: ['JHB-2026-9999'],
          proposals: [
            {
              title: 'Usulan contoh',
              state: 'Diusulkan',
              href: '/kerja/advokasi/p2',
              events: [NOTE],
              addHref: '/kerja/advokasi/p2?hambatan=g2#catat',
            },
          ],
          form: EMPTY_FORM,
          mayEdit: 'may-edit',
          mayPropose: 'may-propose',
        }}
      />
    ),
    'gap-of-reference': (
      <GapPage
        frame={frame}
        view={{ gap: gaps[0], history: [], cases: [], proposals: [], form: EMPTY_FORM }}
      />
    ),
    'gap-new': <NewGapPage frame={frame} view={{ form: EMPTY_FORM, action: '/kerja/hambatan/baru' }} />,
    'case-gaps': (
      <CaseGapsPage
        frame={frame}
        view={{
          code: 'JHB-2026-9999',
          linked: [gaps[1]],
          others: [gaps[0]],
          form: EMPTY_FORM,
          mayLog: 'may-log',
        }}
      />
    ),
    'case-gaps-empty': (
      <CaseGapsPage
        frame={frame}
        view={{ code: 'JHB-2026-9999', linked: [], others: [], form: EMPTY_FORM }}
      />
    ),
    proposals: (
      <ProposalsPage
        frame={frame}
        view={{ proposals, paging, form: EMPTY_FORM, ...files, mayEdit: 'may-edit' }}
      />
    ),
    'proposals-empty': <ProposalsPage frame={frame} view={{ proposals: [], form: EMPTY_FORM, ...files }} />,
    proposal: (
      <ProposalPage
        frame={frame}
        view={{
          proposal: proposals[1],
          events: EVENTS,
          gapIds: ['g2'],
          gaps: [{ name: 'Kantor tidak menjawab', href: '/kerja/hambatan/g2' }],
          form: EMPTY_FORM,
          mayChange: 'may-change',
          mayMove: 'may-move',
          addAt: '/kerja/advokasi/p2/catatan',
        }}
      />
    ),
    'proposal-of-paper': (
      <ProposalPage
        frame={frame}
        view={{ proposal: proposals[0], events: [], gapIds: [], gaps: [], form: EMPTY_FORM }}
      />
    ),
    'proposal-write': (
      <WriteProposalPage
        frame={frame}
        view={{
          form: EMPTY_FORM,
          action: '/kerja/advokasi/baru',
          title: frame.t.kerjaAdvokasi.add,
          gaps: options,
          version: 0,
        }}
      />
    ),
  }
}
