import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roomiestFolder } from '../../../test/support/roomiest-folder.ts'
import { startEmbedded, type Connection, type Embedded } from './embedded.ts'

const quick = { fsync: 'off' }
const asRoot = process.getuid?.() === 0
let folder: string
let cleanUp: (() => Promise<unknown> | void)[]

beforeEach(() => {
  folder = mkdtempSync(join(roomiestFolder(), 'payung-embedded-'))
  cleanUp = [() => remove(folder)]
})
afterEach(async () => {
  for (const step of cleanUp.toReversed()) await step()
})

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

async function start(dataFolder: string): Promise<Embedded> {
  const embedded = await startEmbedded({ folder: dataFolder, ownerPassword: "it's %a/b", settings: quick })
  // Both may lie outside the test's folder.
  cleanUp.push(
    () => remove(embedded.folder),
    () => remove(embedded.connection.host),
    () => embedded.stop(),
  )
  return embedded
}

/** Another process with the same program, so that it can be killed. */
async function startElsewhere(dataFolder: string): Promise<{ program: ChildProcess; embedded: Embedded }> {
  const script = join(import.meta.dirname, '../../../test/support/run-embedded.ts')
  const program = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanUp.push(() => void program.kill('SIGTERM'))
  const [line] = (await once(program.stdout, 'data')) as [Buffer]
  return { program, embedded: JSON.parse(String(line)) as Embedded }
}

async function ask(connection: Connection, sql: string): Promise<unknown[]> {
  const client = new Client(connection)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  it('is PostgreSQL 18 with an owner who is no superuser, and keeps its data over a restart', async () => {
    const first = await start(folder)
    expect(
      await ask(
        first.connection,
        'select rolsuper, rolcreaterole from pg_roles where rolname = current_user',
      ),
    ).toEqual([{ rolsuper: false, rolcreaterole: true }])
    await ask(first.connection, 'create table kept (n int); insert into kept values (42)')
    const client = new Client({ connectionString: first.ownerUrl })
    await client.connect()
    expect((await client.query<{ v: string }>('show server_version')).rows[0]).toMatchObject({
      server_version: expect.stringMatching(/^18\./),
    })
    await client.end()
    await first.stop()
    const second = await start(folder)
    expect(await ask(second.connection, 'select n from kept')).toEqual([{ n: 42 }])
  })

  it('keeps its files from other users', async () => {
    const embedded = await start(folder)
    expect(statSync(embedded.folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(embedded.folder, 'password')).mode & 0o777).toBe(0o600)
  })

  it('says so when Payung already runs on the folder', async () => {
    await start(folder)
    await expect(startEmbedded({ folder, ownerPassword: 'x' })).rejects.toThrow(
      `Payung is already running on this folder (process ${process.pid}).`,
    )
  })

  it('starts again after the program and its server were killed', async () => {
    const { program, embedded } = await startElsewhere(folder)
    await ask(embedded.connection, 'create table kept (n int); insert into kept values (7)')
    program.kill('SIGKILL')
    await once(program, 'exit')
    const again = await start(folder)
    expect(await ask(again.connection, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('begins anew when the making of the database was broken off', async () => {
    const half = join(folder, 'database', 'pg.new-1')
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    const embedded = await start(folder)
    expect(await ask(embedded.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(embedded.folder)).not.toContain('pg.new-1')
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const long = join(folder, 'x'.repeat(100))
    const embedded = await start(long)
    expect(embedded.connection.host.length).toBeLessThan(90)
    expect(await ask(embedded.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('works below a folder that only its owner may enter, where root runs it as another user', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(join(closed, 'payung'), { recursive: true })
    chmodSync(closed, 0o700)
    const embedded = await start(join(closed, 'payung'))
    expect(await ask(embedded.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(embedded.folder.startsWith('/var/lib/payung/')).toBe(asRoot)
    await embedded.stop()
    expect((await start(join(closed, 'payung'))).folder).toBe(embedded.folder)
  })

  it('refuses an empty database in place of one that is gone', async () => {
    writeFileSync(join(folder, 'database-lies-in'), join(folder, 'gone'))
    await expect(startEmbedded({ folder, ownerPassword: 'x' })).rejects.toThrow('which is gone')
    expect(existsSync(join(folder, 'database'))).toBe(false)
  })
})
