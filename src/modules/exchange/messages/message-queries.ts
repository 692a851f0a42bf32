import { sql, type Selectable } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type {
  AppExchangeMessages,
  AppExchangeReceived,
  AppExchangeThreads,
} from '#src/platform/db/schema.generated.ts'

export type ThreadRow = Selectable<AppExchangeThreads>
export type MessageRow = Omit<Selectable<AppExchangeMessages>, 'sealed'>
export type ReceivedRow = Selectable<AppExchangeReceived>

const MESSAGE = [
  'id',
  'created_at',
  'partner_id',
  'thread_id',
  'org_id',
  'step',
  'kind',
  'way',
  'digest',
  'state',
  'told_version',
  'attempts',
  'next_try_at',
  'last_error',
  'delivered_at',
  'answered_at',
  'answer',
  'acknowledge_by',
  'overdue_at',
] as const

export async function lockThread(ctx: Context, id: string): Promise<ThreadRow | undefined> {
  return ctx.tx
    .selectFrom('app.exchange_threads')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** One at a time for one hand-over of a partner, also before there is a row. */
export async function lockThreadOf(
  ctx: Context,
  partnerId: string,
  ref: string,
): Promise<ThreadRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${partnerId}/${ref}`}, 0))`.execute(ctx.tx)
  return ctx.tx
    .selectFrom('app.exchange_threads')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('remote_ref', '=', ref)
    .forUpdate()
    .executeTakeFirst()
}

export async function findThreadOf(ctx: Context, referralId: string): Promise<ThreadRow | undefined> {
  return ctx.tx
    .selectFrom('app.exchange_threads')
    .selectAll()
    .where('referral_id', '=', referralId)
    .executeTakeFirst()
}

