/** Behind the door: each message once, in the order of its hand-over; what came too early waits for what is missing. */
import { z } from 'zod'
import {
  applyToldState,
  findOrg,
  findReferral,
  noteRemoteStop,
  receiveRemoteOffer,
  stopRemoteUse,
} from '#src/modules/referrals/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { openMessage, type Claims } from '#src/platform/exchange/envelope.ts'
import { installationId } from '#src/platform/exchange/own-keys.ts'
import type { Platform } from '#src/platform/platform.ts'
import {
  findOwnBody,
  findPartner,
  findSigningKey,
  keepRemoteBody,
  listOwnKeys,
  type PartnerRow,
} from '../partners/partner-queries.ts'
import {
  AcknowledgementSchema,
  FactSchema,
  NothingSchema,
  OfferSchema,
  StateSchema,
  WidenSchema,
  type MessageKind,
  type Outcome,
} from './content.ts'
import { findCaseOfEarlier } from './fact-queries.ts'
import { takeFact } from './facts.ts'
import { takeAnswer } from './take-answer.ts'
import {
  findStep,
  insertThread,
  lockReceived,
  lockThreadOf,
  updateReceived,
  updateThread,
  type ReceivedRow,
  type ThreadRow,
} from './message-queries.ts'
import { sealAcknowledgement } from './tell-partner.ts'
import { widenReceived } from './widen.ts'

const JOB: Actor = { kind: 'job', name: 'exchange.take-in' }

/** Works on one message and on those that waited for it. Safe to run twice. */
export async function workIn(platform: Platform, messageId: string): Promise<void> {
  let next: string | undefined = messageId
  while (next !== undefined) {
    const id: string = next
    next = await runAs(platform, JOB, (ctx) => workOne(ctx, id))
  }
}

/** The message that this one held up, if there is one. */
async function workOne(ctx: Context, id: string): Promise<string | undefined> {
  const row = await lockReceived(ctx, id)
  if (!row || !['waiting', 'held'].includes(row.state)) return undefined
  const partner = await findPartner(ctx, row.partner_id)
  if (!partner || !row.sealed) return undefined
  const claims = await openAgain(ctx, row).catch(notGenuine)
  if (!claims) return setAside(ctx, row)
  if (row.thread_ref === null || row.step === null) {
    await finish(ctx, { row, partner }, await takeAnswerOf(ctx, partner, claims))
    return undefined
  }
  const thread = await lockThreadOf(ctx, row.partner_id, row.thread_ref)
  const done = thread?.steps_in ?? 0
  if (row.step > done + 1) {
    if (row.state === 'waiting') await updateReceived(ctx, id, { state: 'held' })
    return undefined
  }
  const { outcome, orgId, threadId } = await apply(ctx, { row, partner, thread, claims })
  if (threadId) await updateThread(ctx, threadId, { steps_in: row.step })
  await finish(ctx, { row, partner, orgId }, outcome)
  return (await findStep(ctx, row.partner_id, row.thread_ref, row.step + 1))?.id
}

/** Signature and seal are looked at again: the row may have been put there by hand. */
async function openAgain(ctx: Context, row: ReceivedRow): Promise<Claims> {
  const claims = await openMessage(row.sealed!.toString('utf8'), {
    // It was in time when it came.
    now: row.created_at,
    audience: installationId(ctx.platform),
    opening: (await listOwnKeys(ctx)).map((each) => each.opening),
    findKey: async (kid) => {
      const known = await findSigningKey(ctx, kid)
      return known?.partnerId === row.partner_id ? { jwk: known.jwk, issuer: known.remoteId } : undefined
    },
  })
  if (
    claims.jti !== row.id ||
    (claims.thread ?? null) !== row.thread_ref ||
    (claims.step ?? null) !== row.step
  )
    throw new RefusedError('exchange.bad-shape')
  return claims
}

function notGenuine(error: unknown): undefined {
  if (!(error instanceof RefusedError)) throw error
}

/** Its key was taken back meanwhile, or somebody put it there: its place is free for the genuine one. */
async function setAside(ctx: Context, row: ReceivedRow): Promise<undefined> {
  await updateReceived(ctx, row.id, {
    state: 'refused',
    outcome: 'not-genuine',
    sealed: null,
    thread_ref: null,
    step: null,
  })
  await writeJournal(ctx, {
    verb: 'exchange.refused',
    subjectKind: 'exchange',
    subjectId: row.id,
    details: { kind: row.kind, partner: row.partner_id, outcome: 'not-genuine' },
  })
}

async function takeAnswerOf(ctx: Context, partner: PartnerRow, claims: Claims): Promise<Outcome> {
  if (claims.type !== 'exchange.acknowledged') return refused('out-of-place')
  const body = AcknowledgementSchema.safeParse(claims.body)
  return body.success ? takeAnswer(ctx, partner.id, body.data) : refused('bad-shape')
}

type Work = {
  readonly row: ReceivedRow
  readonly partner: PartnerRow
  readonly thread: ThreadRow | undefined
  readonly claims: Claims
}
type Done = {
  readonly outcome: Outcome
  readonly orgId: string | null
  readonly threadId: string | undefined
}

const APPLIED: Outcome = { outcome: 'applied', code: null }
const refused = (code: string): Outcome => ({ outcome: 'refused', code })

async function apply(ctx: Context, work: Work): Promise<Done> {
  if (work.claims.type === 'referral.offered') return applyOffer(ctx, work)
  const { thread, partner, row } = work
  if (!thread?.referral_id) {
    // Its offer was not taken here, so nothing that follows has a place; the order still goes on.
    const made = thread ?? (await blankThread(ctx, partner, row.thread_ref!))
    return { outcome: refused('no-such-hand-over'), orgId: null, threadId: made.id }
  }
  const referral = await findReferral(ctx, thread.referral_id)
  const orgId = thread.side === 'sender' ? referral!.from_org : referral!.to_org
  const outcome = await applyTold(ctx, work.claims, thread)
  return { outcome, orgId, threadId: thread.id }
}

