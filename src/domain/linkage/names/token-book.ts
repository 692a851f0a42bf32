import { editCost, type EditTable } from './edit-weights.ts'

/** Every token of the files at hand once, with how often it stands in a name, and the cost from one to another. */
export type TokenBook = {
  /** A place has no nickname: Praya is not Praya Barat Daya. */
  readonly kind: 'names' | 'places'
  readonly table: EditTable
  readonly words: string[]
  readonly ids: Map<string, number>
  readonly counts: number[]
  /** Letters of each token as bits. */
  readonly letters: number[]
  /** Costs that were worked out last, by `low * 2^26 + high`: names repeat, so most costs are asked again. */
  readonly keys: Float64Array
  readonly costs: Float64Array
  total: number
}

/** Beyond this two tokens are two tokens: about one chance in 60,000 of being one miswritten. */
export const FAR = 11
/** One edit costs at least a third of that, and changes two letters at most. */
const MOST_LETTERS_APART = 6
const MEMORY_BITS = 18
const SHIFT = 2 ** 26
/** A nickname: part of the name from its start or to its end (Marni for Sumarni). */
export const NICKNAME_COST = 4
const SHORTEST_NICKNAME = 3
/** One letter for the whole token (M., S.). */
export const INITIAL_COST = 3.2

export function tokenBook(kind: TokenBook['kind'], table: EditTable): TokenBook {
  return {
    kind,
    table,
    words: [],
    ids: new Map(),
    counts: [],
    letters: [],
    keys: new Float64Array(1 << MEMORY_BITS).fill(-1),
    costs: new Float64Array(1 << MEMORY_BITS),
    total: 0,
  }
}

export function tokenId(book: TokenBook, word: string): number {
  const known = book.ids.get(word)
  if (known !== undefined) return known
  const id = book.words.length
  book.words.push(word)
  book.counts.push(0)
  book.letters.push(lettersOf(word))
  book.ids.set(word, id)
  return id
}

export function countToken(book: TokenBook, id: number): void {
  book.counts[id] = (book.counts[id] ?? 0) + 1
  book.total += 1
}

/** Minus the log of the token's share of all tokens: what its agreement is worth. Never more than a unique token. */
export function rarity(book: TokenBook, id: number): number {
  return Math.log((book.total + book.words.length) / ((book.counts[id] ?? 0) + 1))
}

function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) - 97)
  return bits
}

function bitCount(bits: number): number {
  let b = bits - ((bits >>> 1) & 0x55555555)
  b = (b & 0x33333333) + ((b >>> 2) & 0x33333333)
  return Math.imul((b + (b >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Cost of reading one token as the other, 0 for the same, Infinity for two different ones. Symmetric. */
export function tokenCost(book: TokenBook, a: number, b: number): number {
  if (a === b) return 0
  const l = book.letters[a]!
  const r = book.letters[b]!
  // Too many other letters, and neither is a part of the other.
  if (bitCount(l ^ r) > MOST_LETTERS_APART && (l & ~r) !== 0 && (r & ~l) !== 0) return Infinity
  const low = a < b ? a : b
  const high = a < b ? b : a
  const key = low * SHIFT + high
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - MEMORY_BITS)
  if (book.keys[slot] === key) return book.costs[slot]!
  const from = book.words[a] ?? ''
  const to = book.words[b] ?? ''
  const cost = book.kind === 'names' ? wordCost(book.table, from, to) : editCost(book.table, from, to, FAR)
  book.keys[slot] = key
  book.costs[slot] = cost
  return cost
}

export function wordCost(table: EditTable, a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.startsWith(short) && long.length > 1 ? INITIAL_COST : Infinity
  const edits = editCost(table, a, b, FAR)
  if (edits <= NICKNAME_COST) return edits
  const nickname =
    short.length >= SHORTEST_NICKNAME &&
    (long.startsWith(short) || long.endsWith(short)) &&
    short.length < long.length
  const cost = nickname ? Math.min(edits, NICKNAME_COST) : edits
  return cost <= FAR ? cost : Infinity
}
