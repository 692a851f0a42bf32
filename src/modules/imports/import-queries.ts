import { sql } from 'kysely'
import type { Context, StaffContext } from '#src/platform/db/context.ts'

const COLUMNS = [
  'id',
  'created_at',
  'staff_id',
  'state',
  'format',
  'source',
  'known_rows',
  'total',
  'place',
  'made',
  'updated',
  'skipped',
  'left_out',
  'forget_at',
  'started_at',
  'moved_at',
  'done_at',
  'undone_at',
  'version',
] as const

export type ListState = 'draft' | 'running' | 'stopped' | 'done' | 'undone'
export type KnownRows = 'skip' | 'update'

export type ListImport = {
  readonly id: string
  readonly created_at: Date
  readonly staff_id: string
  readonly state: ListState
  readonly format: 'xlsx' | 'csv'
  readonly source: string
  readonly known_rows: KnownRows
  /** Rows of the file with something in them. */
  readonly total: number
  /** The last row of the file that was worked on. */
  readonly place: number
  readonly made: number
  readonly updated: number
  readonly skipped: number
  readonly left_out: number
  readonly forget_at: Date
  readonly started_at: Date | null
  readonly moved_at: Date | null
  readonly done_at: Date | null
  readonly undone_at: Date | null
  readonly version: number
}

/** One draft at a time: an earlier one that was not taken over goes. */
export async function replaceDraft(
  ctx: StaffContext,
  draft: {
    readonly id: string
    readonly format: string
    readonly source: string
    readonly digest: Buffer
    readonly keyId: string
    readonly sealed: Buffer
    readonly forgetAt: Date
  },
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .deleteFrom('app.list_imports')
    .where('staff_id', '=', staffId)
    .where('state', '=', 'draft')
    .execute()
  await ctx.tx
    .insertInto('app.list_imports')
    .values({
      id: draft.id,
      created_at: ctx.now,
      org_id: orgId,
      staff_id: staffId,
      format: draft.format,
      source: draft.source,
      file_digest: draft.digest,
      key_id: draft.keyId,
      file_sealed: draft.sealed,
      forget_at: draft.forgetAt,
    })
    .execute()
}

export async function deleteDraft(ctx: StaffContext, id: string): Promise<boolean> {
  const done = await ctx.tx
    .deleteFrom('app.list_imports')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export async function findImport(ctx: Context, id: string): Promise<ListImport | undefined> {
  const row = await ctx.tx
    .selectFrom('app.list_imports')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as ListImport | undefined
}

export type SealedImport = ListImport & {
  readonly key_id: string
  readonly file_digest: Buffer
  readonly file_sealed: Buffer | null
  readonly mapping_sealed: Buffer | null
}

/** With what is sealed; `lock` waits for whoever holds it, `claim` does not and finds nothing then. */
export async function findSealed(
  ctx: Context,
  id: string,
  how: 'look' | 'lock' | 'claim',
): Promise<SealedImport | undefined> {
  const query = ctx.tx
    .selectFrom('app.list_imports')
    .select([...COLUMNS, 'key_id', 'file_digest', 'file_sealed', 'mapping_sealed'])
    .where('id', '=', id)
  const row = await (
    how === 'look' ? query : how === 'lock' ? query.forUpdate() : query.forUpdate().skipLocked()
  ).executeTakeFirst()
  return row as SealedImport | undefined
}

export async function isTakenOver(ctx: Context, digest: Buffer): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.list_imports')
    .select('id')
    .where('file_digest', '=', digest)
    .where('state', 'in', ['running', 'stopped', 'done'])
    .executeTakeFirst()
  return row !== undefined
}

