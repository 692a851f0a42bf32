import { hashPassword } from '#src/platform/auth/password.ts'
import type { Context } from '#src/platform/db/context.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import { findKeyIdOf, updateCredentials } from './set-up-queries.ts'

export type Credentials = {
  readonly staffId: string
  readonly password: string
  readonly totpSecret: Uint8Array
  readonly usedStep?: number
}

/** Sets both factors of an account and makes it active; the seed of the codes is sealed under the account's own key. */
export async function setStaffCredentials(
  ctx: Context,
  { staffId, password, totpSecret, usedStep }: Credentials,
): Promise<void> {
  const keyId = await findKeyIdOf(ctx, staffId)
  const key = keyId ? await loadKey(ctx, keyId) : await createKey(ctx, 'staff', staffId)
  await updateCredentials(ctx, staffId, {
    password_hash: await hashPassword(password),
    totp_sealed: key.sealBytes(`staff.totp_sealed/${staffId}`, totpSecret),
    key_id: key.id,
    totp_last_step: usedStep ?? 0,
  })
}
