import { createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { Platform } from '#src/platform/platform.ts'

/**
 * A receipt without content, made only if wanted: when, which body, and a salted hash that ties it to one report without
 * telling which. Signed with Ed25519; anybody can have it checked, nothing about it is stored.
 */
export type Receipt = { readonly number: string; readonly signature: string }
export type ReceiptFacts = { readonly at: Date; readonly bodyId: string }

const VERSION = 1
const LENGTH = { body: 16, salt: 8, hash: 16 } as const
const WHOLE = 1 + 6 + LENGTH.body + LENGTH.salt + LENGTH.hash
/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

type Keyed = Pick<Platform, 'keys'>

export function makeReceipt(platform: Keyed, facts: ReceiptFacts & { readonly reportId: string }): Receipt {
  const salt = randomBytes(LENGTH.salt)
  const time = Buffer.alloc(6)
  time.writeUIntBE(Math.floor(facts.at.getTime() / 1000), 0, 6)
  const hash = Buffer.from(keyedHash(salt, facts.reportId)).subarray(0, LENGTH.hash)
  const number = Buffer.concat([Buffer.from([VERSION]), time, uuidBytes(facts.bodyId), salt, hash])
  return {
    number: number.toString('base64url'),
    signature: sign(null, number, privateKey(platform)).toString('base64url'),
  }
}

/** What a genuine receipt says; undefined for anything else. Spaces and line breaks do not matter. */
export function readReceipt(platform: Keyed, receipt: Receipt): ReceiptFacts | undefined {
  const number = Buffer.from(receipt.number.replaceAll(/\s/g, ''), 'base64url')
  const signature = Buffer.from(receipt.signature.replaceAll(/\s/g, ''), 'base64url')
  if (number.length !== WHOLE || number[0] !== VERSION || signature.length !== 64) return undefined
  if (!verify(null, number, createPublicKey(privateKey(platform)), signature)) return undefined
  return {
    at: new Date(number.readUIntBE(1, 6) * 1000),
    bodyId: uuidText(number.subarray(7, 7 + LENGTH.body)),
  }
}

function privateKey(platform: Keyed): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8, platform.keys.receipts]),
    format: 'der',
    type: 'pkcs8',
  })
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
