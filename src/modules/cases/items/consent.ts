import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, type Problem } from '#src/platform/errors.ts'
import { CONSENT_ANSWERS, CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { CONSENT_PURPOSES } from '#src/domain/disclosure/consent.ts'
import { readerKindOf } from '#src/domain/disclosure/reader-kind.ts'
import { READER_KINDS } from '#src/domain/reports/report.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { findBodyKind, findConsent } from './item-queries.ts'
import { insertConsent } from './item-write-queries.ts'
import { inCase, type InCase } from './write-item.ts'

export const CONSENT_GIVERS = ['self', 'guardian'] as const
const CONSENT_WAYS = ['spoken', 'written', 'phone', 'message', 'follow-page', 'not-asked-yet'] as const

export type ConsentGiven = {
  readonly code: string
  readonly personId?: string
  readonly item: string
  /** Left out where one body is named. */
  readonly readerKind?: string
  readonly readerOrg?: string
  readonly answer: string
  readonly givenBy: string
  readonly how: string
  readonly language: string
  readonly until?: Date
  /** For what it was asked; help where nothing is said. */
  readonly purpose?: string
}

const isOneOf = (list: readonly string[], value: string | undefined): boolean =>
  value !== undefined && list.includes(value)

/**
 * Records an answer to one item for one reader and one purpose. The newest answer counts; a withdrawal is the answer "no". "No",
 * "not asked" and "does not know" are three answers, and only "yes" opens. What no longer is covered is called back by a job.
 */
export async function recordConsent(ctx: StaffContext, given: ConsentGiven): Promise<void> {
  const kind = given.readerOrg === undefined ? given.readerKind : await kindOfBody(ctx, given.readerOrg)
  const problems = problemsOf(given, kind, ctx.now)
  if (problems.length > 0) throw new InvalidInputError(problems)
  await inCase(ctx, given.code, async (place) => {
    await store(ctx, place, { ...given, purpose: given.purpose ?? 'help', readerKind: kind! })
    return noted(place, given, kind!)
  })
}

/** Takes one answer back: the same item, reader and purpose, answered no from now on. */
export async function withdrawConsent(
  ctx: StaffContext,
  asked: {
    readonly code: string
    readonly consentId: string
    readonly how: string
    readonly language: string
  },
): Promise<void> {
  if (!isOneOf(CONSENT_WAYS, asked.how)) throw new InvalidInputError([{ path: 'how', code: 'how.missing' }])
  await inCase(ctx, asked.code, async (place) => {
    const before = await findConsent(ctx, place.caseId, asked.consentId)
    if (!before) throw new NotFoundError('consent.not-found')
    const given = {
      code: asked.code,
      item: before.item,
      readerKind: before.reader_kind,
      ...(before.reader_org && { readerOrg: before.reader_org }),
      ...(before.person_id && { personId: before.person_id }),
      answer: 'no',
      givenBy: before.given_by === 'guardian' ? 'guardian' : 'self',
      how: asked.how,
      language: asked.language,
      purpose: before.purpose,
    }
    await store(ctx, place, given)
    return noted(place, given, before.reader_kind)
  })
}

function problemsOf(given: ConsentGiven, kind: string | undefined, now: Date): readonly Problem[] {
  const problems: Problem[] = []
  if (!isOneOf(CONSENT_ITEMS, given.item)) problems.push({ path: 'item', code: 'item.unknown' })
  if (!isOneOf(CONSENT_ANSWERS, given.answer)) problems.push({ path: 'answer', code: 'answer.missing' })
  if (!isOneOf([...READER_KINDS, 'everyone'], kind)) problems.push({ path: 'reader', code: 'reader.missing' })
  if (!isOneOf(CONSENT_GIVERS, given.givenBy)) problems.push({ path: 'givenBy', code: 'giver.missing' })
  if (!isOneOf(CONSENT_WAYS, given.how)) problems.push({ path: 'how', code: 'how.missing' })
  if (given.purpose !== undefined && !isOneOf(CONSENT_PURPOSES, given.purpose))
    problems.push({ path: 'purpose', code: 'purpose.missing' })
  if (given.until !== undefined && given.until <= now) problems.push({ path: 'until', code: 'date.past' })
  return problems
}

async function kindOfBody(ctx: StaffContext, orgId: string): Promise<string | undefined> {
  const kind = await findBodyKind(ctx, orgId)
  return kind === undefined ? undefined : readerKindOf(kind)
}

async function store(
  ctx: StaffContext,
  { caseId, orgId, staffId }: InCase,
  given: Omit<ConsentGiven, 'purpose' | 'readerKind'> & {
    readonly purpose: string | null
    readonly readerKind: string
  },
): Promise<void> {
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
    purpose: given.purpose,
  })
  if (given.answer !== 'yes')
    await enqueue(ctx, 'consents.withdrawn', { caseId }, { jobKey: `consents.withdrawn:${caseId}` })
}

function noted(place: InCase, given: Pick<ConsentGiven, 'item' | 'answer' | 'givenBy'>, reader: string) {
  return {
    verb: 'consent.recorded',
    subjectKind: 'case',
    subjectId: place.caseId,
    details: { item: given.item, answer: given.answer, reader, givenBy: given.givenBy },
    result: undefined,
  } as const
}
