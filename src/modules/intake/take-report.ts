import type { StaffContext } from '#src/platform/db/context.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { findTaker, getReport, setTaken } from './report-queries.ts'

export type Taking =
  | { readonly kind: 'taken' }
  | { readonly kind: 'already'; readonly by: string; readonly at: Date }
  | { readonly kind: 'closed' }

/** Two officers at once: one takes it, the other is told who did. Taking again what I hold changes nothing. */
export async function takeReport(ctx: StaffContext, reportId: string): Promise<Taking> {
  const { staffId } = ctx.actor
  if (await setTaken(ctx, reportId, staffId)) {
    await writeJournal(ctx, { verb: 'report.taken', subjectKind: 'report', subjectId: reportId, reportId })
    return { kind: 'taken' }
  }
  const row = await getReport(ctx, reportId)
  await writeAudit(ctx, { verb: 'report.take-refused', subjectKind: 'report', subjectId: reportId, reportId })
  const taker = await findTaker(ctx, reportId)
  if (row.state === 'not-a-case' || !taker) return { kind: 'closed' }
  return taker.id === staffId ? { kind: 'taken' } : { kind: 'already', by: taker.name, at: taker.at }
}
