import { z } from 'zod'
import { isUnanswered, type ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import { consentAnswer, itemsFor } from '#src/domain/disclosure/consent.ts'
import { startClock } from '#src/domain/deadlines/clock.ts'
import { tellRoles, tellStaff } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { defineJob } from '#src/platform/jobs/jobs.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { readCaseConsents, readerOf, type CaseConsents } from '#src/modules/referrals/offer/case-consents.ts'
import { findWithdrawing } from '#src/modules/referrals/offer/consent-queries.ts'
import type { ReferralPackage } from '#src/modules/referrals/offer/referral-package.ts'
import {
  findOrg,
  findPackage,
  listReferralsOfCase,
  lockReferral,
  moveReferral,
  setReferral,
  type ReferralRow,
} from '#src/modules/referrals/referral-queries.ts'
import { insertStopTask } from './return-task-queries.ts'
import { tellSide } from './tell-side-job.ts'

const JOB: Actor = { kind: 'job', name: 'consents.withdrawn' }
const Payload = z.union([z.strictObject({ reportId: z.uuid() }), z.strictObject({ caseId: z.uuid() })])

/** States in which the receiver holds what it was sent and may go on using it. */
const IN_USE: readonly string[] = ['accepted', 'in-progress', 'on-hold', 'completed']

/**
 * Consent was taken back, on the follow page or to an officer. Offers that nobody answered and that the person no longer covers are called back;
 * who accepted must stop using what it has, and say so (UU 27/2022 art 40, 3×24 hours); the sender and the desk are told.
 * Safe to run twice.
 */
export const consentWithdrawnJob = defineJob('consents.withdrawn', Payload, async (platform, said) => {
  if ('caseId' in said) return runAs(platform, JOB, async (ctx) => stopWhatIsNotCovered(ctx, said.caseId))
  const { reportId } = said
  await runAs(platform, JOB, async (ctx) => {
    const report = await findWithdrawing(ctx, reportId)
    if (!report) return
    const notice = {
      orgId: report.org_id,
      kind: 'consent-withdrawn',
      dedupe: `withdrawn:${reportId}:${report.said_at?.getTime() ?? 0}`,
      subjectKind: report.case_id ? 'case' : 'report',
      subjectId: report.case_id ?? reportId,
      ...(report.case_id ? { caseId: report.case_id } : {}),
    } as const
    if (report.worker) await tellStaff(ctx, { ...notice, staffId: report.worker })
    else await tellRoles(ctx, notice, ['intake-officer', 'supervisor'])
    if (report.case_id) await stopWhatIsNotCovered(ctx, report.case_id)
  })
})

async function stopWhatIsNotCovered(ctx: Context, caseId: string): Promise<void> {
  const said = await readCaseConsents(ctx, caseId)
  for (const each of await listReferralsOfCase(ctx, caseId)) {
    const row = await lockReferral(ctx, each.id)
    if (!row || row.stopped_at || (await isCovered(ctx, row, said))) continue
    if (isUnanswered(row.state as ReferralStatus)) await callBack(ctx, row)
    else if (IN_USE.includes(row.state)) await stopUse(ctx, row)
  }
}

/** Everything in the package must still be open to that body; what came without consent ends by a later no, where a no counts. */
async function isCovered(ctx: Context, row: ReferralRow, said: CaseConsents): Promise<boolean> {
  const to = await findOrg(ctx, row.to_org)
  if (!to) return false
  const question = { consents: said.consents, reader: readerOf(to), at: ctx.now, suspects: said.suspects }
  if (row.consent_basis === 'exception')
    return (
      row.exception_ground !== 'cannot-be-asked-and-in-danger' ||
      consentAnswer({ ...question, item: 'needs' }) !== 'no'
    )
  const open = itemsFor(question)
  if (!open.has('needs')) return false
  const sealed = await findPackage(ctx, row.id)
  const pack = (await loadKeys(ctx, [row.key_id]))
    .get(row.key_id)
    ?.openJson<ReferralPackage>(`referrals.package_sealed/${row.id}`, sealed!)
  return pack === undefined || pack.items.every((each) => open.has(each.item))
}

async function callBack(ctx: Context, row: ReferralRow): Promise<void> {
  const moved = await moveReferral(ctx, row, 'cancelled', {
    ended_because: 'consent-withdrawn',
    decided_at: ctx.now,
    stopped_at: ctx.now,
  })
  if (!moved) return
  await note(ctx, row, 'referral.cancelled')
  await tellSide(ctx, row, { side: 'receiver', kind: 'consent-withdrawn', what: 'withdrawn' })
  await tellSide(ctx, row, { side: 'sender', kind: 'consent-withdrawn', what: 'withdrawn' })
  await enqueue(ctx, 'referrals.ended', { referralId: row.id }, { jobKey: `referrals.ended:${row.id}` })
}

async function stopUse(ctx: Context, row: ReferralRow): Promise<void> {
  await setReferral(ctx, row.id, { stopped_at: ctx.now })
  const clock = startClock('rights-withdrawal', ctx.now)
  await insertStopTask(ctx, row, clock.dueAt)
  await note(ctx, row, 'referral.use-stopped')
  await tellSide(ctx, row, { side: 'receiver', kind: 'consent-withdrawn', what: 'withdrawn' })
  await tellSide(ctx, row, { side: 'sender', kind: 'consent-withdrawn', what: 'withdrawn' })
}

/** Both sides read it in their own journal. */
async function note(ctx: Context, row: ReferralRow, verb: `${string}.${string}`): Promise<void> {
  for (const orgId of [row.from_org, row.to_org])
    await writeJournal(
      ctx,
      {
        verb,
        subjectKind: 'referral',
        subjectId: row.id,
        caseId: row.case_id,
        details: { reason: 'consent-withdrawn' },
      },
      orgId,
    )
}
