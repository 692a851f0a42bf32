import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { lockReferral, moveReferral, setReferral } from '#src/modules/referrals/referral-queries.ts'
import { finishStopTasks } from '#src/modules/referrals/jobs/return-task-queries.ts'
import { tellSide } from '#src/modules/referrals/jobs/tell-side-job.ts'

/**
 * The receiver says that it stopped using what it was sent. Work under way ends with it (the person declined), and the need
 * goes back; what was already completed stays completed. Throws NotFoundError where nothing was to be stopped.
 */
export async function acknowledgeStop(ctx: StaffContext, id: string): Promise<void> {
  const row = await lockReferral(ctx, id)
  if (!row || row.to_org !== ctx.actor.orgId || !row.stopped_at) throw new NotFoundError('referral.not-found')
  if (row.stop_acknowledged_at) return
  await setReferral(ctx, id, { stop_acknowledged_at: ctx.now, stop_acknowledged_by: ctx.actor.staffId })
  await finishStopTasks(ctx, row, ctx.actor.staffId)
  await writeJournal(ctx, {
    verb: 'referral.stop-acknowledged',
    subjectKind: 'referral',
    subjectId: id,
    caseId: row.case_id,
  })
  await tellSide(ctx, row, { side: 'sender', kind: 'referral-decided', what: 'stop-acknowledged' })
  if (!['accepted', 'in-progress', 'on-hold'].includes(row.state)) return
  if (await moveReferral(ctx, row, 'failed', { ended_because: 'person-declined' }))
    await enqueue(ctx, 'referrals.ended', { referralId: id }, { jobKey: `referrals.ended:${id}` })
}
