import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { suggestTriage, type Triage } from '#src/domain/reports/triage.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import { markAlertsOpened } from '#src/modules/duty/index.ts'
import { keepReason } from '#src/modules/reasons/index.ts'
import { findSimilar, type Similar } from './find-similar.ts'
import { insertApart } from './similar-queries.ts'
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

/** A number marked "do not call" opens only with a reason, kept sealed for the supervisor. */
export async function openNumber(
  ctx: StaffContext,
  asked: { readonly reportId: string; readonly reason: string },
): Promise<string | undefined> {
  const { reportId, reason } = asked
  if (reason.trim() === '') throw new InvalidInputError([{ path: 'numberWhy', code: 'reason.missing' }])
  const row = await getReport(ctx, reportId)
  const draft = await openDraft(ctx, row)
  await keepReason(ctx, { kind: 'number-opened', text: reason, report: { id: row.id, keyId: row.key_id } })
  await writeAudit(ctx, {
    verb: 'report.number-opened',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
    caseId: row.case_id,
    details: { doNotCall: row.do_not_call ? 'yes' : 'no' },
  })
  await writeJournal(ctx, {
    verb: 'report.number-opened',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
    caseId: row.case_id,
  })
  return draft.safeContact.known ? draft.safeContact.value.value : undefined
}

/** "Another person": the officer looked, and this likeness is not suggested again. */
export async function keepApart(
  ctx: StaffContext,
  apart: { readonly reportId: string; readonly otherId: string },
): Promise<void> {
  await getReport(ctx, apart.reportId)
  const { reportId } = apart
  await writeAudit(ctx, { verb: 'report.kept-apart', subjectKind: 'report', subjectId: reportId, reportId })
  await insertApart(ctx, apart)
  await writeJournal(ctx, {
    verb: 'report.kept-apart',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
    details: { other: apart.otherId },
  })
}
