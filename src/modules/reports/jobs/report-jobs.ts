import { z } from 'zod'
import { alertDuty } from '#src/modules/duty/index.ts'
import { tellRoles, tellStaff, type NoticeKind } from '#src/modules/notices/index.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { defineJob } from '#src/platform/jobs/jobs.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { findArrival, findAssignee, findForJob } from './report-job-queries.ts'

const JOB: Actor = { kind: 'job', name: 'reports' }
const TAKERS = ['intake-officer', 'supervisor']

/** How often a crowd of one visitor may ring, and how often the desk hears that ordinary reports wait. */
const CROWD_EVERY_MS = 10 * 60 * 1000
const DESK_EVERY_MS = 60 * 60 * 1000

/**
 * A new report. What is in danger wakes the person on call; a crowd of one visitor cannot silence danger, but rings once in
 * ten minutes instead of once for each. For the rest the desk hears once an hour that something waits.
 */
export const takeInReportJob = defineJob(
  'reports.take-in',
  z.strictObject({ reportId: z.uuid() }),
  (platform, { reportId }) =>
    runAs(platform, JOB, async (ctx) => {
      // Every contact alike, so that nobody learns from the work done whether somebody is looked for.
      const same = { kind: 'report', id: reportId }
      await enqueue(ctx, 'matches.compare', same, { jobKey: `matches.compare:${reportId}` })
      const report = await findForJob(ctx, reportId)
      if (report?.state !== 'waiting') return
      const crowd = report.signals.includes('flood')
      if (report.urgency === 'darurat' && !crowd)
        return alertDuty(ctx, report.org_id, { kind: 'report', id: reportId })
      const every = report.urgency === 'darurat' ? CROWD_EVERY_MS : DESK_EVERY_MS
      const kind: NoticeKind = report.urgency === 'darurat' ? 'danger-waits' : 'report-arrived'
      const window = Math.floor(ctx.now.getTime() / every)
      const subject = { subjectKind: 'report', subjectId: reportId }
      const dedupe = `${kind}:${report.org_id}:${window}`
      await tellRoles(ctx, { orgId: report.org_id, kind, dedupe, ...subject }, TAKERS)
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
