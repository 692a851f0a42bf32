import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'

/** A report of the own desk, or NotFoundError: also when it is another's. */
export async function getReport(ctx: Context, reportId: string) {
  const row = await ctx.tx.selectFrom('app.reports').selectAll().where('id', '=', reportId).executeTakeFirst()
  if (!row) throw new NotFoundError('report.not-found')
  return { ...row, urgency: row.urgency as Urgency }
}
export type ReportRow = Awaited<ReturnType<typeof getReport>>

/** What the reporter wrote, opened with the report's own key. */
export async function openDraft(
  ctx: Context,
  row: Pick<ReportRow, 'id' | 'key_id' | 'sealed'>,
): Promise<ReportDraft> {
  const key = await loadKey(ctx, row.key_id)
  return key.openJson<ReportDraft>(`reports.sealed/${row.id}`, row.sealed)
}

export async function markOpened(ctx: Context, reportId: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set({ opened_at: ctx.now })
    .where('id', '=', reportId)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Compare and set: of two officers at once, one gets true. */
export async function setTaken(ctx: Context, reportId: string, staffId: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({
      state: 'taken',
      taken_by: staffId,
      taken_at: ctx.now,
      opened_at: sql<Date>`coalesce(opened_at, ${ctx.now})`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', reportId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Who holds a taken report; the name is of a colleague. */
export async function findTaker(
  ctx: Context,
  reportId: string,
): Promise<{ readonly id: string; readonly name: string; readonly at: Date } | undefined> {
  const row = await ctx.tx
    .selectFrom('app.reports as r')
    .innerJoin('app.staff as s', 's.id', 'r.taken_by')
    .select(['s.id', 's.display_name', 'r.taken_at'])
    .where('r.id', '=', reportId)
    .executeTakeFirst()
  return row?.taken_at ? { id: row.id, name: row.display_name, at: row.taken_at } : undefined
}

export type Triage = {
  readonly urgency: Urgency
  readonly caseTypes: readonly string[]
  readonly respondBy: Date
}

export async function setTriage(
  ctx: Context,
  reportId: string,
  version: number,
  staffId: string,
  triage: Triage,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set({
      urgency: triage.urgency,
      case_types: [...triage.caseTypes],
      respond_by: triage.respondBy,
      urgency_set_by: staffId,
      version: version + 1,
    })
    .where('id', '=', reportId)
    .where('version', '=', version)
    .where('state', 'in', ['waiting', 'taken'])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function setInCase(
  ctx: Context,
  reportId: string,
  caseId: string,
  joinedAs: 'concerned' | 'other' | null,
): Promise<boolean> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({
      state: 'in-case',
      case_id: caseId,
      joined_as: joinedAs,
      taken_by: sql<string>`coalesce(taken_by, ${staffId})`,
      taken_at: sql<Date>`coalesce(taken_at, ${ctx.now})`,
      opened_at: sql<Date>`coalesce(opened_at, ${ctx.now})`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', reportId)
    .where('state', 'in', ['waiting', 'taken'])
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await ctx.tx
    .updateTable('app.messages')
    .set({ case_id: caseId })
    .where('report_id', '=', reportId)
    .execute()
  await ctx.tx
    .updateTable('app.attachments')
    .set({ case_id: caseId })
    .where('report_id', '=', reportId)
    .execute()
  return true
}

export type ClosedAs = 'information' | 'silent' | 'abusive' | 'duplicate' | 'junk' | 'test' | 'wrong-number'

export async function setNotACase(
  ctx: Context,
  reportIds: readonly string[],
  closedAs: ClosedAs,
  bulkId: string | null,
): Promise<number> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({
      state: 'not-a-case',
      closed_as: closedAs,
      closed_at: ctx.now,
      bulk_id: bulkId,
      version: eb('version', '+', 1),
    }))
    .where('id', 'in', [...reportIds])
    .where('state', 'in', ['waiting', 'taken'])
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function listByIds(ctx: Context, reportIds: readonly string[]) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'state', 'danger', 'urgency', 'opened_at', 'org_id'])
    .where('id', 'in', [...reportIds])
    .execute()
}

/** Undoes a bulk close made at or after `since`; what was taken before waits again, its clock runs on. */
export async function undoBulk(ctx: Context, bulkId: string, since: Date): Promise<number> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({
      state: 'waiting',
      closed_as: null,
      closed_at: null,
      bulk_id: null,
      taken_by: null,
      taken_at: null,
      version: eb('version', '+', 1),
    }))
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'not-a-case')
    .where('closed_at', '>=', since)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function undoOne(ctx: Context, reportId: string, since: Date): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({
      state: 'waiting',
      closed_as: null,
      closed_at: null,
      bulk_id: null,
      taken_by: null,
      taken_at: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', reportId)
    .where('state', '=', 'not-a-case')
    .where('closed_as', '<>', 'withdrawn')
    .where('closed_at', '>=', since)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function listAttachments(ctx: Context, reportId: string) {
  return ctx.tx
    .selectFrom('app.attachments')
    .select(['id', 'media_type', 'size_bytes', 'created_at', 'sender'])
    .where('report_id', '=', reportId)
    .orderBy('created_at')
    .execute()
}

/** Where it came from, when it moved here. */
export async function findMove(
  ctx: Context,
  reportId: string,
  orgId: string,
): Promise<{ readonly from: string; readonly at: Date } | undefined> {
  const row = await ctx.tx
    .selectFrom('app.report_desks as d')
    .innerJoin('app.organisations as o', 'o.id', 'd.org_id')
    .select(['o.short_name', 'd.until'])
    .where('d.report_id', '=', reportId)
    .where('d.next_org_id', '=', orgId)
    .orderBy('d.until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.until ? { from: row.short_name, at: row.until } : undefined
}
