import { areCompatible, isRole, type Role } from '#src/domain/disclosure/roles.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { createKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { getPerson } from '../people/people-queries.ts'
import {
  findRole,
  insertRole,
  listOpenRolesOf,
  listRoleChanges,
  markConfirmed,
  markEnded,
  markRefused,
  type RoleChange,
  type RoleRow,
} from './role-queries.ts'

/** Asks for a role for somebody else; it counts after a second person confirmed it. */
export async function requestRole(
  ctx: StaffContext,
  wish: { readonly staffId: string; readonly role: string; readonly why?: string },
): Promise<string> {
  const { actor } = ctx
  if (!isRole(wish.role)) throw new InvalidInputError([{ path: 'role', code: 'role.unknown' }])
  if (wish.staffId === actor.staffId) throw new RefusedError('role.for-oneself')
  if (wish.role === 'installation-admin' && !actor.roles.includes('installation-admin'))
    throw new RefusedError('role.installation-only')
  const person = await getPerson(ctx, wish.staffId)
  if (person.state === 'closed') throw new RefusedError('account.closed')
  refuseIncompatible(wish.role, await listOpenRolesOf(ctx, wish.staffId))
  const id = ctx.newId()
  await insertRole(ctx, {
    id,
    staffId: wish.staffId,
    orgId: person.orgId,
    role: wish.role,
    requestedBy: actor.staffId,
    requestedOrg: actor.orgId,
    reason: await sealReason(ctx, id, wish),
  })
  await note(ctx, 'role.requested', { staffId: wish.staffId, role: wish.role, roleId: id })
  return id
}

function refuseIncompatible(role: Role, have: readonly RoleRow[]): void {
  const against = have.find((row) => isRole(row.role) && !areCompatible([row.role, role]))
  if (against) throw new RefusedError('role.incompatible', [against.role])
}

async function sealReason(
  ctx: StaffContext,
  id: string,
  wish: { readonly staffId: string; readonly why?: string },
): Promise<{ readonly keyId: string; readonly sealed: Buffer } | undefined> {
  if (!wish.why) return undefined
  const key = await createKey(ctx, 'staff', wish.staffId)
  return { keyId: key.id, sealed: key.sealText(`staff_roles.reason_sealed/${id}`, wish.why.slice(0, 500)) }
}

/** Why each of these roles was asked for, by the id of the request. */
export async function readReasons(
  ctx: StaffContext,
  rows: readonly RoleRow[],
): Promise<ReadonlyMap<string, string>> {
  const keys = await loadKeys(
    ctx,
    rows.flatMap((row) => row.reasonKeyId ?? []),
  )
  return new Map(
    rows.flatMap((row) => {
      const key = row.reasonKeyId === null ? undefined : keys.get(row.reasonKeyId)
      return key && row.reasonSealed
        ? [[row.id, key.openText(`staff_roles.reason_sealed/${row.id}`, row.reasonSealed)] as const]
        : []
    }),
  )
}

async function getOpenRole(ctx: StaffContext, id: string): Promise<RoleRow> {
  const row = await findRole(ctx, id)
  if (!row) throw new NotFoundError('role.not-found')
  if (row.endedAt || row.refusedAt) throw new RefusedError('role.decided')
  return row
}

/** The second person says yes or no: neither who asked nor who receives. */
export async function decideRole(
  ctx: StaffContext,
  decision: { readonly id: string; readonly verdict: 'confirm' | 'refuse' },
): Promise<void> {
  const { actor } = ctx
  const row = await getOpenRole(ctx, decision.id)
  if (row.confirmedAt) throw new RefusedError('role.decided')
  if (decision.verdict === 'refuse') {
    await markRefused(ctx, row.id, actor.staffId)
    return note(ctx, 'role.refused', { staffId: row.staffId, role: row.role, roleId: row.id })
  }
  if (row.requestedBy === actor.staffId) throw new RefusedError('role.second-person')
  if (row.staffId === actor.staffId) throw new RefusedError('role.for-oneself')
  if (row.role === 'installation-admin' && !actor.roles.includes('installation-admin'))
    throw new RefusedError('role.installation-only')
  const live = (await listOpenRolesOf(ctx, row.staffId)).filter((other) => other.confirmedAt !== null)
  if (isRole(row.role)) refuseIncompatible(row.role, live)
  await markConfirmed(ctx, row.id, actor.staffId)
  await note(ctx, 'role.confirmed', { staffId: row.staffId, role: row.role, roleId: row.id })
}

/** Taking a role away needs no second person: it only closes. */
export async function endRole(ctx: StaffContext, id: string): Promise<void> {
  const row = await getOpenRole(ctx, id)
  await markEnded(ctx, row.id, ctx.actor.staffId)
  await note(ctx, 'role.ended', { staffId: row.staffId, role: row.role, roleId: row.id })
}

const SHOWN_FOR_MS = 30 * 24 * 3600 * 1000

/** What changed in the last 30 days and what waits, for the supervisors of the receiver's and of the asking organisation. */
export async function listRoleChangesFor(ctx: StaffContext): Promise<readonly RoleChange[]> {
  return listRoleChanges(ctx, ctx.actor.orgId, new Date(ctx.now.getTime() - SHOWN_FOR_MS))
}

type Told = { readonly staffId: string; readonly role: string; readonly roleId: string }

async function note(ctx: StaffContext, verb: `role.${string}`, told: Told): Promise<void> {
  await writeJournal(ctx, {
    verb,
    subjectKind: 'staff',
    subjectId: told.staffId,
    details: { role: told.role, roleId: told.roleId },
  })
}
