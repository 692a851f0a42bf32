import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { HitKind, HitSource, HitVerification } from '#src/domain/immigration/codes.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { AppReportedHits } from '#src/platform/db/schema.generated.ts'

export type HitRow = Omit<Selectable<AppReportedHits>, 'kind' | 'source' | 'verification'> & {
  readonly kind: HitKind
  readonly source: HitSource
  readonly verification: HitVerification
}

export async function insertHit(
  ctx: Context,
  row: Omit<Insertable<AppReportedHits>, 'created_at'>,
): Promise<void> {
  await ctx.tx
    .insertInto('app.reported_hits')
    .values({ ...row, created_at: ctx.now })
    .execute()
}

/** On one document, newest first. What has run out the policies hide. */
export async function listHitsOn(ctx: Context, orgId: string, document: Buffer): Promise<readonly HitRow[]> {
  const rows = await ctx.tx
    .selectFrom('app.reported_hits')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('document_hash', '=', document)
    .orderBy('id', 'desc')
    .execute()
  return rows as readonly HitRow[]
}

export async function listHitRows(
  ctx: Context,
  orgId: string,
  paging: { readonly offset: number; readonly limit: number },
): Promise<readonly (HitRow & { readonly total: number })[]> {
  const rows = await ctx.tx
    .selectFrom('app.reported_hits')
    .selectAll()
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('org_id', '=', orgId)
    .orderBy('id', 'desc')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  return rows as readonly (HitRow & { readonly total: number })[]
}

export async function setVerification(
  ctx: StaffContext,
  seen: { readonly id: string; readonly version: number },
  verification: HitVerification,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.reported_hits')
    .set({
      verification,
      checked_at: ctx.now,
      checked_by: ctx.actor.staffId,
      version: seen.version + 1,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
