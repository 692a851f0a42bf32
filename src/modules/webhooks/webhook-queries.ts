import { sql, type Selectable } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { AppWebhookDeliveries, AppWebhooks } from '#src/platform/db/schema.generated.ts'

export type WebhookRow = Selectable<AppWebhooks>
export type WebhookDeliveryRow = Selectable<AppWebhookDeliveries>

export async function insertWebhook(
  ctx: Context,
  row: Pick<WebhookRow, 'id' | 'org_id' | 'name' | 'address' | 'made_by'> & { readonly after_seq: string },
): Promise<void> {
  await ctx.tx
    .insertInto('app.webhooks')
    .values({ ...row, created_at: ctx.now })
    .execute()
}

export async function listWebhooks(ctx: Context, orgId: string): Promise<readonly WebhookRow[]> {
  return ctx.tx
    .selectFrom('app.webhooks')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('created_at', 'desc')
    .execute()
}

export async function endWebhook(ctx: Context, id: string): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.webhooks')
    .set({ ended_at: ctx.now, version: sql`version + 1` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** One that listens, for this pass; other processes take others. */
export async function listListening(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.webhooks')
    .select('id')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function lockWebhook(ctx: Context, id: string): Promise<WebhookRow | undefined> {
  return ctx.tx
    .selectFrom('app.webhooks')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function addDeliveries(
  ctx: Context,
  webhook: Pick<WebhookRow, 'id' | 'org_id'>,
  events: readonly { readonly id: string; readonly seq: unknown }[],
): Promise<void> {
  const last = events.at(-1)
  if (!last) return
  await ctx.tx
    .insertInto('app.webhook_deliveries')
    .values(
      events.map((event) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        webhook_id: webhook.id,
        org_id: webhook.org_id,
        event_id: event.id,
        next_try_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.tx
    .updateTable('app.webhooks')
    .set({ after_seq: String(last.seq) })
    .where('id', '=', webhook.id)
    .execute()
}

export async function beginAt(ctx: Context, id: string, seq: string): Promise<void> {
  await ctx.tx.updateTable('app.webhooks').set({ after_seq: seq }).where('id', '=', id).execute()
}

/** What is due, its next try already put off, so that a process that dies while sending does not stop it. */
export async function takeDueDeliveries(ctx: Context, limit: number, putOffTo: Date) {
  const due = await ctx.tx
    .selectFrom('app.webhook_deliveries as d')
    .innerJoin('app.webhooks as w', 'w.id', 'd.webhook_id')
    .select([
      'd.id',
      'd.event_id',
      'd.created_at',
      'd.attempts',
      'w.id as webhook_id',
      'w.address',
      'w.org_id',
    ])
    .where('d.state', '=', 'waiting')
    .where('d.next_try_at', '<=', ctx.now)
    .where('w.ended_at', 'is', null)
    .orderBy('d.next_try_at')
    .orderBy('d.id')
    .limit(limit)
    .forUpdate('d')
    .skipLocked()
    .execute()
  if (due.length > 0)
    await ctx.tx
      .updateTable('app.webhook_deliveries')
      .set({ attempts: sql`attempts + 1`, next_try_at: putOffTo })
      .where(
        'id',
        'in',
        due.map((each) => each.id),
      )
      .execute()
  return due
}
export type DueDelivery = Awaited<ReturnType<typeof takeDueDeliveries>>[number]

export async function updateDelivery(
  ctx: Context,
  id: string,
  change: Partial<
    Pick<WebhookDeliveryRow, 'state' | 'next_try_at' | 'last_error' | 'delivered_at' | 'attempts'>
  >,
): Promise<number> {
  const result = await ctx.tx
    .updateTable('app.webhook_deliveries')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function listDeliveries(ctx: Context, orgId: string, limit: number) {
  return ctx.tx
    .selectFrom('app.webhook_deliveries as d')
    .innerJoin('app.webhooks as w', 'w.id', 'd.webhook_id')
    .select([
      'd.id',
      'd.created_at',
      'd.event_id',
      'd.state',
      'd.attempts',
      'd.next_try_at',
      'd.last_error',
      'd.delivered_at',
      'w.name',
    ])
    .where('d.org_id', '=', orgId)
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
}
