import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export async function setProtected(
  ctx: Context,
  caseId: string,
  version: number,
  because: string,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.cases')
    .set({ protected: true, protected_because: because, version: version + 1 })
    .where('id', '=', caseId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type NewReader = {
  readonly id: string
  readonly caseId: string
  readonly orgId: string
  readonly staffId: string
  readonly namedBy: string
  readonly until: Date | null
  /** Only in an emergency: the reason, sealed under a key of its own. */
  readonly reason?: { readonly keyId: string; readonly sealed: Buffer }
}

export async function insertReader(ctx: Context, reader: NewReader): Promise<void> {
  await ctx.tx
    .insertInto('app.protected_readers')
    .values({
      id: reader.id,
      created_at: ctx.now,
      case_id: reader.caseId,
      org_id: reader.orgId,
      staff_id: reader.staffId,
      named_by: reader.namedBy,
      until: reader.until,
      emergency: reader.reason !== undefined,
      key_id: reader.reason?.keyId ?? null,
      reason_sealed: reader.reason?.sealed ?? null,
    })
    .execute()
}

/** The id of a protected case of the own organisation by its code; for a case that does not exist the same undefined. */
export async function findEmergencyCase(ctx: Context, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select app.emergency_case(${code}) as id`.execute(ctx.tx)
  return rows[0]?.id ?? undefined
}

export async function listReaders(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.protected_readers as r')
    .innerJoin('app.staff as s', 's.id', 'r.staff_id')
    .select(['r.id', 'r.staff_id', 's.display_name', 'r.emergency', 'r.until', 'r.ended_at', 'r.created_at'])
    .where('r.case_id', '=', caseId)
    .where('r.ended_at', 'is', null)
    .orderBy('r.created_at')
    .execute()
}

export async function endReader(ctx: Context, readerId: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.protected_readers')
    .set({ ended_at: ctx.now })
    .where('id', '=', readerId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Emergency openings of the own organisation that nobody reviewed yet. */
export async function listUnreviewed(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.protected_readers as r')
    .innerJoin('app.staff as s', 's.id', 'r.staff_id')
    .select([
      'r.id',
      'r.case_id',
      'r.staff_id',
      'r.created_at',
      'r.until',
      'r.key_id',
      'r.reason_sealed',
      's.display_name',
    ])
    .where('r.org_id', '=', orgId)
    .where('r.emergency', '=', true)
    .where('r.reviewed_at', 'is', null)
    .orderBy('r.created_at')
    .execute()
}

export async function setReviewed(
  ctx: Context,
  readerId: string,
  staffId: string,
  review: 'justified' | 'not-justified',
): Promise<string | undefined> {
  const row = await ctx.tx
    .updateTable('app.protected_readers')
    .set({ reviewed_by: staffId, reviewed_at: ctx.now, review })
    .where('id', '=', readerId)
    .where('emergency', '=', true)
    .where('staff_id', '<>', staffId)
    .where('reviewed_at', 'is', null)
    .returning('case_id')
    .executeTakeFirst()
  return row?.case_id
}
