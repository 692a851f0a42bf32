import type { Context } from '#src/platform/db/context.ts'

export const DIRECTORY_EDITS = ['rename', 'cover', 'uncover', 'end-body', 'end-service'] as const
export type DirectoryEdit = (typeof DIRECTORY_EDITS)[number]

export type NewEdit = {
  readonly id: string
  readonly bodyId: string
  readonly serviceId: string | null
  readonly edit: DirectoryEdit
  readonly nameId: string | null
  readonly nameEn: string | null
  readonly country: string | null
  readonly source: string
  readonly staffId: string
  readonly orgId: string
}

export async function insertEdit(ctx: Context, edit: NewEdit): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_edits')
    .values({
      id: edit.id,
      created_at: ctx.now,
      body_id: edit.bodyId,
      service_id: edit.serviceId,
      edit: edit.edit,
      name_id: edit.nameId,
      name_en: edit.nameEn,
      country: edit.country,
      source: edit.source,
      proposed_by: edit.staffId,
      proposed_org: edit.orgId,
    })
    .execute()
}

export async function findEdit(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.directory_edits').selectAll().where('id', '=', id).executeTakeFirst()
}

/** False when somebody else decided first, or nobody but the proposer is asking. The database applies what is confirmed. */
export async function closeEdit(
  ctx: Context,
  id: string,
  decision: { readonly state: 'confirmed' | 'refused'; readonly staffId: string },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.directory_edits')
    .set({ state: decision.state, decided_by: decision.staffId, decided_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function listWaitingEdits(ctx: Context, bodyId: string) {
  return ctx.tx
    .selectFrom('app.directory_edits as e')
    .leftJoin('app.staff as s', 's.id', 'e.proposed_by')
    .innerJoin('app.directory_bodies as b', 'b.id', 'e.body_id')
    .leftJoin('app.directory_services as v', 'v.id', 'e.service_id')
    .select([
      'e.id',
      'e.edit',
      'e.name_id',
      'e.name_en',
      'e.country',
      'e.source',
      'e.created_at',
      'e.proposed_by',
    ])
    .select(['s.display_name', 'b.name_id as now_id', 'b.name_en as now_en', 'v.name_id as service_id_name'])
    .where('e.body_id', '=', bodyId)
    .where('e.state', '=', 'waiting')
    .orderBy('e.created_at')
    .execute()
}
export type WaitingEdit = Awaited<ReturnType<typeof listWaitingEdits>>[number]
