import type { Urgency } from '#src/domain/cases/urgency.ts'
import { dueAtFor } from '#src/domain/deadlines/clock.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import type { Context } from '#src/platform/db/context.ts'
import { findOrg, type NeedRow, type ReferralRow } from '#src/modules/referrals/referral-queries.ts'

export const RETURN_TASK_KINDS = ['ask-consent-for-next-body', 'find-next-body', 'rest-of-need'] as const
export type ReturnTaskKind = (typeof RETURN_TASK_KINDS)[number]

export type ReturnTask = {
  readonly row: ReferralRow
  readonly need: Pick<NeedRow, 'id' | 'urgency'>
  readonly kind: ReturnTaskKind
  readonly nextOrg: string | null
}

/** A need that came back is the first task of the officer who sent it; without that officer it waits in the supervisor's list. */
export async function insertReturnTasks(
  ctx: Context,
  { row, need, kind, nextOrg }: ReturnTask,
): Promise<void> {
  const org = await findOrg(ctx, row.from_org)
  const place = workPlaceOf({ country: org?.country ?? null, timeZone: org?.time_zone ?? 'UTC' })
  await ctx.tx
    .insertInto('app.tasks')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      case_id: row.case_id,
      org_id: row.from_org,
      assignee: row.by_staff,
      kind,
      urgency: need.urgency,
      due_at: dueAtFor(need.urgency as Urgency, ctx.now, place),
      source: 'internal-target',
      need_id: need.id,
      referral_id: row.id,
      next_org: nextOrg,
    })
    .execute()
}

/** The receiver must stop using what it was sent, within the law's 3×24 hours. */
export async function insertStopTask(ctx: Context, row: ReferralRow, dueAt: Date): Promise<void> {
  await ctx.tx
    .insertInto('app.tasks')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      case_id: row.case_id,
      org_id: row.to_org,
      assignee: row.decided_by ?? row.opened_by,
      kind: 'stop-using',
      urgency: 'tinggi',
      due_at: dueAt,
      source: 'UU 27/2022:40',
      need_id: row.need_id,
      referral_id: row.id,
    })
    .execute()
}

export async function finishStopTasks(ctx: Context, row: ReferralRow, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.tasks')
    .set({ done_at: ctx.now, done_by: staffId })
    .where('referral_id', '=', row.id)
    .where('org_id', '=', row.to_org)
    .where('kind', '=', 'stop-using')
    .where('done_at', 'is', null)
    .execute()
}
