// One program per folder. A listening socket is the lock: the kernel drops it when we die, however we die.
import { linkSync, lstatSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashOf } from './place.ts'

export type Lock = { release(): void }

/** Another program of ours holds the folder: it can be joined, not opened a second time. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

const TRIES = 5
/** A busy owner accepts, through the kernel, but answers late. */
const ANSWER_MILLISECONDS = 3000

/** Throws FolderInUseError "Payung is already running on this folder (process N)." when another process holds it. */
export async function lockFolder(sockets: string): Promise<Lock> {
  const windows = process.platform === 'win32'
  const path = windows ? `\\\\.\\pipe\\payung-${hashOf(sockets)}` : join(sockets, 'lock')
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const server = await listen(path)
    if (server) return { release: () => void server.close() }
    const owner = await askOwner(path)
    if (owner !== undefined)
      throw new FolderInUseError(`Payung is already running on this folder (process ${owner}).`)
    if (!windows) removeDeadSocket(path)
    await sleep(10 * attempt)
  }
  throw new Error(`The lock ${path} could not be taken.`)
}

function listen(path: string): Promise<Server | undefined> {
  const server = createServer((connection) => {
    connection.on('error', () => connection.destroy())
    connection.end(String(process.pid))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** The process number of the owner, `unknown` when it is too busy to say, undefined when nobody listens. */
function askOwner(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = ''
    const connection = connect(path)
    connection.setTimeout(ANSWER_MILLISECONDS, () => {
      connection.destroy()
      resolve('unknown')
    })
    connection.on('data', (bytes) => (said += String(bytes)))
    connection.on('end', () => resolve(said === '' ? 'unknown' : said))
    connection.on('error', () => resolve(undefined))
  })
}

/** Renames before it removes: between our question and now another process may have put its live socket there. */
function removeDeadSocket(path: string): void {
  const dead = lstatSync(path, { throwIfNoEntry: false })
  if (!dead) return
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (lstatSync(aside).ino !== dead.ino) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  rmSync(aside, { force: true })
}
