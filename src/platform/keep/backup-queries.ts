import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Encrypter, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { connectionFor } from '../db/prepare.ts'
import { currentAgeIdentity } from '../crypto/age-identity.ts'
import type { Platform } from '../platform.ts'
import { countRows, listTables, type Table } from './tables-queries.ts'
import { readWaitingJobs, type WaitingJob } from './waiting-jobs-queries.ts'

const FETCH = 500

/** The last lines of a back-up are no table but the jobs that wait. */
export const WAITING_JOBS = '#jobs'

export type Progress = (done: { readonly table: string; readonly rows: number; readonly of: number }) => void
export type Counts = Readonly<Record<string, number>>

/** First line of a back-up. The installation's secret travels inside, so that the master key alone brings everything back. */
export type BackupHeader = {
  readonly payung: 1
  readonly madeAt: string
  readonly secret: string
  readonly migrations: readonly string[]
  readonly counts: Counts
}

/**
 * One consistent copy of every table, read by the keeper, as JSON lines, compressed and encrypted (age) to the master key.
 * Written under another name first: a back-up that was cut short never looks whole.
 */
export async function backupTo(platform: Platform, file: string, onProgress: Progress): Promise<Counts> {
  const client = new pg.Client(connectionFor(platform.owner, 'payung_keeper', platform.secrets.installation))
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local role payung_keep')
    const tables = await listTables(client)
    const header = await makeHeader(platform, client, tables)
    const { rows: exported } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
    const queue = connectionFor(platform.owner, 'payung_jobs', platform.secrets.installation)
    const jobs = await readWaitingJobs(queue, exported[0]!.id)
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(currentAgeIdentity(platform.secrets.master)))
    const lines = Readable.from(allLines({ client, tables, header, jobs, onProgress })).pipe(createGzip())
    const sealed = await encrypter.encrypt(Readable.toWeb(lines) as ReadableStream<Uint8Array>)
    await pipeline(
      Readable.fromWeb(sealed as never),
      asBuffers(),
      createWriteStream(`${file}.part`, { mode: 0o600 }),
    )
    await client.query('commit')
    await rename(`${file}.part`, file)
    return header.counts
  } finally {
    await client.end()
  }
}

function asBuffers(): Transform {
  return new Transform({
    writableObjectMode: true,
    transform: (chunk: Uint8Array, _encoding, done) => done(null, Buffer.from(chunk)),
  })
}

async function makeHeader(
  platform: Platform,
  client: pg.Client,
  tables: readonly Table[],
): Promise<BackupHeader> {
  const { rows } = await client.query<{ name: string }>(
    'select name from public.payung_migrations order by name',
  )
  return {
    payung: 1,
    madeAt: platform.clock().toISOString(),
    secret: Buffer.from(platform.secrets.installation).toString('base64url'),
    migrations: rows.map((row) => row.name),
    counts: await countRows(client, tables),
  }
}

type Copying = {
  readonly client: pg.Client
  readonly tables: readonly Table[]
  readonly header: BackupHeader
  readonly jobs: readonly WaitingJob[]
  readonly onProgress: Progress
}

async function* allLines(copying: Copying): AsyncGenerator<string> {
  yield `${JSON.stringify(copying.header)}\n`
  yield* tableLines(copying)
  for (const job of copying.jobs) yield `${JSON.stringify(WAITING_JOBS)}\t${JSON.stringify(job)}\n`
}

async function* tableLines({ client, tables, header, onProgress }: Copying): AsyncGenerator<string> {
  for (const table of tables) {
    const columns = table.columns.map((column) => `t."${column}"`).join(', ')
    await client.query(
      `declare copying no scroll cursor for select to_json(r)::text as line from (select ${columns} from app."${table.name}" t) r`,
    )
    let done = 0
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${FETCH} from copying`)
      if (rows.length === 0) break
      done += rows.length
      yield rows.map((row) => `${JSON.stringify(table.name)}\t${row.line.replaceAll('\n', ' ')}\n`).join('')
      onProgress({ table: table.name, rows: done, of: header.counts[table.name] ?? done })
    }
    await client.query('close copying')
  }
}
