import { runAs } from '../db/context.ts'
import type { Platform } from '../platform.ts'

const BATCH = 500

/** How many data keys an older master key still wraps. */
export async function countOldDataKeys(platform: Platform): Promise<number> {
  return runAs(platform, { kind: 'keeper' }, async (ctx) => {
    const row = await ctx.tx
      .selectFrom('app.data_keys')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('master_version', '<>', platform.secrets.master.current)
      .where('wrapped', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(row.n)
  })
}

/**
 * Wraps every data key that an older master key wraps under the current one, in small transactions; may be stopped and
 * started again. Returns how many were wrapped anew. Afterwards the old master key may leave the key file.
 */
export async function rewrapDataKeys(
  platform: Platform,
  onProgress: (done: number, of: number) => void,
): Promise<number> {
  const current = platform.secrets.master.current
  const of = await countOldDataKeys(platform)
  let done = 0
  for (;;) {
    const count = await runAs(platform, { kind: 'keeper' }, async (ctx) => {
      const rows = await ctx.tx
        .selectFrom('app.data_keys')
        .select(['id', 'wrapped', 'master_version'])
        .where('master_version', '<>', current)
        .where('wrapped', 'is not', null)
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const row of rows) {
        const next = platform.vault.rewrap({
          id: row.id,
          wrapped: row.wrapped!,
          masterVersion: row.master_version,
        })
        await ctx.tx
          .updateTable('app.data_keys')
          .set({ wrapped: next.wrapped, master_version: next.masterVersion })
          .where('id', '=', row.id)
          .execute()
      }
      return rows.length
    })
    if (count === 0) return done
    done += count
    onProgress(done, of)
  }
}
