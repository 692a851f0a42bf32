import { decide, type Linkage } from '../link.ts'
import type { Pairs } from '../model/candidates.ts'
import { chanceOf, chancePairs, estimate } from '../model/train.ts'
import { compareEncoded } from './compare-encoded.ts'
import type { EncodedRecord } from './encode.ts'
import type { Candidate, FirstTokens } from './first-round.ts'

/** What both sides give away, and what the comparing side learns from. None of it holds a name or a number. */
export type EncodedFiles = {
  readonly left: readonly FirstTokens[]
  readonly right: readonly FirstTokens[]
  readonly candidates: readonly Candidate[]
  /** The two encoded records of a candidate, salted for this pair alone. */
  readonly pair: (candidate: Candidate) => { readonly left: EncodedRecord; readonly right: EncodedRecord }
  /** How names agree by chance, counted by one side within its own file: twelve shares, no record. */
  readonly names: readonly number[]
}

/**
 * Pairs taken at random stand among the candidates: they teach what agrees by chance, and whoever watches the exchange
 * cannot tell a good pair by its being asked for.
 */
const CONTROL_PAIRS = 6_000

/** Both verdicts from codes alone, by the same model as the clear text. */
export function linkEncoded(files: EncodedFiles): Linkage {
  const { candidates } = files
  const levels = new Int32Array(candidates.length)
  const score = new Float32Array(candidates.length)
  const regions = new Float32Array(candidates.length)
  candidates.forEach((candidate, k) => {
    const { left, right } = files.pair(candidate)
    const compared = compareEncoded(left, right)
    levels[k] = compared.levels
    score[k] = compared.score
    regions[k] = compared.region
  })
  const pairs: Pairs = {
    size: candidates.length,
    left: Int32Array.from(candidates, ({ left }) => left),
    right: Int32Array.from(candidates, ({ right }) => right),
    levels,
    score,
  }
  const compared = { pairs, regions, rightSize: files.right.length }
  const controls = chancePairs(
    files.left.length,
    files.right.length,
    Math.min(CONTROL_PAIRS, files.left.length * files.right.length),
  )
  const byChance = Int32Array.from(controls, (candidate) => {
    const { left, right } = files.pair(candidate)
    return compareEncoded(left, right).levels
  })
  const chance = chanceOf(byChance)
  const model = estimate(compared, { ...chance, shares: { ...chance.shares, name: files.names } })
  const numbers = (k: number): readonly string[] => {
    const theirs = new Set(files.right[pairs.right[k]!]!.numbers)
    return files.left[pairs.left[k]!]!.numbers.filter((token) => theirs.has(token))
  }
  return { model, links: decide(model, compared, files.left.length, numbers) }
}
