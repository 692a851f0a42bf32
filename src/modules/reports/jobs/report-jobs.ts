import { z } from 'zod'
import { alertDuty } from '#src/modules/duty/index.ts'
import { tellRoles, tellStaff, type NoticeKind } from '#src/modules/notices/index.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { defineJob } from '#src/platform/jobs/jobs.ts'
import { findArrival, findAssignee, findForJob } from './report-job-queries.ts'

const JOB: Actor = { kind: 'job', name: 'reports' }
const TAKERS = ['intake-officer', 'supervisor']

/** A new report: what is in danger wakes the person on call; the rest waits in the inbox under its clock. */
export const takeInReportJob = defineJob(
  'reports.take-in',
  z.strictObject({ reportId: z.uuid() }),
  (platform, { reportId }) =>
    runAs(platform, JOB, async (ctx) => {
      const report = await findForJob(ctx, reportId)
      if (report?.state !== 'waiting' || report.urgency !== 'darurat') return
      // One visitor's crowd rings once for each report only while it is not a crowd; it stands in the inbox all the same.
      if (report.signals.includes('flood')) return
      await alertDuty(ctx, report.org_id, { kind: 'report', id: reportId })
    }),
)

const Arrived = z.union([z.strictObject({ messageId: z.uuid() }), z.strictObject({ attachmentId: z.uuid() })])

/** A message or a file came: whoever works on it is told, else those who take reports. */
export const tellDeskJob = defineJob('messages.tell-desk', Arrived, (platform, arrived) =>
  runAs(platform, JOB, async (ctx) => {
    const row = await findArrival(ctx, arrived)
    if (!row?.report_id) return
    const kind: NoticeKind = 'kind' in row && row.kind === 'reopen-request' ? 'reopened' : 'message-arrived'
    await tellWorker(ctx, {
      kind,
      orgId: row.org_id,
      reportId: row.report_id,
      caseId: row.case_id,
      dedupe: `arrived:${row.id}`,
    })
  }),
)

type Told = {
  readonly kind: NoticeKind
  readonly orgId: string
  readonly reportId: string
  readonly caseId: string | null
  readonly dedupe: string
}

async function tellWorker(ctx: Context, told: Told): Promise<void> {
  const { kind, orgId, reportId, caseId, dedupe } = told
  const notice =
    caseId === null
      ? { kind, orgId, dedupe, subjectKind: 'report', subjectId: reportId }
      : { kind, orgId, dedupe, subjectKind: 'case', subjectId: caseId, caseId }
  const worker =
    caseId === null ? (await findForJob(ctx, reportId))?.taken_by : await findAssignee(ctx, caseId, orgId)
  if (worker) await tellStaff(ctx, { ...notice, staffId: worker })
  else await tellRoles(ctx, notice, TAKERS)
}
