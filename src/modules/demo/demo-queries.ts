import type { Insertable } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { DB } from '#src/platform/db/schema.generated.ts'

/** Parents before children: the order in which a batch is stored. */
export const DEMO_TABLES = [
  'app.data_keys',
  'app.organisations',
  'app.desk_coverage',
  'app.staff',
  'app.staff_roles',
  'app.duty_shifts',
  'app.incidents',
  'app.persons',
  'app.cases',
  'app.case_files',
  'app.reports',
  'app.report_codes',
  'app.report_requests',
  'app.report_desks',
  'app.protected_readers',
  'app.case_persons',
  'app.timeline_entries',
  'app.case_actors',
  'app.needs',
  'app.referrals',
  'app.tasks',
  'app.notes',
  'app.evidence',
  'app.custody',
  'app.contact_attempts',
  'app.messages',
  'app.consents',
  'app.screenings',
  'app.screening_answers',
  'app.search_tokens',
  'app.case_numbers',
  'app.referral_numbers',
  'app.journal',
  'app.audit_log',
] as const satisfies readonly (keyof DB)[]
export type DemoTable = (typeof DEMO_TABLES)[number]
export type DemoRow<T extends DemoTable> = Insertable<DB[T]>
/** Rows by table; only a batch fills it, with rows that fit. */
export type DemoRows = ReadonlyMap<DemoTable, readonly unknown[]>

/** PostgreSQL takes 65,535 values in one statement; the widest row has some forty. */
const ROWS_AT_ONCE = 400

export async function insertRows(ctx: Context, stored: DemoRows): Promise<void> {
  for (const table of DEMO_TABLES) {
    const rows = stored.get(table) ?? []
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
