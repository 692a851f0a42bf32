import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, NotFoundError } from '#src/platform/errors.ts'
import { endShift, insertShift, listCallable, type NewShift } from './duty-queries.ts'

const LONGEST_MS = 14 * 24 * 3600 * 1000

/** Puts a colleague on the duty list of my organisation. The database lets only its supervisors (NotAllowedError). */
export async function planShift(ctx: StaffContext, shift: NewShift): Promise<string> {
  onlySupervisors(ctx)
  if (shift.endsAt <= shift.startsAt)
    throw new InvalidInputError([{ path: 'to', code: 'duty.ends-before-start' }])
  if (shift.endsAt <= ctx.now) throw new InvalidInputError([{ path: 'to', code: 'duty.is-over' }])
  if (shift.endsAt.getTime() - shift.startsAt.getTime() > LONGEST_MS)
    throw new InvalidInputError([{ path: 'to', code: 'duty.too-long' }])
  if (!(await listCallable(ctx, ctx.actor.orgId)).some((each) => each.id === shift.staffId))
    throw new InvalidInputError([{ path: 'officer', code: 'duty.officer' }])
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
  onlySupervisors(ctx)
  if (!(await endShift(ctx, id))) throw new NotFoundError('duty.not-found')
  await writeJournal(ctx, { verb: 'duty.cancelled', subjectKind: 'duty-shift', subjectId: id })
}

function onlySupervisors(ctx: StaffContext): void {
  if (!ctx.actor.roles.includes('supervisor')) throw new NotAllowedError('role.not-enough')
}
