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

type Asker = { readonly orgId: string; readonly staffId: string }
type Files = ExpressionBuilder<DB, 'app.case_files'>
type Wanted = Pick<CaseQuestion, 'filter' | 'urgency' | 'type' | 'country'>

function matches(eb: Files, wanted: Wanted, staffId: string, ofType: OfType): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [eb('case_state', '=', wanted.filter === 'closed' ? 'closed' : 'open')]
  if (wanted.filter === 'mine') all.push(eb('assignee', '=', staffId))
  if (wanted.filter === 'referred') all.push(sql<SqlBool>`not is_lead`)
  if (wanted.urgency) all.push(sql<SqlBool>`urgency_rank = ${rankOf(wanted.urgency)}::smallint`)
  if (wanted.country) all.push(eb('country', '=', wanted.country))
  if (ofType.kind === 'rare')
    all.push(eb('case_id', 'in', ofType.caseIds.length === 0 ? [NOBODY] : [...ofType.caseIds]))
  if (ofType.kind === 'common') all.push(sql<SqlBool>`case_types @> ${[ofType.type]}::text[]`)
  return eb.and(all)
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A rare type is asked by its ids; a common one is met soon enough on the way through the list. */
export type OfType =
  | { readonly kind: 'any' }
  | { readonly kind: 'rare'; readonly caseIds: readonly string[] }
  | { readonly kind: 'common'; readonly type: string }

export async function ofTypeIn(ctx: Context, type: string | undefined): Promise<OfType> {
  if (!type) return { kind: 'any' }
  const { rows } = await sql<{
    id: string
  }>`select id from app.files_of_type(${type}, ${COUNT_LIMIT * 2}) as found (id)`.execute(ctx.tx)
  return rows.length < COUNT_LIMIT * 2
    ? { kind: 'rare', caseIds: rows.map((row) => row.id) }
    : { kind: 'common', type }
}

function rankOf(urgency: string): number {
  return { darurat: 1, tinggi: 2, sedang: 3, rendah: 4 }[urgency] ?? 0
}

function files(ctx: Context, orgId: string, staffId: string, wanted: Wanted, ofType: OfType) {
  return ctx.tx
    .selectFrom('app.case_files')
    .where('org_id', '=', orgId)
    .where((eb) => matches(eb, wanted, staffId, ofType))
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
  asker: Asker,
  question: CaseQuestion,
  ofType: OfType,
): Promise<readonly FileRow[]> {
  const direction = question.order === 'descending' ? 'desc' : 'asc'
  const base = files(ctx, asker.orgId, asker.staffId, question, ofType)
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
  asker: Asker,
  wanted: Wanted,
  ofType: OfType,
): Promise<number> {
  const some = files(ctx, asker.orgId, asker.staffId, wanted, ofType)
    .select('case_id')
    .limit(COUNT_LIMIT + 1)
  const row = await ctx.tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Every filter of the list counted in one statement, each at most COUNT_LIMIT + 1. */
export async function countFilters(
  ctx: Context,
  asker: Asker,
): Promise<Readonly<Record<CaseFilter, number>>> {
  const some = (filter: CaseFilter) =>
    files(ctx, asker.orgId, asker.staffId, { filter }, { kind: 'any' })
      .select('case_id')
      .limit(COUNT_LIMIT + 1)
      .as('some')
  const counted = await sql<Record<CaseFilter, string>>`select ${sql.join(
    CASE_FILTERS.map((filter) => sql`(select count(*) from ${some(filter)}) as ${sql.ref(filter)}`),
  )}`.execute(ctx.tx)
  const row = counted.rows[0]
  return Object.fromEntries(CASE_FILTERS.map((filter) => [filter, Number(row?.[filter] ?? 0)])) as Record<
    CaseFilter,
    number
  >
}

const WHOLE_CODE = /^[A-Z]{2,5}-\d{4}-\d{4,}$/

/** The file with this code, or those whose code begins with what was typed. */
export async function findFilesByCode(
  ctx: Context,
  orgId: string,
  start: string,
  limit: number,
): Promise<readonly FileRow[]> {
  const base = ctx.tx.selectFrom('app.case_files').select(COLUMNS).where('org_id', '=', orgId)
  if (WHOLE_CODE.test(start)) {
    const exact = await base.where('code', '=', start).execute()
    if (exact.length > 0) return exact
  }
  const pattern = `${start.replaceAll(/[%_\\]/g, '')}%`
  return base.where('code', 'like', pattern).orderBy('code').limit(limit).execute()
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
export async function listCountries(ctx: Context): Promise<readonly string[]> {
  const { rows } = await sql<{
    country: string
  }>`select country from app.file_countries() as found (country)`.execute(ctx.tx)
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
