import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import { tokensFor, type Findable, type TokenKind } from '#src/platform/crypto/search-tokens.ts'
import type { MinorMark } from './child-alert.ts'
import type { PersonMarks } from './person.ts'

export type NewPersonRow = PersonMarks & {
  readonly id: string
  readonly orgId: string
  readonly keyId: string
  readonly sealed: Buffer
  readonly isMinor: MinorMark
}

export async function insertPerson(ctx: Context, row: NewPersonRow): Promise<void> {
  await ctx.tx
    .insertInto('app.persons')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: row.orgId,
      key_id: row.keyId,
      sealed: row.sealed,
      sex: row.sex,
      nationality: row.nationality,
      origin_district: row.originDistrict,
      is_minor: row.isMinor,
    })
    .execute()
}

export async function findPersonRow(ctx: Context, personId: string) {
  return ctx.tx.selectFrom('app.persons').selectAll().where('id', '=', personId).executeTakeFirst()
}

export async function listPersonRows(ctx: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.persons')
    .selectAll()
    .where('id', 'in', [...personIds])
    .execute()
}

export async function updatePerson(
  ctx: Context,
  change: PersonMarks & {
    readonly id: string
    readonly version: number
    readonly sealed: Buffer
    readonly isMinor: MinorMark
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.persons')
    .set({
      sealed: change.sealed,
      sex: change.sex,
      nationality: change.nationality,
      origin_district: change.originDistrict,
      is_minor: change.isMinor,
      version: change.version + 1,
    })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The tokens of one subject, written anew. */
export async function replaceTokens(
  ctx: Context,
  subject: {
    readonly id: string
    readonly kind: 'report' | 'person' | 'case'
    readonly orgId: string
    readonly caseId: string | null
  },
  findable: Findable,
): Promise<void> {
  await ctx.tx
    .deleteFrom('app.search_tokens')
    .where('subject_id', '=', subject.id)
    .where('org_id', '=', subject.orgId)
    .execute()
  const tokens = tokensFor(ctx.platform.keys.tokens, findable)
  if (tokens.length === 0) return
  await ctx.tx
    .insertInto('app.search_tokens')
    .values(
      tokens.map(({ kind, token }) => ({
        token,
        kind,
        subject_id: subject.id,
        subject_kind: subject.kind,
        org_id: subject.orgId,
        case_id: subject.caseId,
        created_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type TokenHit = {
  readonly subjectId: string
  readonly subjectKind: string
  readonly kinds: readonly TokenKind[]
  readonly hits: number
}

/** More rows than this for one word mean a very common word: only its newest subjects are looked at. */
const MOST_ROWS_A_TOKEN = 500

/**
 * Subjects of the own organisation that share keyed tokens, the ones that share most first. Each token brings its own rows,
 * so that a common word never crowds out the whole name.
 */
export async function findByTokens(
  ctx: Context,
  orgId: string,
  tokens: readonly Buffer[],
  limit: number,
): Promise<readonly TokenHit[]> {
  if (tokens.length === 0) return []
  const { rows: found } = await sql<{
    subject_id: string
    subject_kind: string
    kinds: string[]
    hits: string
  }>`
    select t.subject_id, t.subject_kind, array_agg(distinct t.kind) as kinds, count(distinct t.token) as hits
    from unnest(${[...tokens]}::bytea[]) as asked (token)
    cross join lateral (
      select s.subject_id, s.subject_kind, s.kind, s.token from app.search_tokens s
      where s.org_id = ${orgId} and s.token = asked.token
      order by s.subject_id desc limit ${MOST_ROWS_A_TOKEN}) as t
    group by t.subject_id, t.subject_kind
    order by hits desc, t.subject_id desc limit ${limit}`.execute(ctx.tx)
  return found.map((row) => ({
    subjectId: row.subject_id,
    subjectKind: row.subject_kind,
    kinds: row.kinds as TokenKind[],
    hits: Number(row.hits),
  }))
}
