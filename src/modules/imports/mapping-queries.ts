import type { StaffContext } from '#src/platform/db/context.ts'

export async function findMapping(ctx: StaffContext, signature: Buffer) {
  return ctx.tx
    .selectFrom('app.list_mappings')
    .select(['id', 'key_id', 'sealed', 'used_at'])
    .where('org_id', '=', ctx.actor.orgId)
    .where('signature', '=', signature)
    .executeTakeFirst()
}

export async function insertMapping(
  ctx: StaffContext,
  row: { readonly id: string; readonly signature: Buffer; readonly keyId: string; readonly sealed: Buffer },
): Promise<void> {
  await ctx.tx
    .insertInto('app.list_mappings')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      signature: row.signature,
      key_id: row.keyId,
      sealed: row.sealed,
      used_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateMapping(ctx: StaffContext, id: string, sealed: Buffer): Promise<void> {
  await ctx.tx
    .updateTable('app.list_mappings')
    .set({ sealed, used_at: ctx.now })
    .where('id', '=', id)
    .execute()
}
