import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, StaleVersionError, type Problem } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { PHASES } from '#src/domain/cases/codes.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { touchFile, updateCase, type CaseRow } from './case-queries.ts'
import { getCaseRow } from './read-case.ts'
import type { SealedWish } from './sealed.ts'

/** What stood in the database when two people changed the same thing; the page shows it beside what was typed. */
export type StaleCase = {
  readonly version: number
  readonly field: 'facts' | 'wish'
  readonly theirs: string
  readonly at: Date | null
}

export type CaseFacts = {
  readonly code: string
  /** The version that the editor saw. */
  readonly version: number
  readonly urgency: string
  readonly types: readonly string[]
  readonly phase: string
  readonly country: string | null
  readonly district: string | null
  /** Needed when the urgency changes. */
  readonly reason: string
}

/**
 * Class, place, story and wish belong to the leading body. One that accepted a need has a file of its own and was sent what
 * consent opened: it changes nothing here, and is not shown "both versions" either.
 */
async function getLedCase(ctx: StaffContext, code: string): Promise<CaseRow> {
  const row = await getCaseRow(ctx, code)
  if (row.lead_org !== ctx.actor.orgId) throw new NotAllowedError('case.not-lead')
  return row
}

/** Class, urgency, phase and place of a case. Throws StaleVersionError with what stands there now. */
export async function changeCaseFacts(ctx: StaffContext, facts: CaseFacts): Promise<void> {
  const row = await getLedCase(ctx, facts.code)
  const problems: Problem[] = []
  if (!isUrgency(facts.urgency)) problems.push({ path: 'urgency', code: 'urgency.unknown' })
  else if (facts.urgency !== row.urgency && facts.reason.trim() === '')
    problems.push({ path: 'reason', code: 'reason.missing' })
  if (!facts.types.every(isCaseType)) problems.push({ path: 'types', code: 'case-type.unknown' })
  if (!PHASES.some((phase) => phase === facts.phase)) problems.push({ path: 'phase', code: 'phase.unknown' })
  if (problems.length > 0 || !isUrgency(facts.urgency)) throw new InvalidInputError(problems)
  const changed = await updateCase(ctx, row.id, facts.version, {
    urgency: facts.urgency,
    case_types: [...facts.types],
    phase: facts.phase,
    country: facts.country,
    district: facts.district,
  })
  if (!changed) {
    const now: StaleCase = {
      version: row.version,
      field: 'facts',
      theirs: [row.urgency, ...row.case_types, row.phase].join(', '),
      at: null,
    }
    throw new StaleVersionError('case.changed-meanwhile', now)
  }
  await touchFile(ctx, row.id, ctx.actor.orgId)
  await writeJournal(ctx, {
    verb: 'case.changed',
    subjectKind: 'case',
    subjectId: row.id,
    caseId: row.id,
    details: { urgencyBefore: row.urgency, urgency: facts.urgency, types: facts.types, phase: facts.phase },
  })
}

/** What the person wants, in the person's own words; the newest stands above the file. */
export async function recordWish(
  ctx: StaffContext,
  wish: SealedWish & { readonly code: string; readonly version: number },
): Promise<void> {
  const row = await getLedCase(ctx, wish.code)
  if (wish.words.trim() === '') throw new InvalidInputError([{ path: 'wish', code: 'text.missing' }])
  const key = await loadKey(ctx, row.key_id)
  const words: SealedWish = { words: wish.words, language: wish.language, readBack: wish.readBack }
  const changed = await updateCase(ctx, row.id, wish.version, {
    wish_sealed: key.sealJson(`cases.wish_sealed/${row.id}`, words),
    wish_at: ctx.now,
  })
  if (!changed) {
    const theirs = row.wish_sealed
      ? key.openJson<SealedWish>(`cases.wish_sealed/${row.id}`, row.wish_sealed).words
      : ''
    const now: StaleCase = { version: row.version, field: 'wish', theirs, at: row.wish_at }
    throw new StaleVersionError('case.changed-meanwhile', now)
  }
  await touchFile(ctx, row.id, ctx.actor.orgId)
  await writeJournal(ctx, {
    verb: 'case.wish-recorded',
    subjectKind: 'case',
    subjectId: row.id,
    caseId: row.id,
    details: { readBack: wish.readBack },
  })
}
