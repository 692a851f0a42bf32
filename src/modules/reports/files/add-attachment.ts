import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import type { InspectedFile } from '#src/platform/files/inspect-file.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { listHeldFiles } from '../follow/follow-queries.ts'
import { getHeld, handlerOf } from '../follow/held.ts'
import { insertAttachment } from './attachment-queries.ts'

export const MOST_FILES = 10
/** Only ever read by staff: without folders, and without marks that turn the reading direction to hide a kind. */
function plainName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[/\\]/, '')
    .slice(0, 200)
}

export const MOST_FILE_BYTES = 40 * 1024 * 1024

export type AddedFile =
  | { readonly kind: 'stored'; readonly id: string; readonly metadata: 'removed' | 'kept' }
  | { readonly kind: 'refused'; readonly why: 'too-many' }

/**
 * Stores an inspected file, sealed, with the held report. Inspect it before the transaction: pictures take time. The
 * second holder's files lie under a key of their own.
 */
export async function addAttachment(
  ctx: Context,
  file: Extract<InspectedFile, { kind: 'taken' }>,
  name: string,
): Promise<AddedFile> {
  const held = await getHeld(ctx)
  const there = await listHeldFiles(ctx)
  const bytes = there.reduce((sum, each) => sum + each.size_bytes, file.bytes.length)
  if (there.length >= MOST_FILES || bytes > MOST_FILE_BYTES) return { kind: 'refused', why: 'too-many' }
  const first = held.holder === 'first'
  const key = first ? await loadKey(ctx, held.key_id) : await createKey(ctx, 'report', held.id)
  const id = ctx.newId()
  await insertAttachment(ctx, {
    id,
    reportId: held.id,
    caseId: held.case_id,
    keyId: key.id,
    orgId: await handlerOf(ctx, held),
    sender: first ? 'reporter' : 'second',
    mediaType: file.mediaType,
    metadata: file.metadata,
    sizeBytes: file.bytes.length,
    sha256: file.sha256,
    originalSha256: file.originalSha256,
    nameSealed: key.sealText(`attachments.name_sealed/${id}`, plainName(name)),
    sealed: key.sealBytes(`attachments.sealed/${id}`, file.bytes),
  })
  await writeJournal(
    ctx,
    {
      verb: 'attachment.received',
      subjectKind: 'attachment',
      subjectId: id,
      reportId: held.id,
      caseId: held.case_id,
      details: { mediaType: file.mediaType, size: file.bytes.length },
    },
    held.org_id,
  )
  await enqueue(ctx, 'messages.tell-desk', { attachmentId: id }, { jobKey: `tell-desk-${id}` })
  return { kind: 'stored', id, metadata: file.metadata }
}
