/** Finds what a citation names in the law library, however it is written; or says why it names nothing. */
import { articlePaths, isWithin, type ArticlePath } from './article-path.ts'
import type { LawArticle, LawInstrument, LawLibrary, LawStatement } from './law-library.ts'

export interface WrittenCitation {
  /** The id of an instrument, a former id, its short name, or another name in use. */
  readonly instrument: string
  readonly article: string
}

export type ResolvedCitation =
  | {
      readonly kind: 'instrument'
      readonly instrument: LawInstrument
      readonly articles: readonly LawArticle[]
    }
  | { readonly kind: 'statement'; readonly statement: LawStatement }
  | {
      readonly kind: 'unresolved'
      readonly why: 'unknown-instrument' | 'unreadable-article' | 'unknown-article'
      readonly what: string
    }

interface Index {
  readonly instruments: ReadonlyMap<string, LawInstrument>
  readonly statements: ReadonlyMap<string, LawStatement>
  readonly articles: ReadonlyMap<
    string,
    readonly { readonly path: ArticlePath; readonly entry: LawArticle }[]
  >
}

const indexes = new WeakMap<LawLibrary, Index>()

/**
 * The instrument and the entry of each article named: the narrowest one that holds the place. A citation of the whole
 * instrument has no articles. A statement has none either: it is no law.
 */
export function resolveCitation(library: LawLibrary, citation: WrittenCitation): ResolvedCitation {
  const index = indexOf(library)
  const name = nameKey(citation.instrument)
  const statement = index.statements.get(name)
  if (statement !== undefined) return { kind: 'statement', statement }
  const instrument = index.instruments.get(name)
  if (instrument === undefined) return unresolved('unknown-instrument', citation.instrument)
  const paths = articlePaths(citation.article)
  if (paths === undefined) return unresolved('unreadable-article', citation.article)
  const entries = index.articles.get(instrument.id) ?? []
  const articles: LawArticle[] = []
  for (const path of paths.filter((each) => each.length > 0)) {
    const entry = narrowest(entries, path)
    if (entry === undefined) return unresolved('unknown-article', `${instrument.short} ${path.join(' ')}`)
    if (!articles.includes(entry)) articles.push(entry)
  }
  return { kind: 'instrument', instrument, articles }
}

/** Every relation of an instrument, told from its own side and from the side of the others. */
export function relationsOf(library: LawLibrary, id: string) {
  const own = library.instruments.find((each) => each.id === id)?.relations ?? []
  const others = library.instruments.flatMap((from) =>
    from.relations.filter((each) => each.instrument === id).map((relation) => ({ from: from.id, relation })),
  )
  return { does: own, undergoes: others }
}

/** Names as people write them: `UU No. 18 Tahun 2017` and `UU 18/2017` are one. */
export function nameKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/ (?:no\.?|nomor) ?(?=\d)/, ' ')
    .replace(/(?<=\d) tahun (?=\d{4})/, '/')
}

function narrowest(
  entries: readonly { readonly path: ArticlePath; readonly entry: LawArticle }[],
  place: ArticlePath,
): LawArticle | undefined {
  let best: { readonly path: ArticlePath; readonly entry: LawArticle } | undefined
  for (const each of entries)
    if (isWithin(place, each.path) && (best === undefined || each.path.length > best.path.length)) best = each
  return best?.entry
}

function indexOf(library: LawLibrary): Index {
  const found = indexes.get(library)
  if (found !== undefined) return found
  const articles = new Map<string, { path: ArticlePath; entry: LawArticle }[]>()
  for (const entry of library.articles) {
    const path = articlePaths(entry.article)?.[0]
    if (path === undefined) continue
    const rows = articles.get(entry.instrument) ?? []
    rows.push({ path, entry })
    articles.set(entry.instrument, rows)
  }
  const index = { instruments: named(library.instruments), statements: named(library.statements), articles }
  indexes.set(library, index)
  return index
}

function named<T extends Named>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.flatMap((each) => namesOf(each).map((name) => [nameKey(name), each] as const)))
}

interface Named {
  readonly id: string
  readonly short: string
  readonly aliases: readonly string[]
  readonly formerIds?: readonly string[]
}

/** Every name under which it can be cited. */
export function namesOf(each: Named): readonly string[] {
  return [each.id, ...(each.formerIds ?? []), each.short, ...each.aliases]
}

function unresolved(
  why: 'unknown-instrument' | 'unreadable-article' | 'unknown-article',
  what: string,
): ResolvedCitation {
  return { kind: 'unresolved', why, what }
}
