import type { EditState } from '#src/domain/law/edit-state.ts'
import type { EntryAddress, EntryEdit, Json } from '#src/domain/law/release.ts'
import type { Context } from '#src/platform/db/context.ts'

const json = (value: Json): string | null => (value === null ? null : JSON.stringify(value))

export type NewEdit = EntryEdit & {
  readonly id: string
  readonly reason: string
  readonly staffId: string
  readonly orgId: string
}

/** Fails on the unique index when the entry has an open edit already. */
export async function insertEdit(ctx: Context, edit: NewEdit): Promise<void> {
  await ctx.tx
    .insertInto('app.law_edits')
    .values({
      id: edit.id,
      created_at: ctx.now,
      file: edit.file,
      collection: edit.collection,
      key: edit.key,
      base: json(edit.base),
      content: json(edit.content),
      reason: edit.reason,
      author: edit.staffId,
      author_org: edit.orgId,
    })
    .execute()
}

/** What a new base says otherwise than this installation; an entry that somebody is editing already is left to him. */
export async function proposeDelivered(
  ctx: Context,
  releaseId: string,
  clashes: readonly { readonly edit: EntryEdit; readonly delivered: Json }[],
): Promise<void> {
  if (clashes.length === 0) return
  await ctx.tx
    .insertInto('app.law_edits')
    .values(
      clashes.map(({ edit, delivered }) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        file: edit.file,
        collection: edit.collection,
        key: edit.key,
        base: json(edit.content),
        content: json(delivered),
        reason: 'delivered',
        from_release: releaseId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listEdits(
  ctx: Context,
  { states, limit, offset }: { states: readonly EditState[]; limit: number; offset: number },
) {
  return editRows(ctx)
    .where('e.state', 'in', [...states])
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function findEdit(ctx: Context, id: string) {
  return editRows(ctx).where('e.id', '=', id).executeTakeFirst()
}

export async function findOpenEdit(ctx: Context, { file, collection, key }: EntryAddress) {
  return ctx.tx
    .selectFrom('app.law_edits')
    .select(['id', 'state', 'author', 'created_at'])
    .where('file', '=', file)
    .where('collection', '=', collection)
    .where('key', '=', key)
    .where('state', 'in', ['waiting', 'confirmed'])
    .executeTakeFirst()
}

/** All that would go into the next release, in the order in which it was confirmed. */
export async function listConfirmed(ctx: Context) {
  return editRows(ctx).where('e.state', '=', 'confirmed').orderBy('e.decided_at').orderBy('e.id').execute()
}

function editRows(ctx: Context) {
  return ctx.tx
    .selectFrom('app.law_edits as e')
    .leftJoin('app.staff as a', 'a.id', 'e.author')
    .leftJoin('app.staff as r', 'r.id', 'e.reader')
    .leftJoin('app.organisations as ao', 'ao.id', 'e.author_org')
    .leftJoin('app.organisations as ro', 'ro.id', 'e.reader_org')
    .select([
      'e.id',
      'e.created_at',
      'e.file',
      'e.collection',
      'e.key',
      'e.base',
      'e.content',
      'e.reason',
      'e.from_release',
      'e.author',
      'e.state',
      'e.reader',
      'e.decided_at',
      'e.reader_reason',
      'e.release_id',
      'e.version',
      'a.display_name as author_name',
      'r.display_name as reader_name',
      'ao.name_id as author_body',
      'ro.name_id as reader_body',
    ])
}

/** False when somebody else decided first. */
export async function decideWaiting(
  ctx: Context,
  id: string,
  decision: {
    readonly state: 'confirmed' | 'refused'
    readonly reader: string
    readonly readerOrg: string
    readonly why: string | null
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.law_edits')
    .set((row) => ({
      state: decision.state,
      reader: decision.reader,
      reader_org: decision.readerOrg,
      decided_at: ctx.now,
      reader_reason: decision.why,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The author takes it back; false when it is in a release or closed. A confirmed one loses its reader's name with it. */
export async function withdrawOpen(ctx: Context, id: string, author: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.law_edits')
    .set((row) => ({
      state: 'withdrawn',
      reader: null,
      reader_org: null,
      decided_at: null,
      reader_reason: null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('author', '=', author)
    .where('state', 'in', ['waiting', 'confirmed'])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function markReleased(ctx: Context, ids: readonly string[], releaseId: string): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .updateTable('app.law_edits')
    .set((row) => ({ state: 'released', release_id: releaseId, version: row('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .where('state', '=', 'confirmed')
    .execute()
}
