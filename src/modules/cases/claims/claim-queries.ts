import type { Context } from '#src/platform/db/context.ts'

export async function findSheet(ctx: Context, caseId: string, orgId: string, question: string) {
  return ctx.tx
    .selectFrom('app.claim_sheets as c')
    .innerJoin('app.staff as s', 's.id', 'c.by_staff')
    .select(['c.id', 'c.version', 'c.changed_at', 'c.key_id', 'c.sealed', 's.display_name as by_name'])
    .where('c.case_id', '=', caseId)
    .where('c.org_id', '=', orgId)
    .where('c.question', '=', question)
    .executeTakeFirst()
}

type Sheet = {
  readonly id: string
  readonly staffId: string
  readonly sealed: Buffer
}

/** False when a colleague began the same sheet first. */
export async function insertSheet(
  ctx: Context,
  row: Sheet & {
    readonly caseId: string
    readonly orgId: string
    readonly question: string
    readonly keyId: string
  },
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.claim_sheets')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      question: row.question,
      by_staff: row.staffId,
      changed_at: ctx.now,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'org_id', 'question']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function updateSheet(ctx: Context, row: Sheet & { readonly version: number }): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.claim_sheets')
    .set({ by_staff: row.staffId, changed_at: ctx.now, sealed: row.sealed, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
