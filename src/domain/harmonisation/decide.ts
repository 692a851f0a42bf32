/** One cell: what its norms come to against those it is held against. Pure bookkeeping, no opinion of its own. */
import type { LawCertainty } from '../law/article-ref.ts'
import type { BindingForce } from '../law/law-library.ts'
import { isSurer, leastSure, surest, type ComparedNorm, type Measure } from './norm.ts'
import { relationOf, type Judgements, type Relation } from './relate.ts'
import { isForSome } from './sectors.ts'

/** From nothing to most for the worker; `in-conflict` stands outside that order. */
export const VERDICTS = ['empty', 'silent', 'weaker', 'covered', 'stronger', 'in-conflict'] as const
export type Verdict = (typeof VERDICTS)[number]

export const REASONS = [
  'nothing-found',
  'other-sectors-only',
  'act-leaves-out',
  'no-duty-said',
  'text-is-silent',
  'conflict-recorded',
  'contradicts-within',
  'contradicts',
  'judged-same',
  'judged-weaker',
  'judged-stronger',
  'silent-on-a-point',
  'measured-same',
  'measured-weaker',
  'measured-stronger',
  'only-may',
  'not-binding',
  'leaves-some-out',
  'cannot-be-measured',
  'nothing-to-compare',
  'other-is-silent',
] as const
export type ReasonCode = (typeof REASONS)[number]

export interface Reason {
  readonly code: ReasonCode
  /** Ids of the two norms held together. */
  readonly compared?: string
  readonly against?: string
}

export interface Decision<N extends ComparedNorm> {
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly certainty: LawCertainty | null
  readonly deciding: readonly N[]
  /** What was held together to come to the verdict. */
  readonly relations: readonly Relation<N>[]
}

export interface CellCase<N extends ComparedNorm> {
  readonly mine: readonly N[]
  /** Of the same need and column, for workers of other sectors. */
  readonly others: readonly N[]
  readonly theirs: readonly N[]
  /** Records that the Act behind some of the others does not reach these workers. */
  readonly leftOut: readonly N[]
  readonly judgements: Judgements
  readonly measures: readonly Measure[]
  /** No sector was chosen, so that norms for some stand beside norms for others. */
  readonly everySector: boolean
  readonly force: (instrument: string) => BindingForce | undefined
}

export function decideCell<N extends ComparedNorm>(cell: CellCase<N>): Decision<N> {
  const own = cell.mine.filter((norm) => norm.kind === 'norm' && norm.modality !== 'none')
  const silent = cell.mine.filter((norm) => norm.kind === 'silent')
  if (cell.mine.length === 0) return notForThem(cell)
  const clash = conflictIn(cell)
  if (clash !== undefined) return clash
  if (own.length > 0) return capped(cell, own, silent, weighed(cell, own, silent))
  if (silent.length === 0) return nothing('no-duty-said')
  return {
    verdict: 'silent',
    reasons: [{ code: 'text-is-silent' }],
    certainty: surest(silent.map((norm) => norm.confidence)),
    deciding: silent,
    relations: [],
  }
}

function nothing<N extends ComparedNorm>(code: ReasonCode): Decision<N> {
  return { verdict: 'empty', reasons: [{ code }], certainty: null, deciding: [], relations: [] }
}

/** Unknown is not silent: what holds for other workers is shown, and that it does not reach these. */
function notForThem<N extends ComparedNorm>(cell: CellCase<N>): Decision<N> {
  if (cell.others.length === 0) return nothing('nothing-found')
  if (cell.leftOut.length === 0) return nothing('other-sectors-only')
  return {
    ...nothing<N>('act-leaves-out'),
    reasons: cell.leftOut.map((norm) => ({ code: 'act-leaves-out', compared: norm.id })),
    certainty: surest(cell.leftOut.map((norm) => norm.confidence)),
    deciding: cell.leftOut,
  }
}

/** A conflict that is on record, two rules of the column against each other, or one against the other column. */
function conflictIn<N extends ComparedNorm>(cell: CellCase<N>): Decision<N> | undefined {
  const recorded = cell.mine.filter((norm) => norm.kind === 'conflict')
  const related = (theirs: readonly N[]) =>
    relationsOf(cell, cell.mine, theirs).filter((each) => each.relation === 'contradicts')
  const within = related(cell.mine).filter((each) => each.compared.id < each.against.id)
  const across = related(cell.theirs)
  const relations = [...within, ...across]
  if (recorded.length === 0 && relations.length === 0) return undefined
  const reasons: readonly Reason[] = [
    ...recorded.map((norm): Reason => ({ code: 'conflict-recorded', compared: norm.id })),
    ...within.map((each) => reasonOf('contradicts-within', each)),
    ...across.map((each) => reasonOf('contradicts', each)),
  ]
  const deciding = cell.mine.filter(
    (norm) =>
      recorded.includes(norm) ||
      within.some((each) => each.compared === norm || each.against === norm) ||
      across.some((each) => each.compared === norm),
  )
  const sureties = [...recorded.map((norm) => norm.confidence), ...relations.map((each) => each.certainty)]
  return { verdict: 'in-conflict', reasons, certainty: surest(sureties), deciding, relations }
}

function relationsOf<N extends ComparedNorm>(
  cell: CellCase<N>,
  mine: readonly N[],
  theirs: readonly N[],
): readonly Relation<N>[] {
  return mine.flatMap((compared) =>
    theirs
      .filter((against) => against.id !== compared.id)
      .flatMap((against) => relationOf(compared, against, cell.judgements, cell.measures) ?? []),
  )
}

