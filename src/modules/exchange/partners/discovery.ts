import { createHash } from 'node:crypto'
import { flattenedVerify, GeneralSign, importJWK, type GeneralJWS } from 'jose'
import { z } from 'zod'
import type { Context } from '#src/platform/db/context.ts'
import { RefusedError, UnavailableError } from '#src/platform/errors.ts'
import { installationId, thumbprint, type PublicJwk } from '#src/platform/exchange/own-keys.ts'
import { BodySchema } from '../messages/content.ts'
import { listOwnBodies, listOwnKeys } from './partner-queries.ts'

/** Where an installation says who it is (RFC 8615). */
export const DISCOVERY_PATH = '/.well-known/payung-exchange'
/** Where it takes messages. */
export const MESSAGES_PATH = '/pertukaran/pesan'

const JwkSchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.enum(['Ed25519', 'X25519']),
  x: z.string().regex(/^[\w-]{43}$/),
  kid: z.string().regex(/^[\w-]{43}$/),
  use: z.enum(['sig', 'enc']),
})

const DocumentSchema = z.object({
  version: z.literal(1),
  id: z.uuid(),
  address: z.string().max(300),
  messages: z.literal(MESSAGES_PATH),
  /** A key set of RFC 7517: the first of each use is the one in force. */
  keys: z.array(JwkSchema).min(2).max(12),
  bodies: z.array(BodySchema).max(500),
  at: z.iso.datetime(),
})
export type Discovery = z.output<typeof DocumentSchema>

const SignedSchema = z.object({
  signed: z.object({
    payload: z.string().max(120_000),
    signatures: z
      .array(z.object({ protected: z.string().max(500), signature: z.string().max(200) }))
      .min(1)
      .max(12),
  }),
})

const TYP = 'payung-discovery+jws'

/** What anybody may know of this installation, signed by every key of it that still counts: no word about a person. */
export async function describeInstallation(
  ctx: Context,
): Promise<Discovery & { readonly signed: GeneralJWS }> {
  const own = await listOwnKeys(ctx)
  if (own.length === 0) throw new UnavailableError('exchange.no-keys-yet')
  const document: Discovery = {
    version: 1,
    id: installationId(ctx.platform),
    address: ctx.platform.config.url,
    messages: MESSAGES_PATH,
    keys: own.flatMap((each) => [each.signing.jwk, each.opening.jwk]),
    bodies: [...(await listOwnBodies(ctx))],
    at: ctx.now.toISOString(),
  }
  const signing = new GeneralSign(new TextEncoder().encode(JSON.stringify(document)))
  for (const { signing: own_ } of own)
    signing.addSignature(own_.key).setProtectedHeader({ alg: 'EdDSA', typ: TYP, kid: own_.kid })
  return { ...document, signed: await signing.sign() }
}

export type Read = {
  readonly document: Discovery
  /** Keys of the document that signed it. */
  readonly signers: ReadonlySet<string>
}

/** Throws RefusedError `exchange.not-an-installation` for anything that is not such a description, signed by its own keys. */
export async function readDiscovery(text: string, vouching: readonly PublicJwk[] = []): Promise<Read> {
  const outer = SignedSchema.safeParse(jsonOf(text))
  if (!outer.success) throw new RefusedError('exchange.not-an-installation')
  const { payload, signatures } = outer.data.signed
  const document = DocumentSchema.safeParse(jsonOf(Buffer.from(payload, 'base64url').toString('utf8')))
  if (!document.success) throw new RefusedError('exchange.not-an-installation')
  const keys = [...document.data.keys, ...vouching]
  for (const key of document.data.keys)
    if (key.kid !== (await thumbprint(key)) || (key.crv === 'Ed25519') !== (key.use === 'sig'))
      throw new RefusedError('exchange.not-an-installation')
  const signers = new Set<string>()
  for (const each of signatures) {
    const kid = await signerOf({ ...each, payload }, keys)
    if (kid !== undefined) signers.add(kid)
  }
  const { signing } = inForce(document.data)
  if (!signing || !signers.has(signing.kid)) throw new RefusedError('exchange.not-an-installation')
  return { document: document.data, signers }
}

async function signerOf(
  part: { readonly protected: string; readonly signature: string; readonly payload: string },
  keys: readonly PublicJwk[],
): Promise<string | undefined> {
  const header = jsonOf(Buffer.from(part.protected, 'base64url').toString('utf8')) as
    { readonly kid?: unknown; readonly typ?: unknown } | undefined
  const jwk = keys.find((each) => each.kid === header?.kid && each.use === 'sig')
  if (!jwk || header?.typ !== TYP) return undefined
  return flattenedVerify({ ...part }, await importJWK({ ...jwk }, 'EdDSA'), { algorithms: ['EdDSA'] }).then(
    () => jwk.kid,
    () => undefined,
  )
}

export function inForce(document: Pick<Discovery, 'keys'>): {
  readonly signing: PublicJwk | undefined
  readonly sealing: PublicJwk | undefined
} {
  return {
    signing: document.keys.find((key) => key.use === 'sig'),
    sealing: document.keys.find((key) => key.use === 'enc'),
  }
}

/** Eight groups of five digits that two people read to each other on the telephone; they stand for the id and the signing key. */
export function fingerprintOf(id: string, signing: Pick<PublicJwk, 'kid'>): string {
  const hash = createHash('sha512').update(`payung-exchange:${id}:${signing.kid}`).digest()
  return Array.from({ length: 8 }, (_, group) =>
    String(hash.readUIntBE(group * 6, 6) % 100_000).padStart(5, '0'),
  ).join(' ')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
