/**
 * Learns what one edit costs from real pairs of spellings, and writes seeds/reference/linkage/weights.json.
 *   node --import tsx bench/linkage/learn-weights.ts <token_variants.csv>
 * Pairs with label 1 are one person written twice in one judgment; how often each edit happens among them, smoothed
 * towards its kind (vowel for vowel, consonant for consonant, any drop), gives the cost. Pairs with label 0 are not used:
 * a different name is told by its rarity, not by a threshold.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FAMILY_OF } from '../../src/domain/linkage/names/name-words.ts'
import { modernSpelling } from '../../src/domain/linkage/names/normalise-name.ts'
import type { EditWeights } from '../../src/domain/linkage/names/edit-weights.ts'

const OUT = join(import.meta.dirname, '../../seeds/reference/linkage/weights.json')
const ROUNDS = 8
/** Pseudo-counts that pull a rare edit towards the mean of its kind. */
const SMOOTHING = 4
/** Share of tokens that are miswritten when a person is written down again, hurriedly and by ear. */
const MISWRITTEN = 0.15
/** A slip of the finger makes any edit: about one letter in a hundred in hurried writing, whatever the ear says. */
const DEAREST_SWAP = 7
const DEAREST_DROP = 5
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter)
const kindOfSwap = (a: string, b: string): string =>
  isVowel(a) === isVowel(b) ? (isVowel(a) ? 'vowels' : 'consonants') : 'mixed'

type Op = {
  readonly kind: 'swap' | 'drop' | 'double' | 'turn'
  readonly key: string
  readonly first: boolean
}
type Costs = (op: Op) => number

/** The cheapest reading of one word as the other, as its list of edits. */
function align(a: string, b: string, cost: Costs): readonly Op[] {
  type Cell = { readonly sum: number; readonly ops: readonly Op[] }
  const grid: Cell[][] = []
  const drop = (word: string, at: number): Op =>
    at > 0 && word[at] === word[at - 1]
      ? { kind: 'double', key: '', first: false }
      : { kind: 'drop', key: word[at]!, first: at === 0 }
  for (let i = 0; i <= a.length; i++) {
    grid.push([])
    for (let j = 0; j <= b.length; j++) {
      const options: Cell[] = i === 0 && j === 0 ? [{ sum: 0, ops: [] }] : []
      const via = (from: Cell | undefined, op: Op | undefined): void => {
        if (from) options.push(op ? { sum: from.sum + cost(op), ops: [...from.ops, op] } : from)
      }
      if (i > 0) via(grid[i - 1]![j], drop(a, i - 1))
      if (j > 0) via(grid[i]![j - 1], drop(b, j - 1))
      if (i > 0 && j > 0) {
        const x = a[i - 1]!
        const y = b[j - 1]!
        const key = x < y ? x + y : y + x
        via(grid[i - 1]![j - 1], x === y ? undefined : { kind: 'swap', key, first: i === 1 || j === 1 })
        if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y && x !== y)
          via(grid[i - 2]![j - 2], { kind: 'turn', key: '', first: i === 2 })
      }
      grid[i]!.push(options.reduce((best, each) => (each.sum < best.sum ? each : best)))
    }
  }
  return grid[a.length]![b.length]!.ops
}

function learn(
  pairs: readonly (readonly [string, string, number])[],
): EditWeights & { readonly edits: number } {
  const seen: Record<string, number> = {}
  for (const [a, b, n] of pairs) for (const letter of a + b) seen[letter] = (seen[letter] ?? 0) + n / 2
  const letters = Object.values(seen).reduce((sum, n) => sum + n, 0)
  let cost: Costs = (op) => (op.kind === 'double' || op.kind === 'turn' ? 1 : 2) + (op.first ? 1 : 0)
  let weights: EditWeights & { readonly edits: number } = emptyWeights()
  for (let round = 0; round < ROUNDS; round++) {
    const counts: Record<string, number> = {}
    let first = 0
    let edits = 0
    for (const [a, b, n] of pairs)
      for (const op of align(a, b, cost)) {
        counts[`${op.kind} ${op.key}`] = (counts[`${op.kind} ${op.key}`] ?? 0) + n
        edits += n
        if (op.first) first += n
      }
    weights = weigh(counts, seen, letters, pairs.length, first, edits)
    const now = weights
    cost = (op) =>
      (op.kind === 'swap'
        ? (now.swap[op.key] ?? now.otherSwap)
        : op.kind === 'drop'
          ? (now.drop[op.key] ?? now.otherDrop)
          : now[op.kind]) + (op.first ? now.first : 0)
  }
  return weights
}

