import type { Context } from '#src/platform/db/context.ts'

export async function findForJob(ctx: Context, reportId: string) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'org_id', 'state', 'urgency', 'signals', 'case_id', 'taken_by'])
    .where('id', '=', reportId)
    .executeTakeFirst()
}

/** What arrived from a holder of the code: where it went, and who works on it. */
export async function findArrival(
  ctx: Context,
  arrived: { readonly messageId: string } | { readonly attachmentId: string },
) {
  return 'messageId' in arrived
    ? ctx.tx
        .selectFrom('app.messages')
        .select(['id', 'report_id', 'case_id', 'org_id', 'kind'])
        .where('id', '=', arrived.messageId)
        .executeTakeFirst()
    : ctx.tx
        .selectFrom('app.attachments')
        .select(['id', 'report_id', 'case_id', 'org_id'])
        .where('id', '=', arrived.attachmentId)
        .executeTakeFirst()
}

export async function findAssignee(ctx: Context, caseId: string, orgId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.case_files')
    .select('assignee')
    .where('case_id', '=', caseId)
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return row?.assignee ?? undefined
}
