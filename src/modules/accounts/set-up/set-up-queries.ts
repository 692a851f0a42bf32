import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'

export type NewAccount = {
  readonly id: string
  readonly orgId: string
  readonly signInName: string
  readonly displayName: string
  readonly email: string
  readonly language: 'id' | 'en'
}

/** Throws InvalidInputError when the sign-in name is taken (anywhere in the installation). */
export async function insertAccount(ctx: Context, account: NewAccount): Promise<void> {
  try {
    await ctx.tx
      .insertInto('app.staff')
      .values({
        id: account.id,
        created_at: ctx.now,
        org_id: account.orgId,
        sign_in_name: account.signInName,
        display_name: account.displayName,
        email: account.email,
        language: account.language,
        state: 'invited',
      })
      .execute()
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'staff_sign_in_name_key')
      throw new InvalidInputError([{ path: 'signInName', code: 'account.name-taken' }])
    throw error
  }
}

export async function insertLink(
  ctx: Context,
  link: {
    readonly hash: Uint8Array
    readonly staffId: string
    readonly orgId: string
    readonly madeBy: string | null
    readonly expiresAt: Date
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.set_up_links')
    .values({
      id_hash: Buffer.from(link.hash),
      created_at: ctx.now,
      staff_id: link.staffId,
      org_id: link.orgId,
      made_by: link.madeBy,
      expires_at: link.expiresAt,
    })
    .execute()
}

export async function endLinksOf(ctx: Context, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.set_up_links')
    .set({ ended_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}

/** The account of a link that may still be used. */
export async function findLinkHolder(ctx: Context, hash: Uint8Array): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.set_up_links')
    .select('staff_id')
    .where('id_hash', '=', Buffer.from(hash))
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  return row?.staff_id
}

/** True once. */
export async function useLink(ctx: Context, hash: Uint8Array): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.set_up_links')
    .set({ used_at: ctx.now })
    .where('id_hash', '=', Buffer.from(hash))
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function updateCredentials(
  ctx: Context,
  staffId: string,
  values: {
    readonly password_hash: string
    readonly totp_sealed: Buffer
    readonly key_id: string
    readonly totp_last_step: number
  },
): Promise<void> {
  await ctx.tx
    .updateTable('app.staff')
    .set({ ...values, state: 'active' })
    .where('id', '=', staffId)
    .execute()
}

export async function updatePasswordHash(ctx: Context, staffId: string, hash: string): Promise<void> {
  await ctx.tx.updateTable('app.staff').set({ password_hash: hash }).where('id', '=', staffId).execute()
}

export async function deletePasskeysOf(ctx: Context, staffId: string): Promise<void> {
  await ctx.tx.deleteFrom('app.passkeys').where('staff_id', '=', staffId).execute()
}

export async function findKeyIdOf(ctx: Context, staffId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.staff')
    .select('key_id')
    .where('id', '=', staffId)
    .executeTakeFirst()
  return row?.key_id ?? undefined
}
