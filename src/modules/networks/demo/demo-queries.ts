import type { Context } from '#src/platform/db/context.ts'

export async function hasMentions(ctx: Context): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.network_mentions').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

export async function findDemoStaff(ctx: Context, signInName: string) {
  return ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.organisations as o', 'o.id', 's.org_id')
    .select(['s.id', 's.org_id'])
    .where('s.sign_in_name', '=', signInName)
    .where('o.demo', '=', true)
    .executeTakeFirst()
}
