/** Rules against each other: two of one country, of two countries, or a conflict that a source puts on record. */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { LawCertainty } from '../law/article-ref.ts'
import { holdsOn, type ComparedNorm, type JudgedPair, type PairRelation } from './norm.ts'
import { indexJudgements, relationOf } from './relate.ts'

export interface Conflict<N extends ComparedNorm> {
  readonly one: N
  /** Missing for a conflict that is on record as one statement. */
  readonly other?: N
  /** How `other` stands to `one`. */
  readonly relation: PairRelation
  /** Both are rules of one country. */
  readonly internal: boolean
  readonly certainty: LawCertainty
  readonly judged?: JudgedPair
}

/** Every pair that contradicts, and inside one country every rule weaker than another; each once, in the order of ids. */
export function conflictsOn<N extends ComparedNorm>(
  norms: readonly N[],
  on: PlainDate,
  pairs: readonly JudgedPair[],
): readonly Conflict<N>[] {
  const inForce = norms.filter((norm) => holdsOn(norm, on)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const byId = new Map(inForce.map((norm) => [norm.id, norm]))
  const judgements = indexJudgements(pairs)
  const between = pairsOf(inForce, byId).flatMap(([one, other]): readonly Conflict<N>[] => {
    const found = relationOf(other, one, judgements, [])
    if (found === undefined) return []
    const internal = one.jurisdiction === other.jurisdiction
    const shown = found.relation === 'contradicts' || (internal && isLess(found.relation))
    // A conflict on record stands in the list by itself, with the rules that it names.
    if (!shown || one.kind === 'conflict' || other.kind === 'conflict') return []
    return [
      { one, other, relation: found.relation, internal, certainty: found.certainty, ...judgedOf(found) },
    ]
  })
  const recorded = inForce
    .filter((norm) => norm.kind === 'conflict')
    .map((one) => ({
      one,
      relation: 'contradicts' as const,
      internal: !one.jurisdiction.includes('-'),
      certainty: one.confidence,
    }))
  return [...between, ...recorded].toSorted(byKind)
}

function judgedOf(found: { readonly judged?: JudgedPair }): { readonly judged?: JudgedPair } {
  return found.judged === undefined ? {} : { judged: found.judged }
}

function isLess(relation: PairRelation): boolean {
  return relation === 'weaker' || relation === 'stronger' || relation === 'exception'
}

function pairsOf<N extends ComparedNorm>(
  norms: readonly N[],
  byId: ReadonlyMap<string, N>,
): readonly (readonly [N, N])[] {
  const seen = new Set<string>()
  return norms.flatMap((norm) =>
    norm.compareWith.flatMap((id): readonly (readonly [N, N])[] => {
      const other = byId.get(id)
      if (other === undefined) return []
      const [one, two] = norm.id < other.id ? [norm, other] : [other, norm]
      const key = `${one.id} ${two.id}`
      if (seen.has(key)) return []
      seen.add(key)
      return [[one, two]]
    }),
  )
}

function byKind<N extends ComparedNorm>(a: Conflict<N>, b: Conflict<N>): number {
  if (a.internal !== b.internal) return a.internal ? -1 : 1
  const clash = (each: Conflict<N>): number => (each.relation === 'contradicts' ? 0 : 1)
  if (clash(a) !== clash(b)) return clash(a) - clash(b)
  const keyOf = (each: Conflict<N>): string => `${each.one.id} ${each.other?.id ?? ''}`
  return keyOf(a) < keyOf(b) ? -1 : 1
}
