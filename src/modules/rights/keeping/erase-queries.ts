import type { Context } from '#src/platform/db/context.ts'

export type Subject = { readonly kind: string; readonly id: string }

/** Destroys every key of a subject and forgets how to find it. Row security allows only what two persons or an expiry named. */
export async function destroyKeys(ctx: Context, subject: Subject): Promise<number> {
  const done = await ctx.tx
    .updateTable('app.data_keys')
    .set({ wrapped: null, destroyed_at: ctx.now })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('destroyed_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows > 0n) {
    await ctx.tx.deleteFrom('app.search_tokens').where('subject_id', '=', subject.id).execute()
    await ctx.tx.deleteFrom('app.match_keys').where('subject_id', '=', subject.id).execute()
    await forgetMentions(ctx, subject.id)
  }
  return Number(done.numUpdatedRows)
}

export async function lockErasure(ctx: Context, requestId: string) {
  return ctx.tx
    .selectFrom('app.rights_requests')
    .select(['id', 'org_id', 'report_id', 'case_id', 'kind', 'state', 'told_orgs'])
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
}

export async function listErasing(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.rights_requests')
    .select('id')
    .where('state', '=', 'erasing')
    .execute()
  return rows.map((row) => row.id)
}

export async function finishErasure(ctx: Context, requestId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.rights_scope')
    .set({ erased_at: ctx.now })
    .where('request_id', '=', requestId)
    .execute()
  await ctx.tx
    .updateTable('app.rights_requests')
    .set((row) => ({ state: 'answered', answered_at: ctx.now, version: row('version', '+', 1) }))
    .where('id', '=', requestId)
    .execute()
}

export async function countKeysLeft(ctx: Context, subjects: readonly Subject[]): Promise<number> {
  let left = 0
  for (const subject of subjects) {
    const row = await ctx.tx
      .selectFrom('app.data_keys')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .where('destroyed_at', 'is', null)
      .executeTakeFirstOrThrow()
    left += Number(row.count)
  }
  return left
}

export async function lockProposal(ctx: Context, proposalId: string) {
  return ctx.tx
    .selectFrom('app.retention_proposals')
    .selectAll()
    .where('id', '=', proposalId)
    .where('state', '=', 'approved')
    .forUpdate()
    .executeTakeFirst()
}

export async function listApproved(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.retention_proposals')
    .select('id')
    .where('state', '=', 'approved')
    .execute()
  return rows.map((row) => row.id)
}

/** The case, the reports that became it, and the persons who are in no other case. */
export async function subjectsOfCase(ctx: Context, caseId: string): Promise<readonly Subject[]> {
  const reports = await ctx.tx.selectFrom('app.reports').select('id').where('case_id', '=', caseId).execute()
  const persons = await ctx.tx
    .selectFrom('app.case_persons as p')
    .select('p.person_id')
    .where('p.case_id', '=', caseId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('app.case_persons as o')
            .select('o.id')
            .whereRef('o.person_id', '=', 'p.person_id')
            .where('o.case_id', '<>', caseId),
        ),
      ),
    )
    .execute()
  return [
    { kind: 'case', id: caseId },
    ...reports.map((row) => ({ kind: 'report', id: row.id })),
    ...persons.map((row) => ({ kind: 'person', id: row.person_id })),
  ]
}

export async function finishProposal(ctx: Context, proposalId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.retention_proposals')
    .set((row) => ({ state: 'erased', version: row('version', '+', 1) }))
    .where('id', '=', proposalId)
    .execute()
}

/** What an erased case or tip said of recruiters goes with it, and every link that rested on it. */
async function forgetMentions(ctx: Context, fileId: string): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('app.network_mentions')
    .select('id')
    .where((eb) => eb.or([eb('case_id', '=', fileId), eb('report_id', '=', fileId)]))
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return
  await ctx.tx
    .deleteFrom('app.network_links')
    .where((eb) => eb.or([eb('left_mention', 'in', ids), eb('right_mention', 'in', ids)]))
    .execute()
  await ctx.tx.deleteFrom('app.network_asks').where('mention_id', 'in', ids).execute()
  await ctx.tx.deleteFrom('app.network_mentions').where('id', 'in', ids).execute()
}
