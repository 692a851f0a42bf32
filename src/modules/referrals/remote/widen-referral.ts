import type { ConsentItem } from '#src/domain/cases/codes.ts'
import { isWithin, type Limits } from '#src/domain/sharing/sharing.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { readCaseConsents, readerOf } from '#src/modules/referrals/offer/case-consents.ts'
import type { Sendable } from '#src/modules/referrals/offer/offer-referral.ts'
import { buildPackage } from '#src/domain/disclosure/package.ts'
import { itemsFor } from '#src/domain/disclosure/consent.ts'
import type { ReferralPackage } from '#src/modules/referrals/offer/referral-package.ts'
import { findOrg, findPackage, isRestricted, lockReferral } from '#src/modules/referrals/referral-queries.ts'
import { replacePackage } from './replace-package.ts'

const NEVER = new Date('9999-12-31T00:00:00Z')
const OPEN: readonly string[] = ['requested', 'received', 'accepted', 'in-progress', 'on-hold']

export function limitsOf(pack: Pick<ReferralPackage, 'items' | 'need'>, expiresAt: Date | null): Limits {
  return { items: pack.items.map((each) => each.item), purpose: pack.need, until: expiresAt ?? NEVER }
}

export type Widening = {
  readonly referralId: string
  readonly sendables: readonly Sendable[]
  readonly chosen: readonly ConsentItem[]
}

/**
 * More of the same need for a body that was already asked, as far as consent opens it now. What was given stays given; each
 * part is what the person allows today. Throws RefusedError `referral.no-consent`, `referral.restricted`, `referral.not-wider`.
 */
export async function widenReferral(ctx: StaffContext, wanted: Widening): Promise<ReferralPackage> {
  const row = await lockReferral(ctx, wanted.referralId)
  if (!row || row.from_org !== ctx.actor.orgId) throw new NotFoundError('referral.not-found')
  const to = await findOrg(ctx, row.to_org)
  if (!to) throw new NotFoundError('organisation.not-found')
  const said = await readCaseConsents(ctx, row.case_id)
  const question = { ...said, reader: readerOf(to), at: ctx.now }
  if (!itemsFor(question).has('needs') || said.isKeptFrom(to))
    throw new RefusedError('referral.no-consent', ['consent'])
  if (await isRestricted(ctx, row.case_id)) throw new RefusedError('referral.restricted', ['restriction'])
  if (row.stopped_at || !OPEN.includes(row.state)) throw new RefusedError('referral.not-open')
  const key = await loadKey(ctx, row.key_id)
  const before = key.openJson<ReferralPackage>(
    `referrals.package_sealed/${row.id}`,
    (await findPackage(ctx, row.id))!,
  )
  const built = buildPackage({
    items: wanted.sendables
      .filter((each) => wanted.chosen.includes(each.item))
      .map((each) => ({ item: each.item, content: each.lines })),
    consents: said.consents,
    reader: readerOf(to),
    at: ctx.now,
    suspects: said.suspects,
    exceptionItems: [],
  })
  const added = built.items.map((each) => ({ item: each.item, lines: each.content }))
  const names = new Set(added.map((each) => each.item))
  const pack: ReferralPackage = {
    ...before,
    items: [...before.items.filter((each) => !names.has(each.item)), ...added],
  }
  const [old, wider] = [limitsOf(before, row.expires_at), limitsOf(pack, row.expires_at)]
  if (!isWithin(old, wider) || isWithin(wider, old)) throw new RefusedError('referral.not-wider')
  await replacePackage(ctx, row, pack, row.expires_at)
  await writeJournal(ctx, {
    verb: 'referral.widened',
    subjectKind: 'referral',
    subjectId: row.id,
    caseId: row.case_id,
    details: { items: added.map((each) => each.item) },
  })
  return pack
}
