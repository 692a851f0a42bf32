import { rarity } from '../names/token-book.ts'
import { NOWHERE, type Books, type PersonTable } from '../person-table.ts'
import type { Pairs } from './candidates.ts'
import { repeatable } from './chance.ts'
import {
  FIELDS,
  levelOf,
  LEVEL_COUNT,
  MISSING_LEVEL,
  NAME_EDGES,
  pairLevels,
  sharedPlace,
  type Field,
} from './levels.ts'
import { conflictChance, priorOdds, sharesNumber, weighLevels, type LinkModel } from './model.ts'

export const MODEL_VERSION = 'idn-2026-11-21'
const CHANCE_PAIRS = 400_000
const ROUNDS = 20
/** How many pairs of one person the first guess counts for: it holds where a file says little. */
const GUESS_STRENGTH = 8
const FIRST_FOUND = 0.5
const FIRST_CONFLICTING = 0.03
/** Two persons with one passport number by chance: misprints and collisions. */
const CHANCE_SAME_NUMBER = 2e-7

type Shares = Record<Field, number[]>

/** Where the estimation starts, and where it stays without evidence: how one person's two records agree. */
const GUESS: Readonly<Record<Field, readonly number[]>> = {
  name: [0.01, 0.01, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.2, 0.15],
  birth: [0.7, 0.02, 0.01, 0.05, 0.03, 0.02, 0.02, 0.1, 0.01, 0.03, 0],
  place: [0.3, 0.1, 0.1, 0.04, 0.35, 0.04, 0.07, 0],
  sex: [0.99, 0.01, 0],
  passport: [0.8, 0.05, 0.15, 0],
  phone: [0.5, 0.03, 0.47, 0],
  nik: [0.95, 0.03, 0.02, 0],
}

/**
 * Fellegi-Sunter weights without labels. What agrees by chance is counted on pairs taken at random; what agrees for one
 * person is estimated (EM) on the compared pairs, where the candidates of one left record compete: it is at most one of
 * them. Deterministic.
 */
export function trainModel(books: Books, left: PersonTable, right: PersonTable, pairs: Pairs): LinkModel {
  return estimate(comparedOf(books, left, right, pairs), chanceShares(books, left, right))
}

/** Compared pairs, whether the records were read in clear or encoded: the estimation need not know. */
export type Compared = {
  readonly pairs: Pairs
  /** How rare the region is that both records of a pair name; NaN where they name none in common. */
  readonly regions: Float32Array
  readonly rightSize: number
}

export function comparedOf(books: Books, left: PersonTable, right: PersonTable, pairs: Pairs): Compared {
  const regions = new Float32Array(pairs.size).fill(Number.NaN)
  for (let k = 0; k < pairs.size; k++) {
    const place = sharedPlace(books.places, left, pairs.left[k]!, right, pairs.right[k]!)
    if (place !== NOWHERE) regions[k] = rarity(books.places, place)
  }
  return { pairs, regions, rightSize: right.size }
}

export function estimate(compared: Compared, chance: Chance): LinkModel {
  const { pairs, rightSize } = compared
  const rows = countRows(pairs)
  let model = modelOf(GUESS, chance, FIRST_FOUND, rightSize)
  for (let round = 0; round < ROUNDS; round++) {
    const { shares, found } = expect(pairs, oddsOf(model, compared), rows)
    model = modelOf(shares, chance, found, rightSize)
  }
  return withConflicts(model, pairs)
}

function countRows(pairs: Pairs): number {
  let rows = 0
  for (let k = 0; k < pairs.size; k++) if (k === 0 || pairs.left[k] !== pairs.left[k - 1]) rows++
  return Math.max(1, rows)
}

/** How two records of two persons agree: shares of the levels, and of one region. */
export type Chance = {
  readonly shares: Readonly<Record<Field, readonly number[]>>
  readonly region: number
}

const emptyShares = (): Shares =>
  Object.fromEntries(
    FIELDS.map((field) => [field, Array.from({ length: LEVEL_COUNT[field] }, () => 0)]),
  ) as Shares

export function chanceShares(books: Books, left: PersonTable, right: PersonTable): Chance {
  const levels = new Int32Array(Math.min(CHANCE_PAIRS, left.size * right.size))
  chancePairs(left.size, right.size, levels.length).forEach(({ left: i, right: j }, k) => {
    levels[k] = pairLevels(books, left, i, right, j).levels
  })
  return chanceOf(levels)
}

/** Pairs taken at random, the same for the same sizes: both sides of an exchange draw them alike. */
export function chancePairs(
  leftSize: number,
  rightSize: number,
  count: number,
): readonly { readonly left: number; readonly right: number }[] {
  const next = repeatable(20_261_121)
  return Array.from({ length: count }, () => {
    const left = Math.floor(next() * leftSize)
    return { left, right: Math.floor(next() * rightSize) }
  })
}

/** How names agree by chance within one file: what a side may tell of it, twelve shares. */
export function namesByChance(books: Books, table: PersonTable): readonly number[] {
  const pairs = chancePairs(table.size, table.size, CHANCE_PAIRS).filter(({ left, right }) => left !== right)
  return chanceOf(
    Int32Array.from(pairs, ({ left, right }) => pairLevels(books, table, left, table, right).levels),
  ).shares.name
}

