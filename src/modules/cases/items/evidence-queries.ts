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
