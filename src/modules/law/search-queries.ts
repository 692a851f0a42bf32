import { sql, type RawBuilder } from 'kysely'
import { articlePaths, isWithin } from '#src/domain/law/article-path.ts'
import { nearestWord, searchPlan, wordsOf, type SearchPlan } from '#src/domain/law/search-words.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { oncePerRelease } from '#src/platform/law/law-source.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { loadReference } from '#src/platform/reference.ts'
import { indexRows } from './index-rows.ts'

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

/** `all`: everything asked for is there · `some`: nothing has all of it · the other: words that were read instead. */
export type FoundHow = 'all' | 'some' | { readonly read: string }
export type FoundLaw = { readonly hits: readonly LawHit[]; readonly total: number; readonly how: FoundHow }

/** The most exact first: the law that is named, then titles, then texts; else what is near, and it says so. */
export async function searchLaw(ctx: Context, question: LawQuestion): Promise<FoundLaw> {
  const words = question.words.trim().slice(0, 200)
  const all = await searchAs(ctx, question, planOf(words), 'all')
  if (all.total > 0 || words === '') return { ...all, how: 'all' }
  const read = wordsOf(words)
    .map((word) => nearestWord(vocabulary(), word))
    .join(' ')
  if (read !== wordsOf(words).join(' ')) {
    const meant = await searchAs(ctx, question, planOf(read), 'all')
    if (meant.total > 0) return { ...meant, how: { read } }
  }
  return { ...(await searchAs(ctx, question, planOf(read), 'some')), how: 'some' }
}

function planOf(words: string): SearchPlan {
  return searchPlan(loadLaw(), stateNames(), words)
}

const stateNames = oncePerRelease(() => {
  const named = new Set(loadLaw().instruments.flatMap((each) => each.states))
  return new Map(
    loadReference()
      .countryNames.filter((each) => named.has(each.iso))
      .flatMap(({ iso, id, en }) => [id, en].map((name) => [name.toLowerCase(), iso] as const))
      .toSorted(([a], [b]) => b.length - a.length),
  )
})

const FIRST_LAW = 'id-uu-18-2017'

/** Every word of the library, for one that was misspelled. */
const vocabulary = oncePerRelease(
  () =>
    new Set(
      indexRows().flatMap(({ title, body }) => wordsOf(`${title.id} ${title.en} ${body.id} ${body.en}`)),
    ),
)

async function searchAs(ctx: Context, question: LawQuestion, plan: SearchPlan, how: 'all' | 'some') {
  let found = ctx.tx.selectFrom('app.law_index')
  const parts = partsOf(plan)
  if (parts.length > 0) found = found.where(how === 'all' ? allOf(parts, plan.leads) : anyOf(parts))
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
    .orderBy(rankOf(question.words, plan, parts, ctx.now), 'desc')
    .orderBy(sql`array_position(array['instrument','article','norm','statement','erratum'], kind)`)
    .orderBy('place')
    .limit(question.limit)
    .offset(question.offset)
    .execute()
  return { hits: rows.map(({ total: _total, ...hit }) => hit), total: rows[0]?.total ?? 0 }
}

/** What each part of the question asks of a row. */
function partsOf(plan: SearchPlan): readonly RawBuilder<boolean>[] {
  return [
    ...(plan.cited ? [citedPart(plan.cited)] : []),
    ...plan.states.map((state) => sql<boolean>`states @> array[${state}]`),
    ...plan.groups.map((group) => sql<boolean>`words @@ ${queryOf(group)}`),
  ]
}

/** The law that is first on the subject stays in, though its name has other words. */
function allOf(parts: readonly RawBuilder<boolean>[], leads: string | undefined): RawBuilder<boolean> {
  const all = sql<boolean>`(${sql.join(parts, sql` and `)})`
  return leads === undefined ? all : sql<boolean>`(${all} or place = ${`instrument:${leads}`})`
}