export async function insertThread(
  ctx: Context,
  row: Pick<ThreadRow, 'id' | 'partner_id' | 'remote_ref' | 'side'> & Partial<ThreadRow>,
): Promise<ThreadRow> {
  return ctx.tx
    .insertInto('app.exchange_threads')
    .values({ ...row, created_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function updateThread(
  ctx: Context,
  id: string,
  change: Partial<Omit<ThreadRow, 'id'>>,
): Promise<void> {
  await ctx.tx.updateTable('app.exchange_threads').set(change).where('id', '=', id).execute()
}

/** Hand-overs of which the partner was not told the newest: by what stands in the row, so that no way of changing it is missed. */
export async function listUntold(ctx: Context, limit: number): Promise<readonly { readonly id: string }[]> {
  return ctx.tx
    .selectFrom('app.referrals as r')
    .innerJoin('app.organisations as o', (join) =>
      join.on((eb) => eb.or([eb('o.id', '=', eb.ref('r.to_org')), eb('o.id', '=', eb.ref('r.from_org'))])),
    )
    .innerJoin('app.partners as p', 'p.id', 'o.partner_id')
    .leftJoin('app.exchange_threads as t', 't.referral_id', 'r.id')
    .select('r.id')
    .where('p.demo', '=', false)
    .where(({ or, eb, and, ref }) =>
      or([
        and([eb('t.id', 'is', null), eb('o.id', '=', ref('r.to_org'))]),
        eb('t.told_version', '<', ref('r.version')),
        and([eb('t.side', '=', 'sender'), eb('r.stopped_at', 'is not', null), eb('t.told_stop', '=', false)]),
        and([
          eb('t.side', '=', 'receiver'),
          eb('r.stop_acknowledged_at', 'is not', null),
          eb('t.told_stop_done', '=', false),
        ]),
        and([eb('t.side', '=', 'sender'), eb('t.told_package', 'is distinct from', ref('r.package_digest'))]),
      ]),
    )
    .orderBy('r.created_at')
    .limit(limit)
    .execute()
}

export type NewMessage = Pick<
  MessageRow,
  'id' | 'partner_id' | 'thread_id' | 'org_id' | 'step' | 'kind' | 'told_version' | 'acknowledge_by'
> & { readonly sealed: Buffer; readonly digest: Buffer }

export async function insertMessage(ctx: Context, row: NewMessage): Promise<void> {
  await ctx.tx
    .insertInto('app.exchange_messages')
    .values({ ...row, created_at: ctx.now, next_try_at: ctx.now })
    .execute()
}

/** The next messages whose time has come, marked as being sent; other processes take others. */
export async function takeDueMessages(
  ctx: Context,
  limit: number,
  stuckBefore: Date,
): Promise<readonly (MessageRow & { readonly sealed: Buffer; readonly base_address: string })[]> {
  const due = await ctx.tx
    .selectFrom('app.exchange_messages as m')
    .innerJoin('app.partners as p', 'p.id', 'm.partner_id')
    .select(['m.id', 'm.sealed', 'p.base_address'])
    .where('p.on_paper', '=', false)
    .where('m.way', '=', 'line')
    .where('p.demo', '=', false)
    .where(({ or, eb, and }) =>
      or([
        eb('p.state', '=', 'confirmed'),
        // The word that consent was taken back goes out whatever else stopped.
        and([
          eb('p.state', '=', 'suspended'),
          eb('m.kind', 'in', ['consent.withdrawn', 'consent.stopped', 'exchange.acknowledged']),
        ]),
      ]),
    )
    .where(({ or, eb, and }) =>
      or([
        and([eb('m.state', '=', 'waiting'), eb('m.next_try_at', '<=', ctx.now)]),
        and([eb('m.state', '=', 'sending'), eb('m.next_try_at', '<=', stuckBefore)]),
      ]),
    )
    .orderBy('m.next_try_at')
    .orderBy('m.id')
    .limit(limit)
    .forUpdate('m')
    .skipLocked()
    .execute()
  if (due.length === 0) return []
  const rows = await ctx.tx
    .updateTable('app.exchange_messages')
    .set({ state: 'sending', attempts: sql`attempts + 1`, next_try_at: ctx.now })
    .where(
      'id',
      'in',
      due.map((each) => each.id),
    )
    .returning(MESSAGE)
    .execute()
  return due.flatMap(({ id, sealed, base_address }) => {
    const row = rows.find((each) => each.id === id)
    return row && sealed && base_address !== null ? [{ ...row, sealed, base_address }] : []
  })
}

export async function updateMessage(
  ctx: Context,
  id: string,
  change: Partial<Omit<Selectable<AppExchangeMessages>, 'id'>>,
): Promise<void> {
  await ctx.tx.updateTable('app.exchange_messages').set(change).where('id', '=', id).execute()
}

export async function lockMessage(ctx: Context, id: string): Promise<MessageRow | undefined> {
  return ctx.tx
    .selectFrom('app.exchange_messages')
    .select(MESSAGE)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function listMessagesOf(ctx: Context, threadId: string): Promise<readonly MessageRow[]> {
  return ctx.tx
    .selectFrom('app.exchange_messages')
    .select(MESSAGE)
    .where('thread_id', '=', threadId)
    .orderBy('step')
    .execute()
}

export async function listMessages(
  ctx: Context,
  asked: { readonly page: number; readonly pageSize: number; readonly open: 'open' | 'all' },
): Promise<readonly MessageRow[]> {
  let query = ctx.tx.selectFrom('app.exchange_messages').select(MESSAGE)
  if (asked.open === 'open')
    query = query.where('state', 'in', ['waiting', 'sending', 'delivered', 'gave-up'])
  return query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.pageSize + 1)
    .offset(asked.page * asked.pageSize)
    .execute()
}

/** Messages whose acknowledgement is overdue and of which nobody was told. */
export async function takeOverdue(ctx: Context, limit: number): Promise<readonly MessageRow[]> {
  return ctx.tx
    .selectFrom('app.exchange_messages')
    .select(MESSAGE)
    .where('acknowledge_by', '<=', ctx.now)
    .where('answered_at', 'is', null)
    .where('overdue_at', 'is', null)
    .orderBy('acknowledge_by')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export type NewReceived = Pick<
  ReceivedRow,
  'id' | 'partner_id' | 'thread_ref' | 'step' | 'kind' | 'digest'
> & { readonly sealed: Buffer }

/** False where the number, or the place in the hand-over, is taken. */
export async function insertReceived(ctx: Context, row: NewReceived): Promise<boolean> {
  const result = await ctx.tx
    .insertInto('app.exchange_received')
    .values({ ...row, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows) === 1
}

export async function findReceived(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.exchange_received')
    .select(['id', 'created_at', 'partner_id', 'digest'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function lockReceived(ctx: Context, id: string): Promise<ReceivedRow | undefined> {
  return ctx.tx
    .selectFrom('app.exchange_received')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateReceived(
  ctx: Context,
  id: string,
  change: Partial<Omit<ReceivedRow, 'id'>>,
): Promise<void> {
  await ctx.tx.updateTable('app.exchange_received').set(change).where('id', '=', id).execute()
}

export async function listWaitingReceived(ctx: Context, limit: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.exchange_received')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .orderBy('step')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export async function findStep(ctx: Context, partnerId: string, ref: string, step: number) {
  return ctx.tx
    .selectFrom('app.exchange_received')
    .select(['id', 'state'])
    .where('partner_id', '=', partnerId)
    .where('thread_ref', '=', ref)
    .where('step', '=', step)
    .executeTakeFirst()
}

export async function insertRefusal(ctx: Context, partnerId: string | null, why: string): Promise<void> {
  await ctx.tx
    .insertInto('app.exchange_refusals')
    .values({ id: ctx.newId(), created_at: ctx.now, partner_id: partnerId, why })
    .execute()
}

/** Partners of whom a key came that we do not know, since we last looked. */
export async function listPartnersToAsk(ctx: Context, notSince: Date): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.exchange_refusals as r')
    .innerJoin('app.partners as p', 'p.id', 'r.partner_id')
    .select('p.id')
    .distinct()
    .where('r.why', '=', 'unknown-key')
    .where('p.state', '<>', 'proposed')
    .where('p.discovered_at', '<=', notSince)
    .whereRef('r.created_at', '>', 'p.discovered_at')
    .execute()
  return rows.map((row) => row.id)
}

export async function listPartnersToRefresh(ctx: Context, notSince: Date): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.partners')
    .select('id')
    .where('state', '=', 'confirmed')
    .where('demo', '=', false)
    .where('on_paper', '=', false)
    .where('discovered_at', '<=', notSince)
    .limit(5)
    .execute()
  return rows.map((row) => row.id)
}

export async function listRefusals(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.exchange_refusals')
    .select(['id', 'created_at', 'partner_id', 'why'])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

/** What a partner has not answered, in its order, as it would go over the line. */
export async function listSealedFor(ctx: Context, partnerId: string, limit: number) {
  return ctx.tx
    .selectFrom('app.exchange_messages')
    .select(['id', 'sealed', 'org_id', 'kind'])
    .where('partner_id', '=', partnerId)
    .where('sealed', 'is not', null)
    .where('answered_at', 'is', null)
    .orderBy('created_at')
    .orderBy('step')
    .limit(limit)
    .execute()
}

export async function caseCodeOf(ctx: Context, caseId: string): Promise<string | undefined> {
  const row = await ctx.tx.selectFrom('app.cases').select('code').where('id', '=', caseId).executeTakeFirst()
  return row?.code
}

/** Goes again at once, as if it were new; undefined where it is not mine or not waiting. */
export async function sendAgain(ctx: Context, id: string): Promise<MessageRow | undefined> {
  return ctx.tx
    .updateTable('app.exchange_messages')
    .set({ state: 'waiting', attempts: 0, next_try_at: ctx.now })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'gave-up'])
    .returning(MESSAGE)
    .executeTakeFirst()
}
