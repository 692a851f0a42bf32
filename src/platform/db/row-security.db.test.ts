import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase, type TestDatabase } from '../../../test/support/database.ts'

let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await copyDatabase()
  client = new Client(database.root)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const TABLES = "c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')"

async function tablesWhere(condition: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where ${TABLES} and ${condition} order by 1`,
  )
  return rows.map((row) => row.name)
}

describe('every table', () => {
  it('is there at all', async () => {
    expect((await tablesWhere('true')).length).toBeGreaterThan(5)
  })

  it('has row security, enabled and forced', async () => {
    expect(await tablesWhere('not (c.relrowsecurity and c.relforcerowsecurity)')).toEqual([])
  })

  it('has a primary key', async () => {
    expect(
      await tablesWhere(
        "not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')",
      ),
    ).toEqual([])
  })

  it('says in a comment what it is for', async () => {
    expect(await tablesWhere("obj_description(c.oid, 'pg_class') is null")).toEqual([])
  })

  it('gives nothing to everybody', async () => {
    const { rows } = await client.query(
      `select c.relname from pg_class c, aclexplode(c.relacl) a where ${TABLES} and a.grantee = 0`,
    )
    expect(rows).toEqual([])
  })
})
