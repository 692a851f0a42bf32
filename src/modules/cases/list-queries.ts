import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { DB } from '#src/platform/db/schema.generated.ts'

export const CASE_FILTERS = ['mine', 'org', 'referred', 'closed'] as const
export type CaseFilter = (typeof CASE_FILTERS)[number]
export const CASE_SORTS = ['code', 'urgency', 'next'] as const
export type CaseSort = (typeof CASE_SORTS)[number]

/** Counting stops here: a longer list is "500+". */
export const COUNT_LIMIT = 500

export type CaseQuestion = {
  readonly filter: CaseFilter
  readonly sort: CaseSort
  readonly order: 'ascending' | 'descending'
  readonly urgency?: string
  readonly type?: string
  readonly country?: string
  readonly offset: number
  readonly limit: number
}

type Files = ExpressionBuilder<DB, 'app.case_files'>
type Wanted = Pick<CaseQuestion, 'filter' | 'urgency' | 'type' | 'country'>

function matches(eb: Files, wanted: Wanted, staffId: string): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [eb('state', '=', wanted.filter === 'closed' ? 'closed' : 'active')]
  if (wanted.filter === 'closed')
    all.splice(0, 1, eb.or([eb('state', '=', 'closed'), eb('case_state', '=', 'closed')]))
  else all.push(eb('case_state', '=', 'open'))
  if (wanted.filter === 'mine') all.push(eb('assignee', '=', staffId))
  if (wanted.filter === 'referred') all.push(eb('is_lead', '=', false))
  if (wanted.urgency) all.push(sql<SqlBool>`urgency_rank = ${rankOf(wanted.urgency)}`)
  if (wanted.type) all.push(sql<SqlBool>`case_types @> ${[wanted.type]}::text[]`)
  if (wanted.country) all.push(eb('country', '=', wanted.country))
  return eb.and(all)
}

function rankOf(urgency: string): number {
  return { darurat: 1, tinggi: 2, sedang: 3, rendah: 4 }[urgency] ?? 0
}

function files(ctx: Context, orgId: string, staffId: string, wanted: Wanted) {
  return ctx.tx
    .selectFrom('app.case_files')
    .where('org_id', '=', orgId)
    .where((eb) => matches(eb, wanted, staffId))
}

export type FileRow = {
  readonly case_id: string
  readonly code: string
  readonly case_state: string
  readonly urgency: string
  readonly case_types: string[]
  readonly country: string | null
  readonly touches_child: boolean
  readonly assignee: string | null
  readonly next_due_at: Date | null
  readonly touched_at: Date
}

const COLUMNS = [
  'case_id',
  'code',
  'case_state',
  'urgency',
  'case_types',
  'country',
  'touches_child',
  'assignee',
  'next_due_at',
  'touched_at',
] as const

export async function listFiles(
  ctx: Context,
  orgId: string,
  staffId: string,
  question: CaseQuestion,
): Promise<readonly FileRow[]> {
  const direction = question.order === 'descending' ? 'desc' : 'asc'
  const base = files(ctx, orgId, staffId, question)
    .select(COLUMNS)
    .offset(question.offset)
    .limit(question.limit)
  switch (question.sort) {
    case 'code':
      return base
        .orderBy(
          sql`code using ${direction === 'asc' ? sql`operator(pg_catalog.~<~)` : sql`operator(pg_catalog.~>~)`}`,
        )
        .execute()
    case 'next':
      return base.orderBy('next_due_at', direction).execute()
    case 'urgency':
      return base.orderBy('urgency_rank', direction).orderBy('next_due_at', direction).execute()
    default:
      return question.sort satisfies never
  }
}

/** At most COUNT_LIMIT + 1. */
export async function countFiles(
  ctx: Context,
  orgId: string,
  staffId: string,
  wanted: Wanted,
): Promise<number> {
  const some = files(ctx, orgId, staffId, wanted)
    .select('case_id')
    .limit(COUNT_LIMIT + 1)
  const row = await ctx.tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Files whose code begins with what was typed. */
export async function findFilesByCode(
  ctx: Context,
  orgId: string,
  start: string,
  limit: number,
): Promise<readonly FileRow[]> {
  // Not LIKE: it is not leakproof, so under row security no index would serve it.
  return ctx.tx
    .selectFrom('app.case_files')
    .select(COLUMNS)
    .where('org_id', '=', orgId)
    .where(
      sql<SqlBool>`code operator(pg_catalog.~>=~) ${start} and code operator(pg_catalog.~<~) ${`${start}\u{10FFFF}`}`,
    )
    .orderBy(sql`code using operator(pg_catalog.~<~)`)
    .limit(limit)
    .execute()
}

export async function listFilesOfCases(
  ctx: Context,
  orgId: string,
  caseIds: readonly string[],
): Promise<readonly FileRow[]> {
  if (caseIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.case_files')
    .select(COLUMNS)
    .where('org_id', '=', orgId)
    .where('case_id', 'in', [...caseIds])
    .execute()
}

/** The concerned person of each case, for the list; the first one where there are several. */
export async function listConcerned(ctx: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.case_persons')
    .select(['case_id', 'person_id'])
    .where('case_id', 'in', [...caseIds])
    .where(sql<SqlBool>`'concerned' = any (roles)`)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute()
}

export async function listCasesOfPersons(ctx: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.case_persons')
    .select(['case_id', 'person_id'])
    .where('person_id', 'in', [...personIds])
    .where('ended_at', 'is', null)
    .execute()
}

export async function listCasesOfReports(ctx: Context, reportIds: readonly string[]) {
  if (reportIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'case_id', 'created_at', 'state', 'urgency', 'country'])
    .where('id', 'in', [...reportIds])
    .execute()
}

export async function listColleagues(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.staff')
    .select(['id', 'display_name', 'state'])
    .where('org_id', '=', orgId)
    .orderBy('display_name')
    .execute()
}

/** Countries that occur in the own files, for the filter. */
export async function listCountries(ctx: Context, orgId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ country: string }>`
    with recursive next as (
      (select country from app.case_files where org_id = ${orgId} and state = 'active' and country is not null order by country limit 1)
      union all
      select (select f.country from app.case_files f where f.org_id = ${orgId} and f.state = 'active' and f.country > next.country order by f.country limit 1)
      from next where next.country is not null)
    select country from next where country is not null`.execute(ctx.tx)
  return rows.map((row) => row.country)
}

export async function hasUnansweredOffer(ctx: Context, caseId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.referrals')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['requested', 'received'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
