import type { StaffContext } from '#src/platform/db/context.ts'
import { listCallable, listShifts } from './duty-queries.ts'

const DAYS_AHEAD = 7
const DAY_MS = 24 * 3600 * 1000

type Turn = Awaited<ReturnType<typeof listShifts>>[number]

export type DutyList = {
  /** Turns that touch the next seven days, and later ones that were planned already. */
  readonly turns: readonly Turn[]
  /** Names of who is on call now, first to be woken first. */
  readonly now: readonly string[]
  /** Beginnings of the stretches of the next seven days in which nobody is on call. */
  readonly gaps: readonly Date[]
  readonly officers: Awaited<ReturnType<typeof listCallable>>
}

/** The duty list of my organisation from now on. */
export async function readDutyList(ctx: StaffContext): Promise<DutyList> {
  const turns = await listShifts(ctx, ctx.actor.orgId)
  const running = turns.filter((turn) => turn.starts_at <= ctx.now)
  return {
    turns,
    now: [...new Set(running.toSorted((a, b) => a.rank - b.rank).map((turn) => turn.display_name))],
    gaps: gapsIn(turns, ctx.now, new Date(ctx.now.getTime() + DAYS_AHEAD * DAY_MS)),
    officers: await listCallable(ctx, ctx.actor.orgId),
  }
}

/** Where nobody is on call between two instants: the beginning of each hole. Turns come ordered by their beginning. */
export function gapsIn(
  turns: readonly Pick<Turn, 'starts_at' | 'ends_at'>[],
  from: Date,
  to: Date,
): readonly Date[] {
  const gaps: Date[] = []
  let covered = from
  for (const turn of turns) {
    if (turn.starts_at >= to) break
    if (turn.starts_at > covered) gaps.push(covered)
    if (turn.ends_at > covered) covered = turn.ends_at
  }
  return covered < to ? [...gaps, covered] : gaps
}
