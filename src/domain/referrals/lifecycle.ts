/**
 * The life of one offered need between a sender and a receiver. States as in the FHIR SDOHCC Task profile.
 * Until the receiver accepts, the sender owns the need; a refusal always carries a reason.
 */
import {
  actionsOpenTo,
  decideStep,
  type Attempt,
  type Decision,
  type Transitions,
} from '../kernel/transition.ts'

export const REFERRAL_STATUSES = [
  'requested',
  'received',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
] as const
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number]

export const REFERRAL_ACTIONS = [
  'receive',
  'accept',
  'accept-part',
  'reject',
  'start',
  'hold',
  'resume',
  'complete',
  'fail',
  'cancel',
  'end-unanswered',
] as const
export type ReferralAction = (typeof REFERRAL_ACTIONS)[number]

export const REFERRAL_PARTIES = ['sender', 'receiver', 'system'] as const
export type ReferralParty = (typeof REFERRAL_PARTIES)[number]

export const REFERRAL_GUARDS = [
  'reason-given',
  'part-named',
  'outcome-given',
  'nobody-else-accepted',
  'clock-ended',
] as const
export type ReferralGuard = (typeof REFERRAL_GUARDS)[number]

export const REJECTION_REASONS = [
  'mandate',
  'capacity',
  'conflict-of-interest',
  'wrong-country',
  'cannot-reach-safely',
  'already-handled',
  'other',
] as const
export type RejectionReason = (typeof REJECTION_REASONS)[number]

export const CANCELLATION_REASONS = [
  'consent-withdrawn',
  'persons-wish',
  'solved',
  'wrong-body',
  'sent-by-mistake',
  'no-answer',
  'other',
] as const
export type CancellationReason = (typeof CANCELLATION_REASONS)[number]

export const HOLD_REASONS = [
  'waiting-for-person',
  'waiting-for-papers',
  'waiting-for-other-body',
  'not-safe-now',
  'other',
] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

export const FAILURE_REASONS = [
  'person-not-reached',
  'person-declined',
  'no-means',
  'other-body-refused',
  'law-forbids',
  'other',
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

const RECEIVER = ['receiver'] as const
const SENDER = ['sender'] as const
const CANCEL = { to: 'cancelled', by: SENDER, needs: ['reason-given'] } as const
const REJECT = { to: 'rejected', by: RECEIVER, needs: ['reason-given'] } as const
const ACCEPT = { to: 'accepted', by: RECEIVER, needs: ['nobody-else-accepted'] } as const
const ACCEPT_PART = { to: 'accepted', by: RECEIVER, needs: ['nobody-else-accepted', 'part-named'] } as const
const END = { to: 'cancelled', by: ['system'], needs: ['clock-ended'] } as const
const HOLD = { to: 'on-hold', by: RECEIVER, needs: ['reason-given'] } as const
const FAIL = { to: 'failed', by: RECEIVER, needs: ['reason-given'] } as const
const COMPLETE = { to: 'completed', by: RECEIVER, needs: ['outcome-given'] } as const

export const REFERRAL_TRANSITIONS = {
  requested: {
    receive: { to: 'received', by: RECEIVER, needs: [] },
    accept: ACCEPT,
    'accept-part': ACCEPT_PART,
    reject: REJECT,
    cancel: CANCEL,
    'end-unanswered': END,
  },
  received: {
    accept: ACCEPT,
    'accept-part': ACCEPT_PART,
    reject: REJECT,
    cancel: CANCEL,
    'end-unanswered': END,
  },
  accepted: {
    start: { to: 'in-progress', by: RECEIVER, needs: [] },
    hold: HOLD,
    complete: COMPLETE,
    fail: FAIL,
    cancel: CANCEL,
  },
  'in-progress': { hold: HOLD, complete: COMPLETE, fail: FAIL, cancel: CANCEL },
  'on-hold': {
    resume: { to: 'in-progress', by: RECEIVER, needs: [] },
    complete: COMPLETE,
    fail: FAIL,
    cancel: CANCEL,
  },
  rejected: {},
  completed: {},
  failed: {},
  cancelled: {},
} as const satisfies Transitions<ReferralStatus, ReferralAction, ReferralParty, ReferralGuard>

export type ReferralAttempt = Attempt<ReferralStatus, ReferralAction, ReferralParty, ReferralGuard>
export type ReferralDecision = Decision<ReferralStatus, ReferralGuard>

/** The guard `nobody-else-accepted` must be read under a lock on the need: two bodies cannot both take it. */
export function decideReferralAction(attempt: ReferralAttempt): ReferralDecision {
  return decideStep<ReferralStatus, ReferralAction, ReferralParty, ReferralGuard>(
    'referral',
    REFERRAL_TRANSITIONS,
    attempt,
  )
}

export function referralActionsFor(from: ReferralStatus, by: ReferralParty): readonly ReferralAction[] {
  return actionsOpenTo<ReferralStatus, ReferralAction, ReferralParty, ReferralGuard>(
    REFERRAL_TRANSITIONS,
    from,
    by,
  )
}

/** Who answers for the need now. A need never has no owner. */
export function ownerOfNeed(status: ReferralStatus): 'sender' | 'receiver' {
  const withReceiver: readonly ReferralStatus[] = ['accepted', 'in-progress', 'on-hold', 'completed']
  return withReceiver.includes(status) ? 'receiver' : 'sender'
}

/** An offer that still waits for an answer. */
export function isUnanswered(status: ReferralStatus): boolean {
  return status === 'requested' || status === 'received'
}

export function isEnded(status: ReferralStatus): boolean {
  return Object.keys(REFERRAL_TRANSITIONS[status]).length === 0
}

/** A reason "other" counts only with words. */
export function isReasonGiven(reason: string | undefined, words: string | undefined): boolean {
  if (reason === undefined || reason === '') return false
  return reason !== 'other' || (words ?? '').trim().length >= 3
}
