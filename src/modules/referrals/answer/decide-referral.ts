import {
  decideReferralAction,
  isReasonGiven,
  type ReferralAction,
  type ReferralGuard,
  type ReferralStatus,
} from '#src/domain/referrals/lifecycle.ts'
import { markAlertsOpened } from '#src/modules/duty/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import type { ReferralPackage } from '#src/modules/referrals/offer/referral-package.ts'
import {
  findPackage,
  findReferral,
  lockNeed,
  lockReferral,
  moveReferral,
  openFileFor,
  updateNeed,
  type ReferralRow,
} from '#src/modules/referrals/referral-queries.ts'
import { tellSide } from '#src/modules/referrals/jobs/tell-side-job.ts'

export type Decision = {
  readonly referralId: string
  /** The version that the person saw; a later one means that somebody acted meanwhile. */
  readonly version: number
  readonly action: ReferralAction
  readonly reason?: string
  readonly words?: string
  /** For accepting in part: what this body does not take, in words; the sender keeps it as a need of its own. */
  readonly restWords?: string
  /** A body that the refusing one thinks more fitting; shown to the sender, nothing is sent to it. */
  readonly better?: string
}

/** What both sides wrote to each other; the newest words and the rest of a part acceptance. */
export type ReferralWords = { readonly words: string; readonly rest: string; readonly better: string }

export type OpenedReferral = {
  readonly referral: ReferralRow
  /** Absent once the receiver may no longer read it: refused, called back, ended, or consent withdrawn. */
  readonly pack: ReferralPackage | undefined
  readonly words: ReferralWords
}

const CLOSED_TO_RECEIVER: readonly string[] = ['rejected', 'cancelled', 'failed']

/** What both sides read: opening it is recorded; by the receiver it marks it received and stops the waking of colleagues. */
export async function openReferral(ctx: StaffContext, id: string): Promise<OpenedReferral> {
  const referral = await findReferral(ctx, id)
  if (!referral) throw new NotFoundError('referral.not-found')
  await writeAudit(ctx, {
    verb: 'referral.read',
    subjectKind: 'referral',
    subjectId: id,
    caseId: referral.case_id,
  })
  const isReceiver = referral.to_org === ctx.actor.orgId
  const isClosed =
    isReceiver &&
    (referral.stopped_at !== null ||
      CLOSED_TO_RECEIVER.includes(referral.state) ||
      (referral.expires_at !== null && referral.expires_at <= ctx.now))
  const opened = {
    referral,
    pack: isClosed ? undefined : await openPackage(ctx, referral),
    words: await openWords(ctx, referral),
  }
  if (!isReceiver || referral.state !== 'requested') return opened
  await moveReferral(ctx, referral, 'received', { opened_at: ctx.now, opened_by: ctx.actor.staffId })
  await markAlertsOpened(ctx, id)
  await writeJournal(ctx, {
    verb: 'referral.received',
    subjectKind: 'referral',
    subjectId: id,
    caseId: referral.case_id,
  })
  await tellSide(ctx, referral, { side: 'sender', kind: 'referral-decided', what: 'received' })
  return { ...opened, referral: (await findReferral(ctx, id)) ?? referral }
}

async function openPackage(ctx: StaffContext, referral: ReferralRow): Promise<ReferralPackage> {
  const sealed = await findPackage(ctx, referral.id)
  const key = await loadKey(ctx, referral.key_id)
  return key.openJson<ReferralPackage>(`referrals.package_sealed/${referral.id}`, sealed!)
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
  // Consent was withdrawn: the receiver's only step is to say that it stopped.
  if (row.stopped_at && by === 'receiver') throw new RefusedError('referral.use-stopped')
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
  const words =
    decision.words || decision.restWords || decision.better
      ? await sealWords(ctx, row, decision)
      : row.words_sealed
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

async function openWords(ctx: StaffContext, row: ReferralRow): Promise<ReferralWords> {
  const none: ReferralWords = { words: '', rest: '', better: '' }
  if (!row.words_sealed) return none
  // The database keeps the key from a receiver to whom the referral is closed (policy package_open).
  const key = (await loadKeys(ctx, [row.key_id])).get(row.key_id)
  if (!key) return none
  return {
    ...none,
    ...key.openJson<Partial<ReferralWords>>(`referrals.words_sealed/${row.id}`, row.words_sealed),
  }
}

async function sealWords(ctx: StaffContext, row: ReferralRow, decision: Decision): Promise<Buffer> {
  const before = await openWords(ctx, row)
  const key = await loadKey(ctx, row.key_id)
  return key.sealJson(`referrals.words_sealed/${row.id}`, {
    words: decision.words ?? before.words,
    rest: decision.restWords ?? before.rest,
    better: decision.better ?? before.better,
  } satisfies ReferralWords)
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
  await tellSide(ctx, row, {
    side: ctx.actor.orgId === row.to_org ? 'sender' : 'receiver',
    kind: to === 'rejected' || to === 'failed' ? 'referral-back' : 'referral-decided',
    what: `${to}:${row.version}`,
  })
}
