import type { StaffContext } from '#src/platform/db/context.ts'

export async function insertReason(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly kind: string
    readonly reportId: string | null
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.decision_reasons')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      kind: row.kind,
      report_id: row.reportId,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}

export async function listReasonRows(ctx: StaffContext, orgId: string, limit: number) {
  return ctx.tx
    .selectFrom('app.decision_reasons as r')
    .innerJoin('app.staff as s', 's.id', 'r.by_staff')
    .select(['r.id', 'r.created_at', 'r.kind', 'r.key_id', 'r.sealed', 's.display_name'])
    .where('r.org_id', '=', orgId)
    .orderBy('r.created_at', 'desc')
    .limit(limit)
    .execute()
}
