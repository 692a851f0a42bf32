import { digestOf, type ReferralPackage } from '#src/modules/referrals/offer/referral-package.ts'
import type { ReferralRow } from '#src/modules/referrals/referral-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { setPackage } from './remote-queries.ts'

/** A wider package takes the place of the one before, under the same key. */
export async function replacePackage(
  ctx: Context,
  row: ReferralRow,
  pack: ReferralPackage,
  expiresAt: Date | null,
): Promise<void> {
  const key = await loadKey(ctx, row.key_id)
  await setPackage(ctx, row.id, {
    package_sealed: key.sealJson(`referrals.package_sealed/${row.id}`, pack),
    package_digest: digestOf(pack),
    expires_at: expiresAt,
  })
}
