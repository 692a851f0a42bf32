import type { Context } from '#src/platform/db/context.ts'

/** A body that takes reports, and the places it answers for. */
export type Desk = {
  readonly id: string
  readonly slug: string
  readonly kind: string
  readonly nameId: string
  readonly nameEn: string
  readonly country: string | null
  readonly timeZone: string
  readonly demo: boolean
  readonly covers: readonly Coverage[]
}

export type Coverage = { readonly country: string; readonly district: string | null; readonly rank: number }

export async function listDesks(ctx: Context): Promise<readonly Desk[]> {
  const rows = await ctx.tx
    .selectFrom('app.organisations as o')
    .leftJoin('app.desk_coverage as c', 'c.org_id', 'o.id')
    .select(['o.id', 'o.slug', 'o.kind', 'o.name_id', 'o.name_en', 'o.country', 'o.time_zone', 'o.demo'])
    .select(['c.country as covered_country', 'c.district as covered_district', 'c.rank'])
    .where('o.takes_reports', '=', true)
    .where('o.active', '=', true)
    .orderBy('o.slug')
    .execute()
  const desks = new Map<string, Desk & { covers: Coverage[] }>()
  for (const row of rows) {
    const { id, slug, kind, country, demo } = row
    const desk = desks.get(id) ?? {
      id,
      slug,
      kind,
      country,
      demo,
      nameId: row.name_id,
      nameEn: row.name_en,
      timeZone: row.time_zone,
      covers: [],
    }
    if (row.covered_country !== null)
      desk.covers.push({ country: row.covered_country, district: row.covered_district, rank: row.rank ?? 1 })
    desks.set(id, desk)
  }
  return [...desks.values()]
}

/** The names of a body, also of one that takes no reports any more. */
export async function findBodyName(
  ctx: Context,
  id: string,
): Promise<{ readonly nameId: string; readonly nameEn: string } | undefined> {
  const row = await ctx.tx
    .selectFrom('app.organisations')
    .select(['name_id', 'name_en'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { nameId: row.name_id, nameEn: row.name_en }
}
