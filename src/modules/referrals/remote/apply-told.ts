import {
  CANCELLATION_REASONS,
  FAILURE_REASONS,
  HOLD_REASONS,
  ownerOfNeed,
  REJECTION_REASONS,
  type ReferralStatus,
} from '#src/domain/referrals/lifecycle.ts'
import { startClock } from '#src/domain/deadlines/clock.ts'
import { wayTo } from '#src/domain/referrals/reach.ts'
import { insertStopTask } from '#src/modules/referrals/jobs/return-task-queries.ts'
import { tellSide } from '#src/modules/referrals/jobs/tell-side-job.ts'
import type { ReferralWords } from '#src/modules/referrals/answer/decide-referral.ts'
import {
  lockNeed,
  lockReferral,
  moveReferral,
  openFileFor,
  setReferral,
  updateNeed,
  type ReferralRow,
} from '#src/modules/referrals/referral-queries.ts'
import { closeStopTasks } from './remote-queries.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'

export type ToldState = {
  readonly referralId: string
  /** Which side of the referral lives in the other installation. */
  readonly by: 'sender' | 'receiver'
  readonly state: ReferralStatus
  readonly reason: string | null
  readonly words?: string | undefined
  /** What was not taken of a need that was accepted in part. */
  readonly rest?: string | undefined
}

/** `stale`: what happened here meanwhile allows it no longer, and stands. */
export type Applied = 'applied' | 'stale'

const REASONS: Partial<Record<ReferralStatus, readonly string[]>> = {
  rejected: REJECTION_REASONS,
  failed: FAILURE_REASONS,
  'on-hold': HOLD_REASONS,
  cancelled: CANCELLATION_REASONS,
}

/**
 * What the other installation says of its side, under the same lifecycle as a click here. The sender's installation keeps the
 * need: an acceptance counts only while the offer still stands there, so that two bodies never both have it.
 */
export async function applyToldState(ctx: Context, told: ToldState): Promise<Applied> {
  const row = await lockReferral(ctx, told.referralId)
  const need = row && (await lockNeed(ctx, row.need_id))
  if (!row || !need) return 'stale'
  const way = wayTo(
    row.state as ReferralStatus,
    told.state,
    told.by === 'sender' ? ['sender', 'system'] : ['receiver'],
  )
  if (!way) return 'stale'
  const accepts = way.some((action) => action === 'accept' || action === 'accept-part')
  if (accepts && (need.state !== 'offered' || need.owner_org !== row.from_org || row.stopped_at))
    return 'stale'
  const moved = await moveReferral(ctx, row, told.state, {
    words_sealed: await wordsOf(ctx, row, told),
    ended_because: reasonOf(told) ?? row.ended_because,
    opened_at: told.by === 'receiver' ? (row.opened_at ?? ctx.now) : row.opened_at,
    ...(told.state === 'received' || row.decided_at ? {} : { decided_at: ctx.now }),
  })
  if (!moved) return 'stale'
  if (accepts && ownerOfNeed(told.state) === 'receiver') await openFileFor(ctx, row.case_id, row.to_org, null)
  await applyToNeed(ctx, row, told, accepts)
  await writeJournal(
    ctx,
    {
      verb: `referral.${told.state}`,
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
      details: {
        from: row.from_org,
        to: row.to_org,
        ...(told.reason ? { reason: reasonOf(told) ?? 'other' } : {}),
      },
    },
    told.by === 'receiver' ? row.from_org : row.to_org,
  )
  await tellSide(ctx, row, {
    side: told.by === 'receiver' ? 'sender' : 'receiver',
    kind: ['rejected', 'failed'].includes(told.state) ? 'referral-back' : 'referral-decided',
    what: `${told.state}:${row.version}`,
  })
  return 'applied'
}

/** A reason that this version does not know is kept as "other": the state still counts. */
function reasonOf(told: ToldState): string | null {
  const known = REASONS[told.state]
  if (!known || told.reason === null) return null
  return known.includes(told.reason) ? told.reason : 'other'
}

async function wordsOf(ctx: Context, row: ReferralRow, told: ToldState): Promise<Buffer | null> {
  const key = (await loadKeys(ctx, [row.key_id])).get(row.key_id)
  if ((!told.words && !told.rest) || !key) return row.words_sealed
  return key.sealJson(`referrals.words_sealed/${row.id}`, {
    words: told.words ?? '',
    rest: told.rest ?? '',
    better: '',
  } satisfies ReferralWords)
}

async function applyToNeed(ctx: Context, row: ReferralRow, told: ToldState, accepts: boolean): Promise<void> {
  const ended = ['rejected', 'failed', 'cancelled'].includes(told.state)
  // The sender called it back: here the need is its own again, and nothing of ours moves on.
  if (told.by === 'sender') return updateNeed(ctx, row.need_id, { state: 'open', owner_org: row.from_org })
  if (ended)
    return enqueue(ctx, 'referrals.ended', { referralId: row.id }, { jobKey: `referrals.ended:${row.id}` })
  const state = {
    accepted: 'in-progress',
    'in-progress': 'in-progress',
    'on-hold': 'on-hold',
    completed: 'met',
  }[told.state as string]
  if (!state) return
  await updateNeed(ctx, row.need_id, {
    state,
    owner_org: row.to_org,
    ended_at: state === 'met' ? ctx.now : null,
  })
  if (accepts && told.rest)
    await enqueue(ctx, 'referrals.split', { referralId: row.id }, { jobKey: `referrals.split:${row.id}` })
}

const IN_USE: readonly string[] = ['accepted', 'in-progress', 'on-hold', 'completed']

/** The sender's installation says that the person took consent back: from this moment the package is closed here. */
export async function stopRemoteUse(ctx: Context, referralId: string): Promise<Applied> {
  const row = await lockReferral(ctx, referralId)
  if (!row || row.stopped_at) return 'stale'
  await setReferral(ctx, row.id, { stopped_at: ctx.now })
  if (IN_USE.includes(row.state))
    await insertStopTask(ctx, row, startClock('rights-withdrawal', ctx.now).dueAt)
  await writeJournal(
    ctx,
    {
      verb: 'referral.use-stopped',
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
      details: { reason: 'consent-withdrawn' },
    },
    row.to_org,
  )
  await tellSide(ctx, row, { side: 'receiver', kind: 'consent-withdrawn', what: 'withdrawn' })
  return 'applied'
}

/** The receiver's people said that they stopped. */
export async function noteRemoteStop(ctx: Context, referralId: string): Promise<Applied> {
  const row = await lockReferral(ctx, referralId)
  if (!row?.stopped_at || row.stop_acknowledged_at) return 'stale'
  await setReferral(ctx, row.id, { stop_acknowledged_at: ctx.now })
  await closeStopTasks(ctx, row.id)
  await writeJournal(
    ctx,
    { verb: 'referral.stop-acknowledged', subjectKind: 'referral', subjectId: row.id, caseId: row.case_id },
    row.from_org,
  )
  await tellSide(ctx, row, { side: 'sender', kind: 'referral-decided', what: 'stop-acknowledged' })
  return 'applied'
}
