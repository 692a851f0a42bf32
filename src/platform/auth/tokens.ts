import { randomBytes } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'

/** 32 random bytes as text for a cookie, a link or a program; only the hash is ever stored. */
export function newToken(): { readonly token: string; readonly hash: Uint8Array } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

export function tokenHash(token: string): Uint8Array {
  return sha256(new Uint8Array(Buffer.from(token, 'base64url')))
}
