import { insertCase, takeCaseNumber } from '#src/modules/cases/index.ts'
import { digestOf, type ReferralPackage } from '#src/modules/referrals/offer/referral-package.ts'
import { findHandOver, insertHandOver } from '#src/modules/referrals/hand-over/hand-over-queries.ts'
import {
  insertNeed,
  insertReferral,
  nextReferralNumber,
  type OrgRow,
} from '#src/modules/referrals/referral-queries.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { createKey } from '#src/platform/db/keys-queries.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'

export type RemoteOffer = {
  /** The sending body as it stands here. */
  readonly from: OrgRow
  readonly to: OrgRow
  readonly pack: ReferralPackage
  readonly remindAt: Date
  readonly escalateAt: Date
  readonly dueAt: Date
  readonly expiresAt: Date | null
  readonly basis: 'consent' | 'guardian' | 'exception'
  readonly country: string | null
  /** The case that an earlier hand-over of the same case came into. */
  readonly caseId?: string
}

/**
 * An offer from another installation, as if it had been made here: a case that the sending body leads, a need that it owns,
 * and the package under a key of its own. Everything that answers a referral then works as it does at home.
 */
export async function receiveRemoteOffer(
  ctx: Context,
  offer: RemoteOffer,
): Promise<{ readonly id: string; readonly code: string }> {
  const { from, to, pack } = offer
  const caseId = offer.caseId ?? (await openCaseOf(ctx, offer))
  const needId = ctx.newId()
  await insertNeed(ctx, {
    id: needId,
    case_id: caseId,
    person_id: null,
    kind: pack.need,
    state: 'offered',
    owner_org: from.id,
    opened_by_org: from.id,
    urgency: pack.urgency,
    split_from: null,
  })
  const handOver = await handOverOf(ctx, offer, caseId)
  const id = ctx.newId()
  const key = await createKey(ctx, 'referral', id)
  const year = ctx.now.getUTCFullYear()
  const number = String(await nextReferralNumber(ctx, from.id, year)).padStart(4, '0')
  const code = `R-${from.code_prefix}-${year}-${number}`
  await insertReferral(ctx, {
    id,
    code,
    case_id: caseId,
    need_id: needId,
    from_org: from.id,
    to_org: to.id,
    by_staff: null,
    urgency: pack.urgency,
    remind_at: offer.remindAt,
    escalate_at: offer.escalateAt,
    due_at: offer.dueAt,
    consent_basis: offer.basis,
    exception_ground: offer.basis === 'exception' ? (pack.ground ?? 'law-obliges') : null,
    // The second look at an exception is the sender's duty, in its installation.
    exception_review_due: null,
    previous_referral: null,
    tried_orgs: [to.id],
    key_id: key.id,
    package_digest: digestOf(pack),
    package_sealed: key.sealJson(`referrals.package_sealed/${id}`, pack),
    words_sealed: null,
    expires_at: offer.expiresAt,
    hand_over_id: handOver,
    abroad_ground: pack.abroad?.ground ?? null,
  })
  await writeJournal(
    ctx,
    {
      verb: 'referral.requested',
      subjectKind: 'referral',
      subjectId: id,
      caseId,
      details: { need: pack.need, from: from.id, basis: offer.basis, urgency: pack.urgency },
    },
    to.id,
  )
  await enqueue(ctx, 'referrals.arrived', { referralId: id })
  return { id, code }
}

/** Tasks that were offered together stay together, where the number is not another hand-over's. */
async function handOverOf(
  ctx: Context,
  { from, to, pack }: RemoteOffer,
  caseId: string,
): Promise<string | null> {
  if (!pack.split) return null
  const known = await findHandOver(ctx, pack.split.handOver)
  if (known)
    return known.case_id === caseId && known.from_org === from.id && known.to_org === to.id ? known.id : null
  await insertHandOver(ctx, {
    id: pack.split.handOver,
    case_id: caseId,
    from_org: from.id,
    to_org: to.id,
    by_staff: null,
    kept: [...pack.split.kept],
  })
  return pack.split.handOver
}

async function openCaseOf(ctx: Context, { from, pack, country }: RemoteOffer): Promise<string> {
  const id = ctx.newId()
  const year = ctx.now.getUTCFullYear()
  const number = String(await takeCaseNumber(ctx, from.id, year)).padStart(4, '0')
  await insertCase(ctx, {
    id,
    code: `${from.code_prefix}-${year}-${number}`,
    orgId: from.id,
    keyId: (await createKey(ctx, 'case', id)).id,
    urgency: pack.urgency,
    types: [],
    country,
    district: null,
    phase: 'unknown',
    touchesChild: false,
    summary: null,
    assignee: null,
  })
  return id
}
