import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { CONTACT_OUTCOMES, type ContactOutcome } from '#src/domain/cases/codes.ts'
import { getReport, listByIds, setNotACase, undoBulk, undoOne, type ClosedAs } from './report-queries.ts'

export const CLOSED_AS: Readonly<Record<ContactOutcome, ClosedAs>> = {
  'information-given': 'information',
  silent: 'silent',
  abusive: 'abusive',
  junk: 'junk',
  test: 'test',
  'wrong-number': 'wrong-number',
  'earlier-report-again': 'duplicate',
}
/** A closing can be taken back for a day. */
export const UNDO_MS = 24 * 3600_000
export const MOST_AT_ONCE = 200

function closedAsOf(outcome: string): ClosedAs {
  const known = CONTACT_OUTCOMES.find((code) => code === outcome)
  if (known === undefined) throw new InvalidInputError([{ path: 'outcome', code: 'outcome.missing' }])
  return CLOSED_AS[known]
}

/** A contact that is not a case: counted and closed in one step. A report in danger must have been opened first. */
export async function closeAsNotACase(ctx: StaffContext, reportId: string, outcome: string): Promise<void> {
  const closedAs = closedAsOf(outcome)
  const row = await getReport(ctx, reportId)
  if (row.opened_at === null && inDanger(row)) throw new RefusedError('report.close.not-opened', ['opened'])
  if ((await setNotACase(ctx, [reportId], closedAs, null)) === 0)
    throw new RefusedError('report.close.not-waiting')
  await writeJournal(ctx, {
    verb: 'report.closed-as-no-case',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
    details: { closedAs },
  })
}

export type BulkClosing = { readonly bulkId: string; readonly closed: number; readonly skipped: number }

/** Closes several at once; whatever is in danger and was not opened stays. The bulk id undoes it. */
export async function closeInBulk(
  ctx: StaffContext,
  reportIds: readonly string[],
  outcome: string,
): Promise<BulkClosing> {
  const closedAs = closedAsOf(outcome)
  const wanted = [...new Set(reportIds)].slice(0, MOST_AT_ONCE)
  if (wanted.length === 0) throw new InvalidInputError([{ path: 'id', code: 'bulk.nothing-chosen' }])
  const rows = await listByIds(ctx, wanted)
  const may = rows
    .filter((row) => row.state !== 'in-case' && (row.opened_at !== null || !inDanger(row)))
    .map((row) => row.id)
  const bulkId = ctx.newId()
  const closed = may.length === 0 ? 0 : await setNotACase(ctx, may, closedAs, bulkId)
  if (closed > 0)
    await writeJournal(ctx, {
      verb: 'report.closed-in-bulk',
      subjectKind: 'bulk',
      subjectId: bulkId,
      details: { closedAs, count: closed, reports: may },
    })
  return { bulkId, closed, skipped: wanted.length - closed }
}

/** Takes a bulk closing back, within a day. Returns how many wait again. */
export async function undoBulkClosing(ctx: StaffContext, bulkId: string): Promise<number> {
  const count = await undoBulk(ctx, bulkId, new Date(ctx.now.getTime() - UNDO_MS))
  if (count === 0) throw new RefusedError('report.undo.too-late')
  await writeJournal(ctx, {
    verb: 'report.bulk-undone',
    subjectKind: 'bulk',
    subjectId: bulkId,
    details: { count },
  })
  return count
}

export async function undoClosing(ctx: StaffContext, reportId: string): Promise<void> {
  if (!(await undoOne(ctx, reportId, new Date(ctx.now.getTime() - UNDO_MS))))
    throw new RefusedError('report.undo.too-late')
  await writeJournal(ctx, {
    verb: 'report.close-undone',
    subjectKind: 'report',
    subjectId: reportId,
    reportId,
  })
}

function inDanger(row: { readonly danger: string; readonly urgency: string }): boolean {
  return row.danger === 'now' || row.urgency === 'darurat'
}
