import { makeSounds } from './blocking.ts'
import { comparePairs } from './model/candidates.ts'
import { conflictChance, sharesNumber, type LinkModel } from './model/model.ts'
import { chanceShares, comparedOf, estimate, oddsOf, type Compared } from './model/train.ts'
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
  const compared = comparedOf(books, left, right, pairs)
  const model = estimate(compared, chanceShares(books, left, right))
  const numbers = (k: number): readonly string[] =>
    sharedNumbers(left, pairs.left[k]!, right, pairs.right[k]!)
  return { model, links: decide(model, compared, left.size, numbers) }
}

function* everyRow(size: number): Generator<number> {
  for (let at = 0; at < size; at++) yield at
}

/** Names of the numbers that both records of a pair carry: the same name for the same number in every pair. */
type SharedNumbers = (pair: number) => readonly string[]

/** Both verdicts for every pair, after all rivals were heard. */
export function decide(
  model: LinkModel,
  compared: Compared,
  leftSize: number,
  numbers: SharedNumbers,
): readonly Link[] {
  const { pairs, rightSize } = compared
  const odds = oddsOf(model, compared)
  const byLeft = new Float64Array(leftSize)
  const byRight = new Float64Array(rightSize)
  const conflicts = new Float64Array(pairs.size)
  for (let k = 0; k < pairs.size; k++) {
    if (sharesNumber(pairs.levels[k]!))
      conflicts[k] = conflictChance(model, pairs.levels[k]!, pairs.score[k]!)
    byLeft[pairs.left[k]!]! += odds[k]!
    byRight[pairs.right[k]!]! += odds[k]!
  }
  const explains = agreeingHolders(compared, odds, conflicts, numbers)
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
      explained: conflicts[k]! > 0 && explains(k),
      levels: pairs.levels[k]!,
      score: pairs.score[k]!,
    })
  }
  return links
}

/** Has every number of this pair another record, on one of the two sides, that agrees with it? */
function agreeingHolders(
  { pairs }: Compared,
  odds: Float64Array,
  conflicts: Float64Array,
  numbers: SharedNumbers,
): (pair: number) => boolean {
  const holders = new Map<string, number[]>()
  for (let k = 0; k < pairs.size; k++) {
    if (!sharesNumber(pairs.levels[k]!) || conflicts[k]! >= 0.5 || odds[k]! < 1) continue
    for (const number of numbers(k)) holders.set(number, [...(holders.get(number) ?? []), k])
  }
  return (k) =>
    numbers(k).every((number) =>
      (holders.get(number) ?? []).some(
        (other) => (pairs.left[other] === pairs.left[k]) !== (pairs.right[other] === pairs.right[k]),
      ),
    )
}

function sharedNumbers(left: PersonTable, i: number, right: PersonTable, j: number): readonly string[] {
  return (['passport', 'phone', 'nik'] as const).flatMap((field) =>
    left[field][i] !== 0 && left[field][i] === right[field][j] ? [`${field} ${left[field][i]}`] : [],
  )
}
