import type { Context as HonoContext } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Platform } from '#src/platform/platform.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import { dayKey } from '#src/platform/limits/day-key.ts'

/**
 * A value for counting, not for knowing: the address under a random key of the day that is never written down. IPv6 counts
 * by its /64. The address itself goes nowhere.
 */
export async function visitorValue(c: HonoContext, platform: Platform): Promise<Uint8Array> {
  return keyedHash(await dayKey(platform), network(addressOf(c, platform)))
}

function addressOf(c: HonoContext, platform: Platform): string {
  if (platform.config.trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded) return forwarded
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // called without a socket (tests)
  }
}

function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}
