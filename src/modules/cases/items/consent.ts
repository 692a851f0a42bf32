import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import { CONSENT_ANSWERS, CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { READER_KINDS } from '#src/domain/reports/report.ts'
import { insertConsent } from './item-write-queries.ts'
import { inCase } from './write-item.ts'

export const CONSENT_GIVERS = ['self', 'guardian'] as const
export const CONSENT_WAYS = ['spoken', 'written', 'phone', 'message', 'follow-page', 'not-asked-yet'] as const

export type ConsentGiven = {
  readonly code: string
  readonly personId?: string
  readonly item: string
  readonly readerKind: string
  readonly readerOrg?: string
  readonly answer: string
  readonly givenBy: string
  readonly how: string
  readonly language: string
  readonly until?: Date
}

/**
 * Records an answer to one item for one reader. The newest answer counts; a withdrawal is the answer "no". "No", "not asked"
 * and "does not know" are three answers, and only "yes" opens.
 */
export async function recordConsent(ctx: StaffContext, given: ConsentGiven): Promise<void> {
  const problems: Problem[] = []
  const isOneOf = (list: readonly string[], value: string): boolean => list.includes(value)
  if (!isOneOf(CONSENT_ITEMS, given.item)) problems.push({ path: 'item', code: 'item.unknown' })
  if (!isOneOf(CONSENT_ANSWERS, given.answer)) problems.push({ path: 'answer', code: 'answer.missing' })
  if (!isOneOf(READER_KINDS, given.readerKind)) problems.push({ path: 'reader', code: 'reader.missing' })
  if (!isOneOf(CONSENT_GIVERS, given.givenBy)) problems.push({ path: 'givenBy', code: 'giver.missing' })
  if (!isOneOf(CONSENT_WAYS, given.how)) problems.push({ path: 'how', code: 'how.missing' })
  if (given.until !== undefined && given.until <= ctx.now) problems.push({ path: 'until', code: 'date.past' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  await inCase(ctx, given.code, async ({ caseId, orgId, staffId }) => {
    await insertConsent(ctx, {
      caseId,
      orgId,
      staffId,
      personId: given.personId ?? null,
      item: given.item,
      readerKind: given.readerKind,
      readerOrg: given.readerOrg ?? null,
      answer: given.answer,
      givenBy: given.givenBy,
      how: given.how,
      language: given.language || null,
      until: given.until ?? null,
    })
    return {
      verb: 'consent.recorded',
      subjectKind: 'case',
      subjectId: caseId,
      details: { item: given.item, answer: given.answer, reader: given.readerKind, givenBy: given.givenBy },
      result: undefined,
    }
  })
}
