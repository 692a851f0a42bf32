import type { Context } from './context.ts'
import type { DataKey } from '../crypto/vault.ts'
import { NotFoundError } from '../errors.ts'

/** What a data key belongs to; destroying a subject's key erases everything that it sealed. */
export type KeySubject =
  | 'person'
  | 'case'
  | 'report'
  | 'referral'
  | 'staff'
  | 'incident'
  | 'request'
  | 'breach'
  | 'finding'
  | 'gap'
  | 'conference'
  | 'encounter'
  | 'desk-referral'
  | 'hit'
  | 'import'
  | 'network'

/** Makes the data key of a new subject and stores it wrapped. */
export async function createKey(ctx: Context, subject: KeySubject, subjectId: string): Promise<DataKey> {
  const { key, row } = ctx.platform.vault.create(ctx.newId())
  await ctx.tx
    .insertInto('app.data_keys')
    .values({
      id: row.id,
      created_at: ctx.now,
      subject_kind: subject,
      subject_id: subjectId,
      wrapped: row.wrapped,
      master_version: row.masterVersion,
    })
    .execute()
  return key
}

/** Keys by id; a destroyed key is simply not in the map (what it sealed is erased). */
export async function loadKeys(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('app.data_keys')
    .select(['id', 'wrapped', 'master_version'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(
    rows.flatMap((row) =>
      row.wrapped === null
        ? []
        : [
            [
              row.id,
              ctx.platform.vault.open({
                id: row.id,
                wrapped: row.wrapped,
                masterVersion: row.master_version,
              }),
            ] as const,
          ],
    ),
  )
}

export async function loadKey(ctx: Context, id: string): Promise<DataKey> {
  const key = (await loadKeys(ctx, [id])).get(id)
  if (!key) throw new NotFoundError('key.destroyed')
  return key
}
