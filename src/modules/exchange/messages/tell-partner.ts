/**
 * What the partner of a hand-over must know and does not: sealed here, in the transaction that notes that it was told. Read
 * from the rows as they stand, so that no click, job or clock that changes a referral can be forgotten.
 */
import { createHash } from 'node:crypto'
import {
  digestOf,
  findPackage,
  lockReferral,
  type ReferralPackage,
  type ReferralRow,
  type ReferralWords,
} from '#src/modules/referrals/index.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { sealMessage } from '#src/platform/exchange/envelope.ts'
import { installationId } from '#src/platform/exchange/own-keys.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findOwnBody, findRemotePlace, listOwnKeys, listPartnerKeys } from '../partners/partner-queries.ts'
import type { MessageKind, Offer, Outcome, StateTold } from './content.ts'
import {
  findThreadOf,
  insertMessage,
  insertThread,
  listUntold,
  lockThread,
  updateThread,
  type ThreadRow,
} from './message-queries.ts'

const JOB: Actor = { kind: 'job', name: 'exchange.tell' }
const BATCH = 50
/** A withdrawal must be acknowledged within this; an internal target, the law's own clock is the stop task's. */
const ACKNOWLEDGE_HOURS = 24

/** Seals what is untold; returns for how many hand-overs. */
export async function tellPartners(platform: Platform): Promise<number> {
  const waiting = await runAs(platform, JOB, (ctx) => listUntold(ctx, BATCH))
  for (const { id } of waiting)
    await runAs(platform, JOB, (ctx) => tellOne(ctx, id)).catch((error: unknown) =>
      platform.reportDefect(error, `exchange.tell ${id}`),
    )
  return waiting.length
}

async function tellOne(ctx: Context, referralId: string): Promise<void> {
  const row = await lockReferral(ctx, referralId)
  if (!row) return
  const sending = await findRemotePlace(ctx, row.to_org)
  const place = sending ?? (await findRemotePlace(ctx, row.from_org))
  if (!place) return
  const found = await findThreadOf(ctx, row.id)
  const thread = found
    ? (await lockThread(ctx, found.id))!
    : await insertThread(ctx, {
        id: ctx.newId(),
        partner_id: place.partner_id,
        remote_ref: row.id,
        side: 'sender',
        referral_id: row.id,
      })
  if (place.on_paper) return tellByHand(ctx, row, thread)
  const line = { ctx, row, thread, place }
  if (thread.side === 'sender') await tellAsSender(line, found ? 'known' : 'new')
  else await tellAsReceiver(line)
  await writeJournal(
    ctx,
    {
      verb: 'exchange.told',
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
      details: { partner: place.partner_id },
    },
    thread.side === 'sender' ? row.from_org : row.to_org,
  )
}

/** A partner without Payung is told by a person: what must be told at once becomes somebody's work. */
async function tellByHand(ctx: Context, row: ReferralRow, thread: ThreadRow): Promise<void> {
  if (row.stopped_at && !thread.told_stop)
    await tellRoles(
      ctx,
      {
        orgId: row.from_org,
        kind: 'withdrawal-unacknowledged',
        dedupe: `exchange:${thread.id}:by-hand`,
        subjectKind: 'referral',
        subjectId: row.id,
        caseId: row.case_id,
      },
      ['caseworker', 'supervisor'],
    )
  await updateThread(ctx, thread.id, {
    told_version: row.version,
    told_package: row.package_digest,
    told_stop: row.stopped_at !== null,
  })
}

type Line = {
  readonly ctx: Context
  readonly row: ReferralRow
  readonly thread: ThreadRow
  readonly place: NonNullable<Awaited<ReturnType<typeof findRemotePlace>>>
}

const SENDER_TELLS: readonly string[] = ['cancelled']
const RECEIVER_TELLS: readonly string[] = [
  'received',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
]

async function tellAsSender(line: Line, is: 'new' | 'known'): Promise<void> {
  const { ctx, row, thread } = line
  const told: Partial<ThreadRow> = { told_version: row.version, told_package: row.package_digest }
  if (is === 'new') {
    // Ended before it left: the partner never hears of it.
    if (row.state !== 'requested')
      return updateThread(ctx, thread.id, { ...told, told_stop: row.stopped_at !== null })
    await send(line, 'referral.offered', await offerOf(line))
    return updateThread(ctx, thread.id, told)
  }
  if (row.stopped_at && !thread.told_stop) {
    if (thread.steps_out > 0) await send(line, 'consent.withdrawn', {})
    await updateThread(ctx, thread.id, { told_stop: true })
  } else if (thread.told_package && !thread.told_package.equals(row.package_digest))
    await send(line, 'referral.widened', {
      package: await packageOf(line),
      expiresAt: row.expires_at?.toISOString() ?? null,
    })
  if (thread.told_version < row.version && thread.steps_out > 0 && SENDER_TELLS.includes(row.state))
    await send(line, 'referral.state', await stateOf(line))
  await updateThread(ctx, thread.id, told)
}