const emptyWeights = (): EditWeights & { readonly edits: number } => ({
  swap: {},
  drop: {},
  double: 0,
  turn: 0,
  otherSwap: 0,
  otherDrop: 0,
  first: 0,
  edits: 0,
})

function weigh(
  counts: Readonly<Record<string, number>>,
  seen: Readonly<Record<string, number>>,
  letters: number,
  words: number,
  first: number,
  edits: number,
): EditWeights & { readonly edits: number } {
  const round = (cost: number): number => Math.round(cost * 100) / 100
  const chance = (count: number, places: number, mean: number, dearest = DEAREST_DROP): number =>
    Math.min(dearest, round(-Math.log(MISWRITTEN * ((count + SMOOTHING * mean) / (places + SMOOTHING)))))
  const means: Record<string, number> = {}
  for (const kind of ['vowels', 'consonants', 'mixed']) {
    let count = 0.5
    let places = 0
    for (const a of LETTERS)
      for (const b of LETTERS)
        if (a < b && kindOfSwap(a, b) === kind) {
          count += counts[`swap ${a}${b}`] ?? 0
          places += (seen[a] ?? 0) + (seen[b] ?? 0)
        }
    means[kind] = count / places
  }
  const swap: Record<string, number> = {}
  for (const a of LETTERS)
    for (const b of LETTERS)
      if (a < b)
        swap[a + b] = chance(
          counts[`swap ${a}${b}`] ?? 0,
          (seen[a] ?? 0) + (seen[b] ?? 0),
          means[kindOfSwap(a, b)]!,
          DEAREST_SWAP,
        )
  const drops = Object.entries(counts).filter(([key]) => key.startsWith('drop '))
  const meanDrop = drops.reduce((sum, [, n]) => sum + n, 0) / letters
  const drop = Object.fromEntries(
    Array.from(LETTERS, (letter) => [
      letter,
      chance(counts[`drop ${letter}`] ?? 0, seen[letter] ?? 0, meanDrop),
    ]),
  )
  const firstShare = first / edits / (words / letters)
  return {
    swap,
    drop,
    double: chance(counts['double '] ?? 0, words / 2, 0.2),
    turn: chance(counts['turn '] ?? 0, letters / 2, 0.01),
    otherSwap: DEAREST_SWAP,
    otherDrop: round(-Math.log(MISWRITTEN * meanDrop)),
    first: round(Math.max(0.5, -Math.log(firstShare / 2))),
    edits,
  }
}

const source = process.argv[2]
if (source === undefined) throw new Error('Usage: learn-weights.ts <token_variants.csv>')
const pairs = readFileSync(source, 'utf8')
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .filter(([a, b, label]) => label === '1' && /^[a-z]+$/.test(a ?? '') && /^[a-z]+$/.test(b ?? ''))
  .map(([a, b, , n]) => [modernSpelling(a!), modernSpelling(b!), Number(n) || 1] as const)
  .filter(([a, b]) => a !== b && !(FAMILY_OF.has(a) && FAMILY_OF.has(b)))
const { edits, ...weights } = learn(pairs)
writeFileSync(
  OUT,
  `${JSON.stringify(
    {
      origin:
        'Learned by bench/linkage/learn-weights.ts from token_variants.csv of the IDN-Link development set: real pairs of spellings of one person in public Indonesian judgments (Nuranti, Yulianti, Husin 2022, indo-law), label 1',
      retrieved: '2026-11-21',
      licence: 'own work, free to use',
      note: `Costs in natural logarithms. ${pairs.length} pairs, ${edits} edits, ${ROUNDS} rounds of alignment; smoothing ${SMOOTHING}; ${MISWRITTEN} of tokens taken as miswritten. No whole names.`,
      weights,
    },
    null,
    2,
  )}\n`,
)
