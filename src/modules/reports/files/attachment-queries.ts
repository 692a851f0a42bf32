import type { Context } from '#src/platform/db/context.ts'

export type NewAttachment = {
  readonly id: string
  readonly reportId: string
  readonly caseId: string | null
  readonly orgId: string
  readonly sender: 'reporter' | 'second'
  readonly mediaType: string
  readonly metadata: 'removed' | 'kept'
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly originalSha256: Buffer
  readonly keyId: string
  readonly nameSealed: Buffer
  readonly sealed: Buffer
}

export async function insertAttachment(ctx: Context, file: NewAttachment): Promise<void> {
  const { id, sender, metadata, sha256, sealed } = file
  await ctx.tx
    .insertInto('app.attachments')
    .values({
      id,
      sender,
      metadata,
      sha256,
      sealed,
      created_at: ctx.now,
      report_id: file.reportId,
      case_id: file.caseId,
      org_id: file.orgId,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      original_sha256: file.originalSha256,
      key_id: file.keyId,
      name_sealed: file.nameSealed,
    })
    .execute()
}

export async function findAttachment(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.attachments')
    .select([
      'id',
      'created_at',
      'report_id',
      'case_id',
      'sender',
      'media_type',
      'metadata',
      'sha256',
      'key_id',
      'name_sealed',
      'sealed',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}
