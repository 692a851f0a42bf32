import type { Corpus } from '../corpus.ts'
import type { Networks } from '../find.ts'

/** Over pairs of files; a file without a group belongs to no pair. `null`: nothing can be said. */
export type NetworkScore = {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly pairs_found: number
  readonly pairs_true: number
  readonly pairs_right: number
  readonly groups_found: number
  readonly largest_group: number
  /** Files of the largest group found that holds a pair which the truth does not know. */
  readonly largest_false_group: number
  readonly bridges: number
}

const pairs = (count: number): number => (count * (count - 1)) / 2

export type PairScore = Omit<NetworkScore, 'bridges'>

export function scoreNetworks(
  corpus: Corpus,
  networks: Networks,
  truth: ReadonlyMap<string, string>,
): NetworkScore {
  const groups = networks.groups.map(({ files }) => files.map((file) => corpus.fileIds[file]!))
  return { ...scoreGroups(groups, truth), bridges: networks.bridges.length }
}

export function scoreGroups(
  found: readonly (readonly string[])[],
  truth: ReadonlyMap<string, string>,
): PairScore {
  const counts = new Map<string, number>()
  for (const group of truth.values()) if (group !== '') counts.set(group, (counts.get(group) ?? 0) + 1)
  const pairsTrue = sum([...counts.values()].map(pairs))
  const groups = found
    .filter((files) => files.length > 1)
    .map((files) => {
      const told = new Map<string, number>()
      for (const file of files) {
        const group = truth.get(file) ?? ''
        if (group !== '') told.set(group, (told.get(group) ?? 0) + 1)
      }
      return { size: files.length, found: pairs(files.length), right: sum([...told.values()].map(pairs)) }
    })
  const pairsFound = sum(groups.map((group) => group.found))
  const right = sum(groups.map((group) => group.right))
  return {
    precision: pairsFound === 0 ? null : right / pairsFound,
    recall: pairsTrue === 0 ? null : right / pairsTrue,
    f1: pairsFound + pairsTrue === 0 ? null : (2 * right) / (pairsFound + pairsTrue),
    pairs_found: pairsFound,
    pairs_true: pairsTrue,
    pairs_right: right,
    groups_found: groups.length,
    largest_group: most(groups.map((group) => group.size)),
    largest_false_group: most(groups.filter((group) => group.right < group.found).map((group) => group.size)),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
const most = (numbers: readonly number[]): number => numbers.reduce((top, each) => Math.max(top, each), 0)
