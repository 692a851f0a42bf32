import type { Platform } from '#src/platform/platform.ts'
import { runAs } from '#src/platform/db/context.ts'
import { countHit } from '#src/platform/limits/limits-queries.ts'
import type { Arrival } from './receive-report.ts'

/** More new reports of one visitor within an hour are a crowd: a shelter may send as many, so none is refused. */
export const CROWD_FROM = 20

export async function countArrival(platform: Platform, visitor: Uint8Array): Promise<Arrival> {
  const hits = await runAs(platform, { kind: 'public' }, (ctx) =>
    countHit(ctx, { kind: 'report', visitor, windowSeconds: 3600 }),
  )
  return hits > CROWD_FROM ? 'crowd' : 'normal'
}
