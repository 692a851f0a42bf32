import { makeSounds } from './blocking.ts'
import { comparePairs, type Pairs } from './model/candidates.ts'
import { conflictChance, sharesNumber, type LinkModel } from './model/model.ts'
import { oddsOf, trainModel } from './model/train.ts'
import type { Books, PersonTable } from './person-table.ts'

/** One pair with both verdicts. They are kept apart: a conflict is never averaged into a doubtful same person. */
export type Link = {
  readonly left: number
  readonly right: number
  /** Chance that both records are one person, after every rival on both sides was heard. */
  readonly samePerson: number
  /** Chance that the same document or telephone stands here under two identities; 0 without a shared number. */
  readonly conflict: number
  /**
   * The number has another holder in these files whose identity agrees: a misprint or a number that was given twice,
   * shown as that and not as a false identity.
   */
  readonly explained: boolean
  readonly levels: number
  readonly score: number
}

export type Linkage = { readonly model: LinkModel; readonly links: readonly Link[] }

/** Below this a pair is not worth a line. */
const LEAST = 0.005

/** Compares two files, learns the weights from them, and gives every pair worth showing. */
export function linkTables(books: Books, left: PersonTable, right: PersonTable): Linkage {
  const pairs = comparePairs(books, makeSounds(), left, everyRow(left.size), right)
  const model = trainModel(books, left, right, pairs)
  return { model, links: decide(model, books, left, right, pairs) }
}

function* everyRow(size: number): Generator<number> {
  for (let at = 0; at < size; at++) yield at
}

function decide(
  model: LinkModel,
  books: Books,
  left: PersonTable,
  right: PersonTable,
  pairs: Pairs,
): readonly Link[] {
  const odds = oddsOf(model, books, left, right, pairs)
  const byLeft = new Float64Array(left.size)
  const byRight = new Float64Array(right.size)
  const conflicts = new Float64Array(pairs.size)
  for (let k = 0; k < pairs.size; k++) {
    if (sharesNumber(pairs.levels[k]!))
      conflicts[k] = conflictChance(model, pairs.levels[k]!, pairs.score[k]!)
    byLeft[pairs.left[k]!]! += odds[k]!
    byRight[pairs.right[k]!]! += odds[k]!
  }
  const holders = agreeingHolders(left, right, pairs, odds, conflicts)
  const links: Link[] = []
  for (let k = 0; k < pairs.size; k++) {
    const i = pairs.left[k]!
    const j = pairs.right[k]!
    const samePerson = odds[k]! / (1 + byLeft[i]! + byRight[j]! - odds[k]!)
    if (samePerson < LEAST && conflicts[k]! < LEAST) continue
    links.push({
      left: i,
      right: j,
      samePerson,
      conflict: conflicts[k]!,
      explained: conflicts[k]! > 0 && holders.explains(i, j),
      levels: pairs.levels[k]!,
      score: pairs.score[k]!,
    })
  }
  return links
}

type Holders = { readonly explains: (left: number, right: number) => boolean }

/** Records whose number has an agreeing record on the other side. */
function agreeingHolders(
  left: PersonTable,
  right: PersonTable,
  pairs: Pairs,
  odds: Float64Array,
  conflicts: Float64Array,
): Holders {
  const holders = new Map<string, { readonly left: number; readonly right: number }[]>()
  for (let k = 0; k < pairs.size; k++) {
    if (!sharesNumber(pairs.levels[k]!) || conflicts[k]! >= 0.5 || odds[k]! < 1) continue
    const pair = { left: pairs.left[k]!, right: pairs.right[k]! }
    for (const number of sharedNumbers(left, pair.left, right, pair.right))
      holders.set(number, [...(holders.get(number) ?? []), pair])
  }
  return {
    explains: (i, j) =>
      sharedNumbers(left, i, right, j).every((number) =>
        (holders.get(number) ?? []).some((pair) => (pair.left === i) !== (pair.right === j)),
      ),
  }
}

function sharedNumbers(left: PersonTable, i: number, right: PersonTable, j: number): readonly string[] {
  return (['passport', 'phone', 'nik'] as const).flatMap((field) =>
    left[field][i] !== 0 && left[field][i] === right[field][j] ? [`${field} ${left[field][i]}`] : [],
  )
}
