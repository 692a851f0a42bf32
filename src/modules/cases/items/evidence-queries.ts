import type { Context } from '#src/platform/db/context.ts'

type Sealed = { readonly id: string; readonly keyId: string; readonly sealed: Buffer }
type Place = { readonly caseId: string; readonly orgId: string }

export async function insertEvidence(
  ctx: Context,
  row: Sealed &
    Place & {
      readonly staffId: string
      readonly attachmentId: string | null
      readonly sha256: Buffer | null
    },
): Promise<number> {
  const last = await ctx.tx
    .selectFrom('app.evidence')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('case_id', '=', row.caseId)
    .executeTakeFirst()
  const number = (last?.last ?? 0) + 1
  await ctx.tx
    .insertInto('app.evidence')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      attachment_id: row.attachmentId,
      number,
      sha256: row.sha256,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
  return number
}
/** A file that staff bring to a case; it stays on the case alone and no reporter sees it. */
export async function insertCaseFile(
  ctx: Context,
  row: Sealed &
    Place & {
      readonly mediaType: string
      readonly metadata: 'removed' | 'kept'
      readonly sizeBytes: number
      readonly sha256: Buffer
      readonly originalSha256: Buffer
      readonly nameSealed: Buffer
    },
): Promise<void> {
  await ctx.tx
    .insertInto('app.attachments')
    .values({
      id: row.id,
      created_at: ctx.now,
      report_id: null,
      case_id: row.caseId,
      org_id: row.orgId,
      sender: 'staff',
      media_type: row.mediaType,
      metadata: row.metadata,
      size_bytes: row.sizeBytes,
      sha256: row.sha256,
      original_sha256: row.originalSha256,
      key_id: row.keyId,
      name_sealed: row.nameSealed,
      sealed: row.sealed,
    })
    .execute()
}
/** Files of the case that are no evidence yet: what the reporter sent. */
export async function listLooseFiles(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.attachments as a')
    .select(['a.id', 'a.created_at', 'a.media_type', 'a.sender'])
    .where('a.case_id', '=', caseId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('app.evidence as e').select('e.id').whereRef('e.attachment_id', '=', 'a.id')),
      ),
    )
    .orderBy('a.created_at')
    .execute()
}
export async function insertCustody(
  ctx: Context,
  row: Place & {
    readonly evidenceId: string
    readonly staffId: string
    readonly action: 'taken-in' | 'checked' | 'handed-over' | 'returned' | 'copied'
    readonly intact: boolean | null
    readonly keyId: string | null
    readonly sealed: Buffer | null
    readonly id: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.custody')
    .values({
      id: row.id,
      created_at: ctx.now,
      evidence_id: row.evidenceId,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      action: row.action,
      intact: row.intact,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
