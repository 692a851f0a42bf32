import type { Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'

export type Person = {
  readonly id: string
  readonly orgId: string
  readonly orgName: string
  readonly signInName: string
  readonly displayName: string
  readonly email: string
  readonly language: string
  readonly state: string
  readonly createdAt: Date
  readonly closedAt: Date | null
  readonly version: number
  /** The last whole sign-in, where one may know it. */
  readonly lastAt: Date | null
}

function people(ctx: Context) {
  return ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.organisations as o', 'o.id', 's.org_id')
    .select([
      's.id',
      's.org_id as orgId',
      'o.short_name as orgName',
      's.sign_in_name as signInName',
      's.display_name as displayName',
      's.email',
      's.language',
      's.state',
      's.created_at as createdAt',
      's.closed_at as closedAt',
      's.version',
    ])
    .select((eb) =>
      eb
        .selectFrom('app.sessions as v')
        .select((inner) => inner.fn.max('v.created_at').as('at'))
        .whereRef('v.staff_id', '=', 's.id')
        .where('v.factor', '!=', 'password')
        .as('lastAt'),
    )
}

export async function getPerson(ctx: Context, id: string): Promise<Person> {
  const row = await people(ctx).where('s.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFoundError('account.not-found')
  return row
}

/** Accounts of one organisation, open ones first. */
export async function listPeople(ctx: Context, orgId: string): Promise<readonly Person[]> {
  return people(ctx)
    .where('s.org_id', '=', orgId)
    .orderBy('s.closed_at', (order) => order.asc().nullsFirst())
    .orderBy('s.display_name')
    .limit(500)
    .execute()
}

export async function closePerson(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .updateTable('app.staff')
    .set((eb) => ({ state: 'closed', closed_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function updateLanguage(ctx: Context, id: string, language: 'id' | 'en'): Promise<void> {
  await ctx.tx.updateTable('app.staff').set({ language }).where('id', '=', id).execute()
}

export async function endSessionsByStaff(ctx: Context, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.sessions')
    .set({ ended_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute()
}

export type Passkey = {
  readonly id: string
  readonly label: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

export async function listOwnPasskeys(ctx: Context, staffId: string): Promise<readonly Passkey[]> {
  return ctx.tx
    .selectFrom('app.passkeys')
    .select(['id', 'label', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .execute()
}

export async function insertPasskey(
  ctx: Context,
  key: {
    readonly id: string
    readonly staffId: string
    readonly publicKey: Uint8Array
    readonly counter: number
    readonly transports: readonly string[]
    readonly label: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.passkeys')
    .values({
      id: key.id,
      created_at: ctx.now,
      staff_id: key.staffId,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: [...key.transports],
      label: key.label,
    })
    .execute()
}

export async function deletePasskey(ctx: Context, staffId: string, id: string): Promise<boolean> {
  const result = await ctx.tx
    .deleteFrom('app.passkeys')
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
