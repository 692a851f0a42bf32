// One PostgreSQL for a whole run of the database tests, and in it a migrated template that each test file copies.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded, type Connection } from '#src/platform/db/embedded.ts'
import { prepareTemplate } from './prepare-template.ts'
import { roomiestFolder } from './roomiest-folder.ts'

export type TestServer = {
  /** Makes and drops databases; a superuser on the embedded server. */
  readonly root: Connection
  /** Owns the copies and is bound by row security. */
  readonly owner: Connection
  readonly template: string
  readonly strategy: 'file_copy' | 'wal_log'
  /** Base64 of the installation secret that the logins' passwords come from. */
  readonly secret: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

type Stoppable = Omit<TestServer, 'secret' | 'template'> & { stop(): Promise<void> }

/** Durability is for data that somebody needs again. */
export const FAST_AND_LOOSE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['PAYUNG_TEST_DATABASE_URL']
  const { stop, ...server } = outside ? await outsideServer(outside) : await embeddedServer()
  const template = `payung_template_${randomBytes(4).toString('hex')}`
  const drop = (): Promise<void> => asRoot(server.root, `drop database if exists ${template} with (force)`)
  try {
    await asRoot(server.root, `create database ${template} owner "${server.owner.user}"`)
    const secret = await prepareTemplate({ ...server.owner, database: template })
    project.provide('testServer', { ...server, template, secret: Buffer.from(secret).toString('base64') })
  } catch (error) {
    await drop().catch(() => undefined)
    await stop()
    throw error
  }
  return async () => {
    await drop()
    await stop()
  }
}

async function embeddedServer(): Promise<Stoppable> {
  const folder = mkdtempSync(join(roomiestFolder(), 'payung-test-'))
  const embedded = await startEmbedded({
    folder,
    ownerPassword: randomBytes(12).toString('hex'),
    settings: FAST_AND_LOOSE,
  })
  return {
    root: { ...embedded.superuser, database: 'postgres' },
    owner: embedded.connection,
    strategy: 'file_copy',
    stop: async () => {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
      rmSync(embedded.folder, { recursive: true, force: true })
    },
  }
}

const OUTSIDE_OWNER = 'payung_test_owner'

/**
 * The login must be a superuser: tests prove that hidden rows exist, and tamper with them. The copies belong to a login made
 * here that is none, as in production.
 */
async function outsideServer(address: string): Promise<Stoppable> {
  // pg's own reading: the socket address of libpq is no URL to the WHATWG.
  const { host, port, user = '', password, database = '' } = new Client({ connectionString: address })
  const root = { host, port, user, password: String(password ?? ''), database }
  const client = new Client(root)
  await client.connect()
  try {
    const { rows } = await client.query<{ all: boolean }>(
      'select rolsuper as all from pg_roles where rolname = current_user',
    )
    if (!rows[0]?.all) throw new Error('PAYUNG_TEST_DATABASE_URL must name a superuser (only for the tests).')
    const secret = randomBytes(12).toString('hex')
    const found = await client.query('select 1 from pg_roles where rolname = $1', [OUTSIDE_OWNER])
    await client.query(
      `${found.rowCount === 0 ? 'create' : 'alter'} role ${OUTSIDE_OWNER} login nosuperuser createrole password '${secret}'`,
    )
    const owner = { ...root, user: OUTSIDE_OWNER, password: secret }
    return { root, owner, strategy: 'wal_log', stop: () => Promise.resolve() }
  } finally {
    await client.end()
  }
}

async function asRoot(root: Connection, sql: string): Promise<void> {
  const client = new Client(root)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
