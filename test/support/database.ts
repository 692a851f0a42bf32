import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { urlOf, type Connection } from '#src/platform/db/embedded.ts'

export type TestDatabase = {
  /** The login that owns the copy; row security binds it. */
  readonly owner: Connection
  readonly ownerUrl: string
  /** Sees every row of this copy, to prove that hidden rows exist. */
  readonly root: Connection
  /** The installation secret that the passwords of the other logins come from. */
  readonly secret: Uint8Array
  drop(): Promise<void>
}

/** A private copy of the migrated database; call in `beforeAll`, and `drop()` in `afterAll`. */
export async function copyDatabase(): Promise<TestDatabase> {
  const server = inject('testServer')
  const database = `payung_test_${randomBytes(6).toString('hex')}`
  await onServer(
    server.root,
    `create database ${database} owner "${server.owner.user}" template ${server.template} strategy ${server.strategy}`,
  )
  const owner = { ...server.owner, database }
  return {
    owner,
    ownerUrl: urlOf(owner),
    root: { ...server.root, database },
    secret: new Uint8Array(Buffer.from(server.secret, 'base64')),
    drop: () => onServer(server.root, `drop database if exists ${database} with (force)`),
  }
}

async function onServer(root: Connection, sql: string): Promise<void> {
  const client = new Client(root)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
