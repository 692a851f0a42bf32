import type { Context } from '#src/platform/db/context.ts'

export type DemoOfficer = { readonly id: string; readonly org_id: string }

/** The invented officers of the desk and of one body that helps; undefined where one is missing, or the desk has records. */
export async function findDemoOfficers(
  ctx: Context,
  names: readonly string[],
): Promise<readonly DemoOfficer[] | undefined> {
  const rows = await ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.organisations as o', 'o.id', 's.org_id')
    .select(['s.id', 's.org_id', 's.sign_in_name'])
    .where('o.demo', '=', true)
    .where('s.sign_in_name', 'in', [...names])
    .execute()
  const found = names.flatMap((name) => rows.find((row) => row.sign_in_name === name) ?? [])
  const there = await ctx.tx.selectFrom('app.desk_encounters').select('id').limit(1).executeTakeFirst()
  return found.length === names.length && there === undefined ? found : undefined
}
