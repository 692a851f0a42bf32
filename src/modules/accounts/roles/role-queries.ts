import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'

export type RoleRow = {
  readonly id: string
  readonly staffId: string
  readonly orgId: string
  readonly role: string
  readonly createdAt: Date
  readonly requestedBy: string | null
  readonly requestedOrg: string | null
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly refusedAt: Date | null
  readonly endedAt: Date | null
  readonly reasonKeyId: string | null
  readonly reasonSealed: Buffer | null
}

function roles(ctx: Context) {
  return ctx.tx
    .selectFrom('app.staff_roles as r')
    .select([
      'r.id',
      'r.staff_id as staffId',
      'r.org_id as orgId',
      'r.role',
      'r.created_at as createdAt',
      'r.requested_by as requestedBy',
      'r.requested_org as requestedOrg',
      'r.confirmed_by as confirmedBy',
      'r.confirmed_at as confirmedAt',
      'r.refused_at as refusedAt',
      'r.ended_at as endedAt',
      'r.reason_key_id as reasonKeyId',
      'r.reason_sealed as reasonSealed',
    ])
}

export async function findRole(ctx: Context, id: string): Promise<RoleRow | undefined> {
  return roles(ctx).where('r.id', '=', id).forUpdate().executeTakeFirst()
}

/** Asked for or live; not the refused and ended ones. */
export async function listOpenRolesOf(ctx: Context, staffId: string): Promise<readonly RoleRow[]> {
  return roles(ctx)
    .where('r.staff_id', '=', staffId)
    .where('r.ended_at', 'is', null)
    .where('r.refused_at', 'is', null)
    .orderBy('r.created_at')
    .execute()
}

export async function listOpenRolesIn(ctx: Context, orgId: string): Promise<readonly RoleRow[]> {
  return roles(ctx)
    .where('r.org_id', '=', orgId)
    .where('r.ended_at', 'is', null)
    .where('r.refused_at', 'is', null)
    .orderBy('r.created_at')
    .execute()
}

export type RoleChange = RoleRow & {
  /** Missing where the account belongs to another organisation whose people one may not know. */
  readonly staffName: string | null
  readonly requestedByName: string | null
  readonly confirmedByName: string | null
  readonly orgName: string
}

/** Changes that concern an organisation, as the receiver's or as the asking one, newest first. */
export async function listRoleChanges(
  ctx: Context,
  orgId: string,
  since: Date,
): Promise<readonly RoleChange[]> {
  return roles(ctx)
    .innerJoin('app.organisations as o', 'o.id', 'r.org_id')
    .leftJoin('app.staff as s', 's.id', 'r.staff_id')
    .leftJoin('app.staff as asker', 'asker.id', 'r.requested_by')
    .leftJoin('app.staff as second', 'second.id', 'r.confirmed_by')
    .select([
      's.display_name as staffName',
      'asker.display_name as requestedByName',
      'second.display_name as confirmedByName',
      'o.short_name as orgName',
    ])
    .where(({ or, eb }) => or([eb('r.org_id', '=', orgId), eb('r.requested_org', '=', orgId)]))
    .where(({ or, and, eb }) =>
      or([
        eb('r.created_at', '>', since),
        eb('r.confirmed_at', '>', since),
        eb('r.refused_at', '>', since),
        eb('r.ended_at', '>', since),
        and([eb('r.confirmed_at', 'is', null), eb('r.refused_at', 'is', null), eb('r.ended_at', 'is', null)]),
      ]),
    )
    .orderBy('r.created_at', 'desc')
    .limit(200)
    .execute()
}

export type NewRole = {
  readonly id: string
  readonly staffId: string
  readonly orgId: string
  readonly role: string
  readonly requestedBy: string
  readonly requestedOrg: string
  readonly reason?: { readonly keyId: string; readonly sealed: Buffer }
}

/** Throws InvalidInputError when the person has or is already asked to have this role. */
export async function insertRole(ctx: Context, role: NewRole): Promise<void> {
  try {
    await ctx.tx
      .insertInto('app.staff_roles')
      .values({
        id: role.id,
        created_at: ctx.now,
        staff_id: role.staffId,
        org_id: role.orgId,
        role: role.role,
        requested_by: role.requestedBy,
        requested_org: role.requestedOrg,
        reason_key_id: role.reason?.keyId ?? null,
        reason_sealed: role.reason?.sealed ?? null,
      })
      .execute()
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'staff_roles_one_idx')
      throw new InvalidInputError([{ path: 'role', code: 'role.already' }])
    throw error
  }
}

export async function markConfirmed(ctx: Context, id: string, by: string): Promise<void> {
  try {
    await ctx.tx
      .updateTable('app.staff_roles')
      .set({ confirmed_by: by, confirmed_at: ctx.now })
      .where('id', '=', id)
      .execute()
  } catch (error) {
    if ((error as { code?: string }).code === 'PA004') throw new RefusedError('role.incompatible')
    throw error
  }
}

export async function markRefused(ctx: Context, id: string, by: string): Promise<void> {
  await ctx.tx
    .updateTable('app.staff_roles')
    .set({ refused_at: ctx.now, refused_by: by })
    .where('id', '=', id)
    .execute()
}

/** SQLSTATE of the trigger keep_an_admin. */
const LAST_ADMIN = 'PA006'

/** Throws RefusedError('role.last-admin'): a body, and the installation, keep one administrator. */
export async function markEnded(ctx: Context, id: string, by: string): Promise<void> {
  await ctx.tx
    .updateTable('app.staff_roles')
    .set({ ended_at: ctx.now, ended_by: by })
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === LAST_ADMIN) throw new RefusedError('role.last-admin')
      throw error
    })
}
