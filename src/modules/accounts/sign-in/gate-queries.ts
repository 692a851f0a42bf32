import type { Context } from '#src/platform/db/context.ts'
import type { StoredPasskey } from '#src/platform/auth/passkey.ts'

/** What the gate knows of the one account that it looks at. */
export type GateAccount = {
  readonly id: string
  readonly orgId: string
  readonly signInName: string
  readonly displayName: string
  readonly state: string
  readonly passwordHash: string | null
  readonly totpSealed: Buffer | null
  readonly keyId: string | null
  readonly lastStep: number
  readonly demo: boolean
  readonly language: 'id' | 'en'
}

function accounts(ctx: Context) {
  return ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.organisations as o', 'o.id', 's.org_id')
    .select([
      's.id',
      's.org_id as orgId',
      's.sign_in_name as signInName',
      's.display_name as displayName',
      's.state',
      's.password_hash as passwordHash',
      's.totp_sealed as totpSealed',
      's.key_id as keyId',
      's.totp_last_step as lastStep',
      'o.demo',
      's.language',
    ])
}

const toAccount = <T extends { readonly lastStep: string | number | bigint; readonly language: string }>(
  row: T | undefined,
) =>
  row && {
    ...row,
    lastStep: Number(row.lastStep),
    language: row.language === 'en' ? ('en' as const) : ('id' as const),
  }

export async function findAccountByName(ctx: Context, signInName: string): Promise<GateAccount | undefined> {
  return toAccount(await accounts(ctx).where('s.sign_in_name', '=', signInName).executeTakeFirst())
}

export async function findAccount(ctx: Context, staffId: string): Promise<GateAccount | undefined> {
  return toAccount(await accounts(ctx).where('s.id', '=', staffId).executeTakeFirst())
}

/** False when this step or a later one was already used: a code counts once, whoever sends it. */
export async function takeTotpStep(ctx: Context, staffId: string, step: number): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.staff')
    .set({ totp_last_step: step })
    .where('id', '=', staffId)
    .where('state', '=', 'active')
    .where('totp_last_step', '<', String(step))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when it was ended before: of two tabs with the same half sign-in only one goes on. */
export async function endSession(ctx: Context, idHash: Uint8Array): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.sessions')
    .set({ ended_at: ctx.now })
    .where('id_hash', '=', Buffer.from(idHash))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function endSessionsOf(ctx: Context, staffId: string, except?: Uint8Array): Promise<void> {
  await ctx.tx
    .updateTable('app.sessions')
    .set({ ended_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('id_hash', '!=', Buffer.from(except!)))
    .execute()
}

export async function listPasskeys(ctx: Context, staffId: string): Promise<readonly StoredPasskey[]> {
  const rows = await ctx.tx
    .selectFrom('app.passkeys')
    .select(['id', 'public_key', 'counter', 'transports'])
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
  }))
}

export async function markPasskeyUsed(ctx: Context, id: string, counter: number): Promise<void> {
  await ctx.tx
    .updateTable('app.passkeys')
    .set({ counter, last_used_at: ctx.now })
    .where('id', '=', id)
    .execute()
}

export type ChallengeKind = 'sign-in' | 'new-passkey'

export async function insertChallenge(
  ctx: Context,
  challenge: {
    readonly hash: Uint8Array
    readonly staffId: string
    readonly kind: ChallengeKind
    readonly text: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.sign_in_challenges')
    .values({
      id_hash: Buffer.from(challenge.hash),
      created_at: ctx.now,
      staff_id: challenge.staffId,
      kind: challenge.kind,
      challenge: challenge.text,
    })
    .execute()
}

/** True once for a challenge that was given to this person less than ten minutes ago. */
export async function takeChallenge(
  ctx: Context,
  challenge: { readonly hash: Uint8Array; readonly staffId: string; readonly kind: ChallengeKind },
): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.sign_in_challenges')
    .set({ used_at: ctx.now })
    .where('id_hash', '=', Buffer.from(challenge.hash))
    .where('staff_id', '=', challenge.staffId)
    .where('kind', '=', challenge.kind)
    .where('used_at', 'is', null)
    .where('created_at', '>', new Date(ctx.now.getTime() - 600_000))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
