/**
 * The code a reporter follows the report with: five easy words and a PIN of six digits. Four words are drawn,
 * the fifth is a check word that depends on the four and on their order. Words and PIN together carry
 * 36 + 19.9 = 55.9 bits, and are never stored: only a keyed hash of `canonicalCode` is.
 */
import { CODE_WORDS, DRAWN_WORDS } from './code-words.ts'
import { editDistance, soundOfWord } from '../kernel/word-sound.ts'

export type CodeWordsSpoken = readonly [string, string, string, string, string]

export interface TrackingCode {
  readonly words: CodeWordsSpoken
  /** Six digits; a leading zero counts. */
  readonly pin: string
}

/** What `makeTrackingCode` needs: 5 bytes for the words, and 6 tries of 4 bytes for the PIN. */
export const TRACKING_CODE_BYTES = 29

export const CODE_LENGTH = 5
export const PIN_LENGTH = 6

const PINS = 1_000_000
const FAIR_LIMIT = Math.floor(2 ** 32 / PINS) * PINS
const WORD_BITS = 9

/**
 * Turns random (or secretly derived) bytes into a code; the same bytes give the same code. Every code is
 * equally likely: words take nine bits each, and a PIN from the unfair rest of 32 bits is thrown away.
 * Throws when there are too few bytes, or (once in 10^21) when no try for the PIN is fair.
 */
export function makeTrackingCode(bytes: Uint8Array): TrackingCode {
  if (bytes.length < TRACKING_CODE_BYTES) throw new Error(`needs ${TRACKING_CODE_BYTES} random bytes`)
  const indexes = drawIndexes(bytes.subarray(0, 5))
  return { words: wordsAt([...indexes, checkIndex(indexes)]), pin: drawPin(bytes.subarray(5)) }
}

/** One spelling for hashing and comparing; not for show. */
export function canonicalCode(code: TrackingCode): string {
  return `${code.words.join(' ')} ${code.pin}`
}

/** Does the fifth word belong to the four before it, in this order? */
export function checkWordMatches(words: readonly string[]): boolean {
  const indexes = words.map(indexOf)
  if (indexes.length !== CODE_LENGTH || indexes.some((index) => index < 0 || index >= DRAWN_WORDS))
    return false
  return checkIndex(indexes.slice(0, 4)) === indexes[4]
}

export type CodeProblem = 'too-few-words' | 'too-many-words' | 'unknown-word' | 'words-do-not-belong' | 'pin'

export type CodeReading =
  | { readonly kind: 'read'; readonly code: TrackingCode }
  /** `at` counts the words from 1. Says nothing about any report: it is known from the word list alone. */
  | { readonly kind: 'unread'; readonly problem: CodeProblem; readonly at?: number }

/**
 * Reads a code as people say and write it: any case, commas, "1. sendok", old spellings and small slips that
 * fit one word only. The order counts.
 */
export function readTrackingCode(spoken: string, pin: string): CodeReading {
  const said = wordsIn(spoken)
  if (said.length < CODE_LENGTH) return { kind: 'unread', problem: 'too-few-words' }
  if (said.length > CODE_LENGTH) return { kind: 'unread', problem: 'too-many-words' }
  const words = said.map(understandWord)
  const missing = words.indexOf(undefined)
  if (missing >= 0) return { kind: 'unread', problem: 'unknown-word', at: missing + 1 }
  if (!checkWordMatches(words as string[])) return { kind: 'unread', problem: 'words-do-not-belong' }
  const digits = readPin(pin)
  if (digits === undefined) return { kind: 'unread', problem: 'pin' }
  return { kind: 'read', code: { words: words as unknown as CodeWordsSpoken, pin: digits } }
}

export function parseTrackingCode(spoken: string, pin: string): TrackingCode | undefined {
  const reading = readTrackingCode(spoken, pin)
  return reading.kind === 'read' ? reading.code : undefined
}

/** The listed word that was meant, or undefined when none or several fit. */
export function understandWord(said: string): string | undefined {
  const word = said.toLowerCase()
  if (indexOf(word) >= 0) return word
  const sound = soundOfWord(word)
  const exact = BY_SOUND.get(sound)
  if (exact !== undefined) return exact
  const near = [...BY_SOUND].filter(([other]) => editDistance(sound, other, 2) < 2)
  return near.length === 1 ? near[0]?.[1] : undefined
}

/** Spaces, dots and dashes do not matter; the letter o is read as zero. */
export function readPin(written: string): string | undefined {
  const digits = written.replace(/[\s.\-–,]/g, '').replace(/[oO]/g, '0')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

const INDEXES = new Map(CODE_WORDS.map((word, index) => [word, index]))
const BY_SOUND = new Map(CODE_WORDS.map((word) => [soundOfWord(word), word]))

/** Said around a code, never part of one. */
const FILLERS = new Set([
  'kode',
  'kata',
  'dan',
  'lalu',
  'terus',
  'saya',
  'nomor',
  'code',
  'word',
  'words',
  'and',
  'then',
])

function wordsIn(spoken: string): readonly string[] {
  const letters = spoken.slice(0, 400).normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')
  return (letters.match(/[a-z]+/g) ?? []).filter((word) => !FILLERS.has(word))
}

function indexOf(word: string): number {
  return INDEXES.get(word) ?? -1
}

function wordsAt(indexes: readonly number[]): CodeWordsSpoken {
  return indexes.map((index) => CODE_WORDS[index]) as unknown as CodeWordsSpoken
}

function drawIndexes(bytes: Uint8Array): readonly number[] {
  const bits = bytes.reduce((all, byte) => all * 256n + BigInt(byte), 0n)
  return [0, 1, 2, 3].map((place) => Number((bits >> BigInt(place * WORD_BITS)) & 0x1ffn))
}

function drawPin(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const number = view.getUint32(at)
    if (number < FAIR_LIMIT) return String(number % PINS).padStart(PIN_LENGTH, '0')
  }
  throw new Error('no fair PIN in these bytes')
}

// Arithmetic in the field of 512 elements: each place has its own weight, so that one wrong word, or two words
// changing places, always breaks the check.
function checkIndex(indexes: readonly number[]): number {
  return indexes.reduce((sum, index, place) => sum ^ timesPowerOfTwo(index, place + 1), 0)
}

function timesPowerOfTwo(element: number, power: number): number {
  let product = element
  for (let step = 0; step < power; step += 1) {
    product <<= 1
    if (product & 0x200) product ^= 0x211
  }
  return product
}
