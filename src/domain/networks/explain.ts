import { partsOf } from './components.ts'
import type { Corpus } from './corpus.ts'
import type { Group } from './find.ts'
import type { Piece } from './weak.ts'

/** One step of a chain: from one file to the next, and by what. */
export type ChainStep =
  | { readonly kind: 'shared'; readonly from: number; readonly to: number; readonly value: number }
  | { readonly kind: 'joined'; readonly from: number; readonly to: number; readonly pieces: readonly Piece[] }

/** The shortest chain of evidence between two files of a group; empty when they are in no chain. */
export function shortestChain(corpus: Corpus, group: Group, from: number, to: number): readonly ChainStep[] {
  const cameBy = new Map<number, ChainStep>()
  const queue = [from]
  for (let at = 0; at < queue.length && !cameBy.has(to); at++)
    for (const step of stepsFrom(corpus, group, queue[at]!))
      if (step.to !== from && !cameBy.has(step.to)) {
        cameBy.set(step.to, step)
        queue.push(step.to)
      }
  const chain: ChainStep[] = []
  for (let step = cameBy.get(to); step !== undefined; step = cameBy.get(step.from)) chain.unshift(step)
  return chain
}

function stepsFrom(corpus: Corpus, group: Group, file: number): readonly ChainStep[] {
  const members = new Set(group.files)
  const values = new Set(group.ties.map((tie) => tie.value))
  const shared = corpus.entries[file]!.filter(({ value }) => values.has(value)).flatMap(({ value }) =>
    corpus.values[value]!.files.filter((other) => other !== file && members.has(other)).map(
      (to): ChainStep => ({ kind: 'shared', from: file, to, value }),
    ),
  )
  const joined = group.joins
    .filter((join) => join.a === file || join.b === file)
    .map((join): ChainStep => ({
      kind: 'joined',
      from: file,
      to: join.a === file ? join.b : join.a,
      pieces: join.pieces,
    }))
  return [...shared, ...joined]
}

/** What the group hangs on: without it the group falls into these parts. */
export type WeakPoint = {
  readonly evidence:
    | { readonly kind: 'value'; readonly value: number }
    | { readonly kind: 'join'; readonly a: number; readonly b: number; readonly pieces: readonly Piece[] }
  readonly parts: readonly (readonly number[])[]
}

/** Takes each piece of evidence away in turn. A group that no single piece breaks has no weak point. */
export function weakPoints(group: Group): readonly WeakPoint[] {
  const all: readonly Edge[] = [
    ...group.ties.map(({ value, a, b }) => ({ a, b, value })),
    ...group.joins.map(({ a, b }) => ({ a, b, value: undefined })),
  ]
  const byValue = [...new Set(group.ties.map((tie) => tie.value))].map((value): WeakPoint => ({
    evidence: { kind: 'value', value },
    parts: remaining(
      group,
      all.filter((edge) => edge.value !== value),
    ),
  }))
  const byJoin = group.joins.map((join): WeakPoint => ({
    evidence: { kind: 'join', a: join.a, b: join.b, pieces: join.pieces },
    parts: remaining(
      group,
      all.filter((edge) => edge.value !== undefined || edge.a !== join.a || edge.b !== join.b),
    ),
  }))
  return [...byValue, ...byJoin].filter((point) => point.parts.length > 1)
}

type Edge = { readonly a: number; readonly b: number; readonly value: number | undefined }

function remaining(group: Group, edges: readonly Edge[]): readonly (readonly number[])[] {
  const held = partsOf(edges)
  const inPart = new Set(held.flat())
  return [...held, ...group.files.filter((file) => !inPart.has(file)).map((file) => [file])]
}
