import type { Context } from '#src/platform/db/context.ts'

/** The supervisor of the demonstration's body abroad; undefined where a list is stored already, or without a demonstration. */
export async function findDemoSupervisor(
  ctx: Context,
): Promise<{ readonly staffId: string; readonly orgId: string } | undefined> {
  const before = await ctx.tx.selectFrom('app.list_imports').select('id').limit(1).executeTakeFirst()
  if (before) return undefined
  const row = await ctx.tx
    .selectFrom('app.staff_roles as r')
    .innerJoin('app.organisations as o', 'o.id', 'r.org_id')
    .select(['r.staff_id', 'r.org_id'])
    .where('o.demo', '=', true)
    .where('o.code_prefix', '=', 'JHB')
    .where('r.role', '=', 'supervisor')
    .where('r.ended_at', 'is', null)
    .orderBy('r.created_at')
    .limit(1)
    .executeTakeFirst()
  return row && { staffId: row.staff_id, orgId: row.org_id }
}
