import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../db/context.ts'
import { runAs } from '../db/context.ts'
import type { Ticker } from '../jobs/jobs.ts'

export async function takeDayKey(ctx: Context, day: string): Promise<Uint8Array> {
  await ctx.tx
    .insertInto('app.visitor_keys')
    .values({ day, key: randomBytes(32) })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  const row = await ctx.tx
    .selectFrom('app.visitor_keys')
    .select('key')
    .where(sql<boolean>`day = ${day}::date`)
    .executeTakeFirstOrThrow()
  return row.key
}

export type Limit = {
  readonly kind: string
  readonly visitor: Uint8Array
  readonly windowSeconds: number
}

const windowStart = (ctx: Context, seconds: number): Date =>
  new Date(Math.floor(ctx.now.getTime() / (seconds * 1000)) * seconds * 1000)

/** Counts one more and tells the count in this window. */
export async function countHit(ctx: Context, limit: Limit): Promise<number> {
  const row = await ctx.tx
    .insertInto('app.rate_hits')
    .values({
      kind: limit.kind,
      visitor: Buffer.from(limit.visitor),
      window_start: windowStart(ctx, limit.windowSeconds),
      hits: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'visitor', 'window_start']).doUpdateSet({ hits: sql`rate_hits.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  return row.hits
}

export async function readHits(ctx: Context, limit: Limit): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.rate_hits')
    .select('hits')
    .where('kind', '=', limit.kind)
    .where('visitor', '=', Buffer.from(limit.visitor))
    .where('window_start', '=', windowStart(ctx, limit.windowSeconds))
    .executeTakeFirst()
  return row?.hits ?? 0
}

/** Counts and the keys of past days go; after a day nothing says who visited. */
export const forgetVisitors: Ticker = {
  name: 'limits.forget',
  everyMs: 600_000,
  tick: (platform) =>
    runAs(platform, { kind: 'job', name: 'limits.forget' }, async (ctx) => {
      const yesterday = new Date(ctx.now.getTime() - 24 * 3600 * 1000)
      await ctx.tx.deleteFrom('app.rate_hits').where('window_start', '<', yesterday).execute()
      await ctx.tx
        .deleteFrom('app.visitor_keys')
        .where(sql<boolean>`day < ${ctx.now.toISOString().slice(0, 10)}::date`)
        .execute()
    }),
}