async function applyTold(ctx: Context, claims: Claims, thread: ThreadRow): Promise<Outcome> {
  const by = thread.side === 'sender' ? 'receiver' : 'sender'
  const referralId = thread.referral_id!
  switch (claims.type as MessageKind) {
    case 'referral.state': {
      const told = StateSchema.safeParse(claims.body)
      if (!told.success) return refused('bad-shape')
      const applied = await applyToldState(ctx, { ...told.data, referralId, by })
      await updateThread(ctx, thread.id, {
        partner_state: told.data.state,
        ...(await noEcho(ctx, referralId)),
      })
      return { outcome: applied, code: applied === 'stale' ? 'state-moved-on' : null }
    }
    case 'timeline.fact': {
      const fact = FactSchema.safeParse(claims.body)
      return fact.success ? takeFact(ctx, thread, fact.data) : refused('bad-shape')
    }
    case 'consent.withdrawn':
      if (by !== 'sender' || !NothingSchema.safeParse(claims.body).success) return refused('bad-shape')
      // Already stopped is as good as stopped.
      await stopRemoteUse(ctx, referralId)
      return APPLIED
    case 'consent.stopped':
      if (by !== 'receiver' || !NothingSchema.safeParse(claims.body).success) return refused('bad-shape')
      await noteRemoteStop(ctx, referralId)
      return APPLIED
    case 'referral.widened': {
      const wider = WidenSchema.safeParse(claims.body)
      if (by !== 'sender' || !wider.success) return refused('bad-shape')
      const applied = await widenReceived(ctx, referralId, wider.data)
      await updateThread(ctx, thread.id, await noEcho(ctx, referralId))
      return applied
    }
    default:
      return refused('out-of-place')
  }
}

/** What we changed because the partner said so is not told back to it. */
async function noEcho(ctx: Context, referralId: string): Promise<Partial<ThreadRow>> {
  const row = await findReferral(ctx, referralId)
  return row ? { told_version: row.version } : {}
}

async function applyOffer(ctx: Context, { row, partner, thread, claims }: Work): Promise<Done> {
  if (thread) return { outcome: refused('offered-twice'), orgId: null, threadId: thread.id }
  const read = OfferSchema.safeParse(claims.body)
  const to = read.success ? await findOwnBody(ctx, read.data.to) : undefined
  const code = !read.success
    ? 'bad-shape'
    : !to
      ? 'body-unknown'
      : Date.parse(read.data.expiresAt ?? '9999-12-31') <= ctx.now.getTime()
        ? 'expired'
        : undefined
  if (code !== undefined || !read.success || !to) {
    const blank = await blankThread(ctx, partner, row.thread_ref!)
    return { outcome: refused(code ?? 'bad-shape'), orgId: null, threadId: blank.id }
  }
  const offer = read.data
  const fromId = await keepRemoteBody(ctx, partner, offer.from)
  const earlier = await findCaseOfEarlier(ctx, {
    partnerId: partner.id,
    partnerCase: offer.package.caseCode,
    fromOrg: fromId,
    toOrg: to.id,
  })
  const made = await receiveRemoteOffer(ctx, {
    ...(earlier ? { caseId: earlier } : {}),
    from: (await findOrg(ctx, fromId))!,
    to: (await findOrg(ctx, to.id))!,
    pack: offer.package,
    remindAt: new Date(offer.remindAt),
    escalateAt: new Date(offer.escalateAt),
    dueAt: new Date(offer.dueAt),
    expiresAt: offer.expiresAt === null ? null : new Date(offer.expiresAt),
    basis: offer.basis,
    country: offer.country,
  })
  const opened = await insertThread(ctx, {
    id: ctx.newId(),
    partner_id: partner.id,
    remote_ref: row.thread_ref!,
    side: 'receiver',
    referral_id: made.id,
    partner_code: offer.code,
    partner_case: offer.package.caseCode,
    told_version: 1,
    partner_state: 'requested',
  })
  return { outcome: APPLIED, orgId: to.id, threadId: opened.id }
}

function blankThread(ctx: Context, partner: PartnerRow, ref: string): Promise<ThreadRow> {
  return insertThread(ctx, { id: ctx.newId(), partner_id: partner.id, remote_ref: ref, side: 'receiver' })
}

type Finished = { readonly row: ReceivedRow; readonly partner: PartnerRow; readonly orgId?: string | null }

/** The content goes once it was worked on: what counts of it stands in the referral, under the referral's key. */
async function finish(
  ctx: Context,
  { row, partner, orgId = null }: Finished,
  outcome: Outcome,
): Promise<void> {
  await updateReceived(ctx, row.id, {
    state: outcome.outcome === 'refused' ? 'refused' : 'applied',
    outcome: outcome.code ?? outcome.outcome,
    applied_at: ctx.now,
    sealed: null,
    org_id: orgId,
  })
  await writeJournal(
    ctx,
    {
      verb: outcome.outcome === 'refused' ? 'exchange.refused' : 'exchange.received',
      subjectKind: 'exchange',
      subjectId: row.id,
      details: { kind: row.kind, partner: partner.id, outcome: outcome.code ?? outcome.outcome },
    },
    orgId ?? undefined,
  )
  if (row.kind === 'exchange.acknowledged') return
  await sealAcknowledgement(
    ctx,
    { id: partner.id, remoteId: partner.remote_id ?? '' },
    { message: row.id, orgId, outcome },
  )
}

export const TakeInPayload = z.strictObject({ messageId: z.uuid() })
