import type { Context } from '#src/platform/db/context.ts'

/** Does this body work in another installation? Then its staff, its clocks and its next steps are there. */
export async function isElsewhere(ctx: Context, orgId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.organisations')
    .select('partner_id')
    .where('id', '=', orgId)
    .executeTakeFirst()
  return row?.partner_id != null
}

/** The people of the other installation said that they stopped; the task that stood for it here is done by nobody of ours. */
export async function closeStopTasks(ctx: Context, referralId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.tasks')
    .set({ done_at: ctx.now })
    .where('referral_id', '=', referralId)
    .where('kind', '=', 'stop-using')
    .where('done_at', 'is', null)
    .execute()
}

export async function setPackage(
  ctx: Context,
  id: string,
  change: {
    readonly package_sealed: Buffer
    readonly package_digest: Buffer
    readonly expires_at: Date | null
  },
): Promise<void> {
  await ctx.tx.updateTable('app.referrals').set(change).where('id', '=', id).execute()
}
