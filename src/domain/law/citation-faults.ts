/** Refuses citations that lead nowhere: every law and article named anywhere must have its entry in the library. */
import type { LawLibrary } from './law-library.ts'
import { resolveCitation, type WrittenCitation } from './resolve-citation.ts'

const WORDS = {
  'unknown-instrument': 'the library has no instrument',
  'unreadable-article': 'nobody can read the article',
  'unknown-article': 'the library has no entry for',
} as const

/** The fault as a sentence that names the place; undefined when the citation resolves. */
export function citationFault(
  library: LawLibrary,
  citation: WrittenCitation,
  place: string,
): string | undefined {
  const found = resolveCitation(library, citation)
  if (found.kind !== 'unresolved') return undefined
  return `${place} cites ${citation.instrument}, ${citation.article}: ${WORDS[found.why]} ${found.what}`
}

/** Every citation inside a value, at any depth: whatever has an instrument and an article. */
export function citationFaultsIn(library: LawLibrary, value: unknown, place: string): readonly string[] {
  return placedCitations(value, place).flatMap(({ at, ...citation }) => {
    const fault = citationFault(library, citation, at)
    return fault === undefined ? [] : [fault]
  })
}

export interface PlacedCitation extends WrittenCitation {
  readonly at: string
  /** Where the citation says how sure it is. */
  readonly confidence?: string
}

/** The place is named by the ids on the way to it. */
export function placedCitations(value: unknown, place: string): readonly PlacedCitation[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => placedCitations(each, place))
  if (typeof value !== 'object' || value === null) return []
  const at = `${place}${nameOf(value)}`
  const { instrument, article, confidence } = value as Readonly<Record<string, unknown>>
  const own =
    typeof instrument === 'string' && typeof article === 'string'
      ? [{ instrument, article, at, ...(typeof confidence === 'string' ? { confidence } : {}) }]
      : []
  return [...own, ...Object.values(value).flatMap((each: unknown) => placedCitations(each, at))]
}

function nameOf(value: object): string {
  const { id, question } = value as Readonly<Record<string, unknown>>
  if (typeof id === 'string') return ` ${id}`
  return typeof question === 'string' ? ` ${question}` : ''
}
