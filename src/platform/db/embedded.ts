// Real PostgreSQL in a folder, for one program. No TCP port, no installed server, no root.
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { initialise, stopOrphan } from './embedded/cluster.ts'
import { FolderInUseError, lockFolder } from './embedded/lock.ts'
import { nativeFor } from './embedded/native.ts'
import { choosePlace } from './embedded/place.ts'
import { addressOf, startServer, type Superuser } from './embedded/server.ts'

export type Connection = Superuser & { readonly database: string }

export type Embedded = {
  /** For `pg` and command-line tools: over the socket, or TCP on Windows. */
  readonly ownerUrl: string
  readonly connection: Connection
  /** For set-up and tests only: a superuser ignores row security. */
  readonly superuser: Superuser
  /** Where the database really lies: not in the data folder when its user cannot reach that. */
  readonly folder: string
  /** Fulfilled when the server is gone; without it the program can do nothing and had better end. */
  readonly gone: Promise<void>
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** The data folder; the database gets a folder of its own in it. */
  readonly folder: string
  /** Of the login `payung_owner`; set anew at every start. */
  readonly ownerPassword: string
  /** PostgreSQL settings over ours, such as `fsync: 'off'` in tests. */
  readonly settings?: Record<string, string>
}

const OWNER = 'payung_owner'
const DATABASE = 'payung'

/** Throws a sentence for the operator when the folder is in use, belongs to somebody else, or cannot be reached. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { settings = {} } = options
  const place = choosePlace(options.folder)
  const lock = await lockFolder(place.sockets)
  try {
    const native = nativeFor(place)
    initialise(place, native, settings['fsync'] === 'off' ? 'throw-away' : 'durable')
    await stopOrphan(place.data)
    const server = await startServer(place, native, settings)
    const stop = async (): Promise<void> => {
      await server.stop()
      lock.release()
    }
    try {
      await ensureOwner(server.superuser, options.ownerPassword)
    } catch (error) {
      await stop()
      throw error
    }
    const connection = {
      ...server.superuser,
      user: OWNER,
      password: options.ownerPassword,
      database: DATABASE,
    }
    return {
      ownerUrl: urlOf(connection),
      connection,
      superuser: server.superuser,
      folder: place.folder,
      gone: server.gone,
      stop,
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

export type Joined = Pick<Embedded, 'connection' | 'gone' | 'stop'>

const NEVER = new Promise<never>(() => undefined)
const JOIN_PATIENCE_MILLISECONDS = 30_000

/**
 * For a command beside a running Payung: the database of the folder, started when nobody runs it, and otherwise the one
 * that runs. `stop` stops only what was started here.
 */
export async function startOrJoinEmbedded(options: EmbeddedOptions): Promise<Joined> {
  try {
    return await startEmbedded(options)
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    return { connection: await joinEmbedded(options), gone: NEVER, stop: () => Promise.resolve() }
  }
}

/** Waits for a server that is just starting: its program already holds the folder then. */
async function joinEmbedded({ folder, ownerPassword }: EmbeddedOptions): Promise<Connection> {
  const place = choosePlace(folder)
  const until = Date.now() + JOIN_PATIENCE_MILLISECONDS
  for (;;) {
    const connection = { ...addressOf(place), user: OWNER, password: ownerPassword, database: DATABASE }
    const client = new Client(connection)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return connection
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(100)
    }
  }
}

/** The owner may make roles and owns the database, but row security binds it: it is no superuser. */
async function ensureOwner(superuser: Superuser, password: string): Promise<void> {
  const client = new Client({ ...superuser, database: 'postgres' })
  await client.connect()
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [OWNER])
    const verb = role.rowCount === 0 ? 'create' : 'alter'
    await client.query(
      `${verb} role ${OWNER} with login nosuperuser createrole nocreatedb password ${escapeLiteral(password)}`,
    )
    const database = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (database.rowCount === 0)
      await client.query(`create database ${DATABASE} owner ${escapeIdentifier(OWNER)}`)
  } finally {
    await client.end()
  }
}

/** The address of a connection in the form that `pg` and libpq read, with the socket folder as host. */
export function urlOf(connection: Connection): string {
  const { host, port, user, password, database } = connection
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  if (host.startsWith('/'))
    return `postgres://${login}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  return `postgres://${login}@${host}:${port}/${database}`
}
