import type { Context } from '#src/platform/db/context.ts'

export type SessionRow = {
  readonly staff_id: string
  readonly org_id: string
  readonly factor: string
  readonly last_seen_at: Date
  readonly expires_at: Date
  readonly ended_at: Date | null
}

export async function findSession(ctx: Context, idHash: Uint8Array): Promise<SessionRow | undefined> {
  return ctx.tx
    .selectFrom('app.sessions')
    .select(['staff_id', 'org_id', 'factor', 'last_seen_at', 'expires_at', 'ended_at'])
    .where('id_hash', '=', Buffer.from(idHash))
    .executeTakeFirst()
}

export async function insertSession(
  ctx: Context,
  session: {
    readonly idHash: Uint8Array
    readonly staffId: string
    readonly orgId: string
    readonly factor: 'password' | 'totp' | 'passkey'
    readonly expiresAt: Date
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.sessions')
    .values({
      id_hash: Buffer.from(session.idHash),
      created_at: ctx.now,
      staff_id: session.staffId,
      org_id: session.orgId,
      last_seen_at: ctx.now,
      expires_at: session.expiresAt,
      factor: session.factor,
    })
    .execute()
}

export async function touchSession(ctx: Context, idHash: Uint8Array): Promise<void> {
  await ctx.tx
    .updateTable('app.sessions')
    .set({ last_seen_at: ctx.now })
    .where('id_hash', '=', Buffer.from(idHash))
    .execute()
}

export async function findSignedInStaff(ctx: Context, staffId: string) {
  return ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.organisations as o', 'o.id', 's.org_id')
    .select([
      's.display_name',
      's.language',
      's.state',
      'o.id as org_id',
      'o.name_id',
      'o.name_en',
      'o.short_name',
      'o.kind',
      'o.time_zone',
      'o.country',
      'o.demo',
    ])
    .where('s.id', '=', staffId)
    .executeTakeFirst()
}

export async function listLiveRoles(ctx: Context, staffId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.staff_roles')
    .select('role')
    .where('staff_id', '=', staffId)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.role)
}
