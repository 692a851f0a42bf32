import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { createKey } from '#src/platform/db/keys-queries.ts'
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { isUrgency, type Urgency } from '#src/domain/cases/urgency.ts'
import { PHASES } from '#src/domain/cases/codes.ts'
import { dayOf } from '#src/domain/deadlines/calendar.ts'
import { findOrganisation, insertCase, takeCaseNumber } from './case-queries.ts'
import type { SealedSummary } from './sealed.ts'

export type CaseStart = {
  readonly urgency: string
  readonly types: readonly string[]
  readonly country: string | null
  readonly district: string | null
  readonly phase: string
  readonly touchesChild: boolean
  readonly summary: string
  /** Whose work it is from the start; the officer who opens it unless said otherwise; null: nobody's yet. */
  readonly assignee?: string | null
  readonly reportId?: string
  readonly demo?: boolean
}

export type OpenedCase = { readonly id: string; readonly code: string }

/** Opens a case of the own organisation, which leads it. Its code is PREFIX-YYYY-NNNN by the organisation's own calendar. */
export async function createCase(ctx: StaffContext, start: CaseStart): Promise<OpenedCase> {
  const urgency = checked(start)
  const { orgId, staffId } = ctx.actor
  const org = await findOrganisation(ctx, orgId)
  const year = Number(dayOf(ctx.now, org.time_zone).slice(0, 4))
  const number = await takeCaseNumber(ctx, orgId, year)
  const code = `${org.code_prefix}-${year}-${String(number).padStart(4, '0')}`
  const id = ctx.newId()
  const key = await createKey(ctx, 'case', id)
  const summary: SealedSummary = { text: start.summary }
  await insertCase(ctx, {
    id,
    code,
    orgId,
    urgency,
    keyId: key.id,
    types: start.types,
    country: start.country,
    district: start.district,
    phase: start.phase,
    touchesChild: start.touchesChild,
    summary: start.summary === '' ? null : key.sealJson(`cases.summary_sealed/${id}`, summary),
    assignee: start.assignee === undefined ? staffId : start.assignee,
    demo: start.demo ?? false,
  })
  await writeJournal(ctx, {
    verb: 'case.opened',
    subjectKind: 'case',
    subjectId: id,
    caseId: id,
    reportId: start.reportId ?? null,
    details: { code, urgency, types: start.types },
  })
  return { id, code }
}

function checked(start: CaseStart): Urgency {
  const problems: Problem[] = []
  if (!isUrgency(start.urgency)) problems.push({ path: 'urgency', code: 'urgency.unknown' })
  if (!start.types.every(isCaseType)) problems.push({ path: 'types', code: 'case-type.unknown' })
  if (!PHASES.some((phase) => phase === start.phase)) problems.push({ path: 'phase', code: 'phase.unknown' })
  if (problems.length > 0 || !isUrgency(start.urgency)) throw new InvalidInputError(problems)
  return start.urgency
}
