/**
 * What a task force writes down: bodies and their part, conferences, what was decided and what became of it. A task force gives
 * tasks to bodies; it decides nothing about a person.
 */
export const TASK_FORCE_LEVELS = ['national', 'province', 'district'] as const
export type TaskForceLevel = (typeof TASK_FORCE_LEVELS)[number]

export const MEMBER_PARTS = ['chair', 'secretariat', 'member'] as const
export type MemberPart = (typeof MEMBER_PARTS)[number]

/** Who calls conferences, takes minutes and gives tasks. */
export function runsTaskForce(part: MemberPart | null): part is 'chair' | 'secretariat' {
  return part === 'chair' || part === 'secretariat'
}

export const CONFERENCE_STATES = ['planned', 'held', 'cancelled'] as const
export type ConferenceState = (typeof CONFERENCE_STATES)[number]
export const CANCELLED_BECAUSE = ['no-quorum', 'not-needed', 'emergency', 'other'] as const
export type CancelledBecause = (typeof CANCELLED_BECAUSE)[number]

export const ATTENDANCES = ['invited', 'present', 'excused', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

export const ITEM_KINDS = ['case', 'conflict', 'other'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const DECISION_STATES = ['open', 'done', 'not-done', 'set-aside'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

export const ENTRY_ENDINGS = ['done', 'withdrawn', 'not-needed'] as const
export type EntryEnding = (typeof ENTRY_ENDINGS)[number]

/** Late while nobody has said what became of it, and late for ever where it was answered after its day. */
export function isDecisionLate(
  decision: { readonly state: DecisionState; readonly dueOn: string; readonly answeredOn: string | null },
  today: string,
): boolean {
  if (decision.state === 'set-aside') return false
  return decision.dueOn < (decision.answeredOn ?? today)
}
