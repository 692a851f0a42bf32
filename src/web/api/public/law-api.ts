/** The law library for programs: the same data as /hukum, counted for each visitor. */
import { z } from '@hono/zod-openapi'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import { LAW_LEVELS, type LawArticle, type LawInstrument } from '#src/domain/law/law-library.ts'
import { nameKey, namesOf, resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { currentReleaseLabel, LAW_PLACES, listPublicTexts, searchLaw } from '#src/modules/law/index.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, TooManyError } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { countHit } from '#src/platform/limits/limits-queries.ts'
import { lawHitPath, lawPath } from '#src/web/law-path.ts'
import { apiRoute, type ApiCall } from '../route.ts'

const WINDOW_SECONDS = 60
const MOST_IN_WINDOW = 300
const PER_PAGE = 50
const HITS_PER_PAGE = 20

const Text = z.object({ id: z.string().nullable(), en: z.string().nullable() })
const Both = z.object({ id: z.string(), en: z.string() })
const Certainty = z.enum(LAW_CERTAINTIES)
const Fact = z.object({ on: z.string(), confidence: Certainty, source: z.string().nullable() }).nullable()
const Page = z.coerce.number().int().min(1).max(1000).default(1).openapi({ description: 'From 1.' })
const Paged = { total: z.number(), page: z.number(), pages: z.number(), release: z.string() }

const BriefSchema = z
  .object({
    id: z.string(),
    short: z.string(),
    title: Text,
    kind: z.string(),
    level: z.string(),
    states: z.array(z.string()),
    inForce: Fact,
    topics: z.array(z.string()),
    confidence: Certainty,
    page: z.string().openapi({ description: 'Where people read it, on this installation.' }),
  })
  .openapi('LawInstrumentBrief')
const InstrumentSchema = BriefSchema.extend({
  aliases: z.array(z.string()),
  binding: z.object({ force: z.string(), note: Text.nullable() }),
  parties: z.array(z.string()),
  adopted: Fact,
  signed: Fact,
  status: z.array(
    z.object({
      state: z.string(),
      standing: z.string(),
      since: z.string().nullable(),
      nationalAct: z.string().nullable(),
      confidence: Certainty,
      source: z.string().nullable(),
      note: Text.nullable(),
    }),
  ),
  relations: z.array(
    z.object({
      kind: z.string(),
      instrument: z.string(),
      articles: z.string().nullable(),
      from: z.string().nullable(),
      confidence: Certainty,
      source: z.string().nullable(),
    }),
  ),
  officialText: z.object({ url: z.string().nullable(), how: z.string() }),
  sources: z.array(
    z.object({
      citation: z.string(),
      url: z.string().nullable(),
      readOn: z.string().nullable(),
      confidence: Certainty,
    }),
  ),
  checkedBy: z.string().nullable().openapi({ description: 'Null: nobody checked the whole record yet.' }),
  checkedOn: z.string().nullable(),
  note: Text.nullable(),
}).openapi('LawInstrument')
const ArticleSchema = z
  .object({
    instrument: z.string(),
    article: z.string(),
    state: z.string().openapi({ description: 'Whether somebody read the words of the article itself.' }),
    summary: Both.nullable(),
    confidence: Certainty,
    source: z.string().nullable(),
    validFrom: z.string().nullable().openapi({ description: 'Null where nobody read the first day.' }),
    validUntil: z.string().nullable().openapi({ description: 'The first day it no longer holds.' }),
    changedBy: z.array(z.object({ instrument: z.string(), article: z.string().nullable() })),
    page: z.string(),
  })
  .openapi('LawArticle')
const TextSchema = z
  .object({
    id: z.string(),
    language: z.string(),
    kind: z.string(),
    source: z.string(),
    url: z.string().nullable(),
    retrievedOn: z.string(),
    mediaType: z.string(),
    size: z.number().openapi({ description: 'Bytes.' }),
    sha256: z.string(),
    readOn: z.string().nullable().openapi({ description: 'The day on which the second person had read it.' }),
    file: z.string().openapi({ description: 'Where it is, on this installation.' }),
  })
  .openapi('LawOfficialText')
const HitSchema = z
  .object({
    kind: z.enum(LAW_PLACES),
    title: Both,
    body: Both,
    instrument: z.string().nullable(),
    article: z.string().nullable(),
    confidence: Certainty,
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
    page: z.string(),
  })
  .openapi('LawHit')

const brief = (each: LawInstrument) => ({
  id: each.id,
  short: each.short,
  title: each.title,
  kind: each.kind,
  level: each.level,
  states: [...each.states],
  inForce: each.inForce,
  topics: [...each.topics],
  confidence: each.confidence,
  page: lawPath(each.id),
})
const articleOf = (each: LawArticle) => ({
  ...each,
  changedBy: [...each.changedBy],
  page: lawPath(each.instrument, each.article),
})

type AttachedText = Awaited<ReturnType<typeof listPublicTexts>>[number]
const textOf = (each: AttachedText): z.infer<typeof TextSchema> => ({
  id: each.id,
  language: each.language,
  kind: each.kind,
  source: each.source,
  url: each.url,
  retrievedOn: each.retrieved_on,
  mediaType: each.media_type,
  size: each.size_bytes,
  sha256: each.sha256,
  readOn: each.read_at?.toISOString().slice(0, 10) ?? null,
  file: `/hukum/${each.instrument}/naskah/${each.id}`,
})

/** Counts the visitor, then answers in the release in force. Throws TooManyError. */
async function counted<T>(
  { platform, visitor }: Pick<ApiCall, 'platform' | 'visitor'>,
  work: (ctx: Context, release: string) => Promise<T> | T,
): Promise<T> {
  const hits = await runAs(platform, { kind: 'public' }, (ctx) =>
    countHit(ctx, { kind: 'law', visitor, windowSeconds: WINDOW_SECONDS }),
  )
  if (hits > MOST_IN_WINDOW) throw new TooManyError('law.too-many', WINDOW_SECONDS)
  return runAs(platform, { kind: 'public' }, async (ctx) => work(ctx, await currentReleaseLabel(ctx)))
}

function paged<T>(all: readonly T[], page: number) {
  const items = all.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return { items, total: all.length, page, pages: Math.ceil(all.length / PER_PAGE) }
}

/** By its id, a former id or any name in use. */
function instrumentNamed(name: string): LawInstrument | undefined {
  const key = nameKey(name)
  return loadLaw().instruments.find((each) => namesOf(each).some((other) => nameKey(other) === key))
}

const SHOWN = {
  id: 'id-uu-18-2017',
  short: 'UU 18/2017',
  title: { id: 'Undang-Undang 18/2017', en: null },
  kind: 'law',
  level: 'national',
  states: ['ID'],
  inForce: { on: '2017-11-22', confidence: 'verified', source: null },
  topics: ['placement'],
  confidence: 'secondary',
  page: '/hukum/id-uu-18-2017',
} as const

export const lawApi = [
  apiRoute({
    method: 'get',
    path: '/law/instruments',
    access: 'public',
    summary: 'The laws of the library',
    query: z.object({ level: z.enum(LAW_LEVELS).optional(), page: Page }),
    answer: z.object({ instruments: z.array(BriefSchema), ...Paged }),
    problems: [429],
    examples: {
      national: {
        query: { level: 'national', page: '1' },
        answer: { instruments: [SHOWN], total: 1, page: 1, pages: 1, release: '2026-11-21' },
      },
    },
    handle: (call) =>
      counted(call, (_ctx, release) => {
        const { level, page } = call.query
        const all = loadLaw().instruments.filter((each) => level === undefined || each.level === level)
        const { items, ...rest } = paged(all, page)
        return { instruments: items.map(brief), ...rest, release }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/law/instruments/{id}',
    access: 'public',
    summary: 'One law, by its id or any name in use',
    params: z.object({ id: z.string() }),
    answer: InstrumentSchema,
    problems: [404, 429],
    examples: {
      law: {
        params: { id: 'id-uu-18-2017' },
        answer: {
          ...SHOWN,
          aliases: ['Law 18/2017'],
          binding: { force: 'binding', note: null },
          parties: [],
          adopted: null,
          signed: null,
          status: [],
          relations: [],
          officialText: { url: null, how: 'none' },
          sources: [],
          checkedBy: null,
          checkedOn: null,
          note: null,
        },
      },
    },
    handle: (call) =>
      counted(call, () => {
        const each = instrumentNamed(call.params.id)
        if (each === undefined) throw new NotFoundError('law.not-found')
        const { aliases, binding, parties, adopted, signed, status, relations } = each
        const { officialText, sources, checkedBy, checkedOn, note } = each
        return {
          ...brief(each),
          binding,
          adopted,
          signed,
          officialText,
          checkedBy,
          checkedOn,
          note,
          aliases: [...aliases],
          parties: [...parties],
          status: [...status],
          relations: [...relations],
          sources: [...sources],
        }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/law/instruments/{id}/texts',
    access: 'public',
    summary: 'The official texts attached to a law',
    description:
      'Only texts that two people have read; the file itself is at `file`. `example`: no law text.',
    params: z.object({ id: z.string() }),
    answer: z.object({ texts: z.array(TextSchema) }),
    problems: [404, 429],
    examples: {
      none: { params: { id: 'id-uu-18-2017' }, answer: { texts: [] } },
    },
    handle: (call) =>
      counted(call, async (ctx) => {
        const each = instrumentNamed(call.params.id)
        if (each === undefined) throw new NotFoundError('law.not-found')
        const texts = await listPublicTexts(ctx, each.id)
        return { texts: texts.map(textOf) }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/law/articles',
    access: 'public',
    summary: 'The articles of a law, or those that a citation names',
    description:
      'A summary stands only where the text or a source about it was read; "not-read" says that nobody has. A citation that the library does not hold is refused.',
    query: z.object({
      instrument: z.string().min(1).max(200).openapi({ description: 'Id or any name in use.' }),
      article: z.string().min(1).max(200).optional().openapi({ description: 'As a citation writes it.' }),
      page: Page,
    }),
    answer: z.object({ articles: z.array(ArticleSchema), ...Paged }),
    problems: [429],
    examples: {
      citation: {
        query: { instrument: 'UU 18/2017', article: 'Pasal 30 ayat (1)' },
        answer: { articles: [], total: 1, page: 1, pages: 1, release: '2026-11-21' },
      },
    },
    handle: (call) =>
      counted(call, (_ctx, release) => {
        const { instrument, article, page } = call.query
        const { items, ...rest } = paged(articlesNamed(instrument, article), page)
        return { articles: items.map(articleOf), ...rest, release }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/law/search',
    access: 'public',
    summary: 'Search of laws, articles, norms, notes and errors in circulation',
    query: z.object({
      q: z.string().trim().min(1).max(200),
      kind: z.enum(LAW_PLACES).optional(),
      on: z
        .string()
        .refine((day) => day.length === 10 && parsePartialDate(day) !== undefined, 'date.not-understood')
        .optional()
        .openapi({ description: 'Only what is in force on this day; an unread start stays in.' }),
      page: Page,
    }),
    answer: z.object({
      hits: z.array(HitSchema),
      how: z.enum(['all', 'some', 'read-otherwise']).openapi({
        description:
          'all: every word is there · some: nothing has all of them · read-otherwise: a word was taken for a known one.',
      }),
      read: z.string().optional(),
      ...Paged,
    }),
    problems: [429],
    examples: {
      passport: {
        query: { q: 'paspor ditahan' },
        answer: { hits: [], how: 'all', total: 0, page: 1, pages: 0, release: '2026-11-21' },
      },
    },
    handle: (call) =>
      counted(call, async (ctx, release) => {
        const { q, kind, on, page } = call.query
        const { hits, total, how } = await searchLaw(ctx, {
          words: q,
          limit: HITS_PER_PAGE,
          offset: (page - 1) * HITS_PER_PAGE,
          ...(kind && { kind }),
          ...(on && { inForceOn: on }),
        })
        return {
          hits: hits.map((hit) => ({
            kind: hit.kind as (typeof LAW_PLACES)[number],
            title: { id: hit.title_id, en: hit.title_en },
            body: { id: hit.body_id, en: hit.body_en },
            instrument: hit.instrument,
            article: hit.article,
            confidence: hit.confidence as z.infer<typeof Certainty>,
            validFrom: hit.valid_from,
            validUntil: hit.valid_until,
            page: lawHitPath(hit),
          })),
          ...(typeof how === 'object' ? { how: 'read-otherwise' as const, read: how.read } : { how }),
          total,
          page,
          pages: Math.ceil(total / HITS_PER_PAGE),
          release,
        }
      }),
  }),
]

/** Throws InvalidInputError for a law or an article that the library does not hold. */
function articlesNamed(name: string, article: string | undefined): readonly LawArticle[] {
  const library = loadLaw()
  const instrument = instrumentNamed(name)?.id
  if (instrument === undefined) throw new InvalidInputError([{ path: 'instrument', code: 'not-in-list' }])
  if (article === undefined) return library.articles.filter((each) => each.instrument === instrument)
  const found = resolveCitation(library, { instrument, article })
  if (found.kind !== 'instrument') throw new InvalidInputError([{ path: 'article', code: 'not-in-list' }])
  return found.articles
}
