import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, StaleVersionError, type Problem } from '#src/platform/errors.ts'
import { CERTAINTIES, SOURCE_KINDS } from '#src/domain/cases/codes.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import type { SealedEntry } from '../sealed.ts'
import { findTimelineEntry } from './item-queries.ts'
import { insertTimeline, setReplaced, setShared } from './item-write-queries.ts'
import { inCase, type InCase } from './write-item.ts'

export type NewEntry = {
  readonly code: string
  /** `2019`, `2019-04~`, `2019-04/2019-05`, or empty when only words are known. */
  readonly date: string
  /** The person's own words about when: "before Ramadan". */
  readonly dateWords: string
  readonly text: string
  readonly source: string
  readonly certainty: string
  /** An entry of the same case that this one contradicts; both stand side by side. */
  readonly contradicts?: string
  readonly shared?: 'shared'
  /** The referral through which the other side reads it; shared then, and only while that referral is alive. */
  readonly referralId?: string
}

/** Adds a fact with an approximate date, its source and how sure it is. */
export async function addTimelineEntry(ctx: StaffContext, entry: NewEntry): Promise<string> {
  checkEntry(entry)
  return inCase(ctx, entry.code, async (place) => {
    if (entry.contradicts !== undefined) await entryOf(ctx, place, entry.contradicts)
    const id = await store(ctx, place, entry)
    return {
      verb: 'timeline.added',
      subjectKind: 'timeline-entry',
      subjectId: id,
      details: { source: entry.source, certainty: entry.certainty, contradicts: entry.contradicts ?? null },
      result: id,
    }
  })
}

/** A correction stands in a new row; the old one stays and is no longer shown. Throws StaleVersionError when somebody was first. */
export async function correctTimelineEntry(
  ctx: StaffContext,
  change: NewEntry & { readonly entryId: string; readonly version: number },
): Promise<string> {
  checkEntry(change)
  return inCase(ctx, change.code, async (place) => {
    const before = await entryOf(ctx, place, change.entryId)
    const id = await store(ctx, place, {
      ...change,
      contradicts: before.contradicts ?? undefined,
      ...(before.shared && { shared: 'shared' as const }),
      ...(before.referral_id && { referralId: before.referral_id }),
    })
    if (!(await setReplaced(ctx, before.id, change.version, id)))
      throw new StaleVersionError('timeline.changed-meanwhile', await newestOf(ctx, before))
    return {
      verb: 'timeline.corrected',
      subjectKind: 'timeline-entry',
      subjectId: id,
      details: { before: before.id },
      result: id,
    }
  })
}

/** Shared entries are seen by the other bodies that hold a file on this case. */
export async function shareTimelineEntry(
  ctx: StaffContext,
  change: {
    readonly code: string
    readonly entryId: string
    readonly version: number
    readonly shared: 'shared' | 'own'
  },
): Promise<void> {
  await inCase(ctx, change.code, async (place) => {
    const before = await entryOf(ctx, place, change.entryId)
    if (!(await setShared(ctx, before.id, change.version, change.shared === 'shared')))
      throw new StaleVersionError('timeline.changed-meanwhile', { version: before.version })
    return {
      verb: 'timeline.shared',
      subjectKind: 'timeline-entry',
      subjectId: before.id,
      details: { shared: change.shared },
      result: undefined,
    }
  })
}

/** What stands there now: whoever corrects an entry that was corrected meanwhile sees the newest words beside his own. */
export type StaleEntry = { readonly entryId: string; readonly version: number }

async function newestOf(
  ctx: StaffContext,
  row: { readonly id: string; readonly version: number; readonly replaced_by: string | null },
): Promise<StaleEntry> {
  const next = row.replaced_by === null ? undefined : await findTimelineEntry(ctx, row.replaced_by)
  return next ? newestOf(ctx, next) : { entryId: row.id, version: row.version }
}

async function store(ctx: StaffContext, place: InCase, entry: NewEntry): Promise<string> {
  const id = ctx.newId()
  const date = parsePartialDate(entry.date)
  const words: SealedEntry = {
    ...(date === undefined ? {} : { date }),
    dateWords: entry.dateWords,
    text: entry.text,
  }
  await insertTimeline(ctx, {
    id,
    caseId: place.caseId,
    orgId: place.orgId,
    staffId: place.staffId,
    keyId: place.key.id,
    source: entry.source,
    certainty: entry.certainty,
    contradicts: entry.contradicts ?? null,
    shared: entry.shared === 'shared' || entry.referralId !== undefined,
    referralId: entry.referralId ?? null,
    sealed: place.key.sealJson(`timeline_entries.sealed/${id}`, words),
  })
  return id
}

async function entryOf(ctx: StaffContext, place: InCase, entryId: string) {
  const row = await findTimelineEntry(ctx, entryId)
  if (!row || row.case_id !== place.caseId) throw new NotFoundError('timeline.not-found')
  return row
}

function checkEntry(entry: NewEntry): void {
  const problems: Problem[] = []
  if (entry.date !== '' && parsePartialDate(entry.date) === undefined)
    problems.push({ path: 'date', code: 'date.not-understood' })
  if (entry.text.trim() === '') problems.push({ path: 'text', code: 'text.missing' })
  if (!SOURCE_KINDS.some((code) => code === entry.source))
    problems.push({ path: 'source', code: 'source.unknown' })
  if (!CERTAINTIES.some((code) => code === entry.certainty))
    problems.push({ path: 'certainty', code: 'certainty.unknown' })
  if (problems.length > 0) throw new InvalidInputError(problems)
}
