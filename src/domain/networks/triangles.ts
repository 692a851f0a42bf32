import type { Corpus } from './corpus.ts'
import { MOST_FILES_OF_CORNER } from './cuts.ts'
import { OWN_TYPES } from './evidence.ts'
import { gapOf, neededOdds, sharedPieces, timeWorth, type Join, type Piece, type Profile } from './weak.ts'

/** Three groups of files; each shares something else with each other one. */
type Triangle = { readonly joins: readonly Join[]; readonly total: number }

/**
 * Closes triangles: A and B share a recruiter's name, A and C one booking, B and C another. No side joins anything alone;
 * together each file has two independent pieces. Looks only where a booking, a company or half an address is shared by few.
 */
export function findTriangles(
  corpus: Corpus,
  corners: Iterable<number>,
  profile: (group: number) => Profile,
  groupOf: (file: number) => number,
): readonly Join[] {
  const found: Triangle[] = []
  for (const corner of corners) {
    const around = [...neighboursOf(corpus, profile(corner), corner, groupOf)]
    for (let i = 0; i < around.length; i++)
      for (let j = i + 1; j < around.length; j++) {
        const triangle = closed(corpus, [profile(corner), profile(around[i]!), profile(around[j]!)])
        if (triangle) found.push(triangle)
      }
  }
  return found.toSorted((x, y) => y.total - x.total).flatMap(({ joins }) => joins)
}

function neighboursOf(
  corpus: Corpus,
  profile: Profile,
  own: number,
  groupOf: (file: number) => number,
): ReadonlySet<number> {
  const around = new Set<number>()
  for (const [type, helds] of profile.byType) {
    if (type !== 'booking' && type !== 'company' && type !== 'part-address') continue
    for (const { value } of helds)
      if (value.files.length <= MOST_FILES_OF_CORNER)
        for (const file of value.files) around.add(groupOf(file))
  }
  around.delete(own)
  return around
}

function closed(corpus: Corpus, [c, a, b]: readonly [Profile, Profile, Profile]): Triangle | undefined {
  const sides = [
    [a, b],
    [a, c],
    [b, c],
  ] as const
  const best: Piece[] = []
  let total = 0
  for (const [left, right] of sides) {
    const piece = sharedPieces(corpus, left, right)[0]
    if (!piece) return undefined
    best.push(piece)
    total += piece.worth + timeWorth(gapOf(corpus, left.files, right.files))
  }
  // Three sides over one and the same thing are one piece of evidence.
  const isIndependent = new Set(best.flatMap((piece) => [piece.fromValue, piece.toValue])).size >= 3
  const kinds = new Set(best.map((piece) => piece.type)).size
  if (!isIndependent || !hasOneOfEach(best) || kinds < 2 || total < 2 * neededOdds(corpus)) return undefined
  return { joins: best.map((piece) => ({ a: piece.a, b: piece.b, pieces: best, total })), total }
}

/** At least one side over the recruiters' own things, and no value on two sides. */
function hasOneOfEach(pieces: readonly Piece[]): boolean {
  if (!pieces.some((piece) => OWN_TYPES.has(piece.type))) return false
  return new Set(pieces.map((piece) => piece.fromValue)).size === pieces.length
}
