import {
  LAW_LEVELS,
  LAW_TOPICS,
  type LawArticle,
  type LawInstrument,
  type LawLevel,
} from '#src/domain/law/law-library.ts'
import { nameKey, namesOf, relationsOf } from '#src/domain/law/resolve-citation.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { currentReleaseLabel, LAW_PLACES, searchLaw } from '#src/modules/law/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { oncePerRelease } from '#src/platform/law/law-source.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { lawCsv, lawJson } from '#src/web/law-files.ts'
import { href } from '#src/web/ui/href.ts'
import { articleAnchor } from '#src/web/ui/law-href.ts'
import { countryNamer } from '../countries.ts'
import { frameOf } from '../public-req.ts'
import { giveText, publicTexts } from './text-routes.ts'
import { ArticlePage } from './article-page.tsx'
import { InstrumentPage } from './instrument-page.tsx'
import { articleAt, insideOf } from './find-article.ts'
import { ErrataPage, StatementsPage } from './list-pages.tsx'
import { HukumPage, type LawForm } from './search-page.tsx'

const HITS_PER_PAGE = 20
const ARTICLES_PER_PAGE = 30
const ERRATA_PER_PAGE = 20

/** The library for everybody: what every citation opens. */
export const hukumRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/hukum', access: 'public', handle: showSearch }),
  publicRoute({ method: 'get', path: '/hukum.csv', access: 'public', handle: (req) => open(req, 'csv') }),
  publicRoute({ method: 'get', path: '/hukum.json', access: 'public', handle: (req) => open(req, 'json') }),
  publicRoute({ method: 'get', path: '/hukum/salah-kaprah', access: 'public', handle: showErrata }),
  publicRoute({
    method: 'get',
    path: '/hukum/tidak-ditemukan',
    access: 'public',
    handle: (req) => page(req, StatementsPage({ ...frameOf(req), statements: loadLaw().statements })),
  }),
  publicRoute({ method: 'get', path: '/hukum/:aturan', access: 'public', handle: showInstrument }),
  publicRoute({ method: 'get', path: '/hukum/:aturan/:pasal', access: 'public', handle: showArticle }),
  publicRoute({ method: 'get', path: '/hukum/:aturan/naskah/:id', access: 'public', handle: giveText }),
]

const byId = oncePerRelease(() => new Map(loadLaw().instruments.map((each) => [each.id, each] as const)))
const byName = oncePerRelease(
  () =>
    new Map(
      loadLaw().instruments.flatMap((each) => namesOf(each).map((name) => [nameKey(name), each] as const)),
    ),
)

const MEDIA = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

async function open(req: Req, form: keyof typeof MEDIA): Promise<Response> {
  const release = await runAs(req.platform, { kind: 'public' }, currentReleaseLabel)
  return req.c.body(form === 'csv' ? lawCsv(release) : lawJson(release), 200, {
    'content-type': MEDIA[form],
    'content-disposition': `attachment; filename="hukum.${form}"`,
    'cache-control': 'public, max-age=3600',
  })
}

async function showSearch(req: Req): Promise<Response> {
  const form = formOf(req)
  const day = form.day === '' ? undefined : form.day
  const wrong = day !== undefined && (day.length !== 10 || parsePartialDate(day) === undefined)
  const asked = Object.values(form).some((value) => value !== '') && !wrong
  const current = pageOf(req)
  const { found, release } = await runAs(req.platform, { kind: 'public' }, async (ctx) => ({
    release: await currentReleaseLabel(ctx),
    found: asked
      ? await searchLaw(ctx, {
          words: form.words,
          limit: HITS_PER_PAGE,
          offset: (current - 1) * HITS_PER_PAGE,
          ...(isOneOf(LAW_PLACES, form.kind) && { kind: form.kind }),
          ...(form.topic !== '' && { topic: form.topic }),
          ...(form.state !== '' && { state: form.state }),
          ...(form.level !== '' && { level: form.level }),
          ...(day !== undefined && { inForceOn: day }),
        })
      : undefined,
  }))
  const counts = new Map<LawLevel, number>()
  for (const { level } of loadLaw().instruments) counts.set(level, (counts.get(level) ?? 0) + 1)
  return page(
    req,
    HukumPage({
      ...frameOf(req),
      form,
      states: statesOf(req),
      kinds: LAW_PLACES,
      counts,
      release,
      shortOf: (id) => byId().get(id)?.short ?? id,
      ...(wrong && { problem: req.t.hukum.wrongDay }),
      ...(found && { found: { ...found, current, pages: Math.ceil(found.total / HITS_PER_PAGE) } }),
    }),
    wrong ? 422 : 200,
  )
}

