/**
 * Finds the lexicon's words in a story: whole words, any case, stretched letters ("tolooong"), the common
 * endings (-nya, -ku, -mu, -kan). A negation directly before a word ("tidak dipukul") is recognised and only
 * takes away that one match; "tidak tahan dipukul" and "belum dipukul" still count, because missing a danger
 * costs more than a false alarm.
 */
import type { CaseType } from '../cases/case-types.ts'
import type { Urgency } from '../cases/urgency.ts'
import { WORDS_LEXICON, type LexiconEntry, type WordSignal } from './words-lexicon.ts'

export interface WordMatch {
  /** Place in the story as given, in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly word: string
  readonly signal: WordSignal
  readonly urgency: Urgency
  readonly caseTypes: readonly CaseType[]
  readonly sense: 'said' | 'denied'
}

/** Longer stories are searched only this far. */
export const SEARCHED_LENGTH = 20_000

const ENDINGS = '(?:nya|ku|mu|kan|lah|in)?'
const NEGATION =
  /(?:^|[^\p{L}])(?:tidak|tak|tdk|bukan|nggak|ngga|enggak|gak|ga|gk|ndak|ora|mboten|teu|henteu|ndeq|never|not|no)(?:\s+(?:pernah|ada|sampai|sempat|lagi|benar|been|being))?\s+$/u
const UNREAL_NEGATION = /(?:hanya|cuma|saja|tahu|tau|only)\s+$/u

// Between a thing and what was done to it: "paspor saya ditahan". Never over a no: "paspor saya tidak ditahan".
const BETWEEN =
  '(?:\\s{1,3}(?!(?:tidak|tak|tdk|bukan|nggak|ngga|enggak|gak|ga|gk|belum|blm|ora|teu|never|not)(?!\\p{L}))\\p{L}{1,12}){0,3}'

const PATTERNS = WORDS_LEXICON.map((entry) => ({ entry, pattern: patternOf(entry) }))

/** All matches in order of place. Where one entry's phrases overlap, the longest counts. */
export function findWords(story: string): readonly WordMatch[] {
  const text = plainOf(story.slice(0, SEARCHED_LENGTH))
  const found = PATTERNS.flatMap(({ entry, pattern }) => matchesOf(entry, pattern, text, story))
  return found.sort((a, b) => a.start - b.start || b.end - a.end || compareText(a.signal, b.signal))
}

function matchesOf(entry: LexiconEntry, pattern: RegExp, text: string, story: string): readonly WordMatch[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    return {
      start,
      end,
      word: story.slice(start, end),
      signal: entry.signal,
      urgency: entry.urgency,
      caseTypes: entry.caseTypes,
      sense: isDenied(text.slice(Math.max(0, start - 40), start)) ? 'denied' : 'said',
    }
  })
}

function isDenied(before: string): boolean {
  return NEGATION.test(before) && !UNREAL_NEGATION.test(before)
}

function patternOf(entry: LexiconEntry): RegExp {
  const words = Object.values(entry.words).flat()
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || compareText(a, b))
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(stretchable).join('|')})${ENDINGS}(?![\\p{L}\\p{N}])`,
    'gu',
  )
}

function stretchable(words: string): string {
  return words
    .split(' … ')
    .map((part) => part.split(/\s+/).map(stretchableWord).join('\\s{1,3}'))
    .join(`${BETWEEN}\\s{1,3}`)
}

// Each letter may be held ("toloooong"); a doubled letter becomes one run, so that no text makes the search slow.
// Many write the passive apart: "di pukul".
function stretchableWord(word: string): string {
  const apart = /^di\p{L}{3}/u.test(word)
  return (apart ? word.slice(2) : word)
    .replace(/(\p{L})(\1*)/gu, (_, letter: string, more: string) => run(letter, more.length + 1))
    .replace(/^/, apart ? `${run('d', 1)}${run('i', 1)}\\s?` : '')
}

function run(letter: string, times: number): string {
  return times === 1 ? `${letter}{1,9}` : `${letter}{${times},9}`
}

/** Lower case without accents, with every place where it was: one unit in, one unit out. */
function plainOf(story: string): string {
  return Array.from({ length: story.length }, (_, at) => plainUnit(story.charAt(at))).join('')
}

function plainUnit(unit: string): string {
  if (unit === '’' || unit === 'ʼ' || unit === '‘' || unit === '`') return "'"
  const plain = unit.normalize('NFD').charAt(0).toLowerCase()
  return plain.length === 1 ? plain : unit
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
