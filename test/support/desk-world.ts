/** An interview at an immigration desk, as its form would give it; one fact at a time may differ. */
import { DESK_QUESTIONS } from '#src/domain/immigration/interview.ts'
import { DESK_SIGNS } from '#src/domain/immigration/signs.ts'
import {
  recordInterview,
  referSigns,
  reportHit,
  takeObjection,
  writeAct,
  type GivenInterview,
  type GivenReferral,
} from '#src/modules/immigration/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import type { TestPlatform } from './platform.ts'
import type { TestOrg } from './test-orgs.ts'

export const DOCUMENT = 'X9000001'

export function deskInterview(
  differs: Partial<GivenInterview> & {
    readonly seen?: readonly string[]
    readonly signs?: GivenInterview['signs']
  } = {},
): GivenInterview {
  const { seen, ...rest } = differs
  return {
    traveller: {
      name: 'Wening Uji',
      documentNumber: DOCUMENT,
      issuer: 'IDN',
      expires: '2030-01-31',
      born: '1994',
      years: '',
    },
    language: 'jv',
    interpreter: 'not-needed',
    company: 'alone',
    answers: Object.fromEntries(
      DESK_QUESTIONS.map((question) => [question, { words: `Jawab ${question}.`, why: '' }]),
    ),
    signs: Object.fromEntries(DESK_SIGNS.map((sign) => [sign, seen?.includes(sign) ? 'seen' : 'not-seen'])),
    travelOn: { words: '2026-11-20', why: '' },
    note: '',
    ...rest,
  }
}

export const HELD = 'coerciveRecruitment.documentsTaken'

export function deskReferral(toOrg: string, differs: Partial<GivenReferral> = {}): GivenReferral {
  return {
    toOrg,
    consent: 'not-asked',
    carry: [],
    contact: '',
    wish: '',
    place: 'Loket uji',
    ground: '',
    facts: [],
    because: '',
    ...differs,
  }
}

export const ACT = {
  ground: 'travel-document-not-valid',
  reason: 'Paspor lewat masa laku, dilihat di loket.',
  proof: 'Halaman data: berlaku sampai 2024.',
  place: 'Loket uji',
  unclearBecause: '',
} as const

export const interviewAt = (
  world: TestPlatform,
  officer: StaffActor,
  differs: Parameters<typeof deskInterview>[0] = {},
): Promise<string> => world.staff(officer, (ctx) => recordInterview(ctx, deskInterview(differs)))

/** A traveller with a sign, a referral, a written reason, an objection and a reported hit: every table of the desk has a row. */
export async function leaveDesk(
  world: TestPlatform,
  org: TestOrg,
  to: TestOrg,
): Promise<Readonly<Record<'encounter' | 'referral' | 'act' | 'hit', string>>> {
  const officer = await world.as('immigration-officer', org)
  return world.staff(officer, async (ctx) => {
    const hit = await reportHit(ctx, {
      kind: 'duplicate-passport',
      source: 'immigration-system',
      reference: 'DP/2026/9',
      documentNumber: DOCUMENT,
      reportedAt: ctx.now,
      days: 90,
    })
    const encounter = await recordInterview(ctx, deskInterview({ seen: [HELD] }))
    const referral = await referSigns(ctx, encounter, deskReferral(world.orgs[to]))
    const act = await writeAct(ctx, { id: encounter, version: 1 }, ACT)
    await takeObjection(ctx, encounter, 'Paspor saya masih berlaku.')
    return { encounter, referral, act, hit }
  })
}
