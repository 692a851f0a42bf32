import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export type Load = {
  readonly staffId: string | null
  readonly urgency: string
  readonly active: number
  readonly overdue: number
  readonly untouched: number
}

/** Active files by officer and urgency; `touchedBefore` decides what counts as untouched. */
export async function countLoad(ctx: Context, orgId: string, touchedBefore: Date): Promise<readonly Load[]> {
  const rows = await ctx.tx
    .selectFrom('app.case_files')
    .select((eb) => [
      'assignee',
      'urgency',
      eb.fn.countAll<string>().as('active'),
      sql<string>`count(*) filter (where next_due_at < ${ctx.now})`.as('overdue'),
      sql<string>`count(*) filter (where touched_at < ${touchedBefore})`.as('untouched'),
    ])
    .where('org_id', '=', orgId)
    .where('state', '=', 'active')
    .where('case_state', '=', 'open')
    .groupBy(['assignee', 'urgency'])
    .execute()
  return rows.map((row) => ({
    staffId: row.assignee,
    urgency: row.urgency,
    active: Number(row.active),
    overdue: Number(row.overdue),
    untouched: Number(row.untouched),
  }))
}

export async function listUntouched(ctx: Context, orgId: string, touchedBefore: Date, limit: number) {
  return ctx.tx
    .selectFrom('app.case_files')
    .select([
      'case_id',
      'code',
      'case_state',
      'urgency',
      'case_types',
      'country',
      'touches_child',
      'assignee',
      'next_due_at',
      'touched_at',
    ])
    .where('org_id', '=', orgId)
    .where('state', '=', 'active')
    .where('case_state', '=', 'open')
    .where('touched_at', '<', touchedBefore)
    .orderBy('touched_at')
    .limit(limit)
    .execute()
}

/** Who opened, searched, listed or exported what in my organisation, newest first. */
export async function listReads(
  ctx: Context,
  orgId: string,
  wanted: {
    readonly caseId?: string
    readonly staffId?: string
    readonly offset: number
    readonly limit: number
  },
) {
  let query = ctx.tx
    .selectFrom('app.audit_log as a')
    .leftJoin('app.staff as s', 's.id', 'a.actor_id')
    .leftJoin('app.cases as c', 'c.id', 'a.case_id')
    .select([
      'a.id',
      'a.created_at',
      'a.verb',
      'a.subject_kind',
      'a.subject_id',
      'a.case_id',
      'a.details',
      's.display_name',
      'c.code',
    ])
    .where('a.org_id', '=', orgId)
  if (wanted.caseId !== undefined) query = query.where('a.case_id', '=', wanted.caseId)
  if (wanted.staffId !== undefined) query = query.where('a.actor_id', '=', wanted.staffId)
  return query.orderBy('a.created_at', 'desc').offset(wanted.offset).limit(wanted.limit).execute()
}

/** What happened on a case, from the journal. */
export async function listHistory(ctx: Context, caseId: string, limit: number) {
  return ctx.tx
    .selectFrom('app.journal as j')
    .leftJoin('app.staff as s', 's.id', 'j.actor_id')
    .select(['j.id', 'j.created_at', 'j.verb', 'j.actor_kind', 'j.details', 's.display_name'])
    .where('j.case_id', '=', caseId)
    .orderBy('j.created_at', 'desc')
    .limit(limit)
    .execute()
}

/** Files of an officer that go to another, only those of some urgencies. */
export async function listFilesOf(
  ctx: Context,
  orgId: string,
  staffId: string,
  urgencies: readonly string[],
): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.case_files')
    .select('case_id')
    .where('org_id', '=', orgId)
    .where('assignee', '=', staffId)
    .where('state', '=', 'active')
    .where('urgency', 'in', [...urgencies])
    .execute()
  return rows.map((row) => row.case_id)
}
