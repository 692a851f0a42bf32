import type { Context } from '#src/platform/db/context.ts'

export type ClientRow = {
  readonly id: string
  readonly orgId: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly requestedBy: string
  readonly confirmedAt: Date | null
  readonly refusedAt: Date | null
  readonly endedAt: Date | null
}

function clients(ctx: Context) {
  return ctx.tx
    .selectFrom('app.api_clients as c')
    .select([
      'c.id',
      'c.org_id as orgId',
      'c.name',
      'c.scopes',
      'c.created_at as createdAt',
      'c.requested_by as requestedBy',
      'c.confirmed_at as confirmedAt',
      'c.refused_at as refusedAt',
      'c.ended_at as endedAt',
    ])
}

export async function findClient(ctx: Context, id: string): Promise<ClientRow | undefined> {
  return clients(ctx).where('c.id', '=', id).executeTakeFirst()
}

export async function listClientsOf(ctx: Context, orgId: string): Promise<readonly ClientRow[]> {
  return clients(ctx).where('c.org_id', '=', orgId).orderBy('c.created_at', 'desc').limit(200).execute()
}

/** The gate: the one client whose token is held, if it is confirmed and not ended. */
export async function findLiveClient(ctx: Context, tokenHash: Uint8Array): Promise<ClientRow | undefined> {
  return clients(ctx)
    .where('c.token_hash', '=', Buffer.from(tokenHash))
    .where('c.confirmed_at', 'is not', null)
    .where('c.refused_at', 'is', null)
    .where('c.ended_at', 'is', null)
    .executeTakeFirst()
}

export async function insertClient(
  ctx: Context,
  client: {
    readonly id: string
    readonly orgId: string
    readonly name: string
    readonly scopes: readonly string[]
    readonly tokenHash: Uint8Array
    readonly requestedBy: string
    readonly confirmedAt: Date | null
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.api_clients')
    .values({
      id: client.id,
      created_at: ctx.now,
      org_id: client.orgId,
      name: client.name,
      scopes: [...client.scopes],
      token_hash: Buffer.from(client.tokenHash),
      requested_by: client.requestedBy,
      confirmed_at: client.confirmedAt,
    })
    .execute()
}

export async function markClient(
  ctx: Context,
  id: string,
  mark: 'confirmed' | 'refused' | 'ended',
  by: string,
): Promise<void> {
  const set = {
    confirmed: { confirmed_at: ctx.now, confirmed_by: by },
    refused: { refused_at: ctx.now, refused_by: by },
    ended: { ended_at: ctx.now, ended_by: by },
  }[mark]
  await ctx.tx.updateTable('app.api_clients').set(set).where('id', '=', id).execute()
}

/** With the roles that count now. */
export async function findActiveColleague(
  ctx: Context,
  orgId: string,
  signInName: string,
): Promise<{ readonly id: string; readonly roles: readonly string[] } | undefined> {
  const rows = await ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.staff_roles as r', 'r.staff_id', 's.id')
    .select(['s.id', 'r.role'])
    .where('s.org_id', '=', orgId)
    .where('s.sign_in_name', '=', signInName)
    .where('s.state', '=', 'active')
    .where('r.confirmed_at', 'is not', null)
    .where('r.ended_at', 'is', null)
    .execute()
  return rows[0] && { id: rows[0].id, roles: rows.map((row) => row.role) }
}
