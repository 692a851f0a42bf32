/**
 * Several needs offered to one body at once: who has which task now? Each task is a referral of its own, so each need has one
 * owner at every moment: the sender until the other body accepts, and the sender again for the part that it did not take.
 */
import { isUnanswered, ownerOfNeed, type ReferralStatus } from './lifecycle.ts'

export const TASK_ANSWERS = ['accept', 'accept-part', 'reject'] as const
export type TaskAnswer = (typeof TASK_ANSWERS)[number]

export const TASK_STANDINGS = ['waiting', 'taken', 'taken-in-part', 'done', 'refused', 'back'] as const
export type TaskStanding = (typeof TASK_STANDINGS)[number]

export interface Task {
  readonly id: string
  readonly status: ReferralStatus
  /** The part that was not taken, in words; empty where all was taken. */
  readonly rest: string
}

export function standingOf({ status, rest }: Pick<Task, 'status' | 'rest'>): TaskStanding {
  if (isUnanswered(status)) return 'waiting'
  if (status === 'rejected') return 'refused'
  if (status === 'failed' || status === 'cancelled') return 'back'
  if (status === 'completed') return 'done'
  return rest === '' ? 'taken' : 'taken-in-part'
}

export interface TaskSummary {
  readonly sender: readonly string[]
  readonly receiver: readonly string[]
  /** Tasks of which a part is the sender's again, beside the part that the receiver has. */
  readonly parts: readonly string[]
}

/** Whose each task is; every task is in exactly one of `sender` and `receiver`. */
export function whoHasWhat(tasks: readonly Task[]): TaskSummary {
  const of = (owner: 'sender' | 'receiver') =>
    tasks.filter((task) => ownerOfNeed(task.status) === owner).map((task) => task.id)
  return {
    sender: of('sender'),
    receiver: of('receiver'),
    parts: tasks.filter((task) => standingOf(task) === 'taken-in-part').map((task) => task.id),
  }
}
