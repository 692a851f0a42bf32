import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { findImport, findSealed, isTakenOver, setRunning, type KnownRows } from './import-queries.ts'
import { openList, readList, saidOfList } from './open-list.ts'
import { note, openDraft } from './prepare-list.ts'

export const RUN_TASK = 'old-lists.run'

/**
 * Lets a job take the list over. `seen` is the version whose dry run was shown: another one, or a second press of the button,
 * throws StaleVersionError. Rows with a fault are left out.
 */
export async function startRun(
  ctx: StaffContext,
  id: string,
  how: { readonly seen: number; readonly known: KnownRows },
): Promise<void> {
  const opened = await openDraft(ctx, id, how.seen)
  const said = saidOfList(opened.said)
  if (said.step !== 'check') throw new RefusedError('old-list.not-checked')
  if (await isTakenOver(ctx, opened.row.file_digest)) throw new RefusedError('old-list.taken-over-already')
  const { reading } = readList(ctx, opened.sheets, said)
  if (reading.rows.every(({ faults }) => faults.length > 0))
    throw new RefusedError('old-list.nothing-to-take')
  await setRunning(ctx, id, { known: how.known, total: reading.rows.length })
  await enqueue(ctx, RUN_TASK, { list: id }, { jobKey: `${RUN_TASK}:${id}` })
  await note(ctx, 'old-list.started', id, { rows: reading.rows.length, known: how.known })
}

/** Goes on with a run that was stopped because its officer may no more; whoever presses answers for the rest. */
export async function continueRun(ctx: StaffContext, id: string): Promise<void> {
  if (!(await findImport(ctx, id))) throw new NotFoundError('old-list.not-found')
  const row = await findSealed(ctx, id, 'lock')
  if (row?.state !== 'stopped') throw new RefusedError('old-list.not-stopped')
  await openList(ctx, id)
  await setRunning(ctx, id, { known: row.known_rows, total: row.total })
  await enqueue(ctx, RUN_TASK, { list: id }, { jobKey: `${RUN_TASK}:${id}` })
  await note(ctx, 'old-list.continued', id, { place: row.place })
}
