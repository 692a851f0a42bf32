import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { moveFiles } from './hand-over-queries.ts'

/**
 * Everything that one officer works on goes to a colleague of the same organisation: an absence, or an account that closes.
 * Protected cases move too; opening them still needs a name from the supervisor. Throws RefusedError when the taker is no
 * active officer there.
 */
export async function handOverFiles(
  ctx: StaffContext,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly cases: number }> {
  const moved = await moveFiles(ctx, from, to)
  await writeJournal(ctx, {
    verb: 'work.handed-over',
    subjectKind: 'staff',
    subjectId: from,
    details: { to, cases: moved.length },
  })
  for (const caseId of moved)
    await writeJournal(ctx, {
      verb: 'case.handed-over',
      subjectKind: 'case',
      subjectId: caseId,
      caseId,
      details: { from, to },
    })
  return { cases: moved.length }
}
