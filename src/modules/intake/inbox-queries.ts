import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { DB } from '#src/platform/db/schema.generated.ts'

export const INBOX_FILTERS = ['all', 'darurat', 'tip', 'family', 'moved', 'mine'] as const
export type InboxFilter = (typeof INBOX_FILTERS)[number]
export const INBOX_SORTS = ['danger', 'newest'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

/** Counting stops here: a longer list is "500+". */
export const COUNT_LIMIT = 500

export type InboxQuestion = {
  readonly filter: InboxFilter
  readonly sort: InboxSort
  readonly offset: number
  readonly limit: number
}

type Report = ExpressionBuilder<DB, 'app.reports'>

function matches(eb: Report, filter: InboxFilter, staffId: string): Expression<SqlBool> {
  if (filter === 'mine') return eb.and([eb('state', '=', 'taken'), eb('taken_by', '=', staffId)])
  const waiting = eb('state', '=', 'waiting')
  switch (filter) {
    case 'all':
      return waiting
    case 'darurat':
      return eb.and([waiting, eb('urgency_rank', '=', 1)])
    case 'tip':
      return eb.and([waiting, sql<SqlBool>`'TIP' = any (case_types)`])
    case 'family':
      return eb.and([waiting, eb('about', '=', 'seeking-family')])
    case 'moved':
      return eb.and([waiting, eb('moved_count', '>', 0)])
    default:
      return filter satisfies never
  }
}

export async function listWaiting(ctx: Context, orgId: string, staffId: string, question: InboxQuestion) {
  const base = ctx.tx
    .selectFrom('app.reports')
    .select([
      'id',
      'created_at',
      'channel',
      'about',
      'language',
      'state',
      'danger',
      'urgency',
      'case_types',
      'signals',
      'country',
      'district',
      'people_count',
    ])
    .select([
      'anonymous',
      'do_not_call',
      'touches_child',
      'respond_by',
      'moved_count',
      'opened_at',
      'taken_by',
      'key_id',
      'sealed',
    ])
    .where('org_id', '=', orgId)
    .where((eb) => matches(eb, question.filter, staffId))
  const sorted =
    question.sort === 'newest'
      ? base.orderBy('created_at', 'desc')
      : base
          .orderBy('urgency_rank')
          .orderBy(sql`('flood' = any (signals))`)
          .orderBy('respond_by')
  return sorted.orderBy('id').offset(question.offset).limit(question.limit).execute()
}

/** At most COUNT_LIMIT + 1. */
export async function countWaiting(
  ctx: Context,
  orgId: string,
  staffId: string,
  filter: InboxFilter,
): Promise<number> {
  const some = ctx.tx
    .selectFrom('app.reports')
    .select('id')
    .where('org_id', '=', orgId)
    .where((eb) => matches(eb, filter, staffId))
    .limit(COUNT_LIMIT + 1)
  const row = await ctx.tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function oldestWaiting(ctx: Context, orgId: string): Promise<Date | undefined> {
  const row = await ctx.tx
    .selectFrom('app.reports')
    .select('desk_since')
    .where('org_id', '=', orgId)
    .where('state', '=', 'waiting')
    .orderBy('desk_since')
    .limit(1)
    .executeTakeFirst()
  return row?.desk_since
}

export async function lastTaken(
  ctx: Context,
  orgId: string,
): Promise<{ readonly at: Date; readonly by: string } | undefined> {
  const row = await ctx.tx
    .selectFrom('app.reports as r')
    .innerJoin('app.staff as s', 's.id', 'r.taken_by')
    .select(['r.taken_at', 's.display_name'])
    .where('r.org_id', '=', orgId)
    .where('r.taken_by', 'is not', null)
    .orderBy('r.taken_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.taken_at ? { at: row.taken_at, by: row.display_name } : undefined
}

/** What left this desk for another, by its clock or by hand, newest first: ids and times, the story is no longer ours to read. */
export async function listLostByDesk(ctx: Context, orgId: string, since: Date) {
  return ctx.tx
    .selectFrom('app.report_desks as d')
    .innerJoin('app.organisations as o', 'o.id', 'd.next_org_id')
    .select(['d.report_id', 'd.until', 'o.short_name'])
    .where('d.org_id', '=', orgId)
    .where('d.until', '>=', since)
    .orderBy('d.until', 'desc')
    .limit(20)
    .execute()
}
