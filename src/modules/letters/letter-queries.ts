import type { Context } from '#src/platform/db/context.ts'

/** Names of safe houses in both languages, so that no letter says one. */
export async function listShelterNames(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.directory_bodies')
    .select(['name_id', 'name_en'])
    .where('kind', '=', 'shelter')
    .execute()
  return rows.flatMap((row) => [row.name_id, row.name_en])
}
