import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { ReferralBasis } from '#src/domain/immigration/codes.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { AppDeskReferrals } from '#src/platform/db/schema.generated.ts'

export type DeskReferralState = 'requested' | 'accepted' | 'rejected' | 'cancelled'
export type DeskReferralRow = Omit<Selectable<AppDeskReferrals>, 'state' | 'basis'> & {
  readonly state: DeskReferralState
  readonly basis: ReferralBasis
  readonly from_name: string
  readonly to_name: string
}

function referrals(ctx: Context) {
  return ctx.tx
    .selectFrom('app.desk_referrals as r')
    .innerJoin('app.organisations as f', 'f.id', 'r.org_id')
    .innerJoin('app.organisations as t', 't.id', 'r.to_org')
    .selectAll('r')
    .select(['f.short_name as from_name', 't.short_name as to_name'])
}

export async function insertReferral(
  ctx: StaffContext,
  row: Omit<Insertable<AppDeskReferrals>, 'created_at' | 'org_id' | 'by_staff'>,
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .insertInto('app.desk_referrals')
    .values({ ...row, created_at: ctx.now, org_id: orgId, by_staff: staffId })
    .execute()
}

/** The newest last. */
export async function listReferralsOf(
  ctx: Context,
  encounterId: string,
): Promise<readonly DeskReferralRow[]> {
  const rows = await referrals(ctx).where('r.encounter_id', '=', encounterId).orderBy('r.id').execute()
  return rows as readonly DeskReferralRow[]
}

/** What other desks offered to this body: what waits first. */
export async function listReceived(
  ctx: Context,
  orgId: string,
  paging: { readonly offset: number; readonly limit: number },
): Promise<readonly (DeskReferralRow & { readonly total: number })[]> {
  const rows = await referrals(ctx)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('r.to_org', '=', orgId)
    .orderBy(sql`(r.state = 'requested')`, 'desc')
    .orderBy('r.id', 'desc')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  return rows as readonly (DeskReferralRow & { readonly total: number })[]
}

export async function findReferral(ctx: Context, id: string): Promise<DeskReferralRow | undefined> {
  return (await referrals(ctx).where('r.id', '=', id).executeTakeFirst()) as DeskReferralRow | undefined
}

export async function answerReferralRow(
  ctx: StaffContext,
  seen: { readonly id: string; readonly version: number },
  answer: { readonly state: 'accepted' | 'rejected'; readonly reject_reason: string | null },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.desk_referrals')
    .set({
      ...answer,
      answered_at: ctx.now,
      answered_by: ctx.actor.staffId,
      version: seen.version + 1,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '=', 'requested')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
