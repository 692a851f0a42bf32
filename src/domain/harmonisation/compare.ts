/**
 * The comparer: need × column on one day. A cell says what its rules are against those of another column, why, and how
 * sure that is. Nothing found is empty; silent is only a text that was searched; silent never means allowed.
 */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { BindingForce } from '../law/law-library.ts'
import { decideCell, type Decision } from './decide.ts'
import {
  holdsOn,
  isSurer,
  type ComparedNorm,
  type JudgedPair,
  type Measure,
  type NormLevel,
  type Phase,
} from './norm.ts'
import { indexJudgements } from './relate.ts'
import { reachOf, type Sector } from './sectors.ts'

export interface ComparedNeed {
  readonly code: string
  readonly measures: readonly Measure[]
}

export interface ComparedColumn {
  readonly id: string
  readonly sources: readonly { readonly level: NormLevel; readonly jurisdiction: string }[]
  /** The column that this one is held against; `null` for one that is only shown. */
  readonly against: ComparedColumn | null
}

export interface CompareQuery {
  readonly needs: readonly ComparedNeed[]
  readonly columns: readonly ComparedColumn[]
  readonly on: PlainDate
  readonly phase?: Phase | undefined
  readonly sector?: Sector | undefined
}

/** What people said about the norms, besides the norms themselves. */
export interface Judged {
  readonly pairs: readonly JudgedPair[]
  /** Force of an instrument; one that is unknown here is taken as any other. */
  readonly force?: (instrument: string) => BindingForce | undefined
}

export type EntryRole = 'decides' | 'also' | 'silent' | 'other-sector'

export interface CellEntry<N extends ComparedNorm> {
  readonly norm: N
  readonly role: EntryRole
}

export const CELL_MARKS = [
  'not-verified',
  'second-hand',
  'one-reader',
  'start-not-read',
  'programme-only',
  'undocumented-left-out',
  'undocumented-disputed',
  'leaves-out-some',
  'only-may',
] as const
export type CellMark = (typeof CELL_MARKS)[number]

export interface Cell<N extends ComparedNorm> extends Decision<N> {
  readonly need: string
  readonly column: string
  /** The deciding ones first; the same for every order of the data. */
  readonly entries: readonly CellEntry<N>[]
  readonly marks: readonly CellMark[]
}

export interface Comparison<N extends ComparedNorm> {
  readonly rows: readonly { readonly need: string; readonly cells: readonly Cell<N>[] }[]
}

/** The table of a question; the same for two drafters, whatever the order of the data. */
export function compareRules<N extends ComparedNorm>(
  norms: readonly N[],
  query: CompareQuery,
  judged: Judged,
): Comparison<N> {
  const judgements = indexJudgements(judged.pairs)
  const inForce = norms.filter(
    (norm) => holdsOn(norm, query.on) && (query.phase === undefined || norm.phases.includes(query.phase)),
  )
  const left = leftOut(inForce, query.sector)
  const reaches = (norm: N): boolean =>
    reachOf(norm.sector, query.sector) !== 'leaves-out' && !left.some((each) => isLeftOutBy(norm, each))
  return {
    rows: query.needs.map((need) => ({
      need: need.code,
      cells: query.columns.map((column) => {
        const all = sorted(normsOf(inForce, need.code, column))
        const mine = all.filter(reaches)
        const others = all.filter((norm) => !reaches(norm))
        const theirs = column.against === null ? [] : normsOf(inForce, need.code, column.against)
        const decision = decideCell({
          mine,
          others,
          theirs: sorted(theirs).filter(reaches),
          leftOut: left.filter((each) => others.some((norm) => isLeftOutBy(norm, each))),
          judgements,
          measures: need.measures,
          everySector: query.sector === undefined,
          force: judged.force ?? (() => undefined),
        })
        return {
          need: need.code,
          column: column.id,
          ...decision,
          entries: entriesOf(all, mine, decision),
          marks: marksOf(mine, decision),
        }
      }),
    })),
  }
}

/** The need under which the data says that a whole Act does not reach the workers of a sector. */
const SCOPE_NEED = 'domestic-worker-coverage'

/** Records that an Act as a whole leaves the chosen workers out; without a sector none is looked for. */
function leftOut<N extends ComparedNorm>(norms: readonly N[], sector: Sector | undefined): readonly N[] {
  if (sector === undefined) return []
  return norms.filter(
    (norm) =>
      norm.need === SCOPE_NEED &&
      norm.kind === 'silent' &&
      norm.sector !== 'all' &&
      reachOf(norm.sector, sector) === 'reaches',
  )
}

/** A rule "for all" is for all whom its Act reaches. */
function isLeftOutBy(norm: ComparedNorm, scope: ComparedNorm): boolean {
  return norm.kind === 'norm' && norm.sector === 'all' && norm.instrument === scope.instrument
}

function normsOf<N extends ComparedNorm>(
  norms: readonly N[],
  need: string,
  column: ComparedColumn,
): readonly N[] {
  return norms.filter(
    (norm) =>
      norm.need === need &&
      column.sources.some(
        (source) => source.level === norm.level && source.jurisdiction === norm.jurisdiction,
      ),
  )
}

function sorted<N extends ComparedNorm>(norms: readonly N[]): readonly N[] {
  return norms.toSorted((a, b) => {
    if (a.confidence !== b.confidence) return isSurer(a.confidence, b.confidence) ? -1 : 1
    return a.id < b.id ? -1 : 1
  })
}

const ROLES: readonly EntryRole[] = ['decides', 'also', 'silent', 'other-sector']

function entriesOf<N extends ComparedNorm>(
  all: readonly N[],
  mine: readonly N[],
  decision: Decision<N>,
): readonly CellEntry<N>[] {
  const roleOf = (norm: N): EntryRole => {
    if (decision.deciding.includes(norm)) return 'decides'
    if (!mine.includes(norm)) return 'other-sector'
    return norm.kind === 'silent' ? 'silent' : 'also'
  }
  const scope = decision.deciding.filter((norm) => !all.includes(norm))
  const entries = [...scope, ...all].map((norm) => ({ norm, role: roleOf(norm) }))
  return ROLES.flatMap((role) => entries.filter((entry) => entry.role === role))
}

function marksOf<N extends ComparedNorm>(mine: readonly N[], decision: Decision<N>): readonly CellMark[] {
  const { deciding, relations, certainty } = decision
  const has = (check: (norm: N) => boolean): boolean => deciding.some(check)
  const marks: readonly (readonly [CellMark, boolean])[] = [
    ['not-verified', certainty === 'unverified'],
    ['second-hand', certainty === 'secondary'],
    ['one-reader', relations.some(({ judged }) => judged !== undefined && judged.secondReader === null)],
    ['start-not-read', has((norm) => norm.validFrom === null)],
    ['programme-only', has((norm) => reachOf(norm.sector, undefined) === 'programme-only')],
    ['undocumented-left-out', deciding.length > 0 && deciding.every((norm) => norm.undocumented === 'no')],
    ['undocumented-disputed', has((norm) => norm.undocumented === 'disputed')],
    ['leaves-out-some', has((norm) => norm.sector.startsWith('all except'))],
    ['only-may', mine.length > 0 && mine.every((norm) => norm.kind === 'norm' && norm.modality === 'may')],
  ]
  return marks.filter(([, holds]) => holds).map(([mark]) => mark)
}
