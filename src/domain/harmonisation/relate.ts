/** How two norms stand to each other: what a person judged first, then numbers of one unit, then plain opposites. */
import type { LawCertainty } from '../law/article-ref.ts'
import { leastSure, type ComparedNorm, type JudgedPair, type Measure, type PairRelation } from './norm.ts'

export interface Relation<N extends ComparedNorm> {
  readonly compared: N
  readonly against: N
  readonly relation: PairRelation
  /** `modality`: the two were laid beside each other and one commands what the other forbids; nobody judged them yet. */
  readonly by: 'judged' | 'measured' | 'modality'
  readonly certainty: LawCertainty
  readonly judged?: JudgedPair
  readonly measure?: Measure
}

export type Judgements = ReadonlyMap<string, JudgedPair>

/** Two ids as one key, in the order of the judgement. */
export function indexJudgements(pairs: readonly JudgedPair[]): Judgements {
  return new Map(pairs.map((pair) => [`${pair.against} ${pair.compared}`, pair]))
}

const TURNED: Readonly<Record<PairRelation, PairRelation>> = {
  same: 'same',
  weaker: 'stronger',
  stronger: 'weaker',
  contradicts: 'contradicts',
  silent: 'stronger',
  exception: 'exception',
  separate: 'separate',
}

/** Undefined where nothing was judged and nothing can be measured: the comparer never guesses. */
export function relationOf<N extends ComparedNorm>(
  compared: N,
  against: N,
  judgements: Judgements,
  measures: readonly Measure[],
): Relation<N> | undefined {
  const certainty = leastSure(compared.confidence, against.confidence)
  const judged = judgedRelation(compared, against, judgements)
  if (judged !== undefined) return { compared, against, by: 'judged', certainty, ...judged }
  const measured = measuredRelation(compared, against, measures)
  if (measured !== undefined) return { compared, against, by: 'measured', certainty, ...measured }
  return isLaidBeside(compared, against) && areOpposite(compared, against)
    ? { compared, against, by: 'modality', certainty: 'unverified', relation: 'contradicts' }
    : undefined
}

function judgedRelation(
  compared: ComparedNorm,
  against: ComparedNorm,
  judgements: Judgements,
): { readonly relation: PairRelation; readonly judged: JudgedPair } | undefined {
  const straight = judgements.get(`${against.id} ${compared.id}`)
  if (straight !== undefined) return { relation: straight.relation, judged: straight }
  const turned = judgements.get(`${compared.id} ${against.id}`)
  if (turned === undefined) return undefined
  // A silent record stays silent from whichever side it is looked at.
  if (compared.kind === 'silent') return { relation: 'silent', judged: turned }
  return { relation: TURNED[turned.relation], judged: turned }
}

function measuredRelation(
  compared: ComparedNorm,
  against: ComparedNorm,
  measures: readonly Measure[],
): { readonly relation: PairRelation; readonly measure: Measure } | undefined {
  if (compared.kind !== 'norm' || against.kind !== 'norm' || compared.need !== against.need) return undefined
  for (const measure of measures) {
    const mine = numberOf(compared, measure)
    const theirs = numberOf(against, measure)
    if (mine === undefined || theirs === undefined) continue
    if (mine === theirs) return { relation: 'same', measure }
    return { relation: mine > theirs === (measure.better === 'higher') ? 'stronger' : 'weaker', measure }
  }
  return undefined
}

function numberOf(norm: ComparedNorm, measure: Measure): number | undefined {
  const { parameter } = norm
  if (parameter === null || typeof parameter.value !== 'number' || parameter.unit === null) return undefined
  return measure.units.includes(parameter.unit) && !measure.notFor.includes(norm.id)
    ? parameter.value
    : undefined
}

function isLaidBeside(one: ComparedNorm, other: ComparedNorm): boolean {
  return one.compareWith.includes(other.id) || other.compareWith.includes(one.id)
}

function areOpposite(one: ComparedNorm, other: ComparedNorm): boolean {
  if (one.need !== other.need || one.kind === 'silent' || other.kind === 'silent') return false
  const both = [one.modality, other.modality]
  return both.includes('must-not') && (both.includes('must') || both.includes('may'))
}
