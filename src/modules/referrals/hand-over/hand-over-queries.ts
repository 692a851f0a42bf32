import type { Selectable } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { AppHandOvers } from '#src/platform/db/schema.generated.ts'
import { REFERRAL_COLUMNS, type ReferralRow } from '#src/modules/referrals/referral-queries.ts'

export type HandOverRow = Selectable<AppHandOvers>

export async function insertHandOver(ctx: Context, row: Omit<HandOverRow, 'created_at'>): Promise<void> {
  await ctx.tx
    .insertInto('app.hand_overs')
    .values({ ...row, created_at: ctx.now })
    .execute()
}

export async function findHandOver(ctx: Context, id: string): Promise<HandOverRow | undefined> {
  return ctx.tx.selectFrom('app.hand_overs').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The tasks in the order in which they were offered. */
export async function listTasks(ctx: Context, handOverId: string): Promise<readonly ReferralRow[]> {
  return ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where('hand_over_id', '=', handOverId)
    .orderBy('id')
    .execute()
}
