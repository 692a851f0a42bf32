/**
 * When does a case end, and who says so? With the person's own word or three documented attempts to hear it,
 * and a reason. An agency's own closing is recorded beside it and ends nothing here. The person can reopen it.
 */
import {
  actionsOpenTo,
  decideStep,
  type Attempt,
  type Decision,
  type Transitions,
} from '../kernel/transition.ts'
import type { ClosingBasis } from './codes.ts'

export const CASE_STATUSES = ['open', 'waiting', 'closed', 'reopened', 'joined'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export const CASE_ACTIONS = ['wait', 'resume', 'close', 'reopen', 'join', 'separate'] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

export const CASE_PARTIES = ['officer', 'person', 'system'] as const
export type CaseParty = (typeof CASE_PARTIES)[number]

export const CASE_GUARDS = [
  'reason-given',
  'own-word-or-three-attempts',
  'no-offer-unanswered',
  'other-case-named',
  'waiting-for-named',
] as const
export type CaseGuard = (typeof CASE_GUARDS)[number]

const OFFICER = ['officer'] as const
const CLOSE = {
  to: 'closed',
  by: OFFICER,
  needs: ['reason-given', 'own-word-or-three-attempts', 'no-offer-unanswered'],
} as const
const JOIN = { to: 'joined', by: OFFICER, needs: ['reason-given', 'other-case-named'] } as const
const WAIT = { to: 'waiting', by: OFFICER, needs: ['waiting-for-named'] } as const

export const CASE_TRANSITIONS = {
  open: { wait: WAIT, close: CLOSE, join: JOIN },
  waiting: {
    resume: { to: 'open', by: ['officer', 'person', 'system'], needs: [] },
    close: CLOSE,
    join: JOIN,
  },
  // The person needs no reason; an officer who reopens says why.
  closed: { reopen: { to: 'reopened', by: ['person', 'officer'], needs: [] } },
  reopened: { wait: WAIT, close: CLOSE, join: JOIN },
  joined: { separate: { to: 'open', by: OFFICER, needs: ['reason-given'] } },
} as const satisfies Transitions<CaseStatus, CaseAction, CaseParty, CaseGuard>

export type CaseAttempt = Attempt<CaseStatus, CaseAction, CaseParty, CaseGuard>
export type CaseDecision = Decision<CaseStatus, CaseGuard>

export function decideCaseAction(attempt: CaseAttempt): CaseDecision {
  return decideStep<CaseStatus, CaseAction, CaseParty, CaseGuard>('case', CASE_TRANSITIONS, attempt)
}

export function caseActionsFor(from: CaseStatus, by: CaseParty): readonly CaseAction[] {
  return actionsOpenTo<CaseStatus, CaseAction, CaseParty, CaseGuard>(CASE_TRANSITIONS, from, by)
}

export function isUnderWay(status: CaseStatus): boolean {
  return status === 'open' || status === 'waiting' || status === 'reopened'
}

export const ATTEMPT_RESULTS = ['reached', 'no-answer', 'wrong-contact', 'not-safe-to-try'] as const
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number]

export interface ContactAttempt {
  /** Local calendar day. */
  readonly day: string
  readonly way: string
  readonly result: AttemptResult
}

export const ATTEMPTS_NEEDED = 3

/**
 * What a closing can rest on now. Attempts count when they really were made and on different days;
 * three calls in one hour are one attempt.
 */
export function closingBasis(facts: {
  readonly ownWord: 'recorded' | 'missing'
  readonly attempts: readonly ContactAttempt[]
}): ClosingBasis | undefined {
  if (facts.ownWord === 'recorded') return 'own-word'
  const made = facts.attempts.filter((each) => each.result === 'no-answer' || each.result === 'wrong-contact')
  return new Set(made.map((each) => each.day)).size >= ATTEMPTS_NEEDED ? 'three-attempts' : undefined
}
