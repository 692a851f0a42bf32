// One durable embedded server for the benchmarks, and databases on it that start equal.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded, type Connection } from '#src/platform/db/embedded.ts'
import { prepareDatabase } from '#src/platform/db/prepare.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { readConfig } from '#src/config.ts'

export type BenchServer = {
  /** An empty, migrated database of its own. */
  database(fill?: (owner: Connection) => Promise<void>): Promise<BenchDatabase>
  stop(): Promise<void>
}

export type BenchDatabase = {
  readonly owner: Connection
  readonly root: Connection
  readonly platform: Platform
  close(): Promise<void>
}

const SECRET = new Uint8Array(32).fill(7)
const MASTER = { current: 1, keys: new Map([[1, new Uint8Array(32).fill(9)]]) }

export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'payung-bench-'))
  const embedded = await startEmbedded({
    folder,
    ownerPassword: 'bench',
    settings: { max_connections: '200', shared_buffers: '512MB', max_wal_size: '4GB' },
  })
  const admin = new pg.Client({ ...embedded.superuser, database: 'postgres' })
  await admin.connect()
  await prepareDatabase(embedded.connection, SECRET)
  let count = 0
  return {
    async database() {
      const name = `bench_${++count}`
      await admin.query(`create database ${name} template payung owner payung_owner`)
      const owner = { ...embedded.connection, database: name }
      const platform = makePlatform({
        config: readConfig({ PAYUNG_ENV: 'test', PAYUNG_DATA: folder }),
        owner,
        secrets: { master: MASTER, installation: SECRET },
      })
      return {
        owner,
        root: { ...embedded.superuser, database: name },
        platform,
        close: () => platform.database.close(),
      }
    },
    async stop() {
      await admin.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
      rmSync(embedded.folder, { recursive: true, force: true })
    },
  }
}

/** Runs `count` pieces of work, `at` at a time; returns pieces per second. */
export async function throughput(
  count: number,
  at: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: at }, async () => {
      while (next < count) await work(next++)
    }),
  )
  return (count * 1000) / (performance.now() - started)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The printed row: what, measured, stated baseline, ratio, goal. */
export type Row = {
  readonly what: string
  readonly measured: string
  readonly baseline: string
  readonly ratio: string
  readonly goal: string
  readonly reached: boolean
}
