import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError } from '#src/platform/errors.ts'
import { endShift, insertShift, type NewShift } from './duty-queries.ts'

const LONGEST_MS = 14 * 24 * 3600 * 1000

/** Puts a colleague on the duty list of my organisation. */
export async function planShift(ctx: StaffContext, shift: NewShift): Promise<string> {
  if (shift.endsAt <= shift.startsAt)
    throw new InvalidInputError([{ path: 'endsAt', code: 'duty.ends-before-start' }])
  if (shift.endsAt <= ctx.now) throw new InvalidInputError([{ path: 'endsAt', code: 'duty.is-over' }])
  if (shift.endsAt.getTime() - shift.startsAt.getTime() > LONGEST_MS)
    throw new InvalidInputError([{ path: 'endsAt', code: 'duty.too-long' }])
  const id = await insertShift(ctx, ctx.actor.orgId, ctx.actor.staffId, shift)
  await writeJournal(ctx, {
    verb: 'duty.planned',
    subjectKind: 'duty-shift',
    subjectId: id,
    details: { staff: shift.staffId },
  })
  return id
}

export async function cancelShift(ctx: StaffContext, id: string): Promise<void> {
  if (!(await endShift(ctx, id))) throw new NotFoundError('duty.not-found')
  await writeJournal(ctx, { verb: 'duty.cancelled', subjectKind: 'duty-shift', subjectId: id })
}
