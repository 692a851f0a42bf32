import { editCost, type EditTable } from './edit-weights.ts'

/** Every token of the files at hand once, with how often it stands in a name, and the cost from one to another. */
export type TokenBook = {
  /** A place has no nickname: Praya is not Praya Barat Daya. */
  readonly kind: 'names' | 'places'
  readonly table: EditTable
  readonly words: string[]
  readonly ids: Map<string, number>
  readonly counts: number[]
  /** Cost between two tokens, by `low * 2^26 + high`: names repeat, so most costs are asked again. */
  readonly costs: Map<number, number>
  total: number
}

/** Beyond this two tokens are two tokens: about one chance in 60,000 of being one miswritten. */
export const FAR = 11
/** So many costs are remembered; then the memory starts anew. */
const MOST_COSTS = 2_000_000
const SHIFT = 2 ** 26
/** A nickname: part of the name from its start or to its end (Marni for Sumarni). */
const NICKNAME_COST = 4
const SHORTEST_NICKNAME = 3
/** One letter for the whole token (M., S.). */
const INITIAL_COST = 3.2

export function tokenBook(kind: TokenBook['kind'], table: EditTable): TokenBook {
  return { kind, table, words: [], ids: new Map(), counts: [], costs: new Map(), total: 0 }
}

export function tokenId(book: TokenBook, word: string): number {
  const known = book.ids.get(word)
  if (known !== undefined) return known
  const id = book.words.length
  book.words.push(word)
  book.counts.push(0)
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

/** Cost of reading one token as the other, 0 for the same, Infinity for two different ones. Symmetric. */
export function tokenCost(book: TokenBook, a: number, b: number): number {
  if (a === b) return 0
  const key = a < b ? a * SHIFT + b : b * SHIFT + a
  const known = book.costs.get(key)
  if (known !== undefined) return known
  if (book.costs.size >= MOST_COSTS) book.costs.clear()
  const from = book.words[a] ?? ''
  const to = book.words[b] ?? ''
  const cost = book.kind === 'names' ? wordCost(book.table, from, to) : editCost(book.table, from, to, FAR)
  book.costs.set(key, cost)
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
