import { sha256 } from '@noble/hashes/sha2.js'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findSession, findSignedInStaff, listLiveRoles, touchSession } from './session-queries.ts'

/** A session nobody used for this long is over: the desk may be shared. */
const IDLE_MS = 30 * 60 * 1000
const TOUCH_EVERY_MS = 60 * 1000

export type CurrentSession = {
  readonly actor: StaffActor
  readonly name: string
  readonly language: 'id' | 'en'
  readonly org: {
    readonly id: string
    readonly name: string
    readonly shortName: string
    readonly kind: string
    readonly timeZone: string
    readonly country: string | null
    readonly demo: boolean
  }
  readonly sessionHash: Uint8Array
}

export function sessionHash(token: string): Uint8Array {
  return sha256(new Uint8Array(Buffer.from(token, 'base64url')))
}

/** Who holds this session token, if it is whole (both factors), alive, and the account is open. */
export async function currentSession(
  platform: Platform,
  token: string,
  lang: 'id' | 'en',
): Promise<CurrentSession | undefined> {
  const hash = sessionHash(token)
  return runAs(platform, { kind: 'gate', sessionHash: hash }, async (ctx) => {
    const session = await findSession(ctx, hash)
    if (!session || session.ended_at || session.factor === 'password') return undefined
    const idle = ctx.now.getTime() - session.last_seen_at.getTime()
    if (session.expires_at <= ctx.now || idle > IDLE_MS) return undefined
    return readHolder(platform, session.staff_id, hash, idle > TOUCH_EVERY_MS ? 'touch' : 'leave', lang)
  })
}

/** Whose session this token once was, whether or not it is over; undefined where it never was whole or is forgotten. */
export async function holderOfPastSession(platform: Platform, token: string): Promise<string | undefined> {
  const hash = sessionHash(token)
  const session = await runAs(platform, { kind: 'gate', sessionHash: hash }, (ctx) => findSession(ctx, hash))
  return session && session.factor !== 'password' ? session.staff_id : undefined
}

async function readHolder(
  platform: Platform,
  staffId: string,
  hash: Uint8Array,
  seen: 'touch' | 'leave',
  lang: 'id' | 'en',
): Promise<CurrentSession | undefined> {
  return runAs(platform, { kind: 'gate', staffId, sessionHash: hash }, async (ctx) => {
    const staff = await findSignedInStaff(ctx, staffId)
    if (!staff || staff.state !== 'active') return undefined
    if (seen === 'touch') await touchSession(ctx, hash)
    const roles = await listLiveRoles(ctx, staffId)
    return {
      actor: { kind: 'staff', staffId, orgId: staff.org_id, roles },
      name: staff.display_name,
      language: staff.language === 'en' ? 'en' : 'id',
      org: {
        id: staff.org_id,
        name: lang === 'en' ? staff.name_en : staff.name_id,
        shortName: staff.short_name,
        kind: staff.kind,
        timeZone: staff.time_zone,
        country: staff.country,
        demo: staff.demo,
      },
      sessionHash: hash,
    }
  })
}
