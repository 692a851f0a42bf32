import { makeForest, rootOf, strongTies, unite, type Forest, type StrongTie } from './components.ts'
import type { Corpus } from './corpus.ts'
import { isForgers } from './evidence.ts'
import { findTriangles } from './triangles.ts'
import { compareGroups, partnersOf, profileOf, type Join, type Profile, type Rule } from './weak.ts'

export type Group = {
  readonly files: readonly number[]
  readonly ties: readonly StrongTie[]
  readonly joins: readonly Join[]
}

/** What touches two groups without making one of them. */
export type Bridge =
  | { readonly kind: 'forger'; readonly value: number; readonly groups: readonly number[] }
  | { readonly kind: 'passed-on'; readonly value: number; readonly groups: readonly number[] }
  | { readonly kind: 'weak'; readonly join: Join; readonly groups: readonly number[] }

export type Networks = {
  /** Groups of two files or more, the larger first. */
  readonly groups: readonly Group[]
  /** By number of file; -1: in no group. */
  readonly groupOf: Int32Array
  readonly bridges: readonly Bridge[]
}

/** What was joined can be joined to more: a round for that, and one for what that opened. */
const ROUNDS = 3

export function findNetworks(corpus: Corpus): Networks {
  const { ties, passedOn } = strongTies(corpus)
  const forest = makeForest(corpus.fileIds.length)
  for (const tie of ties) unite(forest, tie.a, tie.b)
  const known: Known = new Map()
  const joins: Join[] = []
  let bridges: readonly Join[] = []
  let changed: ReadonlySet<number> | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const found = joinOnce(corpus, forest, { rule: 'two', changed, known })
    joins.push(...found.joins)
    bridges = [...bridges, ...found.bridges]
    if (found.joins.length === 0) break
    changed = new Set(found.joins.map((join) => rootOf(forest, join.a)))
  }
  joins.push(...closeTriangles(corpus, forest, known))
  joins.push(...joinOnce(corpus, forest, { rule: 'time', known }).joins)
  const { groups, groupOf } = groupsOf(corpus, forest, ties, joins)
  return { groups, groupOf, bridges: bridgesOf(corpus, groupOf, passedOn, bridges) }
}

/** Profiles by the first file of the group: most groups stay as they are from pass to pass. */
type Known = Map<number, Profile>
type Pass = {
  readonly rule: Rule
  readonly changed?: ReadonlySet<number> | undefined
  readonly known: Known
}

function joinOnce(
  corpus: Corpus,
  forest: Forest,
  { rule, changed, known }: Pass,
): { readonly joins: readonly Join[]; readonly bridges: readonly Join[] } {
  const { members, profile } = profilesOf(corpus, forest, known)
  const root = (file: number): number => rootOf(forest, file)
  const joins: Join[] = []
  const bridges: Join[] = []
  for (const own of changed ?? members.keys())
    for (const other of partnersOf(corpus, profile(own), root, rule)) {
      if (other < own && (!changed || changed.has(other))) continue
      const verdict = compareGroups(corpus, profile(own), profile(other), rule)
      if (verdict) (verdict.kind === 'join' ? joins : bridges).push(verdict.join)
    }
  const ordered = joins.toSorted((x, y) => y.total - x.total)
  const used = ordered.filter((join) => {
    if (root(join.a) === root(join.b)) return false
    unite(forest, join.a, join.b)
    return true
  })
  return { joins: used, bridges }
}

function closeTriangles(corpus: Corpus, forest: Forest, known: Known): readonly Join[] {
  const { members, profile } = profilesOf(corpus, forest, known)
  const sides = findTriangles(corpus, members.keys(), profile, (file) => rootOf(forest, file))
  return sides.filter((join) => {
    if (rootOf(forest, join.a) === rootOf(forest, join.b)) return false
    unite(forest, join.a, join.b)
    return true
  })
}

function profilesOf(corpus: Corpus, forest: Forest, known: Known) {
  const members = membersOf(forest, corpus.fileIds.length)
  const profile = (root: number): Profile => {
    const files = members.get(root)!
    const before = known.get(root)
    if (before?.files.length === files.length) return before
    const made = profileOf(corpus, files)
    known.set(root, made)
    return made
  }
  return { members, profile }
}

function membersOf(forest: Forest, size: number): Map<number, number[]> {
  const members = new Map<number, number[]>()
  for (let file = 0; file < size; file++) {
    const root = rootOf(forest, file)
    const list = members.get(root)
    if (list) list.push(file)
    else members.set(root, [file])
  }
  return members
}

function groupsOf(
  corpus: Corpus,
  forest: Forest,
  ties: readonly StrongTie[],
  joins: readonly Join[],
): { readonly groups: readonly Group[]; readonly groupOf: Int32Array } {
  const made = [...membersOf(forest, corpus.fileIds.length).values()]
    .filter((files) => files.length > 1)
    .toSorted((x, y) => y.length - x.length)
    .map((files) => ({ files, ties: [] as StrongTie[], joins: [] as Join[] }))
  const groupOf = new Int32Array(corpus.fileIds.length).fill(-1)
  made.forEach((group, at) => {
    for (const file of group.files) groupOf[file] = at
  })
  for (const tie of ties) made[groupOf[tie.a]!]?.ties.push(tie)
  for (const join of joins) made[groupOf[join.a]!]?.joins.push(join)
  return { groups: made, groupOf }
}

function bridgesOf(
  corpus: Corpus,
  groupOf: Int32Array,
  passedOn: readonly number[],
  weak: readonly Join[],
): readonly Bridge[] {
  const touching = (value: number): readonly number[] => [
    ...new Set(corpus.values[value]!.files.map((file) => groupOf[file]!).filter((group) => group >= 0)),
  ]
  const forgers = corpus.values.filter((value) => value.files.length > 1 && isForgers(value))
  return [
    ...forgers.map(({ id }) => ({ kind: 'forger' as const, value: id, groups: touching(id) })),
    ...passedOn.map((id) => ({ kind: 'passed-on' as const, value: id, groups: touching(id) })),
    ...weak.map((join) => ({
      kind: 'weak' as const,
      join,
      groups: [...new Set([groupOf[join.a]!, groupOf[join.b]!])],
    })),
  ].filter((bridge) => bridge.groups.length > 1)
}
