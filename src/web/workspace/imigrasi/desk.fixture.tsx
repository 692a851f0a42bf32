/** The pages of the immigration desk with invented travellers, for the tests that look at every page. */
import { known, unknown } from '#src/domain/kernel/answer.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { DESK_QUESTIONS, type DeskAnswers } from '#src/domain/immigration/interview.ts'
import { suggestSteps } from '#src/domain/immigration/next-steps.ts'
import type {
  DeskReferral,
  FollowUp,
  OpenedEncounter,
  OpenedInterview,
  ReportedHit,
  Slip,
} from '#src/modules/immigration/index.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { DeskPage, FollowUpsPage, HitsPage, ReceivedPage } from './desk-pages.tsx'
import { EncounterPage } from './encounter-page.tsx'
import { InterviewPage } from './interview-form.tsx'
import { SlipPage } from './slip.tsx'

const ID = '01a0901c-6e46-7d05-8d4a-4541d1477001'
const OTHER = '01a0901c-6e46-7d05-8d4a-4541d1477002'
const ANSWERS = {
  ...Object.fromEntries(DESK_QUESTIONS.map((question) => [question, known('Kata agen, kerja di toko.')])),
  debt: unknown('will-not-say'),
  afraid: unknown('not-asked'),
} as DeskAnswers
const INTERVIEW: OpenedInterview = {
  number: 1,
  at: minutes(-90),
  by: 'Petugas Desk',
  language: 'jv',
  interpreter: 'none',
  company: 'not-alone',
  answers: ANSWERS,
  signs: { 'coerciveRecruitment.documentsTaken': 'seen' },
  travelOn: known(parsePartialDate('2026-11-20')!),
  note: 'Pendamping menjawab lebih dulu.',
}
const HIT: ReportedHit = {
  id: ID,
  version: 1,
  kind: 'duplicate-passport',
  source: 'immigration-system',
  reportedAt: minutes(-3000),
  verification: 'not-checked',
  expiresAt: minutes(60_000),
  reference: 'DP/2026/9',
}
const REFERRAL: DeskReferral = {
  id: ID,
  version: 1,
  state: 'requested',
  basis: 'exception',
  exceptionGround: 'child',
  from: 'Desk Imigrasi',
  to: 'BP3MI Jawa Timur',
  sentAt: minutes(-80),
  answerBy: minutes(1360),
  late: 'in-time',
  answeredAt: null,
  rejectReason: null,
  pack: {
    signs: ['coerciveRecruitment.documentsTaken'],
    child: 'perhaps',
    place: 'Loket 4',
    at: '2026-11-20T03:00:00Z',
    name: 'Sari Contoh',
    because: 'Mungkin anak, tanpa orang tua.',
  },
}
const FOLLOW_UP: FollowUp = {
  id: ID,
  encounterId: ID,
  version: 1,
  kind: 'objection',
  dueOn: '2026-11-19',
  late: 'late',
  words: 'Paspor saya masih berlaku.',
  outcome: null,
  doneAt: null,
  forMe: 'mine',
}
const SLIP: Slip = {
  id: ID,
  encounterId: ID,
  code: 'K7M2-9QXD-4FT',
  ground: 'travel-document-not-valid',
  reason: 'Paspor habis masa berlaku pada 2024.',
  proof: 'Halaman data paspor.',
  place: 'Loket 4',
  at: minutes(-30),
  body: 'Tempat Pemeriksaan Imigrasi',
}
const FACTS = { interview: INTERVIEW, signs: 'seen', child: 'perhaps', hits: 1, referral: 'none' } as const
const OPENED: OpenedEncounter = {
  id: ID,
  version: 2,
  at: minutes(-90),
  traveller: { name: 'Sari Contoh', documentNumber: 'X9000001', born: parsePartialDate('2008')! },
  signs: 'seen',
  child: 'perhaps',
  state: 'open',
  closedAs: null,
  interviews: [INTERVIEW],
  steps: suggestSteps(FACTS),
  referrals: [],
  acts: [],
  followUps: [],
  hits: [HIT],
  earlier: [{ id: ID, at: minutes(-9000) }],
}
const HELPERS = [{ id: ID, name: 'BP3MI Jawa Timur' }]
const PAGING = { from: 1, to: 1, total: 31, next: '?hal=2' } as const

export function deskPages(frame: StaffFrame) {
  const words = frame.t.kerjaImigrasi
  const zone = { kind: 'read', fields: {}, problems: [{ field: 'born', code: 'check-digit' }] } as const
  return {
    desk: (
      <DeskPage
        frame={frame}
        view={{
          lines: [
            {
              id: ID,
              created_at: minutes(-90),
              state: 'open',
              closed_as: null,
              signs: 'seen',
              child: 'perhaps',
              ground: null,
              referral: 'requested',
              referral_late: true,
              name: 'Sari Contoh',
            },
          ],
          filters: [{ label: words.filter.all, href: '?', current: 'current' }],
          form: EMPTY_FORM,
          paging: PAGING,
          mayWrite: 'may-write',
        }}
      />
    ),
    'desk-empty': (
      <DeskPage frame={frame} view={{ lines: [], filters: [], form: EMPTY_FORM, notFound: 'not-found' }} />
    ),
    'desk-interview': <InterviewPage frame={frame} view={{ form: EMPTY_FORM, zone }} />,
    'desk-interview-wrong': (
      <InterviewPage
        frame={frame}
        view={{
          form: {
            values: {},
            problems: [{ path: 'language', message: words.problem['immigration.choose']! }],
          },
          zone: { kind: 'unreadable', code: 'wrong-letters' },
          again: { id: ID, version: 2 },
        }}
      />
    ),
    'desk-encounter': (
      <EncounterPage
        frame={frame}
        view={{ opened: OPENED, helpers: HELPERS, form: EMPTY_FORM, mayWrite: 'may-write' }}
      />
    ),
    'desk-encounter-written': (
      <EncounterPage
        frame={frame}
        view={{
          opened: {
            ...OPENED,
            referrals: [REFERRAL],
            acts: [SLIP],
            followUps: [FOLLOW_UP, { ...FOLLOW_UP, outcome: 'upheld', answer: 'Paspor baru dilihat.' }],
            steps: [],
          },
          helpers: HELPERS,
          form: {
            values: {},
            problems: [{ path: 'reason', message: words.problem['immigration.needs-reason']! }],
          },
          at: 'alasan',
          mayWrite: 'may-write',
        }}
      />
    ),
    'desk-slip': <SlipPage frame={frame} view={{ slip: SLIP, language: frame.lang }} />,
    'desk-follow-ups': (
      <FollowUpsPage
        frame={frame}
        view={{ followUps: [FOLLOW_UP, { ...FOLLOW_UP, id: OTHER, forMe: 'not-mine' }], form: EMPTY_FORM }}
      />
    ),
    'desk-hits': <HitsPage frame={frame} view={{ hits: [HIT], form: EMPTY_FORM, mayWrite: 'may-write' }} />,
    'desk-received': (
      <ReceivedPage
        frame={frame}
        view={{
          referrals: [
            REFERRAL,
            { ...REFERRAL, state: 'accepted' },
            { ...REFERRAL, id: OTHER, basis: 'no-identity' },
          ],
          form: EMPTY_FORM,
        }}
      />
    ),
  }
}
