import type { Context } from '#src/platform/db/context.ts'
import { DEMO_TABLES, type Batch } from './batch.ts'

/** PostgreSQL takes 65,535 values in one statement; the widest row has some forty. */
const ROWS_AT_ONCE = 400

export async function insertBatch(ctx: Context, batch: Batch): Promise<void> {
  for (const table of DEMO_TABLES) {
    const rows = batch.rows.get(table) ?? []
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await ctx.tx
        .insertInto(table)
        .values(rows.slice(from, from + ROWS_AT_ONCE) as never)
        .execute()
  }
}

/** What this database holds already: nothing, real bodies, or a demonstration made at some moment. */
export async function findBodies(
  ctx: Context,
): Promise<{ readonly real: boolean; readonly demoSince: Date | undefined }> {
  const rows = await ctx.tx.selectFrom('app.organisations').select(['demo', 'created_at']).execute()
  return {
    real: rows.some((row) => !row.demo),
    demoSince: rows.find((row) => row.demo)?.created_at,
  }
}

export async function hasEntry(ctx: Context, id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.journal').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** The cases and reports that an earlier, stopped loading has stored. */
export async function listStored(ctx: Context): Promise<ReadonlySet<string>> {
  const cases = await ctx.tx.selectFrom('app.cases').select('id').where('demo', '=', true).execute()
  const reports = await ctx.tx.selectFrom('app.reports').select('id').where('demo', '=', true).execute()
  return new Set([...cases, ...reports].map((row) => row.id))
}
