import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export type TableFacts = {
  readonly table: string
  readonly comment: string
  readonly sealed: readonly string[]
}

/** Every table of the schema with its comment and the columns that are sealed: public facts of the installation. */
export async function listTables(ctx: Context): Promise<readonly TableFacts[]> {
  const { rows } = await sql<{ table: string; comment: string | null; sealed: string[] }>`
    select c.relname as table, obj_description(c.oid, 'pg_class') as comment,
      coalesce((select array_agg(a.attname::text order by a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname like '%sealed'), '{}') as sealed
    from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') order by 1`.execute(
    ctx.tx,
  )
  return rows.map((row) => ({ table: row.table, comment: row.comment ?? '', sealed: row.sealed }))
}
