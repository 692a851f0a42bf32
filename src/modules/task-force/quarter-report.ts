import { isLate, TRACK_STATES, type TrackState } from '#src/domain/cases/tracks.ts'
import { daysOf, quarterFigures, type Quarter, type QuarterFigures } from '#src/domain/task-force/quarter.ts'
import { countFindings, type FindingCount } from '#src/modules/competence/index.ts'
import { listGaps, type Gap } from '#src/modules/gaps/index.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { listConferences, listDecisions, type Conference } from './conferences.ts'
import { selectEntries, selectWork, type TaskForceRow, type WorkRow } from './task-force-queries.ts'
import { allowed, getTaskForce } from './task-forces.ts'

export type QuarterReport = {
  readonly taskForce: TaskForceRow
  readonly quarter: Quarter
  readonly figures: QuarterFigures
  readonly conferences: Readonly<Record<Conference['state'], number>>
  readonly conflicts: readonly FindingCount[]
  /** Obstacles that are not solved, with their rounded numbers of cases. */
  readonly obstacles: readonly Gap[]
}

const MOST_OBSTACLES = 12

/**
 * A draft of the report of one quarter, from what this member's body may see. Cases and work stand as they are today; conferences
 * and decisions are those of the quarter. Recorded as an export. No word of a case and no name is in it.
 */
export async function draftQuarterReport(
  ctx: StaffContext,
  taskForceId: string,
  quarter: Quarter,
): Promise<QuarterReport> {
  allowed(ctx, 'task-force.read')
  const taskForce = await getTaskForce(ctx, taskForceId)
  const { from, before } = daysOf(quarter)
  const today = ctx.now.toISOString().slice(0, 10)
  const inQuarter = (day: string): boolean => day >= from && day < before
  const entries = await selectEntries(ctx, taskForceId)
  const work = await selectWork(ctx, taskForceId)
  const decisions = await listDecisions(ctx, { taskForceId })
  const conferences = (await listConferences(ctx, taskForceId)).filter((each) =>
    inQuarter(each.held_at.toISOString().slice(0, 10)),
  )
  const count = (state: Conference['state']): number =>
    conferences.filter((each) => each.state === state).length
  await writeAudit(ctx, { verb: 'task-force.exported', subjectKind: 'task-force', subjectId: taskForceId })
  return {
    taskForce,
    quarter,
    figures: quarterFigures(
      {
        cases: entries.map((entry) => ({ lead: entry.lead_name, urgency: entry.urgency })),
        work: work.map((row) => ({
          body: row.owner_name,
          line: row.line,
          kind: row.kind,
          state: row.state,
          late: isLateWork(row, today) ? 'late' : 'in-time',
        })),
        decisions: decisions
          .filter((each) => inQuarter(each.due_on) || (each.state === 'open' && each.due_on < before))
          .map((each) => ({
            body: each.body,
            state: each.state,
            dueOn: each.due_on,
            answeredOn: each.answered_on,
          })),
      },
      today,
    ),
    conferences: { planned: count('planned'), held: count('held'), cancelled: count('cancelled') },
    conflicts: await countFindings(ctx),
    obstacles: (await listGaps(ctx, {}, 0)).gaps
      .filter((gap) => gap.told !== undefined && gap.state !== 'solved' && gap.state !== 'set-aside')
      .slice(0, MOST_OBSTACLES),
  }
}

/** A track whose day has passed. Needs have no day of their own. */
export function isLateWork(row: Pick<WorkRow, 'line' | 'state' | 'next_on'>, today: string): boolean {
  const state: TrackState | undefined = TRACK_STATES.find((each) => each === row.state)
  return row.line === 'track' && state !== undefined && isLate({ state, nextOn: row.next_on }, today)
}
