import { DESK_QUESTIONS, type DeskQuestion } from '#src/domain/immigration/interview.ts'
import { DESK_SIGNS, type DeskSign } from '#src/domain/immigration/signs.ts'
import { addHours } from '#src/domain/kernel/instant.ts'
import { runAs, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findDemoOfficers, type DemoOfficer } from './demo-queries.ts'
import { takeObjection } from './follow-ups.ts'
import { reportHit } from './hits.ts'
import { closeEncounter } from './read-desk.ts'
import { planSecondInterview, recordInterview, type GivenInterview } from './record-interview.ts'
import { answerSigns, referSigns, type GivenReferral } from './refer-signs.ts'
import { writeAct } from './write-act.ts'

type Told = {
  readonly name: string
  readonly number: string
  readonly born: string
  readonly said: Readonly<Partial<Record<DeskQuestion, string>>>
  readonly seen?: readonly DeskSign[]
  readonly unclear?: readonly DeskSign[]
  readonly company?: string
}

function interview(told: Told): GivenInterview {
  const answer = (sign: DeskSign): string =>
    told.seen?.includes(sign) ? 'seen' : told.unclear?.includes(sign) ? 'unclear' : 'not-seen'
  return {
    traveller: {
      name: told.name,
      documentNumber: told.number,
      issuer: 'IDN',
      expires: '2031-05',
      born: told.born,
      years: '',
    },
    language: 'id',
    interpreter: 'not-needed',
    company: told.company ?? 'alone',
    answers: Object.fromEntries(
      DESK_QUESTIONS.map((question) => [question, { words: told.said[question] ?? '', why: '' }]),
    ),
    signs: Object.fromEntries(DESK_SIGNS.map((sign) => [sign, answer(sign)])),
    travelOn: { words: '', why: 'not-asked' },
    note: '',
  }
}

const TRIP = {
  purpose: 'Katanya jalan-jalan tiga hari.',
  'arranged-by': 'Ibu yang di ruang tunggu.',
  'paid-by': 'Ibu itu. Saya belum bayar apa-apa.',
  'papers-held-by': 'Ibu itu memegang paspor kami bertiga.',
} as const
const HELD: DeskSign = 'coerciveRecruitment.documentsTaken'
const LEARNT: DeskSign = 'coercionAtDestination.forcedToLie'

const YOUNG: Told = {
  name: 'Sekar Ayu',
  number: 'C9000101',
  born: '2009',
  said: TRIP,
  seen: [HELD, LEARNT],
  company: 'not-alone',
}
const FRIEND: Told = {
  name: 'Marni Lestari',
  number: 'C9000102',
  born: '1998-03-02',
  said: TRIP,
  seen: [HELD],
}
const WAITS: Told = {
  name: 'Yuni Astari',
  number: 'C9000103',
  born: '1995',
  said: { purpose: 'Jalan-jalan.' },
  unclear: [LEARNT],
}
const EXPIRED: Told = {
  name: 'Hendra Wijoyo',
  number: 'C9000104',
  born: '1987-11-20',
  said: Object.fromEntries(DESK_QUESTIONS.map((question) => [question, 'Sudah dijawab, jelas.'])),
}
const CLEAR: Told = { ...EXPIRED, name: 'Rukmini', number: 'C9000105', born: '1979' }

const REFER: Omit<GivenReferral, 'toOrg'> = {
  consent: 'not-asked',
  carry: [],
  contact: '',
  wish: '',
  place: 'Terminal 3, loket 4',
  ground: '',
  facts: [],
  because: '',
}

const OFFICERS = ['imigrasi', 'balai'] as const

/** Five travellers, three referrals, one written reason with an objection, two hits; once, as if by hand. */
export async function loadDemoDesk(platform: Platform): Promise<void> {
  const found = await runAs(platform, { kind: 'keeper' }, (ctx) => findDemoOfficers(ctx, OFFICERS))
  if (found === undefined) return
  const [officer, helper] = found as [DemoOfficer, DemoOfficer]
  const as =
    (who: DemoOfficer, roles: readonly string[]) =>
    <T>(hoursAgo: number, work: (ctx: StaffContext) => Promise<T>): Promise<T> => {
      const clock = (): Date => addHours(platform.clock(), -hoursAgo)
      const actor = { kind: 'staff' as const, staffId: who.id, orgId: who.org_id, roles }
      return runAs({ ...platform, clock }, actor, (ctx) => work(ctx as StaffContext))
    }
  await tell(as(officer, ['immigration-officer']), as(helper, ['caseworker']), helper.org_id)
}

type As = <T>(hoursAgo: number, work: (ctx: StaffContext) => Promise<T>) => Promise<T>

async function tell(desk: As, helper: As, toOrg: string): Promise<void> {
  for (const [kind, documentNumber, reference] of [
    ['duplicate-passport', FRIEND.number, 'DP/2026/118'],
    ['biometric-mismatch', EXPIRED.number, 'BM/2026/7'],
  ] as const)
    await desk(60, (ctx) =>
      reportHit(ctx, {
        kind,
        source: 'immigration-system',
        reference,
        documentNumber,
        reportedAt: ctx.now,
        days: 60,
      }),
    )
  const young = await desk(50, (ctx) => recordInterview(ctx, interview(YOUNG)))
  const sent = await desk(50, (ctx) =>
    referSigns(ctx, young, {
      ...REFER,
      toOrg,
      ground: 'child',
      because: 'Mungkin anak, tanpa orang tua, paspor dipegang orang lain.',
    }),
  )
  await helper(45, (ctx) => answerSigns(ctx, { id: sent, version: 1 }, { decision: 'accept', reason: '' }))
  const friend = await desk(30, (ctx) => recordInterview(ctx, interview(FRIEND)))
  await desk(30, (ctx) => referSigns(ctx, friend, { ...REFER, toOrg, consent: 'no' }))
  const waits = await desk(5, (ctx) => recordInterview(ctx, interview(WAITS)))
  await desk(5, (ctx) => planSecondInterview(ctx, waits, 'Tanya lagi tanpa pendamping.'))
  const expired = await desk(26, (ctx) => recordInterview(ctx, interview(EXPIRED)))
  await desk(26, (ctx) =>
    writeAct(
      ctx,
      { id: expired, version: 1 },
      {
        ground: 'travel-document-not-valid',
        reason: 'Masa berlaku paspor habis. Paspor baru dapat diurus di kantor imigrasi.',
        proof: 'Halaman data paspor, dilihat bersama pelancong.',
        place: 'Terminal 3, loket 4',
        unclearBecause: '',
      },
    ),
  )
  await desk(24, (ctx) => takeObjection(ctx, expired, 'Paspor saya baru diperpanjang bulan lalu.'))
  const clear = await desk(3, (ctx) => recordInterview(ctx, interview(CLEAR)))
  await desk(3, (ctx) => closeEncounter(ctx, { id: clear, version: 1 }, 'nothing-further'))
}
