import type { Corpus, Value } from './corpus.ts'
import { APART_DAYS, GROUP_FROM, LASTS_DAYS } from './cuts.ts'
import { strengthOf } from './evidence.ts'

/** Union-find over numbers. */
export type Forest = { readonly parent: Int32Array }

export function makeForest(size: number): Forest {
  return { parent: Int32Array.from({ length: size }, (_, at) => at) }
}

export function rootOf({ parent }: Forest, at: number): number {
  let root = at
  while (parent[root] !== root) root = parent[root]!
  for (let each = at; parent[each] !== root;) {
    const next = parent[each]!
    parent[each] = root
    each = next
  }
  return root
}

export function unite(forest: Forest, a: number, b: number): void {
  const from = rootOf(forest, a)
  const to = rootOf(forest, b)
  if (from !== to) forest.parent[Math.max(from, to)] = Math.min(from, to)
}

/** Two files that share a strong thing within the time that it lasts. */
export type StrongTie = { readonly value: number; readonly a: number; readonly b: number }

/** The files of a value in the order of their days; a neighbour in time is tied unless too long ago. */
export function tiesOf(value: Value): readonly StrongTie[] {
  const order = value.files
    .map((file, at) => ({ file, day: value.days[at]! }))
    .toSorted((x, y) => (x.day || 0) - (y.day || 0))
  const lasts = value.kind === 'part' ? 0 : LASTS_DAYS[value.kind]
  const ties: StrongTie[] = []
  for (let at = 1; at < order.length; at++) {
    const before = order[at - 1]!
    const after = order[at]!
    if (!(after.day - before.day > lasts)) ties.push({ value: value.id, a: before.file, b: after.file })
  }
  return ties
}

export type Strong = {
  readonly ties: readonly StrongTie[]
  /** Values that would join two groups which never met in time: shown, not followed. */
  readonly passedOn: readonly number[]
}

export function strongTies(corpus: Corpus): Strong {
  const ties = corpus.values
    .filter((value) => value.files.length > 1 && strengthOf(value) === 'strong')
    .flatMap(tiesOf)
  const passedOn = valuesPassedOn(corpus, ties)
  return passedOn.size === 0
    ? { ties, passedOn: [] }
    : { ties: ties.filter((tie) => !passedOn.has(tie.value)), passedOn: [...passedOn] }
}

/** A number that alone holds two groups together which lived at different times was given on, not kept. */
function valuesPassedOn(corpus: Corpus, ties: readonly StrongTie[]): ReadonlySet<number> {
  const forest = makeForest(corpus.fileIds.length)
  for (const tie of ties) unite(forest, tie.a, tie.b)
  const groups = new Map<number, StrongTie[]>()
  for (const tie of ties) {
    const root = rootOf(forest, tie.a)
    const list = groups.get(root)
    if (list) list.push(tie)
    else groups.set(root, [tie])
  }
  const passedOn = new Set<number>()
  for (const list of groups.values()) {
    if (list.length < 2 * GROUP_FROM - 1) continue
    for (const value of new Set(list.map((tie) => tie.value))) {
      const parts = partsOf(list.filter((tie) => tie.value !== value)).filter(
        (part) => part.length >= GROUP_FROM,
      )
      if (parts.length > 1 && areApart(corpus, parts)) passedOn.add(value)
    }
  }
  return passedOn
}

/** The files that these ties hold together. */
export function partsOf(
  ties: readonly { readonly a: number; readonly b: number }[],
): readonly (readonly number[])[] {
  const neighbours = new Map<number, number[]>()
  for (const { a, b } of ties) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b])
    neighbours.set(b, [...(neighbours.get(b) ?? []), a])
  }
  const seen = new Set<number>()
  const parts: number[][] = []
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue
    const part = [start]
    seen.add(start)
    for (let at = 0; at < part.length; at++)
      for (const next of neighbours.get(part[at]!) ?? [])
        if (!seen.has(next)) {
          seen.add(next)
          part.push(next)
        }
    parts.push(part)
  }
  return parts
}

function areApart(corpus: Corpus, parts: readonly (readonly number[])[]): boolean {
  const spans = parts.map((files) => {
    const days = files.map((file) => corpus.fileDays[file]!).filter((day) => !Number.isNaN(day))
    return { from: Math.min(...days), to: Math.max(...days) }
  })
  const order = spans.toSorted((x, y) => x.from - y.from)
  return order.slice(1).every((span, at) => span.from - order[at]!.to > APART_DAYS)
}
