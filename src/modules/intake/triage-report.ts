import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, StaleVersionError, type Problem } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { dueAtFor } from '#src/domain/deadlines/clock.ts'
import { getReport, setTriage } from './report-queries.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import { keepReason } from '#src/modules/reasons/index.ts'
import { getDesk } from './desk-queries.ts'

export type TriageDecision = {
  readonly reportId: string
  /** The version that the officer saw. */
  readonly version: number
  readonly urgency: string
  readonly types: readonly string[]
  /** Needed when the urgency differs from the suggestion. Kept sealed for the supervisor. */
  readonly reason: string
}

/** Sets urgency and types. The clock follows the urgency, counted from when the desk got the report. */
export async function triageReport(ctx: StaffContext, decision: TriageDecision): Promise<void> {
  const row = await getReport(ctx, decision.reportId)
  const { urgency } = decision
  const problems: Problem[] = []
  if (!isUrgency(urgency)) problems.push({ path: 'urgency', code: 'urgency.unknown' })
  else if (urgency !== row.urgency_suggested && decision.reason.trim() === '')
    problems.push({ path: 'urgencyWhy', code: 'reason.missing' })
  if (!decision.types.every(isCaseType)) problems.push({ path: 'types', code: 'case-type.unknown' })
  if (problems.length > 0 || !isUrgency(urgency)) throw new InvalidInputError(problems)
  const respondBy = dueAtFor(urgency, row.desk_since, workPlaceOf(await getDesk(ctx, row.org_id)))
  const changed = await setTriage(ctx, row.id, decision.version, ctx.actor.staffId, {
    urgency,
    caseTypes: decision.types,
    respondBy,
  })
  if (!changed)
    throw new StaleVersionError('report.changed-meanwhile', {
      urgency: row.urgency,
      types: row.case_types,
      version: row.version,
    })
  await keepReason(ctx, { kind: 'triage', text: decision.reason, report: { id: row.id, keyId: row.key_id } })
  await writeJournal(ctx, {
    verb: 'report.triaged',
    subjectKind: 'report',
    subjectId: row.id,
    reportId: row.id,
    details: { before: row.urgency, after: urgency, suggested: row.urgency_suggested, types: decision.types },
  })
}
