import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { deriveKey, type Secrets } from '#src/platform/crypto/secrets.ts'

/** The public half of a key as it stands in a key set (RFC 7517, RFC 8037). */
export type PublicJwk = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519' | 'X25519'
  readonly x: string
  readonly kid: string
  readonly use: 'sig' | 'enc'
}

export type OwnKey = { readonly kid: string; readonly key: KeyObject; readonly jwk: PublicJwk }

/** One generation of this installation's keys: one signs, the other opens what is meant for us. */
export type OwnKeys = { readonly generation: number; readonly signing: OwnKey; readonly opening: OwnKey }

/** RFC 8410: what stands before the 32 bytes of a private key in PKCS #8. */
const PKCS8 = {
  Ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  X25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
} as const

type Keyed = { readonly secrets: Secrets }

/** The keys come from the installation's secret each time; nothing of them is stored. */
export async function ownKeys({ secrets }: Keyed, generation: number): Promise<OwnKeys> {
  return {
    generation,
    signing: await keyOf(secrets, 'Ed25519', `exchange:sign:${generation}`),
    opening: await keyOf(secrets, 'X25519', `exchange:open:${generation}`),
  }
}

async function keyOf(secrets: Secrets, crv: 'Ed25519' | 'X25519', purpose: string): Promise<OwnKey> {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8[crv], deriveKey(secrets, purpose)]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  const kid = await thumbprint({ crv, x })
  return { kid, key, jwk: { kty: 'OKP', crv, x, kid, use: crv === 'Ed25519' ? 'sig' : 'enc' } }
}

/** RFC 7638: the key's name is its own hash, so that no other key can carry it. */
export function thumbprint({ crv, x }: Pick<PublicJwk, 'crv' | 'x'>): Promise<string> {
  return calculateJwkThumbprint({ kty: 'OKP', crv, x })
}

/** How this installation calls itself in what it signs: a number that comes from its secret. */
export function installationId({ secrets }: Keyed): string {
  const bytes = Buffer.from(deriveKey(secrets, 'exchange:id').subarray(0, 16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
