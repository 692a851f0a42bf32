import { createHmac, randomInt } from 'node:crypto'
import { delayMs } from '#src/modules/exchange/index.ts'
import { findEventToTell, listEventsToTell, newestSeq } from '#src/platform/audit/event-queries.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { deriveKey, keyedHash } from '#src/platform/crypto/secrets.ts'
import { runAs, type Actor, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { callOut, checkAddress } from '#src/platform/exchange/outbound.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import type { Platform } from '#src/platform/platform.ts'
import { cloudEventOf } from './cloud-event.ts'
import {
  addDeliveries,
  beginAt,
  endWebhook,
  insertWebhook,
  listDeliveries,
  listListening,
  listWebhooks,
  lockWebhook,
  takeDueDeliveries,
  updateDelivery,
  type DueDelivery,
} from './webhook-queries.ts'

const JOB: Actor = { kind: 'job', name: 'webhooks' }
const BATCH = 100
const STUCK_MILLISECONDS = 60_000
const GIVE_UP_MILLISECONDS = 3 * 24 * 3600_000
const SHOWN = 50
/** Hears what comes after its first pass; what lies before is asked for through the API. */
const NOT_BEGUN = '-1'

/** The signing secret of one webhook: from the installation's secret and its id, so it is stored nowhere. Base64. */
export function webhookSecret(platform: Pick<Platform, 'secrets'>, id: string): string {
  return Buffer.from(keyedHash(deriveKey(platform.secrets, 'webhooks'), id)).toString('base64')
}

/** Standard Webhooks: HMAC-SHA256 over id, time and body. */
export function signWebhook(
  secret: string,
  message: { readonly id: string; readonly at: number; readonly body: string },
): string {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(
    `${message.id}.${message.at}.${message.body}`,
  )
  return `v1,${mac.digest('base64')}`
}

/** An address of one's own organisation begins to hear; the secret is shown once. */
export async function addWebhook(
  ctx: StaffContext,
  wish: { readonly name: string; readonly address: string },
): Promise<{ readonly id: string; readonly secret: string }> {
  if (wish.name.length < 2 || wish.name.length > 80)
    throw new InvalidInputError([{ path: 'name', code: 'webhook.name' }])
  const address = addressOf(ctx, wish.address)
  const id = ctx.newId()
  await insertWebhook(ctx, {
    id,
    org_id: ctx.actor.orgId,
    name: wish.name,
    address,
    made_by: ctx.actor.staffId,
    after_seq: NOT_BEGUN,
  })
  await writeJournal(ctx, { verb: 'webhook.made', subjectKind: 'webhook', subjectId: id })
  return { id, secret: `whsec_${webhookSecret(ctx.platform, id)}` }
}

function addressOf(ctx: StaffContext, text: string): string {
  try {
    const url = new URL(text)
    checkAddress(url.origin, ctx.platform.config.env)
    if (url.username !== '' || url.password !== '' || url.href.length > 500) throw new Error('refused')
    return url.href
  } catch {
    throw new InvalidInputError([{ path: 'address', code: 'webhook.address' }])
  }
}

export async function stopWebhook(ctx: StaffContext, id: string): Promise<void> {
  if (!(await endWebhook(ctx, id))) throw new NotFoundError('webhook.not-found')
  await writeJournal(ctx, { verb: 'webhook.ended', subjectKind: 'webhook', subjectId: id })
}

export async function readWebhooks(ctx: StaffContext) {
  await writeAudit(ctx, { verb: 'webhooks.listed', subjectKind: 'organisation', subjectId: ctx.actor.orgId })
  return {
    webhooks: await listWebhooks(ctx, ctx.actor.orgId),
    deliveries: await listDeliveries(ctx, ctx.actor.orgId, SHOWN),
  }
}

/** The same event goes again, under the same id: whoever has it already knows it by that. */
export async function redeliver(ctx: StaffContext, deliveryId: string): Promise<void> {
  const found = await updateDelivery(ctx, deliveryId, { state: 'waiting', attempts: 0, next_try_at: ctx.now })
  if (found !== 1) throw new NotFoundError('webhook.not-found')
  await writeJournal(ctx, {
    verb: 'webhook.redelivered',
    subjectKind: 'webhook-delivery',
    subjectId: deliveryId,
  })
}

/** Takes up what happened and sends what is due. Returns how many were sent. */
export async function runWebhooks(platform: Platform): Promise<number> {
  for (const id of await runAs(platform, JOB, listListening))
    await runAs(platform, JOB, async (ctx) => {
      const webhook = await lockWebhook(ctx, id)
      if (!webhook) return
      if (String(webhook.after_seq) === NOT_BEGUN) return beginAt(ctx, id, await newestSeq(ctx))
      const page = { after: String(webhook.after_seq), limit: BATCH }
      await addDeliveries(ctx, webhook, await listEventsToTell(ctx, webhook.org_id, page))
    })
  const due = await runAs(platform, JOB, (ctx) =>
    takeDueDeliveries(ctx, BATCH, new Date(ctx.now.getTime() + STUCK_MILLISECONDS)),
  )
  for (const each of due) await send(platform, each)
  return due.length
}

async function send(platform: Platform, due: DueDelivery): Promise<void> {
  const error = await post(platform, due).catch((thrown: unknown) => {
    if (thrown instanceof RefusedError) return thrown.code.replace('exchange.', '')
    throw thrown
  })
  await runAs(platform, JOB, async (ctx) => {
    if (error === undefined)
      return updateDelivery(ctx, due.id, { state: 'delivered', delivered_at: ctx.now, last_error: null })
    const giveUp = ctx.now.getTime() - due.created_at.getTime() > GIVE_UP_MILLISECONDS
    const delay = delayMs(due.attempts + 1, randomInt(1000) / 1000)
    return updateDelivery(ctx, due.id, {
      state: giveUp ? 'gave-up' : 'waiting',
      last_error: error,
      next_try_at: new Date(ctx.now.getTime() + delay),
    })
  })
}

/** Undefined when it arrived; else why not. */
async function post(platform: Platform, due: DueDelivery): Promise<string | undefined> {
  const event = await runAs(platform, JOB, (ctx) => findEventToTell(ctx, due.org_id, due.event_id))
  // Protected since it happened: it is told to no program any more.
  if (!event) return undefined
  const body = JSON.stringify(cloudEventOf(event, { url: platform.config.url, orgId: due.org_id }))
  const at = Math.floor(platform.clock().getTime() / 1000)
  const { status } = await callOut(new URL(due.address), {
    env: platform.config.env,
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': event.id,
      'webhook-timestamp': String(at),
      'webhook-signature': signWebhook(webhookSecret(platform, due.webhook_id), { id: event.id, at, body }),
    },
  })
  return status >= 200 && status < 300 ? undefined : `http-${status}`
}

export const webhookClock: Ticker = {
  name: 'webhooks.clock',
  everyMs: 3_000,
  tick: async (platform) => void (await runWebhooks(platform)),
}