async function tellAsReceiver(line: Line): Promise<void> {
  const { ctx, row, thread } = line
  if (row.stop_acknowledged_at && !thread.told_stop_done) await send(line, 'consent.stopped', {})
  if (thread.told_version < row.version && RECEIVER_TELLS.includes(row.state))
    await send(line, 'referral.state', await stateOf(line))
  await updateThread(ctx, thread.id, {
    told_version: row.version,
    told_stop_done: row.stop_acknowledged_at !== null,
  })
}

async function send({ ctx, row, thread, place }: Line, kind: MessageKind, body: unknown): Promise<void> {
  await sendStep(ctx, {
    thread,
    partner: { id: place.partner_id, remoteId: place.remote_id ?? '' },
    kind,
    body,
    orgId: thread.side === 'sender' ? row.from_org : row.to_org,
    toldVersion: row.version,
    acknowledgeBy:
      kind === 'consent.withdrawn' ? new Date(ctx.now.getTime() + ACKNOWLEDGE_HOURS * 3600_000) : null,
  })
}

/** The next step of a hand-over. */
export async function sendStep(
  ctx: Context,
  { thread, ...message }: Omit<ToSeal, 'thread'> & { readonly thread: Pick<ThreadRow, 'id' | 'remote_ref'> },
): Promise<void> {
  const step = (await lockThread(ctx, thread.id))!.steps_out + 1
  await updateThread(ctx, thread.id, { steps_out: step })
  await sealFor(ctx, { ...message, thread: { id: thread.id, ref: thread.remote_ref, step } })
}

export type ToSeal = {
  readonly partner: { readonly id: string; readonly remoteId: string }
  readonly kind: MessageKind
  readonly body: unknown
  readonly orgId: string | null
  readonly thread?: { readonly id: string; readonly ref: string; readonly step: number }
  readonly toldVersion: number | null
  readonly acknowledgeBy: Date | null
}

/** Signs, seals and queues one message in this transaction. */
export async function sealFor(ctx: Context, asked: ToSeal): Promise<string> {
  const [own] = await listOwnKeys(ctx)
  const receiver = (await listPartnerKeys(ctx, asked.partner.id)).find((key) => key.use === 'enc')
  if (!own || !receiver) throw new RefusedError('exchange.no-keys')
  const id = ctx.newId()
  const sealed = await sealMessage(
    {
      version: 1,
      iss: installationId(ctx.platform),
      aud: asked.partner.remoteId,
      iat: Math.floor(ctx.now.getTime() / 1000),
      jti: id,
      type: asked.kind,
      ...(asked.thread ? { thread: asked.thread.ref, step: asked.thread.step } : {}),
      body: asked.body,
    },
    own.signing,
    receiver,
  )
  await insertMessage(ctx, {
    id,
    partner_id: asked.partner.id,
    thread_id: asked.thread?.id ?? null,
    org_id: asked.orgId,
    step: asked.thread?.step ?? null,
    kind: asked.kind,
    told_version: asked.toldVersion,
    acknowledge_by: asked.acknowledgeBy,
    sealed: Buffer.from(sealed),
    digest: createHash('sha256').update(sealed).digest(),
  })
  return id
}

export function sealAcknowledgement(
  ctx: Context,
  partner: ToSeal['partner'],
  about: { readonly message: string; readonly orgId: string | null; readonly outcome: Outcome },
): Promise<string> {
  return sealFor(ctx, {
    partner,
    kind: 'exchange.acknowledged',
    body: { message: about.message, ...about.outcome },
    orgId: about.orgId,
    toldVersion: null,
    acknowledgeBy: null,
  })
}

async function packageOf({ ctx, row }: Line): Promise<ReferralPackage> {
  const sealed = await findPackage(ctx, row.id)
  const key = (await loadKeys(ctx, [row.key_id])).get(row.key_id)
  if (!sealed || !key) throw new RefusedError('exchange.package-gone')
  const pack = key.openJson<ReferralPackage>(`referrals.package_sealed/${row.id}`, sealed)
  // The sheet that the officer saw is drawn from these bytes; what goes out must be the same ones.
  if (!digestOf(pack).equals(row.package_digest)) throw new RefusedError('exchange.package-changed')
  return pack
}

async function offerOf(line: Line): Promise<Offer> {
  const { ctx, row, place } = line
  const from = await findOwnBody(ctx, row.from_org)
  if (!from || !place.remote_ref) throw new RefusedError('exchange.body-unknown')
  const pack = await packageOf(line)
  return {
    to: place.remote_ref,
    from,
    code: row.code,
    package: pack as unknown as Offer['package'],
    remindAt: row.remind_at.toISOString(),
    escalateAt: row.escalate_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    basis: row.consent_basis as Offer['basis'],
    country: null,
  }
}

async function stateOf({ ctx, row }: Line): Promise<StateTold> {
  const key = (await loadKeys(ctx, [row.key_id])).get(row.key_id)
  const words =
    row.words_sealed && key
      ? key.openJson<Partial<ReferralWords>>(`referrals.words_sealed/${row.id}`, row.words_sealed)
      : {}
  return {
    state: row.state as StateTold['state'],
    reason: row.ended_because,
    ...(words.words ? { words: words.words } : {}),
    ...(words.rest ? { rest: words.rest } : {}),
  }
}
