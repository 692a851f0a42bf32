import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { lockReferral, moveReferral, setReferral } from '#src/modules/referrals/referral-queries.ts'

/**
 * A second person of the sender says within a day whether sharing without consent was right. Not upheld: an offer that
 * still waits is taken back, and the need comes home. Throws RefusedError('referral.review-yourself').
 */
export async function reviewException(
  ctx: StaffContext,
  id: string,
  review: 'upheld' | 'not-upheld',
): Promise<void> {
  const row = await lockReferral(ctx, id)
  if (!row || row.from_org !== ctx.actor.orgId || row.consent_basis !== 'exception')
    throw new NotFoundError('referral.not-found')
  if (row.by_staff === ctx.actor.staffId) throw new RefusedError('referral.review-yourself')
  if (row.exception_reviewed_at) throw new RefusedError('referral.reviewed-already')
  await setReferral(ctx, id, {
    exception_reviewed_by: ctx.actor.staffId,
    exception_reviewed_at: ctx.now,
    exception_review: review,
  })
  await writeJournal(ctx, {
    verb: 'referral.exception-reviewed',
    subjectKind: 'referral',
    subjectId: id,
    caseId: row.case_id,
    details: { review },
  })
  if (review === 'upheld' || !['requested', 'received'].includes(row.state)) return
  const moved = await moveReferral(ctx, row, 'cancelled', {
    ended_because: 'wrong-body',
    decided_at: ctx.now,
    decided_by: ctx.actor.staffId,
  })
  if (moved) await enqueue(ctx, 'referrals.ended', { referralId: id }, { jobKey: `referrals.ended:${id}` })
}

/** The person was told that something was shared without asking; from then on a no counts. */
export async function markPersonTold(ctx: StaffContext, id: string): Promise<void> {
  const row = await lockReferral(ctx, id)
  if (!row || row.from_org !== ctx.actor.orgId || row.consent_basis !== 'exception')
    throw new NotFoundError('referral.not-found')
  if (row.person_told_at) return
  await setReferral(ctx, id, { person_told_at: ctx.now })
  await writeJournal(ctx, {
    verb: 'referral.person-told',
    subjectKind: 'referral',
    subjectId: id,
    caseId: row.case_id,
  })
}