type Step = 'silent' | 'weaker' | 'same' | 'stronger'
const STEPS: Readonly<Record<Step, number>> = { silent: 0, weaker: 1, same: 2, stronger: 3 }

function isStep(relation: string): relation is Step {
  return relation in STEPS
}

/** For each rule of the other column the best of ours; then the worst of these, for a gap stays a gap. */
function weighed<N extends ComparedNorm>(
  cell: CellCase<N>,
  own: readonly N[],
  silent: readonly N[],
): Decision<N> {
  const mine = [...own, ...silent]
  const relations = relationsOf(cell, mine, cell.theirs).filter((each) => isStep(each.relation))
  const best = cell.theirs.flatMap(
    (against) => bestOf(relations.filter((each) => each.against === against)) ?? [],
  )
  if (best.length === 0) return unmeasured(cell, own)
  const worst = Math.min(...best.map(stepOf))
  const deciding = best.filter((each) => stepOf(each) === worst)
  // That there is a rule at all is part of the verdict where silence decides a point.
  const there = best.some((each) => each.compared.kind === 'silent') ? sureOf(own) : 'verified'
  return {
    verdict: worst <= STEPS.weaker ? 'weaker' : worst === STEPS.same ? 'covered' : 'stronger',
    reasons: deciding.map((each) => reasonOf(codeOf(each), each)),
    certainty: leastSure(there, ...best.map((each) => each.certainty)),
    deciding: mine.filter((norm) => deciding.some((each) => each.compared === norm)),
    relations: best,
  }
}

function bestOf<N extends ComparedNorm>(relations: readonly Relation<N>[]): Relation<N> | undefined {
  return relations.toSorted((a, b) => {
    if (stepOf(a) !== stepOf(b)) return stepOf(b) - stepOf(a)
    if (a.certainty !== b.certainty) return isSurer(a.certainty, b.certainty) ? -1 : 1
    return a.compared.id < b.compared.id ? -1 : 1
  })[0]
}

function stepOf(each: { readonly relation: string }): number {
  return isStep(each.relation) ? STEPS[each.relation] : STEPS.same
}

function codeOf(each: Relation<ComparedNorm>): ReasonCode {
  if (each.relation === 'silent') return 'silent-on-a-point'
  const outcome = each.relation === 'weaker' || each.relation === 'stronger' ? each.relation : 'same'
  return each.by === 'measured' ? `measured-${outcome}` : `judged-${outcome}`
}

function reasonOf(code: ReasonCode, each: Relation<ComparedNorm>): Reason {
  return { code, compared: each.compared.id, against: each.against.id }
}

/** Nothing was judged and no numbers of one unit stand on both sides: it is covered, and that is all that is said. */
function unmeasured<N extends ComparedNorm>(cell: CellCase<N>, own: readonly N[]): Decision<N> {
  const duties = dutiesOf(own)
  const theirDuties = dutiesOf(cell.theirs)
  if (duties.length === 0 && theirDuties.length > 0)
    return {
      verdict: 'weaker',
      reasons: [{ code: 'only-may' }],
      certainty: leastSure(sureOf(own), sureOf(theirDuties)),
      deciding: own,
      relations: [],
    }
  const deciding = duties.length > 0 ? duties : own
  return {
    verdict: 'covered',
    reasons: [{ code: whyUnmeasured(cell) }],
    certainty: sureOf(deciding),
    deciding,
    relations: [],
  }
}

function whyUnmeasured(cell: CellCase<ComparedNorm>): ReasonCode {
  if (cell.theirs.some((norm) => norm.kind === 'norm')) return 'cannot-be-measured'
  return cell.theirs.some((norm) => norm.kind === 'silent') ? 'other-is-silent' : 'nothing-to-compare'
}

function dutiesOf<N extends ComparedNorm>(norms: readonly N[]): readonly N[] {
  return norms.filter((norm) => norm.kind === 'norm' && norm.modality !== 'may' && norm.modality !== 'none')
}

function sureOf(norms: readonly ComparedNorm[]): LawCertainty {
  return surest(norms.map((norm) => norm.confidence))
}

/** Words that bind nobody, or that leave some workers out, are never more than weaker. */
function capped<N extends ComparedNorm>(
  cell: CellCase<N>,
  own: readonly N[],
  silent: readonly N[],
  decision: Decision<N>,
): Decision<N> {
  const forSome = silent.filter((norm) => isForSome(norm.sector))
  const binding = dutiesOf(cell.theirs).filter((norm) => cell.force(norm.instrument) !== 'not-binding')
  const onlySoft = own.every((norm) => cell.force(norm.instrument) === 'not-binding')
  const caps: readonly (readonly [ReasonCode, readonly N[]])[] = [
    ['leaves-some-out', cell.everySector ? forSome : []],
    ['not-binding', onlySoft ? binding : []],
  ]
  return caps.reduce<Decision<N>>(
    (before, [code, because]) =>
      because.length === 0
        ? before
        : {
            ...before,
            verdict: 'weaker',
            reasons: [...before.reasons, { code }],
            certainty: leastSure(before.certainty ?? 'unverified', sureOf(because)),
            deciding:
              code === 'leaves-some-out'
                ? [...before.deciding, ...because.filter((norm) => !before.deciding.includes(norm))]
                : before.deciding,
          },
    decision,
  )
}
