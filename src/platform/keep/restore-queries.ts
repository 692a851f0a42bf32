import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import pg from 'pg'
import { ageIdentity } from '../crypto/age-identity.ts'
import type { MasterKeys } from '../crypto/secrets.ts'
import { connectionFor, prepareDatabase, type Connection } from '../db/prepare.ts'
import { WAITING_JOBS, type BackupHeader, type Counts, type Progress } from './backup-queries.ts'
import { countRows, listTables, type Table } from './tables-queries.ts'
import { addWaitingJobs, type WaitingJob } from './waiting-jobs-queries.ts'

export class RestoreError extends Error {
  override readonly name = 'RestoreError'
}

const BATCH = 500

/** A database in which any of these has a row is in use. */
const SIGNS_OF_LIFE = ['organisations', 'staff', 'reports', 'cases', 'data_keys', 'journal', 'audit_log']

type Opened = { readonly header: BackupHeader; readonly lines: AsyncIterator<string> }

/** Opens a back-up with any of the master keys; RestoreError when none fits or the file was touched. */
export async function openBackup(file: string, master: MasterKeys): Promise<Opened> {
  const decrypter = new Decrypter()
  for (const key of master.keys.values()) decrypter.addIdentity(ageIdentity(key))
  const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const plain = await decrypter.decrypt(sealed).catch(() => {
    throw new RestoreError('This master key does not open this back-up, or the file is damaged.')
  })
  const source = Readable.fromWeb(plain as never)
  const text = source.pipe(createGunzip())
  source.on('error', (error) => text.destroy(error))
  const lines = createInterface({ input: text, crlfDelay: Infinity })[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done) throw new RestoreError('The back-up is empty.')
  return { header: JSON.parse(first.value) as BackupHeader, lines }
}

/** Fills an empty, owned database from a back-up; refuses one that holds anything. Returns the rows counted afterwards. */
export async function restoreFrom(opened: Opened, owner: Connection, onProgress: Progress): Promise<Counts> {
  const secret = new Uint8Array(Buffer.from(opened.header.secret, 'base64url'))
  await prepareDatabase(owner, secret)
  const chief = new pg.Client(owner)
  const keeper = new pg.Client(connectionFor(owner, 'payung_keeper', secret))
  await chief.connect()
  await keeper.connect()
  try {
    await keeper.query('set role payung_keep')
    const tables = await listTables(keeper)
    const before = await countRows(keeper, tables)
    if (SIGNS_OF_LIFE.some((table) => (before[table] ?? 0) > 0))
      throw new RestoreError('The database is not empty; restore into a new one.')
    const foreignKeys = await dropForeignKeys(chief)
    // Rules that the migrations wrote come back from the copy, as somebody may have set them since.
    for (const [table, count] of Object.entries(before))
      if (count > 0) await chief.query(`truncate app."${table}"`)
    const jobs = await load(keeper, tables, opened, onProgress)
    await addForeignKeys(chief, foreignKeys)
    const after = await countRows(keeper, tables)
    compare(opened.header.counts, after)
    await addWaitingJobs(connectionFor(owner, 'payung_jobs', secret), jobs)
    return after
  } finally {
    await keeper.end()
    await chief.end()
  }
}

type ForeignKey = { readonly owner: string; readonly name: string; readonly definition: string }

/** Rows refer to each other in rings; the keys come back, and are checked, when everything is in. */
async function dropForeignKeys(chief: pg.Client): Promise<readonly ForeignKey[]> {
  const { rows } = await chief.query<ForeignKey>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace`,
  )
  for (const key of rows) await chief.query(`alter table ${key.owner} drop constraint "${key.name}"`)
  return rows
}

/**
 * PostgreSQL checks the rows of a new key as the owner, whom forced row security shows nothing: good rows would fail, bad
 * ones pass. So the owner sees everything within this one transaction.
 */
async function addForeignKeys(chief: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  const { rows: forced } = await chief.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'app'::regnamespace and relkind = 'r' and relforcerowsecurity`,
  )
  await chief.query('begin')
  for (const { name } of forced) await chief.query(`alter table ${name} no force row level security`)
  for (const key of keys)
    await chief.query(`alter table ${key.owner} add constraint "${key.name}" ${key.definition}`)
  for (const { name } of forced) await chief.query(`alter table ${name} force row level security`)
  await chief.query('commit')
}

async function load(
  keeper: pg.Client,
  tables: readonly Table[],
  opened: Opened,
  onProgress: Progress,
): Promise<readonly WaitingJob[]> {
  const jobs: WaitingJob[] = []
  const byName = new Map(tables.map((table) => [table.name, table]))
  const counts: Record<string, number> = {}
  let name = ''
  let batch: string[] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const table = byName.get(name)
    if (!table) throw new RestoreError(`The back-up holds a table that this version does not know: ${name}.`)
    const columns = table.columns.map((column) => `"${column}"`).join(', ')
    await keeper.query(
      `insert into app."${name}" (${columns}) select ${columns} from json_populate_recordset(null::app."${name}", $1::json)`,
      [`[${batch.join(',')}]`],
    )
    const rows = (counts[name] ?? 0) + batch.length
    counts[name] = rows
    onProgress({ table: name, rows, of: opened.header.counts[name] ?? rows })
    batch = []
  }
  for (let next = await opened.lines.next(); !next.done; next = await opened.lines.next()) {
    const tab = next.value.indexOf('\t')
    const of = JSON.parse(next.value.slice(0, tab)) as string
    if (of === WAITING_JOBS) {
      jobs.push(JSON.parse(next.value.slice(tab + 1)) as WaitingJob)
      continue
    }
    if (of !== name || batch.length >= BATCH) await flush()
    name = of
    batch.push(next.value.slice(tab + 1))
  }
  await flush()
  return jobs
}

function compare(wanted: Counts, have: Counts): void {
  const wrong = Object.entries(wanted).filter(([name, count]) => have[name] !== count)
  if (wrong.length > 0)
    throw new RestoreError(
      `Rows are missing after the restore: ${wrong.map(([name, count]) => `${name} ${have[name] ?? 0} of ${count}`).join(', ')}`,
    )
}