function formOf(req: Req): LawForm {
  const read = (name: string, most: number) => (req.c.req.query(name) ?? '').trim().slice(0, most)
  const known = (list: readonly string[], value: string) => (list.includes(value) ? value : '')
  return {
    words: read('q', 200),
    kind: known(LAW_PLACES, read('jenis', 20)),
    topic: known(LAW_TOPICS, read('soal', 40)),
    state: /^[A-Z]{2}$/.test(read('negara', 2)) ? read('negara', 2) : '',
    level: known(LAW_LEVELS, read('tingkat', 20)),
    day: read('tanggal', 10),
  }
}

async function showInstrument(req: Req): Promise<Response> {
  const name = req.c.req.param('aturan') ?? ''
  const statement = loadLaw().statements.find((each) => each.id === name)
  if (statement) return req.c.redirect(`${href(req.lang, '/hukum/tidak-ditemukan')}#${name}`, 303)
  const instrument = instrumentOf(name)
  if (instrument.id !== name) return req.c.redirect(href(req.lang, `/hukum/${instrument.id}`), 301)
  const law = loadLaw()
  const articles = articlesOf().get(instrument.id) ?? []
  const pages = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE))
  const current = Math.min(pageOf(req), pages)
  return page(
    req,
    InstrumentPage({
      ...frameOf(req),
      instrument,
      instruments: byId(),
      undergoes: relationsOf(law, instrument.id).undergoes,
      articles: articles.slice((current - 1) * ARTICLES_PER_PAGE, current * ARTICLES_PER_PAGE),
      current,
      pages,
      countryName: countryNamer(req.lang),
      texts: await publicTexts(req, instrument.id),
    }),
  )
}

function showArticle(req: Req): Promise<Response> {
  const instrument = instrumentOf(req.c.req.param('aturan') ?? '')
  const place = req.c.req.param('pasal') ?? ''
  const article = narrowest(instrument, place)
  if (!article) throw new NotFoundError('page.not-found')
  const here = articleAnchor(article.article)
  const cites = (cited: { readonly instrument: string; readonly article: string }) =>
    cited.instrument === instrument.id && narrowest(instrument, articleAnchor(cited.article)) === article
  return page(
    req,
    ArticlePage({
      ...frameOf(req),
      instrument,
      instruments: byId(),
      place,
      article,
      exact: here === place,
      inside: insideOf(articlesOf().get(instrument.id) ?? [], article),
      norms: loadNorms().filter(cites),
      rules: loadRulebookTexts().chapters.flatMap((chapter) =>
        [...chapter.rules, ...chapter.parameters]
          .filter((rule) => rule.versions.some(cites))
          .map((rule) => ({ question: chapter.question, id: rule.id, says: rule.says[req.lang] })),
      ),
    }),
  )
}

function showErrata(req: Req): Promise<Response> {
  const { errata } = loadLaw()
  const pages = Math.max(1, Math.ceil(errata.length / ERRATA_PER_PAGE))
  // A link to one error leads to the page that has it.
  const asked = errata.findIndex((each) => each.id === req.c.req.query('butir'))
  const current = asked < 0 ? Math.min(pageOf(req), pages) : Math.floor(asked / ERRATA_PER_PAGE) + 1
  return page(
    req,
    ErrataPage({
      ...frameOf(req),
      errata: errata.slice((current - 1) * ERRATA_PER_PAGE, current * ERRATA_PER_PAGE),
      instruments: byId(),
      current,
      pages,
    }),
  )
}

/** By its id, a former id or any name in use. Throws NotFoundError. */
function instrumentOf(name: string): LawInstrument {
  const found = byId().get(name) ?? byName().get(nameKey(name))
  if (!found) throw new NotFoundError('page.not-found')
  return found
}

/** The articles of each instrument, in the order of the file. */
const articlesOf = oncePerRelease(() => Map.groupBy(loadLaw().articles, (each) => each.instrument))

function narrowest(instrument: LawInstrument, place: string): LawArticle | undefined {
  return articleAt(articlesOf().get(instrument.id) ?? [], place)
}

function pageOf(req: Req): number {
  const page = Number(req.c.req.query('hal') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value)
}

/** The States that any instrument names, by name. */
function statesOf(req: Req) {
  const name = countryNamer(req.lang)
  const codes = new Set(
    loadLaw().instruments.flatMap((each) => [...each.states, ...each.status.map((s) => s.state)]),
  )
  return [...codes]
    .map((code) => ({ code, name: name(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, req.lang))
}
