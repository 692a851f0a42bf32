import type { Cuts } from '../cuts.ts'
import type { Link } from '../link.ts'
import { sharesNumber } from '../model/model.ts'
import type { Task, Told } from './files.ts'

export const GROUPS = ['all', 'one-word-names', 'conflicting-identity'] as const
export type Group = (typeof GROUPS)[number]

export type ScoreRow = {
  readonly left: string
  readonly right: string
  readonly group: Group
  readonly threshold: number
  /** Null where nothing can be said: no such field, no pair of this kind, nothing found. */
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  /** Only on one row of a group: the product's own cut, chosen without the truth. */
  readonly chosen?: true
  /**
   * Only of `conflicting-identity`: the same alerts against every true pair in which at least one record is false, so also
   * those that carry one false identity on both sides.
   */
  readonly atLeastOneFalse?: Measured
}

export const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] as const

/** Links of one task with what the truth says of both ends, in the order of the files. */
export type Scored = {
  readonly task: Task
  readonly links: readonly Link[]
  readonly cuts: Cuts
  readonly left: readonly Told[]
  readonly right: readonly Told[]
  /** Same passport or telephone in both records; by row of the left and of the right file. */
  readonly sameNumber: (left: number, right: number) => boolean
}

export type TaskScore = {
  readonly rows: readonly ScoreRow[]
  /** True pairs that carry one false identity on both sides: they agree in everything, so no pair can tell. */
  readonly falseOnBothSides: number
}

export function scoreTask(scored: Scored): TaskScore {
  const pairs = truePairs(scored)
  const oneWord = pairs.filter(({ left }) => scored.left[left]!.oneWord)
  const withNumber = pairs.filter(({ left, right }) => scored.sameNumber(left, right))
  const conflicting = withNumber.filter((pair) => isConflict(scored, pair))
  const both = withNumber.filter(
    ({ left, right }) => scored.left[left]!.falseIdentity && scored.right[right]!.falseIdentity,
  )
  return {
    rows: [
      ...group(scored, 'all', scored.cuts.samePerson, (t) =>
        measure(shown(scored, t), isTrue(scored), pairs.length),
      ),
      ...group(scored, 'one-word-names', scored.cuts.samePerson, (t) =>
        measure(
          shown(scored, t).filter((link) => scored.left[link.left]!.oneWord),
          isTrue(scored),
          oneWord.length,
        ),
      ),
      ...conflictRows(scored, conflicting.length, conflicting.length + both.length),
    ],
    falseOnBothSides: both.length,
  }
}

type Pair = { readonly left: number; readonly right: number }

function truePairs(scored: Scored): readonly Pair[] {
  const byPerson = new Map<string, number[]>()
  scored.right.forEach(({ person }, at) => byPerson.set(person, [...(byPerson.get(person) ?? []), at]))
  return scored.left.flatMap(({ person }, left) =>
    (byPerson.get(person) ?? []).map((right) => ({ left, right })),
  )
}

const isTrue =
  (scored: Scored) =>
  ({ left, right }: Pair): boolean =>
    scored.left[left]!.person === scored.right[right]!.person

/** One of the two identities is false. Where both are, they are the same false one, and nothing conflicts. */
const isConflict = (scored: Scored, { left, right }: Pair): boolean =>
  scored.left[left]!.falseIdentity !== scored.right[right]!.falseIdentity

/** A person is shown a pair under either verdict. */
function shown(scored: Scored, threshold: number): readonly Link[] {
  return scored.links.filter((link) => link.samePerson >= threshold || isAlert(link, scored.cuts.conflict))
}

const isAlert = (link: Link, cut: number): boolean => !link.explained && link.conflict >= cut

export type Measured = Pick<ScoreRow, 'precision' | 'recall' | 'f1'>

const NOTHING: Measured = { precision: null, recall: null, f1: null }

function measure(found: readonly Pair[], right: (pair: Pair) => boolean, wanted: number): Measured {
  if (wanted === 0) return NOTHING
  const hits = found.filter(right).length
  return {
    precision: found.length === 0 ? null : hits / found.length,
    recall: hits / wanted,
    f1: (2 * hits) / (found.length + wanted),
  }
}

/** The truth says it of at least one of the two: they may both carry the same false identity. */
const isFalse = (scored: Scored, { left, right }: Pair): boolean =>
  scored.left[left]!.falseIdentity || scored.right[right]!.falseIdentity

function conflictRows(scored: Scored, wanted: number, wantedByLetter: number): readonly ScoreRow[] {
  const isRight = (pair: Pair): boolean => isTrue(scored)(pair) && isConflict(scored, pair)
  const isRightByLetter = (pair: Pair): boolean => isTrue(scored)(pair) && isFalse(scored, pair)
  return group(scored, 'conflicting-identity', scored.cuts.conflict, (t) => {
    if (!scored.task.sharesNumber) return { ...NOTHING, atLeastOneFalse: NOTHING }
    const alerts = scored.links.filter((link) => sharesNumber(link.levels) && isAlert(link, t))
    return {
      ...measure(alerts, isRight, wanted),
      atLeastOneFalse: measure(alerts, isRightByLetter, wantedByLetter),
    }
  })
}

function group(
  { task }: Scored,
  name: Group,
  chosen: number,
  at: (threshold: number) => Measured & Pick<ScoreRow, 'atLeastOneFalse'>,
): readonly ScoreRow[] {
  return [...new Set([...THRESHOLDS, chosen])]
    .toSorted((a, b) => a - b)
    .map((threshold) => ({
      left: task.left,
      right: task.right,
      group: name,
      threshold,
      ...at(threshold),
      ...(threshold === chosen ? { chosen: true as const } : {}),
    }))
}
