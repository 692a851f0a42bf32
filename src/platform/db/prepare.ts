import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import pg from 'pg'
import { runMigrations as migrateQueue } from 'graphile-worker'
import { migrate } from './migrate.ts'

/** How to reach the server as one login; a URL or the parts (a Unix socket folder is a host). */
export type Connection =
  | { readonly connectionString: string }
  | {
      readonly host: string
      readonly port?: number
      readonly user: string
      readonly password: string
      readonly database: string
    }

/** Doors have a login of their own that may become only the roles named here, one per transaction. */
export const LOGINS = {
  payung_site: ['payung_public'],
  payung_app: ['payung_gate', 'payung_staff'],
  payung_work: ['payung_job'],
  payung_keeper: ['payung_keep'],
  payung_jobs: [],
} as const
export type Login = keyof typeof LOGINS

const GROUP_ROLES = [
  'payung_public',
  'payung_gate',
  'payung_staff',
  'payung_job',
  'payung_keep',
  'payung_system',
] as const

/** Passwords come from the installation's secret, so that nothing but the secret has to be kept. */
export function loginPassword(secret: Uint8Array, login: string): string {
  return Buffer.from(hmac(sha256, secret, new TextEncoder().encode(`login:${login}`))).toString('base64url')
}

/**
 * The same server and database for another login. The address is changed as text, because the socket address of libpq
 * (`postgres://me:secret@/db?host=/folder`) is no URL to the WHATWG; what pg reads without an authority (`/folder db`)
 * comes apart into its fields.
 */
export function connectionFor(owner: Connection, login: Login, secret: Uint8Array): Connection {
  const password = loginPassword(secret, login)
  if (!('connectionString' in owner)) return { ...owner, user: login, password }
  const parts = /^(postgres(?:ql)?:\/\/)(?:[^/?#]*@)?([^?#]*)(?:\?([^#]*))?/.exec(owner.connectionString)
  if (!parts) {
    const { host, port, database = '' } = new pg.Client(owner)
    return { host, port, database, user: login, password }
  }
  const [, scheme = '', place = '', asked = ''] = parts
  // Written there, a login would win over the one before the host.
  const kept = asked.split('&').filter((pair) => pair !== '' && !/^(?:user|password)=/.test(pair))
  const query = kept.length > 0 ? `?${kept.join('&')}` : ''
  return { connectionString: `${scheme}${login}:${password}@${place}${query}` }
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function makeRoles(client: pg.Client, secret: Uint8Array): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname like 'payung%'",
  )
  const have = new Set(rows.map((row) => row.rolname))
  for (const role of GROUP_ROLES)
    if (!have.has(role)) await client.query(`create role ${role} nologin noinherit`)
  for (const login of Object.keys(LOGINS)) {
    const password = quote(loginPassword(secret, login))
    await client.query(
      `${have.has(login) ? 'alter' : 'create'} role ${login} login noinherit password ${password}`,
    )
    for (const role of LOGINS[login as Login]) await client.query(`grant ${role} to ${login}`)
  }
  const owner = (
    await client.query<{ name: string; super: boolean }>(
      'select current_user::text as name, rolsuper as super from pg_roles where rolname = current_user',
    )
  ).rows[0]!
  if (!owner.super) await client.query(`grant payung_system to "${owner.name}"`)
  const database = (await client.query<{ name: string }>('select current_database()::text as name')).rows[0]!
    .name
  await client.query(`grant create on database "${database}" to payung_jobs`)
  await client.query(`revoke temporary on database "${database}" from public`)
}

/** The queue lives in its own schema under its own login; the doors may only call jobs.enqueue, each for its own tasks. */
async function makeQueue(connection: Connection): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await migrateQueue({ pgPool: pool })
    await pool.query(`
      create schema if not exists jobs;
      grant usage on schema jobs to payung_public, payung_gate, payung_staff, payung_job;
      create or replace function jobs.enqueue(task text, payload json, job_key text default null, run_at timestamptz default null)
      returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if current_setting('role') in ('payung_public', 'payung_gate')
           and task not in ('reports.take-in', 'messages.tell-desk', 'consents.withdrawn', 'rights.asked', 'exchange.take-in') then
          raise insufficient_privilege using message = 'this door may not enqueue ' || task;
        end if;
        perform graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key, run_at => run_at);
      end $$;
      revoke all on function jobs.enqueue from public;
      grant execute on function jobs.enqueue to payung_public, payung_gate, payung_staff, payung_job;`)
  } finally {
    await pool.end()
  }
}

/**
 * Brings an owned database to the state that this version needs: roles, schema, queue. Safe to run by several
 * processes at once and at every start.
 */
export async function prepareDatabase(owner: Connection, secret: Uint8Array): Promise<readonly string[]> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('payung.prepare'))")
    await makeRoles(client, secret)
    const applied = await migrate(client)
    await makeQueue(connectionFor(owner, 'payung_jobs', secret))
    return applied
  } finally {
    await client.end()
  }
}
