import { sql } from 'kysely'
import type { Verdict } from '#src/domain/linkage/standing.ts'
import type { Context } from '#src/platform/db/context.ts'

/** Queries of the job that compares: it sees every body's tokens, and writes only what a few may read. */

export async function listPersonsForJob(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.tx
    .selectFrom('app.persons')
    .select(['id', 'org_id', 'key_id', 'sealed', 'sex', 'nationality', 'origin_district'])
    .where('id', 'in', [...ids])
    .execute()
}

const LIVE = ['waiting', 'taken', 'in-case'] as const

/** Reports that still stand; one that was withdrawn or is no case is looked for no longer. */
export async function listReportsForJob(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.tx
    .selectFrom('app.reports')
    .select([
      'id',
      'org_id',
      'key_id',
      'sealed',
      'about',
      'state',
      'case_id',
      'case_types',
      'kept_from_orgs',
      'kept_from_kinds',
      'created_at',
    ])
    .where('id', 'in', [...ids])
    .where('state', 'in', [...LIVE])
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function listCasesOfPersonsForJob(ctx: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.case_persons')
    .select(['person_id', 'case_id'])
    .where('person_id', 'in', [...personIds])
    .execute()
}

/** More rows for one key mean that it says little: only its newest subjects are looked at. */
const MOST_ROWS_A_KEY = 200
/** The row of a subject that was compared, whether or not anything could be said of it. */
const COMPARED = Buffer.alloc(16)

export type KeyKind = 'person' | 'report' | 'search'

/** Who shares keys with the subject, most first. `orgId`: only persons of this body. */
export async function findSharing(
  ctx: Context,
  asked: {
    readonly keys: readonly Buffer[]
    readonly among: readonly KeyKind[]
    readonly orgId?: string
    readonly limit: number
  },
): Promise<readonly { readonly id: string; readonly kind: KeyKind }[]> {
  if (asked.keys.length === 0) return []
  const own = asked.orgId ?? null
  const { rows } = await sql<{ subject_id: string; subject_kind: string }>`
    select t.subject_id, t.subject_kind
    from unnest(${[...asked.keys]}::bytea[]) as asked (token)
    cross join lateral (
      select k.subject_id, k.subject_kind, k.token from app.match_keys k
      where k.token = asked.token and k.subject_kind = any (${[...asked.among]}::text[])
        and (${own}::uuid is null
             or exists (select 1 from app.persons p where p.id = k.subject_id and p.org_id = ${own}::uuid))
      order by k.subject_id desc limit ${MOST_ROWS_A_KEY}) as t
    group by t.subject_id, t.subject_kind
    order by count(*) desc, t.subject_id desc limit ${asked.limit}`.execute(ctx.tx)
  return rows.map((row) => ({ id: row.subject_id, kind: row.subject_kind as KeyKind }))
}

/** The keys of one subject, written anew. */
export async function replaceKeys(
  ctx: Context,
  subject: { readonly id: string; readonly kind: KeyKind },
  keys: readonly Buffer[],
): Promise<void> {
  await ctx.tx.deleteFrom('app.match_keys').where('subject_id', '=', subject.id).execute()
  await ctx.tx
    .insertInto('app.match_keys')
    .values(
      [COMPARED, ...keys].map((token) => ({
        token,
        subject_id: subject.id,
        subject_kind: subject.kind,
        created_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Persons, and reports that still stand, which were never compared: those from before this existed, or brought in at once. */
export async function takeUncompared(
  ctx: Context,
  limit: number,
): Promise<readonly { readonly kind: 'person' | 'report'; readonly id: string }[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    (select 'person' as kind, p.id from app.persons p
     where not exists (select 1 from app.match_keys k where k.subject_id = p.id) order by p.id limit ${limit})
    union all
    (select 'report' as kind, r.id from app.reports r
     where r.state in ('waiting', 'taken', 'in-case') and r.withdrawn_at is null
       and not exists (select 1 from app.match_keys k where k.subject_id = r.id) order by r.id limit ${limit})`.execute(
    ctx.tx,
  )
  return rows.map((row) => ({ kind: row.kind as 'person' | 'report', id: row.id }))
}

export async function countPersons(ctx: Context, orgId?: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.persons')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .$if(orgId !== undefined, (query) => query.where('org_id', '=', orgId!))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function countSearches(ctx: Context): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.missing_searches')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Pairs that were proposed before, in either order, or that an officer looked at and kept apart. */
export async function listDonePairs(ctx: Context, id: string): Promise<ReadonlySet<string>> {
  const proposed = await ctx.tx
    .selectFrom('app.person_matches')
    .select(['left_id', 'right_id'])
    .where((row) => row.or([row('left_id', '=', id), row('right_id', '=', id)]))
    .execute()
  const apart = await ctx.tx
    .selectFrom('app.kept_apart')
    .select('other_id')
    .where('report_id', '=', id)
    .execute()
  return new Set([
    ...proposed.flatMap((row) => [row.left_id, row.right_id]),
    ...apart.map((row) => row.other_id),
  ])
}

export type NewMatch = {
  readonly id: string
  readonly orgId: string
  readonly verdict: Verdict
  readonly modelVersion: string
  readonly codes: readonly string[]
  readonly weights: readonly number[]
}

/** False where the same pair was proposed meanwhile. */
export async function insertMatch(
  ctx: Context,
  row: NewMatch & {
    readonly leftKind: 'person' | 'report'
    readonly leftId: string
    readonly rightId: string
    readonly chance: number
  },
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.person_matches')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: row.orgId,
      left_kind: row.leftKind,
      left_id: row.leftId,
      right_id: row.rightId,
      verdict: row.verdict,
      model_version: row.modelVersion,
      codes: [...row.codes],
      weights: [...row.weights],
      chance: row.chance,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function keepSearch(ctx: Context, reportId: string): Promise<'new' | 'known'> {
  const done = await ctx.tx
    .insertInto('app.missing_searches')
    .values({ report_id: reportId, created_at: ctx.now, looked_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'new' : 'known'
}

export async function insertFound(
  ctx: Context,
  row: NewMatch & {
    readonly reportId: string
    readonly subjectKind: 'person' | 'report'
    readonly subjectId: string
    readonly keyId: string
    readonly seekerSealed: Buffer
  },
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.missing_matches')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: row.orgId,
      report_id: row.reportId,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      verdict: row.verdict,
      model_version: row.modelVersion,
      codes: [...row.codes],
      weights: [...row.weights],
      key_id: row.keyId,
      seeker_sealed: row.seekerSealed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Kinds of bodies to which the report says no. */
export async function listRefusedReaders(ctx: Context, reportId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('app.consents')
    .select(['reader_kind', 'answer'])
    .where('report_id', '=', reportId)
    .where('item', '=', 'name')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const last = new Map(rows.map((row) => [row.reader_kind, row.answer]))
  return new Set([...last].filter(([, answer]) => answer === 'no').map(([kind]) => kind))
}

export async function listBodyKinds(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.tx.selectFrom('app.organisations').select(['id', 'kind']).execute()
  return new Map(rows.map((row) => [row.id, row.kind]))
}

export async function isProtected(ctx: Context, caseIds: readonly string[]): Promise<boolean> {
  if (caseIds.length === 0) return false
  const row = await ctx.tx
    .selectFrom('app.cases')
    .select('id')
    .where('id', 'in', [...caseIds])
    .where('protected', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

export async function findBody(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.organisations').select(['id', 'kind']).where('id', '=', id).executeTakeFirst()
}

/** False where this body was told before. */
export async function insertHint(
  ctx: Context,
  row: {
    readonly id: string
    readonly orgId: string
    readonly personId: string
    readonly otherOrg: string
    readonly otherPerson: string
  },
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.body_hints')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: row.orgId,
      person_id: row.personId,
      other_org: row.otherOrg,
      other_person: row.otherPerson,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Some of all, others each time: each comes round within minutes, and looking writes nothing. */
export async function takeHints(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.body_hints')
    .select(['id', 'org_id', 'other_person'])
    .orderBy(sql`random()`)
    .limit(limit)
    .execute()
}

export async function deleteHint(ctx: Context, id: string): Promise<void> {
  await ctx.tx.deleteFrom('app.body_hints').where('id', '=', id).execute()
}
