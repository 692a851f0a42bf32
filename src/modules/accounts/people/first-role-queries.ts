import type { Context } from '#src/platform/db/context.ts'

/** Only for the keeper: set up from the machine itself, without a second person. */
export async function insertFirstRole(
  ctx: Context,
  role: { readonly staffId: string; readonly orgId: string; readonly role: string },
): Promise<void> {
  await ctx.tx
    .insertInto('app.staff_roles')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      staff_id: role.staffId,
      org_id: role.orgId,
      role: role.role,
      first_set_up: true,
      confirmed_at: ctx.now,
    })
    .execute()
}

export async function countAdmins(ctx: Context): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('app.staff_roles')
    .select('id')
    .where('role', '=', 'installation-admin')
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  return rows.length
}
