import { isWithin } from '#src/domain/sharing/sharing.ts'
import {
  findPackage,
  limitsOf,
  lockReferral,
  replacePackage,
  type ReferralPackage,
  type ReferralRow,
} from '#src/modules/referrals/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import type { z } from 'zod'
import type { Outcome, WidenSchema } from './content.ts'

/** The sender gives more of the same need, or for longer: what was given before stays readable, and nothing gets narrower. */
export async function widenReceived(
  ctx: Context,
  referralId: string,
  wider: z.output<typeof WidenSchema>,
): Promise<Outcome> {
  const row = await lockReferral(ctx, referralId)
  const before = row && (await openPackage(ctx, row))
  if (!row || !before || row.stopped_at) return { outcome: 'stale', code: 'state-moved-on' }
  const pack = wider.package as unknown as ReferralPackage
  const expiresAt = wider.expiresAt === null ? null : new Date(wider.expiresAt)
  if (!isWithin(limitsOf(before, row.expires_at), limitsOf(pack, expiresAt)))
    return { outcome: 'refused', code: 'not-wider' }
  await replacePackage(ctx, row, pack, expiresAt)
  await writeJournal(
    ctx,
    { verb: 'referral.widened', subjectKind: 'referral', subjectId: row.id, caseId: row.case_id },
    row.to_org,
  )
  return { outcome: 'applied', code: null }
}

async function openPackage(ctx: Context, row: ReferralRow): Promise<ReferralPackage | undefined> {
  const sealed = await findPackage(ctx, row.id)
  const key = (await loadKeys(ctx, [row.key_id])).get(row.key_id)
  return sealed && key
    ? key.openJson<ReferralPackage>(`referrals.package_sealed/${row.id}`, sealed)
    : undefined
}
