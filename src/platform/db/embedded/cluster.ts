// Makes the files of a new database, and stops a server that an earlier, killed run left behind.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from './place.ts'
import { ids } from './runner.ts'

export const SUPERUSER = 'payung_root'

/** PostgreSQL gets no variable of ours: secrets may stand there. Windows needs its own to start anything. */
export const CHILD_ENVIRONMENT =
  process.platform === 'win32'
    ? undefined
    : { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const HALF_MADE = 'pg.new'
const ORPHAN_PATIENCE_MILLISECONDS = 30_000

/** Makes the files under another name first: an initdb that was killed leaves a folder that looks complete. */
export function initialise(place: Place, native: string, durable: 'durable' | 'throw-away'): void {
  if (existsSync(place.data)) return
  removeHalfMade(place.folder)
  // A name of its own: the initdb of a killed run may still be writing under the last one.
  const half = join(place.folder, `${HALF_MADE}-${process.pid}`)
  writePassword(place)
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    // prettier-ignore
    ['-D', half, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${place.passwordFile}`, '-E', 'UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions',
      ...(durable === 'durable' ? [] : ['--no-sync'])],
    { ...ids(place.runner), env: CHILD_ENVIRONMENT, cwd: place.folder, encoding: 'utf8' },
  )
  if (made.status !== 0) {
    throw new Error(
      `The database could not be made in ${place.folder}: ${made.error?.message ?? made.stderr}`,
    )
  }
  renameSync(half, place.data)
  if (durable === 'durable') syncFolder(place.folder)
}

function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(HALF_MADE))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function writePassword(place: Place): void {
  rmSync(place.passwordFile, { force: true })
  writeFileSync(place.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  if (place.runner.uid !== undefined) chownSync(place.passwordFile, place.runner.uid, place.runner.gid ?? 0)
}

/** A rename is safe from a power cut only when the folder is written too. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

export function superuserPassword(place: Place): string {
  return readFileSync(place.passwordFile, 'utf8').trim()
}

/** Stops the server of a run that was killed. The file postmaster.pid is PostgreSQL's own; nobody else removes it. */
export async function stopOrphan(data: string): Promise<void> {
  const pid = postmasterPid(data)
  if (pid === undefined || !isServerOf(pid, data)) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + ORPHAN_PATIENCE_MILLISECONDS
  // Not kill(pid, 0): in a container nobody may reap the orphan, and a dead process then still answers.
  while (existsSync(join(data, 'postmaster.pid')) && isServerOf(pid, data)) {
    if (Date.now() > until)
      throw new Error(`An earlier PostgreSQL (process ${pid}) does not stop. End it and start again.`)
    await sleep(10)
  }
}

export function postmasterPid(data: string): number | undefined {
  return lineOfPostmaster(data, 0)
}

export function postmasterPort(data: string): number | undefined {
  return lineOfPostmaster(data, 3)
}

/** The file's lines: process, folder, start, port, socket folder, … */
function lineOfPostmaster(data: string, line: number): number | undefined {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[line]) || undefined
  } catch {
    return undefined
  }
}

/** Whether that process is the server of this database, and not a stranger who got its number. */
export function isServerOf(pid: number, data: string): boolean {
  if (process.platform === 'linux') {
    try {
      // A server's working folder is its data; a dead process that nobody has reaped has none.
      return readlinkSync(`/proc/${pid}/cwd`) === data
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return false
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(data)
}