export function chanceOf(levels: Int32Array): Chance {
  const counts = emptyShares()
  for (const packed of levels) for (const field of FIELDS) counts[field][levelOf(packed, field)]! += 1
  const shares = emptyShares()
  for (const field of FIELDS) {
    const said = counts[field].reduce((sum, n, at) => (at === MISSING_LEVEL[field] ? sum : sum + n), 0)
    counts[field].forEach((n, at) => {
      shares[field][at] = (n + 0.3) / (said + 0.3 * counts[field].length)
    })
  }
  for (const field of ['passport', 'phone', 'nik'] as const) {
    shares[field][0] = CHANCE_SAME_NUMBER
    shares[field][1] = Math.max(shares[field][1]!, CHANCE_SAME_NUMBER * 20)
  }
  shares.name = runOut(counts.name, levels.length)
  const agreed = counts.place.reduce((sum, n, at) => (at < 6 ? sum + n : sum), 0)
  const said = agreed + counts.place[6]!
  return { shares, region: Math.max(1e-4, said === 0 ? 1e-2 : agreed / said) }
}

const ENOUGH = 20

/** Where chance pairs run out, their share falls as the score says: one in e for each unit. */
function runOut(counts: readonly number[], total: number): number[] {
  const shares = counts.map((n) => Math.max(n, 0.3) / total)
  const last = Math.max(
    0,
    counts.findLastIndex((n) => n >= ENOUGH),
  )
  for (let at = last + 1; at < shares.length; at++) {
    const step = (NAME_EDGES[at - 1] ?? 0) - (NAME_EDGES[at - 2] ?? NAME_EDGES[0] - 3)
    shares[at] = shares[at - 1]! * Math.exp(-step)
  }
  return shares
}

/** A weight never jumps back: a better name is never worth less. */
function rising(values: readonly number[]): number[] {
  const sorted: { sum: number; n: number }[] = []
  for (const value of values) {
    sorted.push({ sum: value, n: 1 })
    while (sorted.length > 1) {
      const last = sorted.at(-1)!
      const before = sorted.at(-2)!
      if (before.sum / before.n <= last.sum / last.n) break
      sorted.splice(-2, 2, { sum: before.sum + last.sum, n: before.n + last.n })
    }
  }
  return sorted.flatMap(({ sum, n }) => Array.from({ length: n }, () => sum / n))
}

function modelOf(
  shares: Readonly<Record<Field, readonly number[]>>,
  chance: Chance,
  found: number,
  rightSize: number,
): LinkModel {
  const weights = emptyShares()
  for (const field of FIELDS)
    weights[field] = shares[field].map((share, at) =>
      at === MISSING_LEVEL[field] ? 0 : Math.log(Math.max(share, 1e-5) / chance.shares[field][at]!),
    )
  weights.name = rising(weights.name)
  return {
    version: MODEL_VERSION,
    weights,
    found,
    conflicting: FIRST_CONFLICTING,
    regionChance: chance.region,
    rightSize,
  }
}

/** Odds of every pair that it is the left record's person, before its rivals are heard. */
export function oddsOf(model: LinkModel, { pairs, regions }: Compared): Float64Array {
  const odds = new Float64Array(pairs.size)
  const prior = priorOdds(model)
  for (let k = 0; k < pairs.size; k++) {
    const { identity, numbers } = weighLevels(model, pairs.levels[k]!, pairs.score[k]!, regions[k]!)
    odds[k] = prior * Math.exp(Math.min(60, identity + numbers))
  }
  return odds
}

function expect(
  pairs: Pairs,
  odds: Float64Array,
  rows: number,
): { readonly shares: Shares; readonly found: number } {
  const counts = emptyShares()
  for (const field of FIELDS) counts[field] = GUESS[field].map((share) => share * GUESS_STRENGTH)
  let sum = 0
  let from = 0
  while (from < pairs.size) {
    let end = from
    let rivals = 1
    while (end < pairs.size && pairs.left[end] === pairs.left[from]) rivals += odds[end++]!
    for (let k = from; k < end; k++) {
      const share = odds[k]! / rivals
      if (share < 1e-6) continue
      sum += share
      for (const field of FIELDS) counts[field][levelOf(pairs.levels[k]!, field)]! += share
    }
    from = end
  }
  const shares = emptyShares()
  for (const field of FIELDS) {
    const said = counts[field].reduce((all, n, at) => (at === MISSING_LEVEL[field] ? all : all + n), 0)
    shares[field] = counts[field].map((n) => n / said)
  }
  return { shares, found: Math.min(0.98, Math.max(0.01, sum / rows)) }
}

/** The share of conflicting identities among pairs with one number, by the same method. */
function withConflicts(model: LinkModel, pairs: Pairs): LinkModel {
  let now = model
  for (let round = 0; round < 10; round++) {
    let sum = FIRST_CONFLICTING * GUESS_STRENGTH
    let all = GUESS_STRENGTH
    for (let k = 0; k < pairs.size; k++) {
      if (!sharesNumber(pairs.levels[k]!)) continue
      sum += conflictChance(now, pairs.levels[k]!, pairs.score[k]!)
      all++
    }
    now = { ...now, conflicting: Math.min(0.5, Math.max(0.001, sum / all)) }
  }
  return now
}
