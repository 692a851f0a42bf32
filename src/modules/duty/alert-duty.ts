import { runAs, type Context } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { tellRoles, tellStaff } from '#src/modules/notices/index.ts'
import {
  insertAlerts,
  listAlerted,
  listOnDuty,
  markPassedOn,
  takeOverdueAlerts,
  type DutySubject,
} from './duty-queries.ts'

/** How long the person on call has before it goes to the next on the list: an internal target. */
const PASS_ON_AFTER_MS = 5 * 60 * 1000
const BATCH = 50

/**
 * Puts something in danger before the next person on call who was not told yet; after the last one, before all
 * supervisors. Called as a job. Safe to run twice.
 */
export async function alertDuty(ctx: Context, orgId: string, subject: DutySubject, step = 1): Promise<void> {
  const told = await listAlerted(ctx, subject, orgId)
  if (step === 1 && told.length > 0) return
  const next = (await listOnDuty(ctx, orgId)).find((staffId) => !told.includes(staffId))
  const dedupe = `danger:${subject.id}`
  if (next === undefined) {
    await tellRoles(ctx, {
      orgId,
      kind: 'danger-waits',
      dedupe,
      subjectKind: subject.kind,
      subjectId: subject.id,
    })
    return
  }
  await insertAlerts(ctx, [
    { subject, orgId, staffId: next, step, passOnAt: new Date(ctx.now.getTime() + PASS_ON_AFTER_MS) },
  ])
  await tellStaff(ctx, {
    staffId: next,
    orgId,
    kind: 'danger-waits',
    dedupe,
    subjectKind: subject.kind,
    subjectId: subject.id,
  })
}

/** What nobody opened goes to the next on the list. Returns how many went on. */
export async function passOnAlerts(ctx: Context): Promise<number> {
  const overdue = await takeOverdueAlerts(ctx, BATCH)
  for (const alert of overdue) {
    await markPassedOn(ctx, alert.id)
    const kind = alert.subject_kind === 'referral' ? 'referral' : 'report'
    await alertDuty(ctx, alert.org_id, { kind, id: alert.subject_id }, alert.step + 1)
  }
  return overdue.length
}

export const dutyClock: Ticker = {
  name: 'duty.pass-on',
  everyMs: 5_000,
  tick: async (platform) => {
    while ((await runAs(platform, { kind: 'job', name: 'duty.pass-on' }, passOnAlerts)) === BATCH);
  },
}
