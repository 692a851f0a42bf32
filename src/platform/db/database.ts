import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { connectionFor, type Connection, type Login } from './prepare.ts'
import type { DB } from './schema.generated.ts'

export type Database = {
  readonly pools: Readonly<Record<Login, Kysely<DB>>>
  close(): Promise<void>
}

const POOL_SIZE: Record<Login, number> = {
  payung_site: 10,
  payung_app: 10,
  payung_work: 4,
  payung_keeper: 2,
  payung_jobs: 2,
}

/** One pool for each door: the login behind the public site can become nothing but payung_public. */
export function openDatabase(
  owner: Connection,
  secret: Uint8Array,
  onError: (error: Error) => void,
): Database {
  const pools = {} as Record<Login, Kysely<DB>>
  for (const login of Object.keys(POOL_SIZE) as Login[]) {
    const pool = new pg.Pool({
      ...connectionFor(owner, login, secret),
      max: POOL_SIZE[login],
      application_name: login,
    })
    pool.on('error', onError)
    pools[login] = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  }
  return {
    pools,
    close: async () => void (await Promise.all(Object.values(pools).map((pool) => pool.destroy()))),
  }
}

/** The queue's own connections: it listens, so it cannot go through a transaction pool. */
export function openQueuePool(
  owner: Connection,
  secret: Uint8Array,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({ ...connectionFor(owner, 'payung_jobs', secret), max: 4 })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
