import { sql } from 'kysely'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'

/** Moves open tasks and active files; the database checks who orders it and who takes. Returns the cases that moved. */
export async function moveFiles(ctx: Context, from: string, to: string): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ case_id: string }>`
      select case_id from app.hand_over_files(${from}::uuid, ${to}::uuid) as moved (case_id)`.execute(ctx.tx)
    return rows.map((row) => row.case_id)
  } catch (error) {
    if ((error as { code?: string }).code === 'PA002')
      throw new RefusedError('hand-over.not-an-officer', ['hand-to'])
    throw error
  }
}

/** Reports that somebody took and that are in no case yet, of these urgencies. Returns how many moved. */
export async function moveTakenReports(
  ctx: StaffContext,
  order: { readonly from: string; readonly to: string; readonly urgencies: readonly string[] },
): Promise<number> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({ taken_by: order.to, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.actor.orgId)
    .where('taken_by', '=', order.from)
    .where('state', '=', 'taken')
    .where('urgency', 'in', [...order.urgencies])
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function hasOpenWork(ctx: Context, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ busy: boolean }>`select app.still_has_work(${staffId}::uuid) as busy`.execute(
    ctx.tx,
  )
  return rows[0]?.busy ?? false
}
