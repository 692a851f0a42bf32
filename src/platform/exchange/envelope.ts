/**
 * A message between two installations: signed by the sender (JWS, Ed25519), then encrypted for the receiver (JWE, X25519).
 * One algorithm each: what names another one, or none, is refused before anything is computed.
 */
import {
  compactDecrypt,
  compactVerify,
  CompactEncrypt,
  CompactSign,
  decodeProtectedHeader,
  importJWK,
} from 'jose'
import { z } from 'zod'
import { RefusedError } from '#src/platform/errors.ts'
import type { OwnKey, PublicJwk } from './own-keys.ts'

const SIGNED = { alg: 'EdDSA', typ: 'payung-exchange+jws' } as const
const SEALED = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'payung-exchange+jwe' } as const
const RECEIPT = { alg: 'EdDSA', typ: 'payung-receipt+jws' } as const

/** Bytes of a sealed message; the door and the import page refuse more unread. */
export const LARGEST_MESSAGE = 512 * 1024
/** A clock may run ahead of ours by this much. */
const SKEW_SECONDS = 300
/** Older messages are not taken: by then the sender has long given up, and old numbers may be forgotten. */
const OLDEST_SECONDS = 30 * 24 * 3600

const ClaimsSchema = z.strictObject({
  version: z.literal(1),
  iss: z.uuid(),
  aud: z.uuid(),
  iat: z.int().positive(),
  jti: z.uuid(),
  type: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  /** The hand-over that the message belongs to, and its place in it; acknowledgements have none. */
  thread: z.uuid().optional(),
  step: z.int().positive().max(100_000).optional(),
  body: z.unknown(),
})
export type Claims = z.output<typeof ClaimsSchema>

const bytes = new TextEncoder()
const words = new TextDecoder()

export async function sealMessage(claims: Claims, signing: OwnKey, receiver: PublicJwk): Promise<string> {
  const signed = await new CompactSign(bytes.encode(JSON.stringify(claims)))
    .setProtectedHeader({ ...SIGNED, kid: signing.kid })
    .sign(signing.key)
  return new CompactEncrypt(bytes.encode(signed))
    .setProtectedHeader({ ...SEALED, kid: receiver.kid, cty: SIGNED.typ })
    .encrypt(await importJWK({ ...receiver }, SEALED.alg))
}

export type Door = {
  readonly now: Date
  readonly audience: string
  readonly opening: readonly OwnKey[]
  /** The sender's key by its name, and which installation it belongs to; undefined for one that nobody vouched for. */
  readonly findKey: (kid: string) => Promise<{ readonly jwk: PublicJwk; readonly issuer: string } | undefined>
}

/** Throws RefusedError `exchange.<why>`; the answer to the sender never says which. */
export async function openMessage(sealed: string, door: Door): Promise<Claims> {
  if (sealed.length > LARGEST_MESSAGE) throw new RefusedError('exchange.too-large')
  const signed = await openSeal(sealed, door.opening)
  const claims = await openSignature(signed, door)
  if (claims.aud !== door.audience) throw new RefusedError('exchange.not-for-us')
  const age = Math.floor(door.now.getTime() / 1000) - claims.iat
  if (age < -SKEW_SECONDS) throw new RefusedError('exchange.from-the-future')
  if (age > OLDEST_SECONDS) throw new RefusedError('exchange.too-old')
  return claims
}

async function openSeal(sealed: string, opening: readonly OwnKey[]): Promise<string> {
  const header = headerOf(sealed)
  if (header.typ !== SEALED.typ || 'zip' in header || 'crit' in header)
    throw new RefusedError('exchange.not-sealed')
  const own = opening.find((each) => each.kid === header.kid)
  if (!own) throw new RefusedError('exchange.not-for-us')
  try {
    const { plaintext } = await compactDecrypt(sealed, own.key, {
      keyManagementAlgorithms: [SEALED.alg],
      contentEncryptionAlgorithms: [SEALED.enc],
    })
    return words.decode(plaintext)
  } catch {
    throw new RefusedError('exchange.not-sealed')
  }
}

async function openSignature(signed: string, door: Door): Promise<Claims> {
  const header = headerOf(signed)
  if (header.alg !== SIGNED.alg || header.typ !== SIGNED.typ || typeof header.kid !== 'string')
    throw new RefusedError('exchange.not-signed')
  const known = await door.findKey(header.kid)
  if (!known) throw new RefusedError('exchange.unknown-key', [issuerHint(signed)])
  const payload = await verify(signed, known.jwk)
  const claims = ClaimsSchema.safeParse(parse(payload))
  if (!claims.success) throw new RefusedError('exchange.bad-shape')
  if (claims.data.iss !== known.issuer) throw new RefusedError('exchange.wrong-issuer')
  if ((claims.data.thread === undefined) !== (claims.data.step === undefined))
    throw new RefusedError('exchange.bad-shape')
  return claims.data
}

/** Who says to have sent it; nothing but a reason to look whether that one has new keys. */
function issuerHint(signed: string): string {
  try {
    const claims = parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url')) as { readonly iss?: unknown }
    return z.uuid().safeParse(claims.iss).data ?? ''
  } catch {
    return ''
  }
}

export type ReceiptClaims = {
  readonly iss: string
  readonly aud: string
  readonly jti: string
  readonly digest: string
  readonly at: number
}
const ReceiptSchema = z.strictObject({
  iss: z.uuid(),
  aud: z.uuid(),
  jti: z.uuid(),
  digest: z.string().max(100),
  at: z.int().positive(),
})

/** The receiver's word that it has a message: the same message gets the same word, however often it comes. */
export function signReceipt(claims: ReceiptClaims, signing: OwnKey): Promise<string> {
  return new CompactSign(bytes.encode(JSON.stringify(claims)))
    .setProtectedHeader({ ...RECEIPT, kid: signing.kid })
    .sign(signing.key)
}

/** Undefined for anything that is not that receiver's word. */
export async function readReceipt(
  receipt: string,
  keys: readonly PublicJwk[],
): Promise<ReceiptClaims | undefined> {
  try {
    const header = headerOf(receipt)
    const jwk = keys.find((each) => each.kid === header.kid && each.use === 'sig')
    if (!jwk || header.typ !== RECEIPT.typ) return undefined
    return ReceiptSchema.safeParse(parse(await verify(receipt, jwk))).data
  } catch {
    return undefined
  }
}

async function verify(signed: string, jwk: PublicJwk): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(signed, await importJWK({ ...jwk }, SIGNED.alg), {
      algorithms: [SIGNED.alg],
    })
    return payload
  } catch {
    throw new RefusedError('exchange.bad-signature')
  }
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(words.decode(payload)) as unknown
  } catch {
    throw new RefusedError('exchange.bad-shape')
  }
}

function headerOf(token: string) {
  try {
    return decodeProtectedHeader(token)
  } catch {
    throw new RefusedError('exchange.not-sealed')
  }
}
