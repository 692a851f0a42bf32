import { setTimeout as pause } from 'node:timers/promises'
import { runAs } from '../db/context.ts'
import { TooManyError } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { countHit, readHits, type Limit } from './limits-queries.ts'

/**
 * A door that can be knocked at but not guessed through: every answer takes the same time whatever the reason, one knock
 * of a visitor at a time, and each miss makes the next answer later. Nobody is locked out: a flood alone is turned away.
 */
export type DoorTiming = {
  /** Every answer takes at least this long, in milliseconds. */
  readonly floorMs: number
  /** Misses without any delay; people mistype. */
  readonly freeMisses: number
  /** The first delay; it doubles with each further miss up to the longest. */
  readonly stepMs: number
  readonly longestMs: number
  /** Misses are counted within this window. */
  readonly windowSeconds: number
  /** More knocks of one visitor waiting at once than this are a flood. */
  readonly mostWaiting: number
}

export const DOOR: DoorTiming = {
  floorMs: 300,
  freeMisses: 5,
  stepMs: 500,
  longestMs: 8_000,
  windowSeconds: 900,
  mostWaiting: 20,
}

export type Knock<T> = {
  readonly platform: Platform
  readonly kind: string
  readonly visitor: Uint8Array
  /** Undefined is a miss. */
  readonly look: () => Promise<T | undefined>
  readonly timing?: DoorTiming
}

type Waiting = { readonly tail: Promise<unknown>; readonly count: number }
const queues = new Map<string, Waiting>()

/** Throws TooManyError only for a flood; a miss is undefined. */
export async function knock<T>({
  platform,
  kind,
  visitor,
  look,
  timing = DOOR,
}: Knock<T>): Promise<T | undefined> {
  const name = `${kind} ${Buffer.from(visitor).toString('hex')}`
  const before = queues.get(name)
  if (before && before.count >= timing.mostWaiting)
    throw new TooManyError('track.too-many-tries', Math.ceil(timing.longestMs / 1000))
  const limit: Limit = { kind, visitor, windowSeconds: timing.windowSeconds }
  const mine = Promise.resolve(before?.tail).then(() => answerSlowly(platform, limit, look, timing))
  const settled = mine.catch(() => undefined)
  queues.set(name, { tail: settled, count: (before?.count ?? 0) + 1 })
  try {
    return await mine
  } finally {
    const now = queues.get(name)
    if (now && now.count > 1) queues.set(name, { ...now, count: now.count - 1 })
    else queues.delete(name)
  }
}

async function answerSlowly<T>(
  platform: Platform,
  limit: Limit,
  look: () => Promise<T | undefined>,
  timing: DoorTiming,
): Promise<T | undefined> {
  const misses = await runAs(platform, { kind: 'public' }, (ctx) => readHits(ctx, limit))
  const over = misses - timing.freeMisses
  if (over >= 0) await pause(Math.min(timing.longestMs, timing.stepMs * 2 ** Math.min(over, 20)))
  const looked = performance.now()
  try {
    const found = await look()
    if (found === undefined) await runAs(platform, { kind: 'public' }, (ctx) => countHit(ctx, limit))
    return found
  } finally {
    // Whatever was looked up, and whether it failed: the answer leaves at the same moment.
    const left = timing.floorMs - (performance.now() - looked)
    if (left > 0) await pause(left)
  }
}
