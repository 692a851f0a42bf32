import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'

/** The next number of this body in this year; two at once get two numbers. */
export async function takeCaseNumber(ctx: Context, orgId: string, year: number): Promise<number> {
  const row = await ctx.tx
    .insertInto('app.case_numbers')
    .values({ org_id: orgId, year, last: 1, created_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'year']).doUpdateSet({ last: sql<number>`app.case_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export async function findOrganisation(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'code_prefix', 'time_zone', 'country', 'short_name', 'kind'])
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
}

export type NewCase = {
  readonly id: string
  readonly code: string
  readonly orgId: string
  readonly keyId: string
  readonly urgency: Urgency
  readonly types: readonly string[]
  readonly country: string | null
  readonly district: string | null
  readonly phase: string
  readonly touchesChild: boolean
  readonly summary: Buffer | null
  readonly assignee: string | null
  readonly demo?: boolean
}

/** The case and the leading body's file on it. */
export async function insertCase(ctx: Context, row: NewCase): Promise<void> {
  await ctx.tx
    .insertInto('app.cases')
    .values({
      id: row.id,
      created_at: ctx.now,
      code: row.code,
      lead_org: row.orgId,
      urgency: row.urgency,
      case_types: [...row.types],
      country: row.country,
      district: row.district,
      phase: row.phase,
      touches_child: row.touchesChild,
      key_id: row.keyId,
      summary_sealed: row.summary,
      demo: row.demo ?? false,
    })
    .execute()
  await ctx.tx
    .insertInto('app.case_files')
    .values({
      case_id: row.id,
      org_id: row.orgId,
      created_at: ctx.now,
      is_lead: true,
      assignee: row.assignee,
      touched_at: ctx.now,
      code: row.code,
      case_state: 'open',
      urgency: row.urgency,
      case_types: [...row.types],
      country: row.country,
      phase: row.phase,
      protected: false,
      touches_child: row.touchesChild,
    })
    .execute()
}

export async function findCaseByCode(ctx: Context, code: string) {
  return ctx.tx.selectFrom('app.cases').selectAll().where('code', '=', code).executeTakeFirst()
}
export async function findCaseById(ctx: Context, caseId: string) {
  return ctx.tx.selectFrom('app.cases').selectAll().where('id', '=', caseId).executeTakeFirst()
}
export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseById>>>

export async function findFile(ctx: Context, caseId: string, orgId: string) {
  return ctx.tx
    .selectFrom('app.case_files as f')
    .leftJoin('app.staff as s', 's.id', 'f.assignee')
    .select([
      'f.assignee',
      'f.state',
      'f.agency_closed_because',
      'f.agency_closed_at',
      'f.touched_at',
      'f.next_due_at',
      'f.is_lead',
      'f.version',
      's.display_name as assignee_name',
    ])
    .where('f.case_id', '=', caseId)
    .where('f.org_id', '=', orgId)
    .executeTakeFirst()
}

/** The own file was worked on; its next clock is the nearest open task. */
export async function touchFile(ctx: Context, caseId: string, orgId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.case_files')
    .set((eb) => ({
      touched_at: ctx.now,
      next_due_at: eb
        .selectFrom('app.tasks as t')
        .select((inner) => inner.fn.min('t.due_at').as('due'))
        .where('t.case_id', '=', caseId)
        .where('t.org_id', '=', orgId)
        .where('t.done_at', 'is', null),
    }))
    .where('case_id', '=', caseId)
    .where('org_id', '=', orgId)
    .execute()
}

export type CaseChange = {
  readonly urgency?: Urgency
  readonly case_types?: string[]
  readonly phase?: string
  readonly country?: string | null
  readonly district?: string | null
  readonly summary_sealed?: Buffer
  readonly wish_sealed?: Buffer
  readonly wish_at?: Date
  readonly next_news_at?: Date | null
  readonly incident_id?: string | null
}

/** Only if it is still the version that the editor saw. */
export async function updateCase(
  ctx: Context,
  caseId: string,
  version: number,
  change: CaseChange,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.cases')
    .set({ ...change, version: version + 1 })
    .where('id', '=', caseId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function markTouchesChild(ctx: Context, caseId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.cases')
    .set({ touches_child: true })
    .where('id', '=', caseId)
    .where('touches_child', '=', false)
    .execute()
}

export async function setClosed(
  ctx: Context,
  caseId: string,
  version: number,
  closing: { readonly because: string; readonly result: string; readonly reason: string },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.cases')
    .set({
      state: 'closed',
      closed_at: ctx.now,
      closed_because: closing.because,
      closed_result: closing.result,
      closed_reason: closing.reason,
      version: version + 1,
    })
    .where('id', '=', caseId)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function setReopened(ctx: Context, caseId: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.cases')
    .set((eb) => ({
      state: 'open',
      closed_at: null,
      closed_because: null,
      closed_result: null,
      closed_reason: null,
      reopened_at: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', caseId)
    .where('state', '=', 'closed')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The agency's own closing, kept apart: it closes the file of one body and never the case. */
export async function setFileState(
  ctx: Context,
  caseId: string,
  orgId: string,
  because: string | null,
): Promise<void> {
  await ctx.tx
    .updateTable('app.case_files')
    .set({
      state: because === null ? 'active' : 'closed',
      agency_closed_because: because,
      agency_closed_at: because === null ? null : ctx.now,
      touched_at: ctx.now,
    })
    .where('case_id', '=', caseId)
    .where('org_id', '=', orgId)
    .execute()
}

export async function setAssignee(
  ctx: Context,
  caseId: string,
  orgId: string,
  staffId: string,
): Promise<void> {
  await ctx.tx
    .updateTable('app.case_files')
    .set((eb) => ({ assignee: staffId, version: eb('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('org_id', '=', orgId)
    .execute()
}

/** Closed cases whose person asked, after the closing, to have them opened again. */
export async function lockReopenRequests(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.cases as c')
    .select(['c.id', 'c.lead_org', 'c.urgency'])
    .where('c.state', '=', 'closed')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('app.messages as m')
          .select('m.id')
          .whereRef('m.case_id', '=', 'c.id')
          .where('m.kind', '=', 'reopen-request')
          .whereRef('m.created_at', '>=', 'c.closed_at'),
      ),
    )
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function reopenFiles(
  ctx: Context,
  caseId: string,
): Promise<readonly { readonly orgId: string; readonly assignee: string | null }[]> {
  await ctx.tx
    .updateTable('app.case_files')
    .set({ state: 'active', agency_closed_at: null, agency_closed_because: null, touched_at: ctx.now })
    .where('case_id', '=', caseId)
    .where('is_lead', '=', true)
    .execute()
  const rows = await ctx.tx
    .selectFrom('app.case_files')
    .select(['org_id', 'assignee'])
    .where('case_id', '=', caseId)
    .where('is_lead', '=', true)
    .execute()
  return rows.map((row) => ({ orgId: row.org_id, assignee: row.assignee }))
}