function anyOf(parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(parts, sql` or `)})`
}

/** The law and, where an article is named, its places; else whatever names that law too. */
function citedPart({ instrument, article }: NonNullable<SearchPlan['cited']>): RawBuilder<boolean> {
  const short = loadLaw().instruments.find((each) => each.id === instrument)?.short ?? instrument
  if (article === '-')
    return sql<boolean>`(instrument = ${instrument} or words @@ phraseto_tsquery('simple', ${short}))`
  return sql<boolean>`(place = ${`instrument:${instrument}`} or (instrument = ${instrument} and article = any(${placesAt(instrument, article, 'near')})))`
}

/** Every way in which the library and the norms write that article; `near` also its parts and what holds it. */
function placesAt(instrument: string, article: string, which: 'same' | 'near'): readonly string[] {
  const paths = articlePaths(article) ?? []
  const near = (other: string) =>
    (articlePaths(other) ?? []).some((place) =>
      paths.some((path) => place.length > 0 && fits(isWithin(place, path), isWithin(path, place))),
    )
  const fits = (within: boolean, holds: boolean) => (which === 'same' ? within && holds : within || holds)
  const written = [...loadLaw().articles, ...loadNorms()].filter((each) => each.instrument === instrument)
  return [...new Set(written.map((each) => each.article).filter(near))]
}

/** Both languages and the words as they stand. */
function queryOf(group: readonly string[]): RawBuilder<string> {
  const each = group.map(
    (word) =>
      sql`phraseto_tsquery('indonesian', ${word}) || phraseto_tsquery('english', ${word}) || phraseto_tsquery('simple', ${word})`,
  )
  return sql<string>`(${sql.join(each, sql` || `)})`
}

/** What is named exactly outweighs everything; then how many of the parts are there; then how well the words fit. */
function rankOf(
  words: string,
  plan: SearchPlan,
  parts: readonly RawBuilder<boolean>[],
  now: Date,
): RawBuilder<number> {
  if (words.trim() === '') return sql<number>`0::real`
  const title = words.trim().toLowerCase()
  const terms = [
    sql`(lower(split_part(title_id, ':', 1)) = ${title} or lower(article) = ${title})::int * 40`,
    ...parts.map((part) => sql`(${part})::int * 2`),
    ...plan.groups.map((group) => sql`ts_rank_cd(words, ${queryOf(group)}, 32)`),
    // The reader's first words weigh more where they are the very words of the row.
    sql`ts_rank_cd(words, plainto_tsquery('simple', ${title}), 32) * 2`,
    // Most readers ask about the duties of Indonesia; the law for migrant workers first of all.
    sql`(instrument = ${FIRST_LAW})::int * 0.3 + (states @> array['ID'])::int * 0.2`,
    // What has ended stays findable, after what is in force.
    sql`(valid_until <= ${now}::date)::int * -0.8`,
    sql`(place = ${`instrument:${plan.leads ?? ''}`})::int * 20`,
    ...(plan.cited ? namedFirst(plan.cited) : []),
  ]
  return sql<number>`(${sql.join(
    terms.map((term) => sql`coalesce(${term}, 0)`),
    sql` + `,
  )})`
}

function namedFirst({ instrument, article }: NonNullable<SearchPlan['cited']>) {
  return [
    sql`(place = ${`instrument:${instrument}`})::int * ${article === '-' ? 60 : 10}`,
    sql`(instrument = ${instrument})::int * 20`,
    sql`(kind = 'article' and instrument = ${instrument} and article = any(${placesAt(instrument, article, 'same')}))::int * 60`,
  ]
}

/** The name of the release in force, for the foot of a page; empty before the first one came in. */
export async function currentReleaseLabel(ctx: Context): Promise<string> {
  const { rows } = await sql<{ label: string | null }>`select app.law_label() as label`.execute(ctx.tx)
  return rows[0]?.label ?? ''
}
