// Where the database of a folder lies: inside it, or under /var/lib/payung where its user cannot reach the folder.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canEnter, runnerForNewDatabase, runnerOfDatabase, type Runner } from './runner.ts'

export type Place = {
  /** Belongs to the runner alone (0700). */
  readonly folder: string
  readonly data: string
  readonly passwordFile: string
  /** Holds PostgreSQL's socket and our lock; elsewhere when the path of the folder is too long for a socket. */
  readonly sockets: string
  readonly runner: Runner
}

export const SHARED_FOLDER = '/var/lib/payung'
const POINTER = 'database-lies-in'
/** sun_path holds 104 bytes on macOS; `/.s.PGSQL.5432.lock` and the closing zero need 20. */
const LONGEST_SOCKET_FOLDER = 84

/** Decides once, then remembers: a database that exists is never silently replaced by an empty one. */
export function choosePlace(wanted: string): Place {
  mkdirSync(wanted, { recursive: true })
  const here = realpathSync(wanted)
  const elsewhere = readPointer(here)
  if (elsewhere !== undefined) return placeIn(elsewhere, runnerOf(elsewhere))
  if (existsSync(join(here, 'pg'))) return placeWithDatabase(here)
  const runner = runnerForNewDatabase()
  if (canEnter(runner, dirname(here))) return placeIn(here, runner)
  return placeIn(moveElsewhere(here), runner)
}

function placeWithDatabase(here: string): Place {
  const runner = runnerOf(here)
  if (!canEnter(runner, dirname(here))) {
    throw new Error(
      `The database in ${here} runs as ${runner.name}, who cannot enter the folders above it. Let others pass through them (chmod o+x).`,
    )
  }
  return placeIn(here, runner)
}

function runnerOf(folder: string): Runner {
  const data = join(folder, 'pg')
  return existsSync(data) ? runnerOfDatabase(data) : runnerForNewDatabase()
}

function placeIn(folder: string, runner: Runner): Place {
  own(folder, runner)
  return {
    folder,
    data: join(folder, 'pg'),
    passwordFile: join(folder, 'password'),
    sockets: socketFolder(folder, runner),
    runner,
  }
}

function socketFolder(folder: string, runner: Runner): string {
  const inside = join(folder, 's')
  const sockets =
    Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER
      ? inside
      : join(shortTemporary(), `payung-${hashOf(folder)}`)
  mkdirSync(sockets, { recursive: true, mode: 0o700 })
  own(sockets, runner)
  return sockets
}

/** /tmp, because the temporary folder of macOS has a long path itself. */
function shortTemporary(): string {
  return existsSync('/tmp') ? '/tmp' : tmpdir()
}

/** Makes a folder private to the runner. Another user's folder is refused: in /tmp anybody may have put it there. */
function own(folder: string, runner: Runner): void {
  if (process.getuid === undefined) return
  const found = lstatSync(folder)
  const self = process.getuid()
  if (!found.isDirectory() || (found.uid !== self && found.uid !== runner.uid)) {
    throw new Error(`The folder ${folder} belongs to another user. Remove it or choose another data folder.`)
  }
  chmodSync(folder, 0o700)
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.gid ?? runner.uid)
}

function readPointer(here: string): string | undefined {
  const pointer = join(here, POINTER)
  if (!existsSync(pointer)) return undefined
  const target = readFileSync(pointer, 'utf8').trim()
  if (existsSync(target)) return target
  throw new Error(
    `The database of ${here} lay in ${target}, which is gone. Restore it, or remove the file ${pointer} to begin with an empty one.`,
  )
}

function moveElsewhere(here: string): string {
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  chmodSync(SHARED_FOLDER, 0o755)
  const target = freeFolder(join(SHARED_FOLDER, hashOf(here)))
  try {
    writeFileSync(join(here, POINTER), `${target}\n`, { flag: 'wx' })
  } catch (error) {
    // Another process of this moment was first: its choice holds.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readPointer(here) ?? target
  }
  return target
}

/** A folder left by a clone that was thrown away keeps its database: ours takes the next name. */
function freeFolder(base: string): string {
  for (let n = 1; ; n++) {
    const folder = n === 1 ? base : `${base}-${n}`
    try {
      mkdirSync(folder, { mode: 0o700 })
      return folder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

export function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
