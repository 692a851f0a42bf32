import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export const HOLD_REASONS = ['court', 'investigation', 'restitution', 'audit', 'claim'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

export async function insertHold(
  ctx: Context,
  hold: {
    readonly id: string
    readonly orgId: string
    readonly code: string
    readonly reason: HoldReason
    readonly until: string | null
    readonly staffId: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.legal_holds')
    .values({
      id: hold.id,
      created_at: ctx.now,
      org_id: hold.orgId,
      case_code: hold.code,
      reason: hold.reason,
      until: hold.until,
      by_staff: hold.staffId,
    })
    .execute()
}

export async function listHolds(ctx: Context) {
  return ctx.tx
    .selectFrom('app.legal_holds as h')
    .leftJoin('app.staff as s', 's.id', 'h.by_staff')
    .select(['h.id', 'h.case_code', 'h.reason', 'h.by_staff', 's.display_name'])
    .select(sql<string | null>`to_char(h.until, 'YYYY-MM-DD')`.as('until'))
    .where('h.ended_at', 'is', null)
    .orderBy('h.created_at')
    .execute()
}

/** False when it is one's own, gone, or of another body. */
export async function endHold(ctx: Context, id: string, staffId: string): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('app.legal_holds')
    .set((column) => ({ ended_at: ctx.now, ended_by: staffId, version: column('version', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('by_staff', '<>', staffId)
    .executeTakeFirst()
  return row.numUpdatedRows === 1n
}

export async function insertBreach(
  ctx: Context,
  breach: {
    readonly id: string
    readonly orgId: string
    readonly foundAt: Date
    readonly dueAt: Date
    readonly people: number | null
    readonly keyId: string
    readonly sealed: Buffer
    readonly staffId: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.breach_records')
    .values({
      id: breach.id,
      created_at: ctx.now,
      org_id: breach.orgId,
      found_at: breach.foundAt,
      notice_due_at: breach.dueAt,
      people_count: breach.people,
      key_id: breach.keyId,
      sealed: breach.sealed,
      by_staff: breach.staffId,
    })
    .execute()
}

export async function listBreachRows(ctx: Context) {
  return ctx.tx.selectFrom('app.breach_records').selectAll().orderBy('found_at', 'desc').limit(200).execute()
}

export async function findBreach(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.breach_records').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Not after a notice went out: what was told stays what was written. */
export async function updateBreach(
  ctx: Context,
  id: string,
  change: { readonly seen: number; readonly people: number | null; readonly sealed: Buffer },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.breach_records')
    .set((row) => ({ people_count: change.people, sealed: change.sealed, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', change.seen)
    .where('persons_noticed_at', 'is', null)
    .where('authority_noticed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function noteBreachNotice(
  ctx: Context,
  id: string,
  whom: 'persons' | 'authority',
  staffId: string,
): Promise<boolean> {
  const column = whom === 'persons' ? 'persons_noticed_at' : 'authority_noticed_at'
  const done = await ctx.tx
    .updateTable('app.breach_records')
    .set((row) => ({ [column]: ctx.now, noticed_by: staffId, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where(column, 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function listRules(ctx: Context) {
  return ctx.tx.selectFrom('app.retention_rules').selectAll().orderBy('acts').orderBy('kind').execute()
}

export async function countWaiting(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.tx
    .selectFrom('app.retention_proposals')
    .select(['kind', ({ fn }) => fn.countAll<string>().as('count')])
    .where('state', '=', 'waiting')
    .groupBy('kind')
    .execute()
  return new Map(rows.map((row) => [row.kind, Number(row.count)]))
}

/** Decides every waiting proposal of one kind of one's own body; returns their ids. */
export async function decideProposals(
  ctx: Context,
  kind: string,
  state: 'approved' | 'kept',
  staffId: string,
): Promise<readonly string[]> {
  const rows = await ctx.tx
    .updateTable('app.retention_proposals')
    .set((row) => ({ state, decided_by: staffId, decided_at: ctx.now, version: row('version', '+', 1) }))
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

const cutOff = (ctx: Context, days: number): Date => new Date(ctx.now.getTime() - days * 24 * 3600_000)

/** Contacts that are no case, and closed cases, older than their rule and not held. Returns how many are new. */
export async function proposeExpired(
  ctx: Context,
  rule: { readonly kind: string; readonly days: number },
): Promise<number> {
  const before = cutOff(ctx, rule.days)
  const found =
    rule.kind === 'cases'
      ? sql<{
          id: string
          org: string
          at: Date
        }>`select c.id, c.lead_org as org, c.closed_at as at from app.cases c
          where c.state = 'closed' and c.closed_at < ${before} and not app.is_held('case', c.id)
            and not exists (select 1 from app.retention_proposals p where p.subject_kind = 'case' and p.subject_id = c.id) limit 200`
      : sql<{
          id: string
          org: string
          at: Date
        }>`select r.id, r.org_id as org, r.closed_at as at from app.reports r
          where r.state = 'not-a-case' and r.closed_at < ${before}
            and not exists (select 1 from app.retention_proposals p where p.subject_kind = 'report' and p.subject_id = r.id) limit 200`
  const { rows } = await found.execute(ctx.tx)
  if (rows.length === 0) return 0
  await ctx.tx
    .insertInto('app.retention_proposals')
    .values(
      rows.map((row) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        kind: rule.kind,
        org_id: row.org,
        subject_kind: rule.kind === 'cases' ? 'case' : 'report',
        subject_id: row.id,
        expired_at: new Date(row.at.getTime() + rule.days * 24 * 3600_000),
      })),
    )
    .onConflict((conflict) => conflict.columns(['subject_kind', 'subject_id']).doNothing())
    .execute()
  return rows.length
}

/** Technical data that nobody decides about. */
export async function eraseTechnical(ctx: Context, kind: string, days: number): Promise<number> {
  const before = cutOff(ctx, days)
  const { tx } = ctx
  const of = (result: { readonly numDeletedRows: bigint }): number => Number(result.numDeletedRows)
  switch (kind) {
    case 'visitor-counts':
      return of(await tx.deleteFrom('app.rate_hits').where('window_start', '<', before).executeTakeFirst())
    case 'sign-in-sessions':
      return of(await tx.deleteFrom('app.sessions').where('expires_at', '<', before).executeTakeFirst())
    case 'sign-in-challenges':
      return of(
        await tx.deleteFrom('app.sign_in_challenges').where('created_at', '<', before).executeTakeFirst(),
      )
    case 'report-requests':
      return of(
        await tx.deleteFrom('app.report_requests').where('created_at', '<', before).executeTakeFirst(),
      )
    case 'notices':
      return of(await tx.deleteFrom('app.notices').where('created_at', '<', before).executeTakeFirst())
    case 'export-files':
      return of(
        await tx.deleteFrom('app.rights_export_files').where('released_at', '<', before).executeTakeFirst(),
      )
    default:
      return 0
  }
}
