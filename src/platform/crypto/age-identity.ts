import { bech32 } from '@scure/base'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { MasterKeys } from './secrets.ts'

/**
 * The age identity of a master key: back-ups are encrypted to it, so that nothing but the master key opens them, and any
 * age program can (`age --decrypt`). Source: age-encryption.org/v1, X25519 identities.
 */
export function ageIdentity(masterKey: Uint8Array): string {
  const raw = hkdf(sha256, masterKey, undefined, new TextEncoder().encode('payung:backup'), 32)
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', raw).toUpperCase()
}

export function currentAgeIdentity(master: MasterKeys): string {
  return ageIdentity(master.keys.get(master.current)!)
}
