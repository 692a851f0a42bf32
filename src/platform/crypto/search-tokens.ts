import { soundOfWord } from '#src/domain/kernel/word-sound.ts'
import { keyedHash } from './secrets.ts'

/**
 * Look-up without clear text: keyed tokens of names, numbers, villages and recruiters. Equal words give equal tokens; the key
 * is not in the database. A name gives a token for the whole and one for each word, and one for how each word sounds.
 */
export const TOKEN_KINDS = ['name', 'sound', 'number', 'village', 'recruiter', 'code'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export type SearchToken = { readonly kind: TokenKind; readonly token: Buffer }

/** What somebody or something can be found by; every list may be empty. */
export type Findable = {
  readonly names?: readonly string[]
  readonly numbers?: readonly string[]
  readonly villages?: readonly string[]
  readonly recruiters?: readonly string[]
}

const MOST_WORDS = 12
const TOKEN_BYTES = 16
const ADDRESS_WORDS = new Set([
  'desa',
  'ds',
  'dusun',
  'dukuh',
  'kampung',
  'kp',
  'kelurahan',
  'kel',
  'kec',
  'kecamatan',
  'kab',
  'kabupaten',
])
const TITLES = new Set([
  'bin',
  'binti',
  'bu',
  'ibu',
  'pak',
  'bapak',
  'sdr',
  'sdri',
  'mr',
  'mrs',
  'ms',
  'h',
  'hj',
  'haji',
  'pt',
  'cv',
])

export function tokensFor(key: Uint8Array, found: Findable): readonly SearchToken[] {
  const pairs: (readonly [TokenKind, string])[] = [
    ...(found.names ?? []).flatMap(nameKeys),
    ...(found.numbers ?? []).flatMap(numberKeys),
    ...(found.villages ?? []).flatMap((village) =>
      wholeAndWords(
        'village',
        wordsOf(village).filter((word) => !ADDRESS_WORDS.has(word)),
      ),
    ),
    ...(found.recruiters ?? []).flatMap((name) =>
      wholeAndWords(
        'recruiter',
        wordsOf(name).filter((word) => !TITLES.has(word)),
      ),
    ),
  ]
  const unique = new Map(pairs.map(([kind, text]) => [`${kind}:${text}`, kind] as const))
  return [...unique].map(([text, kind]) => ({ kind, token: tokenOf(key, text) }))
}

function tokenOf(key: Uint8Array, text: string): Buffer {
  return Buffer.from(keyedHash(key, text).slice(0, TOKEN_BYTES))
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
    .slice(0, MOST_WORDS)
}

function nameKeys(name: string): readonly (readonly [TokenKind, string])[] {
  const words = wordsOf(name).filter((word) => !TITLES.has(word))
  const sounds = words.map(soundOfWord).filter((sound) => sound.length > 1)
  return [...wholeAndWords('name', words), ...sounds.map((sound) => ['sound', sound] as const)]
}

function wholeAndWords(kind: TokenKind, words: readonly string[]): readonly (readonly [TokenKind, string])[] {
  if (words.length === 0) return []
  return [words.join(' '), ...words.filter((word) => word.length > 1)].map((text) => [kind, text] as const)
}

/** Telephone and document numbers: digits and letters only; 0812… and +62 812… are the same number. */
function numberKeys(number: string): readonly (readonly [TokenKind, string])[] {
  const plain = number.toLowerCase().replaceAll(/[^a-z0-9+]/g, '')
  const digits = plain
    .replace(/^(?:\+|00)62/, '0')
    .replace(/^62(?=8)/, '0')
    .replaceAll('+', '')
  return digits.length < 4 ? [] : [['number', digits]]
}
