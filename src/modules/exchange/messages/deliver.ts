import { randomInt } from 'node:crypto'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { readReceipt } from '#src/platform/exchange/envelope.ts'
import { callPartner } from '#src/platform/exchange/outbound.ts'
import { installationId } from '#src/platform/exchange/own-keys.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findPartner, listPartnerKeys } from '../partners/partner-queries.ts'
import { MESSAGES_PATH } from '../partners/discovery.ts'
import { lockMessage, takeDueMessages, updateMessage, type MessageRow } from './message-queries.ts'
import { delayMs } from './backoff.ts'

const JOB: Actor = { kind: 'job', name: 'exchange.deliver' }
const BATCH = 20
/** A process that died while sending: the message goes again, which changes nothing where it arrived. */
const STUCK_MILLISECONDS = 120_000
const GIVE_UP_MILLISECONDS = 7 * 24 * 3600_000

type Due = Awaited<ReturnType<typeof takeDueMessages>>[number]

/** Sends what is due; returns how many were tried. */
export async function deliverDue(platform: Platform): Promise<number> {
  const due = await runAs(platform, JOB, (ctx) =>
    takeDueMessages(ctx, BATCH, new Date(ctx.now.getTime() - STUCK_MILLISECONDS)),
  )
  await Promise.all(due.map((message) => deliver(platform, message)))
  return due.length
}

async function deliver(platform: Platform, message: Due): Promise<void> {
  const error = await post(platform, message).catch((thrown: unknown) =>
    thrown instanceof RefusedError ? thrown.code.replace('exchange.', '') : 'unreachable',
  )
  await runAs(platform, JOB, (ctx) =>
    error === undefined ? arrived(ctx, message.id) : failed(ctx, message, error),
  )
}

/** Undefined when the partner signed that it has it; else why not. Words of anybody between us do not count. */
async function post(platform: Platform, message: Due): Promise<string | undefined> {
  const answer = await callPartner(message.base_address, {
    path: MESSAGES_PATH,
    env: platform.config.env,
    body: message.sealed.toString('utf8'),
  })
  if (answer.status !== 202) return `http-${answer.status}`
  const { partner, keys } = await runAs(platform, JOB, async (ctx) => ({
    partner: await findPartner(ctx, message.partner_id),
    keys: await listPartnerKeys(ctx, message.partner_id),
  }))
  const receipt = await readReceipt(answer.body, keys)
  const isIts =
    receipt?.iss === partner?.remote_id &&
    receipt?.aud === installationId(platform) &&
    receipt?.jti === message.id &&
    receipt.digest === message.digest.toString('base64url')
  return isIts ? undefined : 'no-receipt'
}

async function arrived(ctx: Context, id: string): Promise<void> {
  const row = await lockMessage(ctx, id)
  if (!row || !['waiting', 'sending', 'gave-up'].includes(row.state)) return
  const isLast = row.kind === 'exchange.acknowledged'
  await updateMessage(ctx, id, {
    state: isLast ? 'acknowledged' : 'delivered',
    delivered_at: ctx.now,
    last_error: null,
    ...(isLast ? { answered_at: ctx.now, sealed: null } : {}),
  })
  if (!isLast) await note(ctx, row, 'exchange.delivered')
}

async function failed(ctx: Context, { id }: Due, error: string): Promise<void> {
  const row = await lockMessage(ctx, id)
  if (row?.state !== 'sending') return
  const giveUp = ctx.now.getTime() - row.created_at.getTime() > GIVE_UP_MILLISECONDS
  await updateMessage(ctx, id, {
    state: giveUp ? 'gave-up' : 'waiting',
    last_error: error,
    next_try_at: new Date(ctx.now.getTime() + delayMs(row.attempts, randomInt(1000) / 1000)),
  })
  if (!giveUp) return
  await note(ctx, row, 'exchange.gave-up')
  if (row.org_id)
    await tellRoles(ctx, {
      orgId: row.org_id,
      kind: 'partner-silent',
      dedupe: `exchange:${row.id}:gave-up`,
      subjectKind: 'exchange',
      subjectId: row.id,
    })
}

async function note(ctx: Context, row: MessageRow, verb: `${string}.${string}`): Promise<void> {
  await writeJournal(
    ctx,
    {
      verb,
      subjectKind: 'exchange',
      subjectId: row.id,
      details: { kind: row.kind, partner: row.partner_id, attempts: row.attempts },
    },
    row.org_id ?? undefined,
  )
}
