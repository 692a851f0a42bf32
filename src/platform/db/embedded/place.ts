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
  statSync,
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

/**
 * The database's own folder for a data folder. Decides once, then remembers: a database that exists is never silently
 * replaced by an empty one.
 */
export function choosePlace(dataFolder: string): Place {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const above = realpathSync(dataFolder)
  const elsewhere = readPointer(above)
  if (elsewhere !== undefined) return placeIn(elsewhere, runnerOf(elsewhere))
  const here = join(above, 'database')
  const runner = runnerOf(here)
  if (letThrough(above, runner)) return placeIn(here, runner)
  if (!existsSync(here)) return placeIn(moveElsewhere(above), runner)
  throw new Error(
    `The database in ${here} runs as ${runner.name}, who cannot enter the folders above it. Let others pass through them (chmod o+x).`,
  )
}

/** A data folder that only root may enter lets the runner's group pass, and nothing more. False when it is not enough. */
function letThrough(dataFolder: string, runner: Runner): boolean {
  if (canEnter(runner, dataFolder)) return true
  const { uid, mode } = statSync(dataFolder)
  if (uid !== 0 || (mode & 0o070) !== 0 || !canEnter(runner, dirname(dataFolder))) return false
  chownSync(dataFolder, 0, runner.gid ?? 0)
  chmodSync(dataFolder, 0o710)
  return canEnter(runner, dataFolder)
}

function runnerOf(folder: string): Runner {
  const data = join(folder, 'pg')
  return existsSync(data) ? runnerOfDatabase(data) : runnerForNewDatabase()
}

function placeIn(folder: string, runner: Runner): Place {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
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
    throw new Error(
      `The folder ${folder} belongs to another user (${found.uid}). Start Payung as that user, or choose another data folder.`,
    )
  }
  chmodSync(folder, 0o700)
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.gid ?? runner.uid)
}

function readPointer(dataFolder: string): string | undefined {
  const pointer = join(dataFolder, POINTER)
  if (!existsSync(pointer)) return undefined
  const target = readFileSync(pointer, 'utf8').trim()
  if (existsSync(target)) return target
  throw new Error(
    `The database of ${dataFolder} lay in ${target}, which is gone. Restore it, or remove the file ${pointer} to begin with an empty one.`,
  )
}

function moveElsewhere(dataFolder: string): string {
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  chmodSync(SHARED_FOLDER, 0o755)
  const target = freeFolder(join(SHARED_FOLDER, hashOf(dataFolder)))
  try {
    writeFileSync(join(dataFolder, POINTER), `${target}\n`, { flag: 'wx' })
  } catch (error) {
    // Another process of this moment was first: its choice holds.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readPointer(dataFolder) ?? target
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
