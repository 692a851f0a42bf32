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

export const READ_ACTIONS = [
  'opened',
  'searched',
  'exported',
  'listed',
  'printed',
  'opened-protected',
  'signed-in',
  'signed-in-failed',
  'opened-contact',
] as const
export type ReadAction = (typeof READ_ACTIONS)[number]

/** What somebody did, from the verb of the audit log; printing is an opening with that purpose. */
const ACTION = sql<ReadAction>`case
  when a.verb = 'case.opened-in-emergency' then 'opened-protected'
  when a.verb = 'report.number-opened' then 'opened-contact'
  when a.verb = 'session.opened' then 'signed-in'
  when a.verb = 'session.refused' then 'signed-in-failed'
  when a.verb like '%.searched' then 'searched'
  when a.verb like '%.exported' or a.details->>'purpose' = 'export' then 'exported'
  when a.details->>'purpose' = 'print' then 'printed'
  when a.verb like '%listed' then 'listed'
  else 'opened' end`

export type AskedReads = {
  /** Code of a case that the reader may open. */
  readonly code?: string
  readonly caseId?: string
  readonly staffId?: string
  readonly action?: ReadAction
  readonly offset: number
  readonly limit: number
}

/** Who opened, searched, listed or exported what in my organisation, newest first. */
export async function listReads(ctx: Context, orgId: string, wanted: AskedReads) {
  let query = ctx.tx
    .selectFrom('app.audit_log as a')
    .leftJoin('app.staff as s', 's.id', 'a.actor_id')
    .leftJoin('app.cases as c', 'c.id', 'a.case_id')
    .select(['a.id', 'a.created_at', 'a.verb', 'a.case_id', 'a.details', 's.display_name', 'c.code'])
    .select(ACTION.as('action'))
    .where('a.org_id', '=', orgId)
  if (wanted.code !== undefined) query = query.where('c.code', '=', wanted.code)
  if (wanted.caseId !== undefined) query = query.where('a.case_id', '=', wanted.caseId)
  if (wanted.staffId !== undefined) query = query.where('a.actor_id', '=', wanted.staffId)
  if (wanted.action !== undefined) query = query.where(ACTION, '=', wanted.action)
  return query
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .offset(wanted.offset)
    .limit(wanted.limit)
    .execute()
}

/** What happened on a case, from the journal. */
export async function listHistory(ctx: Context, caseId: string, limit: number) {
  return ctx.tx
    .selectFrom('app.journal as j')
    .leftJoin('app.staff as s', 's.id', 'j.actor_id')
    .select(['j.id', 'j.created_at', 'j.verb', 'j.actor_kind', 'j.details', 's.display_name'])
    .where('j.case_id', '=', caseId)
    .orderBy('j.created_at', 'desc')
    .orderBy('j.id', 'desc')
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
