import {
  ALIAS_WORDS,
  FAMILY_OF,
  LATE_WORDS,
  PATRONYM_WORDS,
  SITI_WHEN_FIRST,
  TITLE_WORDS,
} from './name-words.ts'

/** A name as it is: a bag of given tokens, perhaps a father's name, perhaps another name. Never a forced surname. */
export type PersonName = {
  /** As it was written; the only thing that is ever shown. */
  readonly raw: string
  readonly given: readonly string[]
  readonly patronym: readonly string[]
  readonly alias: readonly string[]
}

type Part = 'given' | 'patronym' | 'alias'

/** Letters in lower case, without marks; an apostrophe joins (Nu'man), every other sign parts. */
function words(raw: string): readonly string[] {
  return raw
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/[@/]+/g, ' alias ')
    .replaceAll(/['’`ʼ]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

/** Old spelling to new: oe/u, dj/j, tj/c, sj/sy, doubled letters stay (they are a cheap edit, not a rule). */
export function modernSpelling(word: string): string {
  return word
    .replaceAll('oe', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('tj', 'c')
    .replaceAll('sj', 'sy')
    .replaceAll('nj', 'ny')
}

/** One token as it is compared: its family's word, otherwise the new spelling. */
export function canonicalToken(word: string): string {
  return FAMILY_OF.get(word) ?? FAMILY_OF.get(modernSpelling(word)) ?? modernSpelling(word)
}

/** Muhammad in one word with the next name (Mohammadefendi) is two tokens. */
const JOINED = /^(mu|mo)(h|ch|kh)(ammad|amad|ammat|amat)(?=[a-z]{3})/

function tokensOf(word: string): readonly string[] {
  const joined = JOINED.exec(word)
  if (!joined || FAMILY_OF.has(word)) return [canonicalToken(word)]
  return ['muhammad', canonicalToken(word.slice(joined[0].length))]
}

const isTitle = (word: string, rest: readonly string[], soFar: readonly string[]): boolean => {
  if (word === SITI_WHEN_FIRST) return !(soFar.length === 0 && rest.length > 0)
  // A title that is the whole name was the name.
  return TITLE_WORDS.has(word) && (soFar.length > 0 || rest.length > 0)
}

export function normaliseName(raw: string): PersonName {
  const all = words(raw)
  const parts: Record<Part, string[]> = { given: [], patronym: [], alias: [] }
  let part: Part = 'given'
  all.forEach((word, at) => {
    const rest = all.slice(at + 1)
    const hasName = parts.given.length > 0
    if (LATE_WORDS.has(word)) return
    if (hasName && rest.length > 0 && PATRONYM_WORDS.has(word)) part = 'patronym'
    else if (hasName && rest.length > 0 && ALIAS_WORDS.has(word)) part = 'alias'
    else if (isTitle(word, rest, parts[part])) return
    else parts[part].push(...(word === SITI_WHEN_FIRST ? ['siti'] : tokensOf(word)))
  })
  return { raw, given: parts.given, patronym: parts.patronym, alias: parts.alias }
}
