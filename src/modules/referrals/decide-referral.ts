import {
  decideReferralAction,
  isReasonGiven,
  type ReferralAction,
  type ReferralGuard,
  type ReferralStatus,
} from '#src/domain/referrals/lifecycle.ts'
import { markAlertsOpened } from '#src/modules/duty/index.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import type { ReferralPackage } from './referral-package.ts'
import {
  findPackage,
  findReferral,
  lockNeed,
  lockReferral,
  moveReferral,
  openFileFor,
  updateNeed,
  type ReferralRow,
} from './referral-queries.ts'

export type Decision = {
  readonly referralId: string
  /** The version that the person saw; a later one means that somebody acted meanwhile. */
  readonly version: number
  readonly action: ReferralAction
  readonly reason?: string
  readonly words?: string
  /** For accepting in part: what this body does not take, in words; the sender keeps it as a need of its own. */
  readonly restWords?: string
}

/** What the receiver reads: opening it is recorded, marks it received and stops the waking of colleagues. */
export async function openReferral(
  ctx: StaffContext,
  id: string,
): Promise<{ readonly referral: ReferralRow; readonly pack: ReferralPackage }> {
  const referral = await findReferral(ctx, id)
  if (!referral) throw new NotFoundError('referral.not-found')
  const sealed = await findPackage(ctx, id)
  const key = await loadKey(ctx, referral.key_id)
  const pack = key.openJson<ReferralPackage>(`referrals.package_sealed/${id}`, sealed!)
  await writeAudit(ctx, {
    verb: 'referral.read',
    subjectKind: 'referral',
    subjectId: id,
    caseId: referral.case_id,
  })
  if (referral.to_org !== ctx.actor.orgId || referral.state !== 'requested') return { referral, pack }
  await moveReferral(ctx, referral, 'received', { opened_at: ctx.now, opened_by: ctx.actor.staffId })
  await markAlertsOpened(ctx, id)
  await writeJournal(ctx, {
    verb: 'referral.received',
    subjectKind: 'referral',
    subjectId: id,
    caseId: referral.case_id,
  })
  return { referral: (await findReferral(ctx, id)) ?? referral, pack }
}

function guardsMet(decision: Decision): ReadonlySet<ReferralGuard> {
  const met = new Set<ReferralGuard>(['nobody-else-accepted'])
  if (isReasonGiven(decision.reason, decision.words)) met.add('reason-given')
  if ((decision.restWords ?? '').trim().length >= 3) met.add('part-named')
  if ((decision.words ?? '').trim().length >= 3) met.add('outcome-given')
  return met
}

/**
 * Receiver or sender acts on a referral. Acceptance is a compare-and-set on the row, and one index allows one taker for a
 * need: two bodies cannot both take it. Until then the need stays the sender's.
 */
export async function decideReferral(ctx: StaffContext, decision: Decision): Promise<ReferralRow> {
  const row = await lockReferral(ctx, decision.referralId)
  if (!row) throw new NotFoundError('referral.not-found')
  if (row.version !== decision.version) throw new StaleVersionError('referral.changed-meanwhile', row)
  const by = row.to_org === ctx.actor.orgId ? 'receiver' : 'sender'
  const verdict = decideReferralAction({
    from: row.state as ReferralStatus,
    action: decision.action,
    by,
    met: guardsMet(decision),
  })
  if (verdict.kind === 'refused') {
    if (verdict.code === 'guard-not-met')
      throw new InvalidInputError(
        verdict.missing.map((guard) => ({ path: FIELD_OF[guard] ?? 'reason', code: `referral.${guard}` })),
      )
    throw new RefusedError(`referral.${verdict.code}`)
  }
  const words = decision.words || decision.restWords ? await sealWords(ctx, row, decision) : row.words_sealed
  const moved = await moveReferral(ctx, row, verdict.to, {
    words_sealed: words,
    ended_because: decision.reason ?? row.ended_because,
    ...(row.decided_at ? {} : { decided_at: ctx.now, decided_by: ctx.actor.staffId }),
  })
  if (!moved) throw new StaleVersionError('referral.changed-meanwhile', await findReferral(ctx, row.id))
  await markAlertsOpened(ctx, row.id)
  await applyToNeed(ctx, row, decision, verdict.to)
  await writeJournal(ctx, {
    verb: `referral.${verdict.to === 'accepted' && decision.action === 'accept-part' ? 'accepted-in-part' : verdict.to}`,
    subjectKind: 'referral',
    subjectId: row.id,
    caseId: row.case_id,
    details: { ...(decision.reason ? { reason: decision.reason } : {}), from: row.from_org, to: row.to_org },
  })
  await tellOtherSide(ctx, row, verdict.to)
  return (await findReferral(ctx, row.id)) ?? row
}

const FIELD_OF: Partial<Record<ReferralGuard, string>> = {
  'reason-given': 'reason',
  'part-named': 'restWords',
  'outcome-given': 'words',
}

async function sealWords(ctx: StaffContext, row: ReferralRow, decision: Decision): Promise<Buffer> {
  const key = await loadKey(ctx, row.key_id)
  return key.sealJson(`referrals.words_sealed/${row.id}`, {
    words: decision.words ?? '',
    rest: decision.restWords ?? '',
  })
}

async function applyToNeed(
  ctx: StaffContext,
  row: ReferralRow,
  decision: Decision,
  to: ReferralStatus,
): Promise<void> {
  if (to === 'accepted') return takeNeed(ctx, row, decision)
  if (to === 'rejected')
    return enqueue(ctx, 'referrals.ended', { referralId: row.id }, { jobKey: `referrals.ended:${row.id}` })
  if (to === 'cancelled' || to === 'failed') return giveBack(ctx, row)
  const state = { 'in-progress': 'in-progress', 'on-hold': 'on-hold', completed: 'met' }[to as string]
  if (state) await updateNeed(ctx, row.need_id, { state, ended_at: state === 'met' ? ctx.now : null })
}

/** The receiver's file on the case begins, and the need is the receiver's; what it does not take stays a need of the sender. */
async function takeNeed(ctx: StaffContext, row: ReferralRow, decision: Decision): Promise<void> {
  await openFileFor(ctx, row.case_id, row.to_org, ctx.actor.staffId)
  const need = await lockNeed(ctx, row.need_id)
  if (!need) throw new NotFoundError('need.not-found')
  await updateNeed(ctx, need.id, { state: 'in-progress', owner_org: row.to_org })
  if (decision.action === 'accept-part')
    await enqueue(ctx, 'referrals.split', { referralId: row.id }, { jobKey: `referrals.split:${row.id}` })
}

/** The need comes back to the sender, open again. */
async function giveBack(ctx: StaffContext, row: ReferralRow): Promise<void> {
  await enqueue(ctx, 'referrals.ended', { referralId: row.id }, { jobKey: `referrals.ended:${row.id}` })
}

async function tellOtherSide(ctx: StaffContext, row: ReferralRow, to: ReferralStatus): Promise<void> {
  const other = ctx.actor.orgId === row.to_org ? row.from_org : row.to_org
  const kind = to === 'rejected' || to === 'failed' ? 'referral-back' : 'referral-decided'
  await tellRoles(ctx, {
    orgId: other,
    kind,
    dedupe: `referral:${row.id}:${to}:${row.version}`,
    subjectKind: 'referral',
    subjectId: row.id,
    caseId: row.case_id,
  })
}
