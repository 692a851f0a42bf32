import type { Context } from '#src/platform/db/context.ts'

/** What of a case decides who is competent: columns in clear only. The person concerned first. */
export async function findCompetenceFacts(ctx: Context, caseId: string) {
  const row = await ctx.tx
    .selectFrom('app.cases')
    .select(['country', 'district', 'phase'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  const person = await ctx.tx
    .selectFrom('app.case_persons as cp')
    .innerJoin('app.persons as p', 'p.id', 'cp.person_id')
    .select(['cp.category', 'cp.phase', 'p.origin_district'])
    .where('cp.case_id', '=', caseId)
    .where('cp.ended_at', 'is', null)
    .where(({ eb, fn }) => eb(eb.val('concerned'), '=', fn.any('cp.roles')))
    .orderBy('cp.id')
    .limit(1)
    .executeTakeFirst()
  return {
    country: row?.country ?? null,
    district: row?.district ?? null,
    phase: person && person.phase !== 'unknown' ? person.phase : row?.phase,
    category: person?.category,
    originDistrict: person?.origin_district ?? null,
  }
}
