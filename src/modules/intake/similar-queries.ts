import type { Context, StaffContext } from '#src/platform/db/context.ts'

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

export async function insertApart(
  ctx: StaffContext,
  apart: { readonly reportId: string; readonly otherId: string },
): Promise<void> {
  await ctx.tx
    .insertInto('app.kept_apart')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      report_id: apart.reportId,
      other_id: apart.otherId,
    })
    .onConflict((conflict) => conflict.columns(['report_id', 'other_id']).doNothing())
    .execute()
}

/** What was found to be another person than this report's. */
export async function listApart(ctx: Context, reportId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.kept_apart')
    .select('other_id')
    .where('report_id', '=', reportId)
    .execute()
  return rows.map((row) => row.other_id)
}
