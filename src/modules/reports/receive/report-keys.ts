import { randomBytes } from 'node:crypto'
import { canonicalCode, makeTrackingCode, type TrackingCode } from '#src/domain/reports/tracking-code.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { Actor } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'

/**
 * The key of one report, made with its first page and sent with every answer: the same key gives one report and the
 * same code. Whoever knows it knows the code, so it is treated like one.
 */
declare const idempotency: unique symbol
export type IdempotencyKey = string & { readonly [idempotency]: true }

const SHAPE = /^[A-Za-z0-9_-]{22,64}$/

export function newIdempotencyKey(): IdempotencyKey {
  return randomBytes(24).toString('base64url') as IdempotencyKey
}

/** Throws InvalidInputError when it is too short to be unguessable. */
export function readIdempotencyKey(text: string): IdempotencyKey {
  if (!SHAPE.test(text)) throw new InvalidInputError([{ path: 'key', code: 'key.malformed' }])
  return text as IdempotencyKey
}

export function isIdempotencyKey(text: string): text is IdempotencyKey {
  return SHAPE.test(text)
}

type Keyed = Pick<Platform, 'keys'>

/** Code and PIN come from the key and a secret outside the database: a replay gives them again, nothing readable is stored. */
export function codeOfKey(platform: Keyed, key: IdempotencyKey): TrackingCode {
  return makeTrackingCode(keyedHash(platform.keys.requests, `code ${key}`))
}

/** The trusted person's code, made once for each page that offers it: a reload shows the same one. */
export function secondCodeOf(platform: Keyed, firstHash: Uint8Array, nonce: string): TrackingCode {
  return makeTrackingCode(
    keyedHash(platform.keys.requests, `second ${Buffer.from(firstHash).toString('hex')} ${nonce}`),
  )
}

export function hashOfCode(platform: Keyed, code: TrackingCode): Uint8Array {
  return keyedHash(platform.keys.codes, canonicalCode(code))
}

export function hashOfKey(platform: Keyed, key: IdempotencyKey): Uint8Array {
  return keyedHash(platform.keys.requests, `request ${key}`)
}

/** A visitor who sends a report in: he can prove the key, and with it the code that comes of it. */
export function reporterActor(platform: Keyed, key: IdempotencyKey): Actor {
  return {
    kind: 'public',
    requestHash: hashOfKey(platform, key),
    codeHash: hashOfCode(platform, codeOfKey(platform, key)),
  }
}
