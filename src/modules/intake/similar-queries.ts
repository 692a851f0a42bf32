import type { Context } from '#src/platform/db/context.ts'

/** Reports that the reader may see; those in protected cases are not among them. */
export async function listOtherReports(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.tx
    .selectFrom('app.reports as r')
    .leftJoin('app.cases as c', 'c.id', 'r.case_id')
    .select(['r.id', 'r.created_at', 'r.key_id', 'r.sealed', 'r.case_id', 'c.code'])
    .where('r.id', 'in', [...ids])
    .execute()
}

export async function listCasesOfPersons(ctx: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.case_persons as p')
    .innerJoin('app.cases as c', 'c.id', 'p.case_id')
    .select(['p.person_id', 'p.case_id', 'c.code', 'c.country', 'c.created_at'])
    .where('p.person_id', 'in', [...personIds])
    .orderBy('c.created_at', 'desc')
    .execute()
}
