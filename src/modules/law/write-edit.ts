import { entriesOf, entryAt, keyOf, sameJson, type EntryAddress, type Json } from '#src/domain/law/release.ts'
import { applyEdits } from '#src/domain/law/release.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { faultsOfRelease } from '#src/platform/law/check-release.ts'
import { lawFiles } from '#src/platform/law/law-source.ts'
import { decideWaiting, findEdit, findOpenEdit, insertEdit, withdrawOpen } from './edit-queries.ts'

export type Proposal = {
  readonly at: EntryAddress
  /** The entry as the author saw it; null when he adds one. */
  readonly seen: Json
  /** As it should stand; null takes it out. */
  readonly content: Json
  readonly reason: string
}

/**
 * The first reader's text. Refused with every fault when the law as a whole would be wrong with it: an unknown article, a
 * citation that leads nowhere, a window that overlaps. It is not law before a second reader and a release.
 */
export async function proposeEdit(ctx: Context, proposal: Proposal): Promise<string> {
  const { actor } = asStaff(ctx)
  const files = lawFiles()
  const { at, content } = proposal
  const now = entryAt(files, at)
  if (!isKnownList(at)) throw new NotFoundError('law.no-such-entry')
  if (proposal.reason.trim().length < 3) throw new InvalidInputError([{ path: 'reason', code: 'law.reason' }])
  if (content === null && now === null) throw new NotFoundError('law.no-such-entry')
  if (!sameJson(now, proposal.seen)) throw new StaleVersionError('law.changed-meanwhile', now)
  if (sameJson(now, content)) throw new InvalidInputError([{ path: 'content', code: 'law.nothing-changed' }])
  if (content !== null && keyOf(content) !== at.key)
    throw new InvalidInputError([{ path: 'content', code: 'law.other-name' }])
  refuseFaults(faultsOfRelease(applyEdits(files, [{ ...at, base: now, content }])))
  if (await findOpenEdit(ctx, at)) throw new RefusedError('law.edit-open')
  const id = ctx.newId()
  await insertEdit(ctx, {
    ...at,
    id,
    base: now,
    content,
    reason: proposal.reason.trim(),
    staffId: actor.staffId,
    orgId: actor.orgId,
  })
  await note(ctx, 'law.proposed', id)
  return id
}

/** Another person than the author. A refusal gives its reason. */
export async function decideEdit(
  ctx: Context,
  id: string,
  decision: 'confirmed' | 'refused',
  why: string,
): Promise<void> {
  const { actor } = asStaff(ctx)
  const edit = await findEdit(ctx, id)
  if (!edit) throw new NotFoundError('law.no-such-edit')
  if (edit.author === actor.staffId) throw new RefusedError('law.second-reader')
  if (decision === 'refused' && why.trim().length < 3)
    throw new InvalidInputError([{ path: 'why', code: 'law.reason' }])
  if (decision === 'confirmed')
    refuseFaults(
      faultsOfRelease(
        applyEdits(lawFiles(), [
          {
            file: edit.file,
            collection: edit.collection,
            key: edit.key,
            base: edit.base as Json,
            content: edit.content as Json,
          },
        ]),
      ),
    )
  const done = await decideWaiting(ctx, id, {
    state: decision,
    reader: actor.staffId,
    readerOrg: actor.orgId,
    why: why.trim() || null,
  })
  if (!done) throw new StaleVersionError('law.decided-meanwhile')
  await note(ctx, decision === 'confirmed' ? 'law.confirmed' : 'law.refused', id)
}

/** Only the author, and only before the release. */
export async function withdrawEdit(ctx: Context, id: string): Promise<void> {
  const { actor } = asStaff(ctx)
  if (!(await withdrawOpen(ctx, id, actor.staffId))) throw new RefusedError('law.not-yours-or-released')
  await note(ctx, 'law.withdrawn', id)
}

function isKnownList({ file, collection }: EntryAddress): boolean {
  for (const { at } of entriesOf(lawFiles()).values())
    if (at.file === file && at.collection === collection) return true
  return false
}

/** The sentences of the loaders name the place; they are for drafters and shown as they are. */
function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new InvalidInputError(
      faults.map((fault) => ({ path: 'content', code: 'law.fault', params: { fault } })),
    )
}

async function note(ctx: Context, verb: `law.${string}`, id: string): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'law-edit', subjectId: id })
}
