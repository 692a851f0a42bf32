import type { TaskAnswer } from '#src/domain/referrals/hand-over.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, type Problem } from '#src/platform/errors.ts'
import {
  decideReferral,
  openReferral,
  type OpenedReferral,
} from '#src/modules/referrals/answer/decide-referral.ts'
import { findHandOver, listTasks, type HandOverRow } from './hand-over-queries.ts'

export type OpenedHandOver = { readonly row: HandOverRow; readonly tasks: readonly OpenedReferral[] }

/** All tasks of a hand-over as this side sees them; each opening is recorded, and by the receiver marks the task received. */
export async function openHandOver(ctx: StaffContext, id: string): Promise<OpenedHandOver> {
  const row = await findHandOver(ctx, id)
  if (!row) throw new NotFoundError('hand-over.not-found')
  const tasks: OpenedReferral[] = []
  for (const task of await listTasks(ctx, id)) tasks.push(await openReferral(ctx, task.id))
  return { row, tasks }
}

export type AnsweredTask = {
  readonly code: string
  readonly version: number
  readonly answer: TaskAnswer
  readonly reason?: string
  /** The part that is taken, or why it is refused. */
  readonly words?: string
  readonly restWords?: string
  readonly better?: string
}

/**
 * Answers some tasks of a hand-over at once; all answers are taken or none. Each is the compare-and-set of one referral.
 * Throws InvalidInputError with `<code>.<field>` as paths, and what `decideReferral` throws.
 */
export async function decideTasks(
  ctx: StaffContext,
  handOverId: string,
  answers: readonly AnsweredTask[],
): Promise<void> {
  if (answers.length === 0) throw new InvalidInputError([{ path: 'tasks', code: 'answers.missing' }])
  const tasks = await listTasks(ctx, handOverId)
  const problems: Problem[] = []
  for (const answer of answers) {
    const task = tasks.find((each) => each.code === answer.code)
    if (!task) throw new NotFoundError('referral.not-found')
    problems.push(...(await decideOne(ctx, task.id, answer)))
  }
  // The transaction is rolled back with everything that was answered before the first mistake.
  if (problems.length > 0) throw new InvalidInputError(problems)
}

async function decideOne(
  ctx: StaffContext,
  referralId: string,
  { code, version, answer, ...said }: AnsweredTask,
): Promise<readonly Problem[]> {
  try {
    await decideReferral(ctx, { referralId, version, action: answer, ...said })
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map((problem) => ({ ...problem, path: `${code}.${problem.path}` }))
  }
}
