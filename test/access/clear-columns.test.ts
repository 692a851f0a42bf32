import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { CLEAR_COLUMNS, WHY } from './clear-columns-data.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

/** What can hold no words: sealed or hashed bytes, ids, instants, numbers and marks. */
const WORDLESS = [
  'bytea',
  'uuid',
  'timestamp with time zone',
  'boolean',
  'integer',
  'smallint',
  'bigint',
  'real',
]

it('lists every column that may hold words in clear, and no column that is gone', async () => {
  const rows = await world.root(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'app' and data_type <> all ($1) order by 1`,
    [WORDLESS],
  )
  const listed = Object.entries(CLEAR_COLUMNS).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  expect(listed.toSorted()).toEqual(rows.map((row) => String(row['name'])).toSorted())
})

it('stands by class in SECURITY.md', () => {
  const security = readFileSync(join(import.meta.dirname, '..', '..', 'SECURITY.md'), 'utf8')
  for (const why of Object.keys(WHY)) expect(security).toMatch(new RegExp(`^\\| ${why} +\\|`, 'm'))
})
