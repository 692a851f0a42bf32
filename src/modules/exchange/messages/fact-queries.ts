import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

/** Facts that our people shared through a living hand-over and that have not crossed the line. */
export async function listUntoldFacts(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.timeline_entries as e')
    .innerJoin('app.exchange_threads as t', 't.referral_id', 'e.referral_id')
    .innerJoin('app.referrals as r', 'r.id', 'e.referral_id')
    .innerJoin('app.organisations as o', 'o.id', 'e.org_id')
    .innerJoin('app.partners as p', 'p.id', 't.partner_id')
    .leftJoin('app.exchange_facts as f', 'f.entry_id', 'e.id')
    .select(['e.id', 't.id as thread_id'])
    .where('e.shared', '=', true)
    .where('o.partner_id', 'is', null)
    .where('f.entry_id', 'is', null)
    .where('p.demo', '=', false)
    .where('p.on_paper', '=', false)
    .where(sql<boolean>`app.is_alive(r)`)
    .orderBy('e.created_at')
    .orderBy('e.id')
    .limit(limit)
    .execute()
}

export async function findEntry(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.timeline_entries').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function isAlive(ctx: Context, referralId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.referrals as r')
    .select(sql<boolean>`app.is_alive(r)`.as('alive'))
    .where('r.id', '=', referralId)
    .executeTakeFirst()
  return row?.alive === true
}

export async function caseKeyOf(ctx: Context, caseId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.cases')
    .select('key_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row?.key_id
}

export type FactRow = { readonly entryId: string; readonly threadId: string; readonly ref: string }

export async function insertFact(
  ctx: Context,
  row: FactRow & { readonly came: 'in' | 'out' },
): Promise<void> {
  await ctx.tx
    .insertInto('app.exchange_facts')
    .values({
      entry_id: row.entryId,
      created_at: ctx.now,
      thread_id: row.threadId,
      remote_ref: row.ref,
      came: row.came,
    })
    .execute()
}

/** Our entry that both sides call by this number. */
export async function findFactByRef(
  ctx: Context,
  threadId: string,
  ref: string,
): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.exchange_facts')
    .select('entry_id')
    .where('thread_id', '=', threadId)
    .where('remote_ref', '=', ref)
    .executeTakeFirst()
  return row?.entry_id
}

export async function findRefOfFact(ctx: Context, entryId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.exchange_facts')
    .select('remote_ref')
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  return row?.remote_ref
}

/** The case that an earlier hand-over of the same case, between the same two bodies, came into. */
export async function findCaseOfEarlier(
  ctx: Context,
  asked: {
    readonly partnerId: string
    readonly partnerCase: string
    readonly fromOrg: string
    readonly toOrg: string
  },
): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.exchange_threads as t')
    .innerJoin('app.referrals as r', 'r.id', 't.referral_id')
    .innerJoin('app.cases as c', 'c.id', 'r.case_id')
    .select('r.case_id')
    .where('t.partner_id', '=', asked.partnerId)
    .where('t.partner_case', '=', asked.partnerCase)
    .where('r.from_org', '=', asked.fromOrg)
    .where('r.to_org', '=', asked.toOrg)
    .where('c.state', '=', 'open')
    .orderBy('t.created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.case_id
}
