import { setTimeout as sleep } from 'node:timers/promises'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { countHit, readHits } from '#src/platform/limits/limits-queries.ts'

/**
 * Guessing is slowed, the true holder is never locked out: one visitor who fails often at one account, or tries very often at
 * all, waits for the next quarter of an hour; many visitors at one account only make every answer there slower, by seconds.
 * An account that does not exist counts just the same.
 */
const WINDOW_SECONDS = 900
// a whole office may stand behind one address, and every sign-in counts twice
const MOST_TRIES_OF_VISITOR = 600
const MOST_FAILURES_AT_ACCOUNT = 10
const FAILURES_BEFORE_SLOW = 10
const LONGEST_WAIT_MS = 4_000

export type Attempt = { readonly visitor: Uint8Array; readonly account: string }
export type Throttle = { readonly retryAfterSeconds?: number; readonly waitMs: number }

function limitsOf(platform: Platform, attempt: Attempt) {
  const hash = (text: string): Uint8Array => keyedHash(platform.keys.visitors, text)
  const visitor = Buffer.from(attempt.visitor).toString('hex')
  return {
    visitor: { kind: 'sign-in.visitor', visitor: attempt.visitor, windowSeconds: WINDOW_SECONDS },
    pair: {
      kind: 'sign-in.pair',
      visitor: hash(`${visitor}\n${attempt.account}`),
      windowSeconds: WINDOW_SECONDS,
    },
    account: { kind: 'sign-in.account', visitor: hash(attempt.account), windowSeconds: WINDOW_SECONDS },
  }
}

/** Counts the try and says whether it may go on, and after which pause. */
export async function admitAttempt(ctx: Context, attempt: Attempt): Promise<Throttle> {
  const limits = limitsOf(ctx.platform, attempt)
  const tries = await countHit(ctx, limits.visitor)
  const failuresHere = await readHits(ctx, limits.pair)
  if (tries > MOST_TRIES_OF_VISITOR || failuresHere >= MOST_FAILURES_AT_ACCOUNT)
    return {
      waitMs: 0,
      retryAfterSeconds: WINDOW_SECONDS - (Math.floor(ctx.now.getTime() / 1000) % WINDOW_SECONDS),
    }
  const failures = await readHits(ctx, limits.account)
  const over = failures - FAILURES_BEFORE_SLOW
  return { waitMs: over <= 0 ? 0 : Math.min(LONGEST_WAIT_MS, 125 * 2 ** over) }
}

export async function countFailure(ctx: Context, attempt: Attempt): Promise<void> {
  const limits = limitsOf(ctx.platform, attempt)
  await countHit(ctx, limits.pair)
  await countHit(ctx, limits.account)
}

export function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : sleep(ms)
}
