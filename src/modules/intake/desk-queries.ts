import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'

/** Bodies of this installation, with what a decision about desks needs. */
export async function listBodies(ctx: Context) {
  const rows = await ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'kind', 'short_name', 'parent_id', 'country', 'time_zone', 'takes_reports', 'active'])
    .orderBy('short_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.short_name,
    parentId: row.parent_id,
    country: row.country,
    timeZone: row.time_zone,
    takesReports: row.takes_reports && row.active,
  }))
}
export type Body = Awaited<ReturnType<typeof listBodies>>[number]

export async function getDesk(ctx: Context, orgId: string): Promise<Body> {
  const body = (await listBodies(ctx)).find((each) => each.id === orgId)
  if (!body) throw new NotFoundError('organisation.not-found')
  return body
}

/** The overdue of this pass; other processes skip what we hold. */
export async function lockOverdue(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'org_id', 'urgency', 'kept_from_orgs', 'moved_count'])
    .where('state', '=', 'waiting')
    .where('respond_by', '<=', ctx.now)
    .orderBy('respond_by')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Every desk that had it: a report does not go round in a circle. */
export async function listDesksOf(
  ctx: Context,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (reportIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('app.report_desks')
    .select(['report_id', 'org_id'])
    .where('report_id', 'in', [...reportIds])
    .execute()
  const desks = new Map<string, string[]>()
  for (const row of rows) desks.set(row.report_id, [...(desks.get(row.report_id) ?? []), row.org_id])
  return desks
}

/** Moves a report with everything that hangs on it. False when the move is not allowed (kept from that body, already taken …). */
export async function moveRow(
  ctx: Context,
  move: {
    readonly reportId: string
    readonly target: string
    readonly due: Date
    readonly why: 'silent' | 'moved'
  },
): Promise<boolean> {
  const { rows } = await sql<{
    moved: boolean
  }>`select app.move_report(${move.reportId}, ${move.target}, ${move.due}, ${move.why}, ${ctx.newId()}) as moved`.execute(
    ctx.tx,
  )
  return rows[0]?.moved === true
}

/** Nobody stands above this desk: the clock starts again here, and it shows as overdue on Today. */
export async function restartClock(ctx: Context, reportId: string, due: Date): Promise<void> {
  await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({ respond_by: due, version: eb('version', '+', 1) }))
    .where('id', '=', reportId)
    .where('state', '=', 'waiting')
    .execute()
}
