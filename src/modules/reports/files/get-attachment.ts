import { isId } from '#src/platform/ids.ts'
import { createHash } from 'node:crypto'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { findAttachment } from './attachment-queries.ts'

export type StoredFile = {
  readonly id: string
  /** The name it had on the sender's phone; for the page, not for the download. */
  readonly name: string
  readonly mediaType: string
  readonly metadata: 'removed' | 'kept'
  readonly bytes: Uint8Array
}

/** One file of a report or case that I may open. Every opening is recorded. */
export async function getAttachment(ctx: StaffContext, id: string): Promise<StoredFile> {
  const row = isId(id) ? await findAttachment(ctx, id) : undefined
  if (!row || !mayOpen(ctx, row)) throw new NotFoundError('attachment.not-found')
  const key = await loadKey(ctx, row.key_id)
  const bytes = key.openBytes(`attachments.sealed/${id}`, row.sealed)
  if (!createHash('sha256').update(bytes).digest().equals(row.sha256))
    throw new Error('a stored file does not match its hash')
  await writeAudit(ctx, {
    verb: 'attachment.opened',
    subjectKind: 'attachment',
    subjectId: id,
    reportId: row.report_id,
    caseId: row.case_id,
  })
  const name = key.openText(`attachments.name_sealed/${id}`, row.name_sealed)
  return { id, name, bytes, mediaType: row.media_type, metadata: row.metadata as 'removed' | 'kept' }
}

/** A report that is in no case yet is the intake desk's; a caseworker learns not even that it has a file. */
function mayOpen({ actor }: StaffContext, row: { readonly case_id: string | null }): boolean {
  return row.case_id !== null || may(actor.roles.filter(isRole), 'report.read')
}
