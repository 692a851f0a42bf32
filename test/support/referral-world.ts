import type { NeedKind } from '#src/domain/cases/codes.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type MayShare, type SafeContact } from '#src/domain/reports/report.ts'
import {
  addChainLink,
  addEvidence,
  addNeed,
  addNote,
  addTimelineEntry,
  recordConsent,
} from '#src/modules/cases/index.ts'
import { openCaseFromReport } from '#src/modules/intake/index.ts'
import {
  newIdempotencyKey,
  receiveReport,
  reporterActor,
  type IdempotencyKey,
} from '#src/modules/reports/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import type { TestPlatform } from './platform.ts'

export type ReferableCase = {
  readonly caseId: string
  readonly code: string
  readonly needId: string
  readonly reportId: string
  /** Opens the follow page of the report. */
  readonly key: IdempotencyKey
}

export type Wanted = {
  readonly need?: NeedKind
  readonly urgency?: Urgency
  /** What the reporter allowed on the fifth question. */
  readonly mayShare?: MayShare
  /** How the person is reached without harm. */
  readonly contact?: SafeContact
  /** Further items that the person allowed an officer to give the protection ministry. */
  readonly items?: readonly string[]
}

/** A case of the mission, made as in life: a person's own report, opened by an officer, with facts and notes. */
export async function makeReferableCase(
  world: TestPlatform,
  officer: StaffActor,
  wanted: Wanted = {},
): Promise<ReferableCase> {
  const key = newIdempotencyKey()
  const draft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    about: 'myself' as const,
    names: ['Sulastri Rekaan'],
    place: known({ country: 'MY', words: 'Muar' }),
    village: known('Desa Rekaan Jati'),
    story: 'Gaji empat bulan tidak dibayar.',
    ...(wanted.contact ? { safeContact: known(wanted.contact) } : {}),
    mayShare: wanted.mayShare ?? { 'protection-ministry': 'yes' as const },
  }
  const { reportId } = await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
    receiveReport(ctx, draft, key),
  )
  const made = await world.staff(officer, (ctx) => openCaseFromReport(ctx, { reportId }))
  const { code } = made
  const needId = await world.staff(officer, async (ctx) => {
    await addTimelineEntry(ctx, {
      code,
      date: '2019-04~',
      dateWords: '',
      text: 'Berangkat lewat Batam.',
      source: 'concerned-person',
      certainty: 'likely',
    })
    await addChainLink(ctx, { code, kind: 'recruiter', name: 'Perekrut Rekaan', where: 'Lumajang', note: '' })
    await addNote(ctx, { code, noteClass: 'general', text: 'RAHASIA-UMUM' })
    await addEvidence(ctx, {
      code,
      title: 'Kuitansi Rekaan',
      kind: 'payment-proof',
      from: 'orang itu',
      original: '',
    })
    for (const item of wanted.items ?? [])
      await recordConsent(ctx, {
        code,
        item,
        readerKind: 'protection-ministry',
        answer: 'yes',
        givenBy: 'self',
        how: 'spoken',
        language: 'id',
      })
    return addNeed(ctx, {
      code,
      kind: wanted.need ?? 'refund',
      urgency: wanted.urgency ?? 'sedang',
      label: 'Biaya Rekaan kembali',
    })
  })
  return { caseId: made.id, code, needId, reportId, key }
}
