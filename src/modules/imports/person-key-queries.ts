import type { Context } from '#src/platform/db/context.ts'

/** The key under which everything about a person is sealed. */
export async function findPersonKey(ctx: Context, personId: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('app.persons')
    .select('key_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.key_id
}
