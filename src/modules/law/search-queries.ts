import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export const LAW_PLACES = ['instrument', 'article', 'norm', 'statement', 'erratum'] as const
export type LawPlace = (typeof LAW_PLACES)[number]

export type LawQuestion = {
  /** Words of either language, or a citation such as "UU 18/2017 Pasal 30"; empty for all. */
  readonly words: string
  readonly kind?: LawPlace
  readonly topic?: string
  /** ISO 3166-1 alpha-2. */
  readonly state?: string
  readonly level?: string
  /** In force on this day: `YYYY-MM-DD`. What has no start that anybody read stays in, marked unclear. */
  readonly inForceOn?: string
  readonly limit: number
  readonly offset: number
}

export type LawHit = {
  readonly place: string
  readonly kind: string
  readonly instrument: string | null
  readonly article: string | null
  readonly title_id: string
  readonly title_en: string
  readonly body_id: string
  readonly body_en: string
  readonly confidence: string
  readonly valid_from: string | null
  readonly valid_until: string | null
  readonly start_known: boolean
}

/** The most exact first: an instrument or article that is called like the words, then titles, then texts. */
export async function searchLaw(
  ctx: Context,
  question: LawQuestion,
): Promise<{ readonly hits: readonly LawHit[]; readonly total: number }> {
  const words = question.words.trim().slice(0, 200)
  const query = sql<string>`(websearch_to_tsquery('indonesian', ${words}) || websearch_to_tsquery('english', ${words}) || websearch_to_tsquery('simple', ${words}))`
  const rank =
    words === ''
      ? sql<number>`0::real`
      : sql<number>`ts_rank_cd(words, ${query}) + (lower(split_part(title_id, ':', 1)) = lower(${words}))::int * 10`
  let found = ctx.tx.selectFrom('app.law_index')
  if (words !== '') found = found.where(sql<boolean>`words @@ ${query}`)
  if (question.kind) found = found.where('kind', '=', question.kind)
  if (question.topic) found = found.where(sql<boolean>`topics @> array[${question.topic}]`)
  if (question.state) found = found.where(sql<boolean>`states @> array[${question.state}]`)
  if (question.level) found = found.where('level', '=', question.level)
  if (question.inForceOn) {
    const day = question.inForceOn
    found = found.where((where) =>
      where.and([
        where.or([where('valid_from', 'is', null), where('valid_from', '<=', sql<Date>`${day}::date`)]),
        where.or([where('valid_until', 'is', null), where('valid_until', '>', sql<Date>`${day}::date`)]),
      ]),
    )
  }
  const rows = await found
    .select(['place', 'kind', 'instrument', 'article', 'title_id', 'title_en', 'body_id', 'body_en'])
    .select(['confidence', 'start_known'])
    .select([
      sql<string | null>`valid_from::text`.as('valid_from'),
      sql<string | null>`valid_until::text`.as('valid_until'),
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .orderBy(rank, 'desc')
    .orderBy(sql`array_position(array['instrument','article','norm','statement','erratum'], kind)`)
    .orderBy('place')
    .limit(question.limit)
    .offset(question.offset)
    .execute()
  return { hits: rows.map(({ total: _total, ...hit }) => hit), total: rows[0]?.total ?? 0 }
}

/** The name of the release in force, for the foot of a page; empty before the first one came in. */
export async function currentReleaseLabel(ctx: Context): Promise<string> {
  const { rows } = await sql<{ label: string | null }>`select app.law_label() as label`.execute(ctx.tx)
  return rows[0]?.label ?? ''
}
