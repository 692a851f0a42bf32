import type { Context } from '#src/platform/db/context.ts'

/** Hand-overs of any body: the demonstration was filled before. */
export async function hasHandOvers(ctx: Context): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.hand_overs').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** An invented organisation in another country: a receiver abroad, without staff here. */
export async function insertBodyAbroad(ctx: Context): Promise<string> {
  const slug = 'rumah-melati'
  const before = await ctx.tx
    .selectFrom('app.organisations')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (before) return before.id
  const id = ctx.newId()
  await ctx.tx
    .insertInto('app.organisations')
    .values({
      id,
      slug,
      kind: 'ngo',
      name_id: 'Rumah Melati, Malaysia (demo)',
      name_en: 'Rumah Melati, Malaysia (demo)',
      short_name: 'Rumah Melati',
      code_prefix: 'RML',
      time_zone: 'Asia/Kuala_Lumpur',
      country: 'MY',
      takes_reports: false,
      demo: true,
    })
    .execute()
  return id
}
