import { sql, type Transaction } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { DB } from './schema.generated.ts'
import type { Login } from './prepare.ts'
import type { Platform } from '../platform.ts'
import { newId } from '../ids.ts'

declare const brand: unique symbol
/** A transaction that runs under one actor's role and claims. Only this file makes it. */
export type Tx = Transaction<DB> & { readonly [brand]: 'tx' }

export type Actor =
  /** A visitor. What he can prove: hashes made with keys that are not in the database. */
  | { readonly kind: 'public'; readonly codeHash?: Uint8Array; readonly requestHash?: Uint8Array }
  /** Signing in: knows one account at a time. */
  | {
      readonly kind: 'gate'
      readonly signInName?: string
      readonly staffId?: string
      readonly sessionHash?: Uint8Array
      readonly passkeyId?: string
    }
  | StaffActor
  | ClientActor
  | { readonly kind: 'job'; readonly name: string }
  /** Back-up, key rotation, verify and the loading of demonstration data. */
  | { readonly kind: 'keeper' }

export type StaffActor = {
  readonly kind: 'staff'
  readonly staffId: string
  readonly orgId: string
  readonly roles: readonly string[]
}

/** A program of an organisation: the roles that its scopes stand for, and no person behind it. */
export type ClientActor = {
  readonly kind: 'client'
  readonly clientId: string
  readonly orgId: string
  readonly roles: readonly string[]
  readonly scopes: readonly string[]
}

export type Context = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
  readonly platform: Platform
  /** Runs after the commit, not at all after a rollback; must not throw (it is logged). */
  readonly afterCommit: (effect: () => void | Promise<void>) => void
  newId(): string
}

/** A context whose actor is a signed-in member of staff. */
export type StaffContext = Context & { readonly actor: StaffActor }

const DB_ROLE = {
  public: 'payung_public',
  gate: 'payung_gate',
  staff: 'payung_staff',
  client: 'payung_staff',
  job: 'payung_job',
  keeper: 'payung_keep',
} as const
const LOGIN: Record<Actor['kind'], Login> = {
  public: 'payung_site',
  gate: 'payung_app',
  staff: 'payung_app',
  client: 'payung_app',
  job: 'payung_work',
  keeper: 'payung_keeper',
}

const hex = (bytes: Uint8Array | undefined): string => (bytes ? Buffer.from(bytes).toString('hex') : '')

type Claims = Readonly<
  Record<
    | 'org_id'
    | 'staff_id'
    | 'roles'
    | 'code_hash'
    | 'request_hash'
    | 'session_hash'
    | 'sign_in_name'
    | 'passkey_id',
    string
  >
>
const NO_CLAIMS: Claims = {
  org_id: '',
  staff_id: '',
  roles: '',
  code_hash: '',
  request_hash: '',
  session_hash: '',
  sign_in_name: '',
  passkey_id: '',
}

function claimsOf(actor: Actor): Claims {
  switch (actor.kind) {
    case 'public':
      return { ...NO_CLAIMS, code_hash: hex(actor.codeHash), request_hash: hex(actor.requestHash) }
    case 'gate':
      return {
        ...NO_CLAIMS,
        staff_id: actor.staffId ?? '',
        session_hash: hex(actor.sessionHash),
        sign_in_name: actor.signInName ?? '',
        passkey_id: actor.passkeyId ?? '',
      }
    case 'staff':
      return { ...NO_CLAIMS, org_id: actor.orgId, staff_id: actor.staffId, roles: actor.roles.join(',') }
    case 'client':
      return { ...NO_CLAIMS, org_id: actor.orgId, roles: actor.roles.join(',') }
    case 'job':
    case 'keeper':
      return NO_CLAIMS
    default:
      return actor satisfies never
  }
}

/**
 * The only door to the database: one transaction under the actor's role and claims; work that throws leaves nothing behind.
 */
export async function runAs<T>(
  platform: Platform,
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const effects: (() => void | Promise<void>)[] = []
  const now = platform.clock()
  const requestId = randomBytes(9).toString('base64url')
  const result = await platform.database.pools[LOGIN[actor.kind]]
    .transaction()
    .execute(async (transaction) => {
      await enter(transaction, actor, now)
      return work({
        tx: transaction as Tx,
        actor,
        now,
        requestId,
        platform,
        afterCommit: (effect) => void effects.push(effect),
        newId: () => newId(now),
      })
    })
  for (const effect of effects)
    await Promise.resolve()
      .then(effect)
      .catch((error: unknown) => platform.reportDefect(error, requestId))
  return result
}

async function enter(transaction: Transaction<DB>, actor: Actor, now: Date): Promise<void> {
  const claims = claimsOf(actor)
  await sql`select set_config('role', ${DB_ROLE[actor.kind]}, true), set_config('app.org_id', ${claims.org_id}, true),
    set_config('app.staff_id', ${claims.staff_id}, true), set_config('app.roles', ${claims.roles}, true),
    set_config('app.code_hash', ${claims.code_hash}, true), set_config('app.request_hash', ${claims.request_hash}, true),
    set_config('app.session_hash', ${claims.session_hash}, true), set_config('app.sign_in_name', ${claims.sign_in_name}, true),
    set_config('app.passkey_id', ${claims.passkey_id}, true), set_config('app.now', ${now.toISOString()}, true)`.execute(
    transaction,
  )
}

/** Narrows a context to a signed-in member of staff; a programmer's mistake otherwise. */
export function asStaff(ctx: Context): StaffContext {
  if (ctx.actor.kind !== 'staff') throw new Error('this use case is for staff')
  return ctx as StaffContext
}
