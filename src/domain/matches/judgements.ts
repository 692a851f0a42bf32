/**
 * Who is the same person, as people judged it pair by pair. The judgements are kept; which records belong together is
 * worked out from them each time. So a joining can be undone without loss, in any order.
 */
export const JUDGEMENTS = ['same', 'not-same', 'unsure', 'undone'] as const
export type Judged = (typeof JUDGEMENTS)[number]

/** States of a proposal: what was last judged of it; undone is open again. */
export const MATCH_STATES = ['open', 'same', 'not-same', 'unsure'] as const
export type MatchState = (typeof MATCH_STATES)[number]

export const stateAfter = (judged: Judged): MatchState => (judged === 'undone' ? 'open' : judged)

/** In the order in which they were given. */
export type Judgement = { readonly left: string; readonly right: string; readonly judged: Judged }

const pairOf = ({ left, right }: Omit<Judgement, 'judged'>): string =>
  left < right ? `${left} ${right}` : `${right} ${left}`

/** What counts of each pair now: the last word. */
export function standingJudgements(all: readonly Judgement[]): readonly Judgement[] {
  const last = new Map<string, Judgement>()
  for (const each of all) last.set(pairOf(each), each)
  return [...last.values()].filter((each) => each.judged !== 'undone')
}

/** Records that belong together; each cluster is sorted and is named by its first record. Single records are left out. */
export function clustersOf(all: readonly Judgement[]): readonly (readonly string[])[] {
  const neighbours = new Map<string, string[]>()
  for (const { left, right, judged } of standingJudgements(all)) {
    if (judged !== 'same' || left === right) continue
    neighbours.set(left, [...(neighbours.get(left) ?? []), right])
    neighbours.set(right, [...(neighbours.get(right) ?? []), left])
  }
  const seen = new Set<string>()
  const clusters: (readonly string[])[] = []
  for (const start of [...neighbours.keys()].toSorted()) {
    if (seen.has(start)) continue
    const members: string[] = []
    const waiting = [start]
    seen.add(start)
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      members.push(each)
      for (const next of neighbours.get(each) ?? [])
        if (!seen.has(next)) {
          seen.add(next)
          waiting.push(next)
        }
    }
    clusters.push(members.toSorted())
  }
  return clusters
}

/** The records that belong with this one, itself among them. */
export function clusterOf(all: readonly Judgement[], id: string): readonly string[] {
  return clustersOf(all).find((cluster) => cluster.includes(id)) ?? [id]
}

/** Derived, never stored: the first record of the cluster. */
export const clusterIdOf = (all: readonly Judgement[], id: string): string => clusterOf(all, id)[0] ?? id

export const JOIN_REFUSALS = ['two-niks', 'kept-apart'] as const
export type JoinRefusal = (typeof JOIN_REFUSALS)[number]

/**
 * May these two be judged the same? Not where the whole that comes of it would hold two different NIK, and not where
 * somebody judged two records of that whole to be two persons: that judgement is looked at first.
 */
export function joinRefusal(
  all: readonly Judgement[],
  pair: { readonly left: string; readonly right: string },
  niksOf: (id: string) => readonly string[],
): JoinRefusal | undefined {
  const others = standingJudgements(all).filter((each) => pairOf(each) !== pairOf(pair))
  const whole = clusterOf([...others, { ...pair, judged: 'same' }], pair.left)
  if (new Set(whole.flatMap(niksOf)).size > 1) return 'two-niks'
  const members = new Set(whole)
  return others.some(
    ({ left, right, judged }) => judged === 'not-same' && members.has(left) && members.has(right),
  )
    ? 'kept-apart'
    : undefined
}
