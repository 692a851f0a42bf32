import type { StaffContext } from '#src/platform/db/context.ts'

/** False when the case stands behind the gap already. */
export async function insertGapCase(ctx: StaffContext, gapId: string, caseId: string): Promise<boolean> {
  const added = await ctx.tx
    .insertInto('app.gap_cases')
    .values({
      gap_id: gapId,
      case_id: caseId,
      org_id: ctx.actor.orgId,
      created_at: ctx.now,
      by_staff: ctx.actor.staffId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function deleteGapCase(ctx: StaffContext, gapId: string, caseId: string): Promise<boolean> {
  const done = await ctx.tx
    .deleteFrom('app.gap_cases')
    .where('gap_id', '=', gapId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

const MOST_CASES = 200

/** Codes of the cases behind a gap that this reader may open; the policies leave out every other. */
export async function selectCasesOfGap(ctx: StaffContext, gapId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.gap_cases as x')
    .innerJoin('app.cases as c', 'c.id', 'x.case_id')
    .select('c.code')
    .where('x.gap_id', '=', gapId)
    .orderBy('x.created_at', 'desc')
    .limit(MOST_CASES)
    .execute()
  return rows.map((row) => row.code)
}

export async function selectGapsOfCase(ctx: StaffContext, caseId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.gap_cases')
    .select('gap_id')
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => row.gap_id)
}
