/**
 * Finds in a printed text every place that names a law of the library, so that a page can make each of them a link.
 * Names come from the library itself and from the ways of writing a number; a name that the library does not know is
 * no span.
 */
import { articlePaths } from './article-path.ts'
import { citationPlaces, ARTICLE_AFTER } from './citations-in-text.ts'
import type { LawLibrary } from './law-library.ts'
import { namesOf, resolveCitation } from './resolve-citation.ts'

export interface CitedSpan {
  readonly start: number
  readonly end: number
  /** Id of the instrument. */
  readonly instrument: string
  /** As it is written there; `-` names the whole. */
  readonly article: string
}

/** Words that are laws only where the page says so: too common to be read as a law in a sentence. */
const COMMON: ReadonlySet<string> = new Set(['Standard Employment Contract', 'Act 4'])

/** An article after a foreign name: `, s. 69(1)`, `, Standard A2.3`, `, Fourth Schedule, Part I, art. 5`. */
const FOREIGN =
  /^,? (?:arts?\.|ss?\.|regs?\.|Reg\.|Standard|paras?\.|cl\.|clause|no\.|p\.|Part|Annex|Lampiran|Bab|First|Second|Third|Fourth|Fifth) ?[^;\n"”]*/
const PREFIX = 3

/** In the order of the text; spans never overlap. */
export function citedSpans(library: LawLibrary, text: string): readonly CitedSpan[] {
  const spans: CitedSpan[] = []
  for (const { start, end, name } of namesIn(library, text)) {
    if (start < (spans.at(-1)?.end ?? 0)) continue
    const whole = resolveCitation(library, { instrument: name, article: '-' })
    if (whole.kind !== 'instrument') continue
    const instrument = whole.instrument.id
    const place = articleAfter(library, instrument, text.slice(end))
    spans.push({ start, end: end + (place?.length ?? 0), instrument, article: place?.article ?? '-' })
  }
  return spans
}

interface Name {
  readonly start: number
  readonly end: number
  readonly name: string
}

function namesIn(library: LawLibrary, text: string): readonly Name[] {
  const written = citationPlaces(text)
  return [...written, ...knownNames(library, text)].toSorted((a, b) => a.start - b.start || b.end - a.end)
}

const starts = new WeakMap<LawLibrary, ReadonlyMap<string, readonly string[]>>()

function knownNames(library: LawLibrary, text: string): readonly Name[] {
  const byStart = namesByStart(library)
  const found: Name[] = []
  for (const { index } of text.matchAll(/(?<![\p{L}\d_/-])[\p{L}\d]/gu)) {
    const name = byStart
      .get(text.slice(index, index + PREFIX))
      ?.find((each) => text.startsWith(each, index) && !/^[\p{L}\d_/]/u.test(text.slice(index + each.length)))
    if (name !== undefined) found.push({ start: index, end: index + name.length, name })
  }
  return found
}

/** The longest first, so that `KUHP (UU 1/2023)` is not read as `KUHP`. */
function namesByStart(library: LawLibrary): ReadonlyMap<string, readonly string[]> {
  const known = starts.get(library)
  if (known !== undefined) return known
  const names = library.instruments
    .flatMap(({ short, aliases, ...rest }) => namesOf({ ...rest, short, aliases }))
    .filter((name) => /\p{Lu}/u.test(name) && !COMMON.has(name))
  const made = Map.groupBy(
    names.toSorted((a, b) => b.length - a.length),
    (name) => name.slice(0, PREFIX),
  )
  starts.set(library, made)
  return made
}

function articleAfter(
  library: LawLibrary,
  instrument: string,
  rest: string,
): { readonly article: string; readonly length: number } | undefined {
  const plain = ARTICLE_AFTER.exec(rest)
  const [words = '', number = '-'] = plain ?? []
  const found = plain !== null && isIn(library, instrument, number)
  const numbered = found ? { article: number, length: words.length } : undefined
  for (let part = FOREIGN.exec(rest)?.[0] ?? ''; part.length > words.length; part = shorter(part)) {
    const article = part.replace(/^,? /, '')
    if (articlePaths(article) !== undefined && isIn(library, instrument, article))
      return { article, length: part.length }
  }
  return numbered
}

function isIn(library: LawLibrary, instrument: string, article: string): boolean {
  return resolveCitation(library, { instrument, article }).kind === 'instrument'
}

/** Without its last word. */
function shorter(part: string): string {
  return part.replace(/(?:^|[\s,.]+)[^\s,]*$/, '')
}
