// Starts and stops the server process itself.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import {
  CHILD_ENVIRONMENT,
  isServerOf,
  postmasterPid,
  postmasterPort,
  SUPERUSER,
  superuserPassword,
} from './cluster.ts'
import type { Place } from './place.ts'
import { ids } from './runner.ts'

export type Superuser = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}
export type Server = {
  readonly superuser: Superuser
  /** Fulfilled when the server process is gone, whoever ended it. */
  readonly gone: Promise<void>
  stop(): Promise<void>
}

const START_PATIENCE_MILLISECONDS = 60_000
/** A killed server that nobody has reaped yet, or its last children still letting go. It passes by itself. */
const PASSING = /postmaster\.pid" already exists|shared memory block|lock file .* already exists/

const SOCKET_PORT = 5432

/** Where a server that already runs on this place listens. */
export function addressOf(place: Place): Pick<Superuser, 'host' | 'port'> {
  if (process.platform !== 'win32') return { host: place.sockets, port: SOCKET_PORT }
  return { host: '127.0.0.1', port: postmasterPort(place.data) ?? SOCKET_PORT }
}

export async function startServer(
  place: Place,
  native: string,
  settings: Record<string, string>,
): Promise<Server> {
  const port = process.platform === 'win32' ? await freePort() : SOCKET_PORT
  const host = process.platform === 'win32' ? '127.0.0.1' : place.sockets
  const superuser = { host, port, user: SUPERUSER, password: superuserPassword(place) }
  const command = commandLine(place, native, { ...defaults(place, port), ...settings })
  const until = Date.now() + START_PATIENCE_MILLISECONDS
  for (;;) {
    const attempt = launch(place, command)
    const outcome = await ready(attempt, superuser, until)
    if (outcome === 'ready') {
      const gone = goneOf(attempt.child)
      return { superuser, gone, stop: () => stop(attempt.child, gone, place, native) }
    }
    if (!PASSING.test(attempt.log()) || Date.now() > until) {
      throw new Error(`PostgreSQL in ${place.folder} did not start: ${attempt.log().trim()}`)
    }
    await sleep(200)
  }
}

function defaults(place: Place, port: number): Record<string, string> {
  const door: Record<string, string> =
    process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1', port: String(port) }
      : {
          listen_addresses: '',
          unix_socket_directories: place.sockets,
          unix_socket_permissions: '0700',
          port: String(port),
        }
  return {
    ...door,
    max_connections: '120',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_destination: 'stderr',
    // Statements and the values in them are personal data: they do not belong in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
}

type Command = {
  readonly program: string
  readonly args: readonly string[]
  readonly spawnAs: { uid?: number; gid?: number }
}

/** Through setpriv, where there is one, the kernel stops PostgreSQL cleanly when we die without a word. */
function commandLine(place: Place, native: string, settings: Record<string, string>): Command {
  const postgres = join(native, 'bin', 'postgres')
  const args = [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const { uid, gid } = place.runner
  if (!hasSetpriv()) return { program: postgres, args, spawnAs: ids(place.runner) }
  const user = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return { program: 'setpriv', args: [...user, '--pdeathsig=INT', postgres, ...args], spawnAs: {} }
}

function hasSetpriv(): boolean {
  if (process.platform !== 'linux') return false
  // An old or small setpriv (busybox) may not know the option.
  return (
    spawnSync('setpriv', ['--pdeathsig=INT', 'true'], { env: CHILD_ENVIRONMENT, stdio: 'ignore' }).status ===
    0
  )
}

type Attempt = { readonly child: ChildProcess; log(): string }

function launch(place: Place, command: Command): Attempt {
  // Detached, so that Ctrl-C in the terminal reaches us first, and we stop PostgreSQL in order.
  const child = spawn(command.program, command.args, {
    ...command.spawnAs,
    env: CHILD_ENVIRONMENT && { ...CHILD_ENVIRONMENT, ...pardonStranger(place.data) },
    cwd: place.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  let log = ''
  child.on('error', (error) => (log += error.message))
  child.stderr?.on('data', (bytes) => (log = (log + String(bytes)).slice(-4000)))
  return { child, log: () => log }
}

/**
 * After a crash and a restart of the machine or container, postmaster.pid may name a process that is now somebody
 * else. PostgreSQL refuses to start then, unless that process is its own grandparent: this variable says so. Its
 * second check, on the shared memory, still holds.
 */
function pardonStranger(data: string): Record<string, string> {
  const pid = postmasterPid(data)
  if (process.platform !== 'linux' || pid === undefined || isServerOf(pid, data)) return {}
  return { PG_GRANDPARENT_PID: String(pid) }
}

async function ready(attempt: Attempt, superuser: Superuser, until: number): Promise<'ready' | 'ended'> {
  for (;;) {
    if (attempt.child.exitCode !== null || attempt.child.pid === undefined) return 'ended'
    const client = new Client({ ...superuser, database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return 'ready'
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(10)
    }
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

function goneOf(child: ChildProcess): Promise<void> {
  return hasEnded(child)
    ? Promise.resolve()
    : new Promise((resolve) => void child.once('exit', () => resolve()))
}

/** The fast stop of PostgreSQL (SIGINT): sessions end, data is written. SIGTERM would wait for every session. */
function stop(child: ChildProcess, gone: Promise<void>, place: Place, native: string): Promise<void> {
  if (hasEnded(child)) return gone
  if (process.platform === 'win32') {
    spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', place.data, '-m', 'fast', '-w'], {
      stdio: 'ignore',
    })
  } else {
    child.kill('SIGINT')
  }
  return gone
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
