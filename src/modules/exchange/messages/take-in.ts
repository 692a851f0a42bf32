/**
 * The door for partners. Whoever knocks gets one of two answers: a signed receipt, or the same refusal whatever was wrong.
 * What is genuine is stored as it came and worked on behind the door.
 */
import { createHash } from 'node:crypto'
import { countHit, readHits } from '#src/platform/limits/limits-queries.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { RefusedError, TooManyError } from '#src/platform/errors.ts'
import { openMessage, signReceipt, type Claims } from '#src/platform/exchange/envelope.ts'
import { installationId, type OwnKey } from '#src/platform/exchange/own-keys.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findPartnerRef, findSigningKey, listOwnKeys, type KnownKey } from '../partners/partner-queries.ts'
import { isMessageKind } from './content.ts'
import { findReceived, insertReceived, insertRefusal } from './message-queries.ts'

const PUBLIC = { kind: 'public' } as const satisfies Actor
const WINDOW_SECONDS = 600
/** Refusals of one visitor; a partner whose keys are in order never meets this. */
const REFUSED_IN_WINDOW = 30
/** Messages of one partner. */
const TAKEN_IN_WINDOW = 2000

const WHILE_SUSPENDED: readonly string[] = ['consent.withdrawn', 'consent.stopped', 'exchange.acknowledged']

export type Knock = { readonly visitor: Uint8Array; readonly sealed: string }

/** The receipt, or undefined for whatever was refused. Throws TooManyError. */
export async function takeIn(platform: Platform, { visitor, sealed }: Knock): Promise<string | undefined> {
  try {
    const genuine = await runAs(platform, PUBLIC, (ctx) => checkGenuine(ctx, sealed))
    // The door sees a stored message only with its number in hand.
    const holder: Actor = {
      ...PUBLIC,
      requestHash: Buffer.from(genuine.claims.jti.replaceAll('-', ''), 'hex'),
    }
    return await runAs(platform, holder, (ctx) => keepGenuine(ctx, genuine))
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    await refuse(platform, visitor, error)
    return undefined
  }
}

async function checkGenuine(ctx: Context, sealed: string): Promise<Genuine> {
  const own = await listOwnKeys(ctx)
  let known: KnownKey | undefined
  const claims = await openMessage(sealed, {
    now: ctx.now,
    audience: installationId(ctx.platform),
    opening: own.map((each) => each.opening),
    findKey: async (kid) => {
      known = await findSigningKey(ctx, kid)
      return known && { jwk: known.jwk, issuer: known.remoteId }
    },
  })
  const partnerId = known!.partnerId
  if (!isMessageKind(claims.type)) throw new RefusedError('exchange.unknown-kind', [partnerId])
  if (known!.state === 'suspended' && !WHILE_SUSPENDED.includes(claims.type))
    throw new RefusedError('exchange.suspended', [partnerId])
  return {
    claims,
    partnerId,
    sealed,
    digest: createHash('sha256').update(sealed).digest(),
    signing: own[0]!.signing,
  }
}

async function keepGenuine(ctx: Context, genuine: Genuine): Promise<string> {
  const { claims, digest, signing } = genuine
  const at = await keepOnce(ctx, genuine)
  return signReceipt(
    {
      iss: installationId(ctx.platform),
      aud: claims.iss,
      jti: claims.jti,
      digest: digest.toString('base64url'),
      at: Math.floor(at.getTime() / 1000),
    },
    signing,
  )
}

type Genuine = {
  readonly claims: Claims
  readonly partnerId: string
  readonly digest: Buffer
  readonly sealed: string
  readonly signing: OwnKey
}

/** When it was taken in: the first time it came. Something else under a number that was used is refused. */
async function keepOnce(ctx: Context, { claims, partnerId, digest, sealed }: Genuine): Promise<Date> {
  const before = await findReceived(ctx, claims.jti)
  if (before) return sameAgain(before, partnerId, digest)
  const hits = await countHit(ctx, {
    kind: 'exchange-taken',
    visitor: Buffer.from(partnerId),
    windowSeconds: WINDOW_SECONDS,
  })
  if (hits > TAKEN_IN_WINDOW) throw new TooManyError('exchange.too-many', WINDOW_SECONDS)
  const stored = await insertReceived(ctx, {
    id: claims.jti,
    partner_id: partnerId,
    thread_ref: claims.thread ?? null,
    step: claims.step ?? null,
    kind: claims.type,
    digest,
    sealed: Buffer.from(sealed),
  })
  if (!stored) {
    const meanwhile = await findReceived(ctx, claims.jti)
    if (meanwhile) return sameAgain(meanwhile, partnerId, digest)
    throw new RefusedError('exchange.step-taken', [partnerId])
  }
  await enqueue(ctx, 'exchange.take-in', { messageId: claims.jti })
  return ctx.now
}

function sameAgain(
  before: { readonly created_at: Date; readonly partner_id: string; readonly digest: Buffer },
  partnerId: string,
  digest: Buffer,
): Date {
  if (before.partner_id !== partnerId || !before.digest.equals(digest))
    throw new RefusedError('exchange.number-used', [partnerId])
  return before.created_at
}

/** The trace of a refusal: when and why, never what; and an end to trying. */
async function refuse(platform: Platform, visitor: Uint8Array, error: RefusedError): Promise<void> {
  const why = error.code.replace('exchange.', '')
  await runAs(platform, PUBLIC, async (ctx) => {
    const hits = await countHit(ctx, { kind: 'exchange-refused', visitor, windowSeconds: WINDOW_SECONDS })
    if (hits > REFUSED_IN_WINDOW) return
    const hint = error.missing[0]
    const partnerId = why === 'unknown-key' ? await findPartnerRef(ctx, hint) : (hint ?? null)
    await insertRefusal(ctx, partnerId, why)
    await writeAudit(ctx, {
      verb: 'exchange.refused',
      subjectKind: 'partner',
      subjectId: partnerId,
      details: { why },
    })
  })
}

/** Before anything is read: whoever was refused too often waits. */
export async function checkKnock(platform: Platform, visitor: Uint8Array): Promise<void> {
  const hits = await runAs(platform, PUBLIC, (ctx) => readRefused(ctx, visitor))
  if (hits > REFUSED_IN_WINDOW) throw new TooManyError('exchange.too-many', WINDOW_SECONDS)
}

function readRefused(ctx: Context, visitor: Uint8Array): Promise<number> {
  return readHits(ctx, { kind: 'exchange-refused', visitor, windowSeconds: WINDOW_SECONDS })
}
