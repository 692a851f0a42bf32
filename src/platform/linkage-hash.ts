import { createCipheriv, createHmac } from 'node:crypto'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { KeyedHash, Salting } from '#src/domain/linkage/private/encode.ts'

const BLOCK = 16

/** Codes of 16 bytes, one character a byte: they are map keys by the million. On the wire they go as base64. */
const CODE = 'latin1'

/**
 * The private comparison under the key of a pair of agencies, a purpose and a period. A code is HMAC-SHA-256 cut to 128
 * bits; the salt of one compared pair then permutes the codes with AES-256 under a key of its own (a block cipher over whole
 * blocks of pseudo-random codes), so that the codes of two pairs never meet.
 */
export function keyedCodes(key: Uint8Array): {
  readonly hash: KeyedHash
  readonly saltingFor: (salt: string) => Salting
} {
  // Node's own HMAC reads its key anew for every code, which takes longer than the code.
  const coder = hmac.create(sha256, createHmac('sha256', key).update('code').digest())
  const saltKey = createHmac('sha256', key).update('salt').digest()
  return {
    hash: (text) =>
      Buffer.from(coder.clone().update(utf8ToBytes(text)).digest().subarray(0, BLOCK)).toString(CODE),
    saltingFor: (salt) => {
      const pairKey = createHmac('sha256', saltKey).update(salt).digest()
      return (codes) => {
        const cipher = createCipheriv('aes-256-ecb', pairKey, null).setAutoPadding(false)
        const salted = cipher.update(Buffer.from(codes.join(''), CODE)).toString(CODE)
        return codes.map((_, at) => salted.slice(at * BLOCK, (at + 1) * BLOCK))
      }
    },
  }
}
