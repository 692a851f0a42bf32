import { runAs, type Context } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { dueAtFor } from '#src/domain/deadlines/clock.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import { alertDuty } from '#src/modules/duty/index.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { listBodies, listDesksOf, lockOverdue, moveRow, restartClock, type Body } from './desk-queries.ts'
import { nextDesk } from './next-desk.ts'

const BATCH = 20

type Overdue = Awaited<ReturnType<typeof lockOverdue>>[number]

/**
 * A waiting report that nobody took within its clock goes to the next desk; both desks see that it did, and the clock starts
 * again. Several processes may run it: each pass holds its own rows. Returns how many were looked at.
 */
export async function moveSilentReports(ctx: Context): Promise<number> {
  const overdue = await lockOverdue(ctx, BATCH)
  if (overdue.length === 0) return 0
  const bodies = await listBodies(ctx)
  const had = await listDesksOf(
    ctx,
    overdue.map((row) => row.id),
  )
  for (const row of overdue) {
    const target = nextDesk(bodies, {
      orgId: row.org_id,
      keptFrom: row.kept_from_orgs,
      had: had.get(row.id) ?? [],
    })
    await (target ? passOn(ctx, row, target) : keep(ctx, row, bodies))
  }
  return overdue.length
}

async function passOn(ctx: Context, row: Overdue, target: Body): Promise<void> {
  const due = dueAtFor(row.urgency as Urgency, ctx.now, workPlaceOf(target))
  if (!(await moveRow(ctx, { reportId: row.id, target: target.id, due, why: 'silent' }))) return
  const details = { from: row.org_id, to: target.id, why: 'silent' }
  await writeJournal(
    ctx,
    { verb: 'report.moved', subjectKind: 'report', subjectId: row.id, reportId: row.id, details },
    row.org_id,
  )
  await writeJournal(
    ctx,
    { verb: 'report.moved', subjectKind: 'report', subjectId: row.id, reportId: row.id, details },
    target.id,
  )
  const notice = {
    kind: 'report-moved',
    subjectKind: 'report',
    subjectId: row.id,
    dedupe: `moved:${row.id}:${row.moved_count + 1}`,
  } as const
  await tellRoles(ctx, { ...notice, orgId: row.org_id })
  await tellRoles(ctx, { ...notice, orgId: target.id }, ['intake-officer', 'supervisor'])
  if (row.urgency === 'darurat') await alertDuty(ctx, target.id, { kind: 'report', id: row.id })
}

/** The last desk keeps it: its supervisors are told each time the clock runs out. */
async function keep(ctx: Context, row: Overdue, bodies: readonly Body[]): Promise<void> {
  const desk = bodies.find((body) => body.id === row.org_id)
  const due = dueAtFor(
    row.urgency as Urgency,
    ctx.now,
    workPlaceOf(desk ?? { country: 'ID', timeZone: 'Asia/Jakarta' }),
  )
  await restartClock(ctx, row.id, due)
  await writeJournal(
    ctx,
    {
      verb: 'report.still-waiting',
      subjectKind: 'report',
      subjectId: row.id,
      reportId: row.id,
      details: { desk: row.org_id },
    },
    row.org_id,
  )
  await tellRoles(ctx, {
    orgId: row.org_id,
    kind: 'report-moved',
    dedupe: `waiting:${row.id}:${due.toISOString()}`,
    subjectKind: 'report',
    subjectId: row.id,
  })
}

export const deskClock: Ticker = {
  name: 'intake.desk-clock',
  everyMs: 15_000,
  tick: async (platform) => {
    while ((await runAs(platform, { kind: 'job', name: 'intake.desk-clock' }, moveSilentReports)) === BATCH);
  },
}
