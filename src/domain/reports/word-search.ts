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
  /(?:^|[^\p{L}])(?:tidak|tak|tdk|bukan|nggak|ngga|enggak|gak|ga|gk|ndak|ora|mboten|teu|henteu|ndeq|tanpa|without|never|not|no)(?:\s+(?:pernah|ada|sampai|sempat|lagi|benar|been|being))?\s+$/u
/** Only of suicide: who does not want to be beaten may well be beaten, who has no wish to die has said so. */
const NO_WISH =
  /(?:^|[^\p{L}])(?:tidak|tak|tdk|bukan|nggak|ngga|enggak|gak|ga|gk|ora|teu|never|not|don't)\s+(?:(?:ada|punya|pernah)\s+)?(?:mau|ingin|pengen|pengin|niat|akan|berniat|berpikir|want to|going to|planning to)\s+$/u
/** Sold are also things: "motor saya dijual". */
const THING =
  /(?:^|[^\p{L}])(?:rumah|tanah|sawah|kebun|motor|mobil|sapi|kambing|emas|perhiasan|barang|hp|kalung|house|land)(?:nya|ku)?(?:\s+\p{L}{1,12})?\s+$/u
const WORDS_ON =
  '^(?:\\s+(?!(?:tidak|tak|tdk|gak|ga|nggak|kurang|belum|blm|ora|durung|not|never)(?!\\p{L}))\\p{L}{1,12}){0,3}?'
const DONE = '(?:sudah|udah|sdh|telah|wis|wes|selalu|already|always)'
/** What follows the word and takes its worry away. */
const SETTLED: Readonly<Partial<Record<WordSignal, RegExp>>> = {
  'word-wages': new RegExp(
    `${WORDS_ON}\\s+(?:${DONE}\\s+(?:dibayar|dibayarkan|diterima|lunas|cair|masuk|paid)|lancar|tepat waktu|dibayar(?:kan)?\\s+(?:tepat|lancar|penuh|lunas)|dibayar(?=\\s*(?:$|[.,;]))|paid\\s+(?:on time|every|in full|monthly))`,
    'u',
  ),
  'word-debt-or-fee': new RegExp(`${WORDS_ON}\\s+${DONE}\\s+lunas`, 'u'),
  'word-ill': new RegExp(`${WORDS_ON}\\s+(?:${DONE}\\s+(?:sembuh|sehat)|mari)`, 'u'),
  'word-war-or-disaster': new RegExp(`^\\s+${DONE}\\s+(?:selesai|berakhir|usai)`, 'u'),
}
/** In the same sentence this brings the worry back: "gaji sudah dibayar tapi kurang". */
const BUT =
  /(?<!\p{L})(?:tapi|tetapi|tp|namun|cuma|hanya|kurang|sebagian|setengah|separuh|dipotong|tidak|belum|but|only|half|part)(?!\p{L})/u
/** Words that only name the matter; a phrase such as "tidak dibayar" is never taken back by what follows. */
const NAMED_ONLY =
  /^(?:gaji|upah|gajine|gajih|bayarane|salary|wages|lembur|overtime|utang|hutang|pinjaman|debt|loan)/u
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
      sense:
        isDenied(entry.signal, text, start) || isSettled(entry.signal, text, start, end) ? 'denied' : 'said',
    }
  })
}

function isDenied(signal: WordSignal, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  if (signal === 'word-suicide' && NO_WISH.test(before)) return true
  if (signal === 'word-ransom-or-sale' && THING.test(before)) return true
  if (signal === 'word-debt-or-fee' && /(?<!\p{L})(?:tidak|tak|tdk|nggak|gak|ga)\s+punya\s+$/u.test(before))
    return true
  return NEGATION.test(before) && !UNREAL_NEGATION.test(before)
}

function isSettled(signal: WordSignal, text: string, start: number, end: number): boolean {
  const settled = SETTLED[signal]
  if (settled === undefined) return false
  const isMoney = signal === 'word-wages' || signal === 'word-debt-or-fee'
  if (isMoney && !NAMED_ONLY.test(text.slice(start, end))) return false
  const after = text.slice(end, end + 100)
  const found = settled.exec(after)
  return found !== null && !BUT.test(after.slice(found[0].length).split(/[.!?\n]/u)[0] ?? '')
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
  const units = Array.from({ length: story.length }, (_, at) => plainUnit(story.charAt(at))).join('')
  return units.replace(DIGIT_IN_WORD, (digit) => LETTER_OF[digit] ?? digit)
}

/** Some write "d1ancam" to pass a filter: a single digit that touches a letter of its word. */
const DIGIT_IN_WORD = /(?<=\p{L})[01345](?!\p{N})|(?<![\p{N}.,])[01345](?=\p{L}{3})/gu
const LETTER_OF: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' }

function plainUnit(unit: string): string {
  if (unit === '’' || unit === 'ʼ' || unit === '‘' || unit === '`') return "'"
  const plain = unit.normalize('NFD').charAt(0).toLowerCase()
  return plain.length === 1 ? plain : unit
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
