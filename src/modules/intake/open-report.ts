import type { StaffContext } from '#src/platform/db/context.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { suggestTriage, type Triage } from '#src/domain/reports/triage.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import { markAlertsOpened } from '#src/modules/duty/index.ts'
import { findSimilar, type Similar } from './find-similar.ts'
import {
  findMove,
  findTaker,
  getReport,
  listAttachments,
  markOpened,
  openDraft,
  type ReportRow,
} from './report-queries.ts'

export type OpenedReport = {
  readonly row: Omit<ReportRow, 'sealed'>
  readonly draft: ReportDraft
  /** Recomputed from the opened story: suggestions with what each rests on, and what to highlight. */
  readonly triage: Triage
  readonly takenBy: { readonly id: string; readonly name: string; readonly at: Date } | undefined
  readonly movedFrom: { readonly from: string; readonly at: Date } | undefined
  readonly files: Awaited<ReturnType<typeof listAttachments>>
  readonly similar: readonly Similar[]
}

/** Opens a report of the own desk; the first opening is shown to the reporter as "read by an officer". Recorded. */
export async function openReport(ctx: StaffContext, reportId: string): Promise<OpenedReport> {
  const row = await getReport(ctx, reportId)
  const draft = await openDraft(ctx, row)
  await writeAudit(ctx, {
    verb: 'report.opened',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
    caseId: row.case_id,
  })
  if (await markOpened(ctx, reportId))
    await writeJournal(ctx, { verb: 'report.opened', subjectKind: 'report', subjectId: reportId, reportId })
  if (row.state === 'waiting') await markAlertsOpened(ctx, reportId)
  const { sealed: _sealed, ...rest } = row
  return {
    row: rest,
    draft,
    triage: suggestTriage(draft, partialDateOf(row.created_at.toISOString().slice(0, 10))),
    takenBy: await findTaker(ctx, reportId),
    movedFrom: await findMove(ctx, reportId, ctx.actor.orgId),
    files: await listAttachments(ctx, reportId),
    similar: await findSimilar(ctx, { reportId, draft }),
  }
}

/** A number marked "do not call" opens only with a reason; the reason's code stays in the audit log, sealed words nowhere. */
export async function openNumber(ctx: StaffContext, reportId: string): Promise<string | undefined> {
  const row = await getReport(ctx, reportId)
  const draft = await openDraft(ctx, row)
  await writeAudit(ctx, {
    verb: 'report.number-opened',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
    caseId: row.case_id,
    details: { doNotCall: row.do_not_call ? 'yes' : 'no' },
  })
  return draft.safeContact.known ? draft.safeContact.value.value : undefined
}
