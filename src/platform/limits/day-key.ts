import type { Platform } from '../platform.ts'
import { runAs } from '../db/context.ts'
import { takeDayKey } from './limits-queries.ts'

const kept = new WeakMap<Platform, { readonly day: string; readonly key: Uint8Array }>()

/** The random key of this day (UTC), the same in every process of the installation. */
export async function dayKey(platform: Platform): Promise<Uint8Array> {
  const day = platform.clock().toISOString().slice(0, 10)
  const have = kept.get(platform)
  if (have?.day === day) return have.key
  const key = await runAs(platform, { kind: 'public' }, (ctx) => takeDayKey(ctx, day))
  kept.set(platform, { day, key })
  return key
}
