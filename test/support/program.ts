// The whole program as a child process, as an operator starts it: to be killed, stopped and asked over HTTP.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatMasterFile } from '#src/platform/crypto/secrets.ts'
import { urlOf, type Connection } from '#src/platform/db/embedded.ts'
import type { TestPlatform } from './platform.ts'
import { roomiestFolder } from './roomiest-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PATIENCE_MILLISECONDS = 60_000

export type Env = Readonly<Record<string, string>>

/** Only what a test gives, so that the settings of the machine change nothing. */
function surroundings(env: Env): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], PAYUNG_DEMO: '0', ...env }
}

export type Program = {
  readonly address: string
  readonly child: ChildProcess
  /** From the start of the process to the line with the address. */
  readonly startedInMs: number
  /** Everything that it wrote so far, on both outputs. */
  log(): string
  /** Resolves with the exit code after a clean stop. */
  stop(): Promise<number | null>
}

/** Starts `src/main.ts` on a free port; throws what it wrote when it ends before it listens. */
export async function startProgram(env: Env): Promise<Program> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: surroundings({ PORT: '0', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stdout.on('data', (bytes) => (log += String(bytes)))
  child.stderr.on('data', (bytes) => (log += String(bytes)))
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address in time: ${log}`)), PATIENCE_MILLISECONDS)
    const done = (): void => clearTimeout(timer)
    child.stdout.on('data', () => {
      const port = /Payung: http:\/\/localhost:(\d+)/.exec(log)?.[1]
      if (port) {
        done()
        resolve(`http://127.0.0.1:${port}`)
      }
    })
    child.once('exit', (code) => {
      done()
      reject(new Error(`ended with ${code}: ${log}`))
    })
  })
  return {
    address,
    child,
    startedInMs: performance.now() - began,
    log: () => log,
    stop: async () => {
      const gone = exitOf(child)
      child.kill('SIGTERM')
      return gone
    },
  }
}

/** The exit code; null after a signal. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

export type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `payung …` as an operator types it. Blocks: not for a command that asks this very process. */
export async function payung(env: Env, ...words: readonly string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'payung'), ...words], {
    env: surroundings(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (bytes) => (out += String(bytes)))
  child.stderr.on('data', (bytes) => (err += String(bytes)))
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}

/** A folder that goes with the test, and the database of it wherever that lies. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(roomiestFolder(), 'payung-ops-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Settings under which a program works on the database of a test, with its keys, and its own data folder. */
export function settingsOver(world: TestPlatform, folder: string): Env {
  const { owner, secrets } = world.platform
  writeFileSync(join(folder, 'master-key.json'), formatMasterFile(secrets.master))
  writeFileSync(join(folder, 'secret'), Buffer.from(secrets.installation).toString('base64url'))
  return { PAYUNG_DATA: folder, DATABASE_URL: urlOf(owner as Connection) }
}

/** Process number of the embedded PostgreSQL of a data folder. */
export function postgresOf(folder: string): number {
  return Number(readFileSync(join(folder, 'database', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Whether a process lives; a dead one that nobody has reaped does not. */
export function lives(pid: number): boolean {
  return !/^(Z.*)?$/.test(
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim(),
  )
}

/** For visitSite: a program over HTTP instead of one in this process. */
export const overHttp = (program: Pick<Program, 'address'>) => ({
  request: (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${program.address}${path}`, { redirect: 'manual', ...init }),
})
