import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, RefusedError, type Problem } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { dueAtFor } from '#src/domain/deadlines/clock.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { keepReason } from '#src/modules/reasons/index.ts'
import { getDesk, listBodies, moveRow } from './desk-queries.ts'
import { getReport } from './report-queries.ts'

/** Desks that this report may be moved to: they take reports, and the reporter did not name them. */
export async function listDesksFor(
  ctx: StaffContext,
  reportId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const row = await getReport(ctx, reportId)
  const bodies = await listBodies(ctx)
  return bodies
    .filter((body) => body.takesReports && body.id !== row.org_id && !row.kept_from_orgs.includes(body.id))
    .map(({ id, name }) => ({ id, name }))
}

/** To another desk, with a reason; its clock starts there. Never to a body that the reporter named. */
export async function moveReport(
  ctx: StaffContext,
  move: { readonly reportId: string; readonly target: string; readonly reason: string },
): Promise<void> {
  const row = await getReport(ctx, move.reportId)
  const problems: Problem[] = []
  if (move.target === '') problems.push({ path: 'desk', code: 'desk.missing' })
  if (move.reason.trim() === '') problems.push({ path: 'deskWhy', code: 'reason.missing' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  if (row.kept_from_orgs.includes(move.target)) throw new NotAllowedError('report.move.kept-from')
  await keepReason(ctx, { kind: 'moved', text: move.reason, report: { id: row.id, keyId: row.key_id } })
  const due = dueAtFor(row.urgency, ctx.now, workPlaceOf(await getDesk(ctx, move.target)))
  const moved = await moveRow(ctx, { reportId: row.id, target: move.target, due, why: 'moved' })
  if (!moved) throw new RefusedError('report.move.refused')
  await writeJournal(ctx, {
    verb: 'report.moved',
    subjectKind: 'report',
    subjectId: row.id,
    reportId: row.id,
    details: { from: row.org_id, to: move.target, why: 'moved' },
  })
  await tellRoles(
    ctx,
    {
      orgId: move.target,
      kind: 'report-moved',
      dedupe: `moved:${row.id}:${row.moved_count + 1}`,
      subjectKind: 'report',
      subjectId: row.id,
    },
    ['intake-officer', 'supervisor'],
  )
}
