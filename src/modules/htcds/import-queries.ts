import { sql } from 'kysely'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { DateOrder } from '#src/domain/htcds/dates.ts'
import type { TrueRow } from '#src/domain/htcds/read-table.ts'

const COLUMNS = [
  'id',
  'created_at',
  'staff_id',
  'state',
  'format',
  'source',
  'certainty',
  'true_row',
  'date_order',
  'records',
  'done_at',
  'undone_at',
  'version',
] as const

export type ImportRow = {
  readonly id: string
  readonly created_at: Date
  readonly staff_id: string
  readonly state: 'draft' | 'done' | 'undone'
  readonly format: string
  readonly source: string
  readonly certainty: string
  readonly true_row: TrueRow | null
  readonly date_order: DateOrder | null
  readonly records: number | null
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
    readonly certainty: string
    readonly digest: Buffer
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .deleteFrom('app.htcds_imports')
    .where('staff_id', '=', staffId)
    .where('state', '=', 'draft')
    .execute()
  await ctx.tx
    .insertInto('app.htcds_imports')
    .values({
      id: draft.id,
      created_at: ctx.now,
      org_id: orgId,
      staff_id: staffId,
      format: draft.format,
      source: draft.source,
      certainty: draft.certainty,
      file_digest: draft.digest,
      key_id: draft.keyId,
      cells_sealed: draft.sealed,
    })
    .execute()
}

export async function findImport(ctx: Context, id: string): Promise<ImportRow | undefined> {
  const row = await ctx.tx
    .selectFrom('app.htcds_imports')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as ImportRow | undefined
}

/** The draft with its cells; `lock` waits for whoever is taking it over. */
export async function findDraft(ctx: Context, id: string, lock: 'lock' | 'look') {
  const query = ctx.tx
    .selectFrom('app.htcds_imports')
    .select([...COLUMNS, 'key_id', 'cells_sealed', 'file_digest'])
    .where('id', '=', id)
    .where('state', '=', 'draft')
  return (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
}

export async function isTakenOver(ctx: Context, digest: Buffer): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.htcds_imports')
    .select('id')
    .where('file_digest', '=', digest)
    .where('state', '=', 'done')
    .executeTakeFirst()
  return row !== undefined
}

export async function setAnswers(
  ctx: Context,
  id: string,
  answers: { readonly trueRow: TrueRow | null; readonly dateOrder: DateOrder | null },
): Promise<void> {
  await ctx.tx
    .updateTable('app.htcds_imports')
    .set((eb) => ({
      true_row: answers.trueRow,
      date_order: answers.dateOrder,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

export async function setDone(ctx: Context, id: string, records: number): Promise<void> {
  await ctx.tx
    .updateTable('app.htcds_imports')
    .set((eb) => ({
      state: 'done',
      records,
      done_at: ctx.now,
      cells_sealed: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function insertRecord(
  ctx: StaffContext,
  record: {
    readonly id: string
    readonly importId: string
    readonly caseId: string
    readonly personId: string
    readonly place: number
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.htcds_records')
    .values({
      id: record.id,
      created_at: ctx.now,
      import_id: record.importId,
      case_id: record.caseId,
      person_id: record.personId,
      org_id: ctx.actor.orgId,
      place: record.place,
      key_id: record.keyId,
      sealed: record.sealed,
    })
    .execute()
}

/** What other bodies told of the persons of one case. */
export async function listRecordsOfCase(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.htcds_records')
    .select(['id', 'person_id', 'key_id', 'sealed'])
    .where('case_id', '=', caseId)
    .execute()
}

/** Codes of the cases that one import made and that the reader may open. */
export async function listCodesOfImport(ctx: Context, importId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.htcds_records as r')
    .innerJoin('app.cases as c', 'c.id', 'r.case_id')
    .select('c.code')
    .where('r.import_id', '=', importId)
    .orderBy('c.code')
    .execute()
  return rows.map((row) => row.code)
}

export async function listImportRows(ctx: StaffContext, limit: number): Promise<readonly ImportRow[]> {
  const rows = await ctx.tx
    .selectFrom('app.htcds_imports')
    .select(COLUMNS)
    .where('org_id', '=', ctx.actor.orgId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows as readonly ImportRow[]
}

export async function hasImports(ctx: Context): Promise<boolean> {
  return (await ctx.tx.selectFrom('app.htcds_imports').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** All cases of one import, while nobody has worked on any of them. */
export async function takeBack(ctx: Context, id: string): Promise<'undone' | 'touched' | 'not-found'> {
  const { rows } = await sql<{
    said: 'undone' | 'touched' | 'not-found'
  }>`select app.take_back_htcds(${id}::uuid) as said`.execute(ctx.tx)
  return rows[0]?.said ?? 'not-found'
}

/** Drafts that nobody took over within a week; they hold names. */
export async function deleteOldDrafts(
  ctx: Context,
): Promise<readonly { readonly id: string; readonly orgId: string }[]> {
  const rows = await ctx.tx
    .deleteFrom('app.htcds_imports')
    .where('state', '=', 'draft')
    .where('created_at', '<', new Date(ctx.now.getTime() - DRAFT_DAYS * 86_400_000))
    .returning(['id', 'org_id'])
    .execute()
  return rows.map((row) => ({ id: row.id, orgId: row.org_id }))
}

const DRAFT_DAYS = 7
