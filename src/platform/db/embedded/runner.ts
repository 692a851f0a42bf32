// Which operating-system user runs PostgreSQL. PostgreSQL refuses root, so root hands over to another user.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** `undefined` on both: the user who runs Payung. */
export type Runner = { readonly uid?: number; readonly gid?: number; readonly name: string }

const SELF: Runner = { name: 'the user who runs Payung' }
const FALLBACK_USERS = ['postgres', 'nobody'] as const

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function passwdRows(): readonly (readonly string[])[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
}

/** The user for a new database. initdb needs one that stands in /etc/passwd. */
export function runnerForNewDatabase(): Runner {
  if (!isRoot()) return SELF
  const rows = passwdRows()
  for (const name of FALLBACK_USERS) {
    const row = rows.find((fields) => fields[0] === name)
    if (row) return { uid: Number(row[2]), gid: Number(row[3]), name }
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody". Start Payung as an ordinary user.',
  )
}

/** A database that exists runs as the user who owns its files: PostgreSQL accepts no other. */
export function runnerOfDatabase(data: string): Runner {
  if (process.getuid === undefined) return SELF
  const { uid, gid } = statSync(data)
  if (uid === process.getuid()) {
    if (uid !== 0) return SELF
    throw new Error(
      `The database in ${data} belongs to root, which PostgreSQL refuses. Give it to another user.`,
    )
  }
  if (!isRoot()) {
    throw new Error(
      `The database in ${data} belongs to another user (${uid}). Start Payung as that user or as root.`,
    )
  }
  return { uid, gid, name: passwdRows().find((fields) => Number(fields[2]) === uid)?.[0] ?? String(uid) }
}

/** Asks the kernel, because modes alone do not tell about access lists and mounts. */
export function canEnter(runner: Runner, folder: string): boolean {
  if (runner.uid === undefined) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...ids(runner), stdio: 'ignore' })
  // A machine short of processes is no answer.
  if (asked.error) throw asked.error
  return asked.status === 0
}

/** The part of a runner that `spawn` understands. */
export function ids(runner: Runner): { uid?: number; gid?: number } {
  return runner.uid === undefined ? {} : { uid: runner.uid, gid: runner.gid }
}
