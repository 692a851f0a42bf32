import { isUnanswered, type ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { lockReferral, setReferral, type ReferralRow } from '#src/modules/referrals/referral-queries.ts'
import { tellSide } from '#src/modules/referrals/jobs/tell-side-job.ts'

/** An internal target: reminding more often is noise, and noise is not read. */
const REMIND_AGAIN_AFTER_MS = 12 * 3600 * 1000

export function mayRemind(row: Pick<ReferralRow, 'state' | 'nudged_at'>, now: Date): 'yes' | 'no' {
  if (!isUnanswered(row.state as ReferralStatus)) return 'no'
  const again = (row.nudged_at?.getTime() ?? -Infinity) + REMIND_AGAIN_AFTER_MS
  return again <= now.getTime() ? 'yes' : 'no'
}

/** The sender reminds by hand, once in 12 hours. Throws RefusedError('referral.reminded-recently'). */
export async function remindReceiver(ctx: StaffContext, id: string): Promise<void> {
  const row = await lockOwnOffer(ctx, id)
  if (mayRemind(row, ctx.now) === 'no') throw new RefusedError('referral.reminded-recently')
  await setReferral(ctx, id, { nudged_at: ctx.now })
  await note(ctx, row, 'referral.nudged')
  await tellSide(ctx, row, {
    side: 'receiver',
    kind: 'referral-half-time',
    what: `nudged:${ctx.now.toISOString()}`,
  })
}

/** The sender tells the receiver's supervisor now instead of at three quarters of the time. Once. */
export async function escalateReferral(ctx: StaffContext, id: string): Promise<void> {
  const row = await lockOwnOffer(ctx, id)
  if (row.escalated_at) return
  await setReferral(ctx, id, { reminded_at: row.reminded_at ?? ctx.now, escalated_at: ctx.now })
  await note(ctx, row, 'referral.escalated')
  await tellSide(ctx, row, {
    side: 'receiver',
    kind: 'referral-three-quarters',
    what: 'referral-three-quarters',
  })
}

async function lockOwnOffer(ctx: StaffContext, id: string): Promise<ReferralRow> {
  const row = await lockReferral(ctx, id)
  if (!row || row.from_org !== ctx.actor.orgId) throw new NotFoundError('referral.not-found')
  if (!isUnanswered(row.state as ReferralStatus)) throw new RefusedError('referral.not-from-this-state')
  return row
}

async function note(ctx: StaffContext, row: ReferralRow, verb: `${string}.${string}`): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'referral', subjectId: row.id, caseId: row.case_id })
}
