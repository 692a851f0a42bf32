import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations')

type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

function readMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing, each file in one transaction, in the order of their stamps. A file that changed after it was
 * applied is refused: forward only. Returns the names applied.
 */
export async function migrate(client: pg.Client): Promise<readonly string[]> {
  await client.query(
    'create table if not exists public.payung_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from public.payung_migrations',
  )
  const done = new Map(rows.map((row) => [row.name, row.hash]))
  const applied: string[] = []
  for (const migration of readMigrations()) {
    const before = done.get(migration.name)
    if (before === migration.hash) continue
    if (before !== undefined)
      throw new Error(`migration ${migration.name} was changed after it was applied; write a new one`)
    await client.query('begin')
    try {
      await client.query(migration.sql)
      await client.query('insert into public.payung_migrations (name, hash) values ($1, $2)', [
        migration.name,
        migration.hash,
      ])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`migration ${migration.name} failed: ${String(error)}`, { cause: error })
    }
    applied.push(migration.name)
  }
  return applied
}