export async function setMapping(ctx: Context, id: string, sealed: Buffer): Promise<void> {
  await ctx.tx
    .updateTable('app.list_imports')
    .set((eb) => ({ mapping_sealed: sealed, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** Starts a draft, or goes on with a run that was stopped; whoever does so answers for it. */
export async function setRunning(
  ctx: StaffContext,
  id: string,
  how: { readonly known: KnownRows; readonly total: number },
): Promise<void> {
  await ctx.tx
    .updateTable('app.list_imports')
    .set((eb) => ({
      state: 'running',
      staff_id: ctx.actor.staffId,
      known_rows: how.known,
      total: how.total,
      started_at: eb.fn.coalesce('started_at', eb.val(ctx.now)),
      moved_at: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'stopped'])
    .execute()
}

export type Step = {
  readonly place: number
  readonly made: number
  readonly updated: number
  readonly skipped: number
  readonly left: number
  readonly end: 'more' | 'done'
}

export async function setStep(ctx: Context, id: string, step: Step): Promise<void> {
  await ctx.tx
    .updateTable('app.list_imports')
    .set((eb) => ({
      place: step.place,
      made: eb('made', '+', step.made),
      updated: eb('updated', '+', step.updated),
      skipped: eb('skipped', '+', step.skipped),
      left_out: eb('left_out', '+', step.left),
      moved_at: ctx.now,
      ...(step.end === 'done' && { state: 'done', done_at: ctx.now }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

export async function setStopped(ctx: Context, id: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.list_imports')
    .set((eb) => ({ state: 'stopped', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type NewRow = {
  readonly importId: string
  readonly place: number
  readonly result: 'made' | 'updated' | 'skipped' | 'left'
  readonly caseId?: string
  readonly personId?: string
  readonly ownKey?: Buffer
  readonly id?: string
  readonly keyId?: string
  readonly sealed?: Buffer
  readonly before?: Buffer
}

export async function insertRow(ctx: StaffContext, row: NewRow): Promise<void> {
  await ctx.tx
    .insertInto('app.list_import_rows')
    .values({
      id: row.id ?? ctx.newId(),
      created_at: ctx.now,
      import_id: row.importId,
      org_id: ctx.actor.orgId,
      place: row.place,
      result: row.result,
      case_id: row.caseId ?? null,
      person_id: row.personId ?? null,
      own_key: row.ownKey ?? null,
      key_id: row.keyId ?? null,
      sealed: row.sealed ?? null,
      before_sealed: row.before ?? null,
    })
    .execute()
}

export type EarlierRow = {
  readonly id: string
  readonly case_id: string
  readonly person_id: string | null
  readonly own_key: Buffer
  readonly key_id: string
  readonly sealed: Buffer
  readonly code: string
}

/** The newest row of each number in the lists of the own body, with the case that it made. */
export async function findEarlier(
  ctx: StaffContext,
  ownKeys: readonly Buffer[],
): Promise<readonly EarlierRow[]> {
  if (ownKeys.length === 0) return []
  const { rows } = await sql<EarlierRow>`
    select distinct on (r.own_key) r.id, r.case_id, r.person_id, r.own_key, r.key_id, r.sealed, f.code
    from app.list_import_rows r
    join app.case_files f on f.case_id = r.case_id and f.org_id = r.org_id
    where r.org_id = ${ctx.actor.orgId} and r.own_key = any (${[...ownKeys]}::bytea[])
      and r.taken_back is distinct from 'gone' and r.key_id is not null
    order by r.own_key, r.created_at desc, r.id desc`.execute(ctx.tx)
  return rows
}

/** Which of these rows somebody has worked on since. */
export async function listWorkedOn(ctx: Context, rowIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (rowIds.length === 0) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select id from app.worked_on_rows(${[...rowIds]}::uuid[]) as found (id)`.execute(ctx.tx)
  return new Set(rows.map(({ id }) => id))
}

export type DoneRow = {
  readonly id: string
  readonly place: number
  readonly result: NewRow['result']
  readonly taken_back: 'gone' | 'kept' | null
  readonly code: string | null
}

/** The rows that made or changed a case, with its code where the reader may open it. */
export async function listDoneRows(ctx: StaffContext, importId: string): Promise<readonly DoneRow[]> {
  const rows = await ctx.tx
    .selectFrom('app.list_import_rows as r')
    .leftJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 'r.case_id').onRef('f.org_id', '=', 'r.org_id'),
    )
    .select(['r.id', 'r.place', 'r.result', 'r.taken_back', 'f.code'])
    .where('r.import_id', '=', importId)
    .where('r.result', 'in', ['made', 'updated'])
    .orderBy('r.place')
    .execute()
  return rows as readonly DoneRow[]
}

export async function listUpdatedRows(ctx: StaffContext, importId: string) {
  return ctx.tx
    .selectFrom('app.list_import_rows as r')
    .innerJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 'r.case_id').onRef('f.org_id', '=', 'r.org_id'),
    )
    .select(['r.id', 'r.case_id', 'r.person_id', 'r.key_id', 'r.sealed', 'r.before_sealed', 'f.code'])
    .where('r.import_id', '=', importId)
    .where('r.result', '=', 'updated')
    .execute()
}

/** How many cases stay when it is taken back; undefined: there is nothing to take back. */
export async function takeBack(
  ctx: Context,
  id: string,
  putBack: readonly string[],
): Promise<number | undefined> {
  const { rows } = await sql<{
    stayed: number | null
  }>`select app.take_back_list(${id}::uuid, ${[...putBack]}::uuid[]) as stayed`.execute(ctx.tx)
  return rows[0]?.stayed ?? undefined
}

export async function listImportRows(ctx: StaffContext, limit: number): Promise<readonly ListImport[]> {
  const rows = await ctx.tx
    .selectFrom('app.list_imports')
    .select(COLUMNS)
    .where('org_id', '=', ctx.actor.orgId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows as readonly ListImport[]
}
