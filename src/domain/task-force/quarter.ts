/**
 * What may a quarterly report of a task force tell? Cases are told by the one rule for small numbers; work of bodies (decisions,
 * days that passed) is told exactly, because bodies answer for it and it names no person.
 */
import { toldCount } from '../statistics/told-count.ts'
import { isDecisionLate, type DecisionState } from './codes.ts'

export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }

/** First day and the day after the last: `2026-10-01`, `2027-01-01`. */
export function daysOf({ year, quarter }: Quarter): { readonly from: string; readonly before: string } {
  const month = (quarter - 1) * 3 + 1
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    from: `${year}-${two(month)}-01`,
    before: quarter === 4 ? `${year + 1}-01-01` : `${year}-${two(month + 3)}-01`,
  }
}

export function quarterOf(day: string): Quarter {
  return {
    year: Number(day.slice(0, 4)),
    quarter: (Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1) as Quarter['quarter'],
  }
}

export type CaseOfReport = {
  readonly lead: string
  readonly urgency: string
}
export type WorkOfReport = {
  readonly body: string
  readonly line: 'need' | 'track'
  readonly kind: string
  readonly state: string
  readonly late: 'late' | 'in-time'
}
export type DecisionOfReport = {
  readonly body: string
  readonly state: DecisionState
  readonly dueOn: string
  readonly answeredOn: string | null
}

export type Told = { readonly key: string; readonly told: number | undefined }
export type BodyWork = {
  readonly body: string
  readonly lateTracks: number
  readonly openDecisions: number
  readonly lateDecisions: number
  readonly doneDecisions: number
  readonly undoneDecisions: number
}
export type QuarterFigures = {
  /** Undefined: fewer than five with every body. */
  readonly cases: number | undefined
  readonly byUrgency: readonly Told[]
  /** Key is `need:medical:open` or `track:criminal:waiting`. */
  readonly byWork: readonly Told[]
  readonly byBody: readonly BodyWork[]
}

export function quarterFigures(
  found: {
    readonly cases: readonly CaseOfReport[]
    readonly work: readonly WorkOfReport[]
    readonly decisions: readonly DecisionOfReport[]
  },
  today: string,
): QuarterFigures {
  const bodies = [...new Set([...found.work, ...found.decisions].map(({ body }) => body))].toSorted()
  return {
    cases: toldCount(countsBy(found.cases, ({ lead }) => lead)),
    byUrgency: toldBy(
      found.cases,
      ({ urgency }) => urgency,
      ({ lead }) => lead,
    ),
    byWork: toldBy(
      found.work,
      ({ line, kind, state }) => `${line}:${kind}:${state}`,
      ({ body }) => body,
    ),
    byBody: bodies.map((body) => bodyWork(body, found, today)),
  }
}

function bodyWork(
  body: string,
  found: { readonly work: readonly WorkOfReport[]; readonly decisions: readonly DecisionOfReport[] },
  today: string,
): BodyWork {
  const mine = found.decisions.filter((each) => each.body === body)
  const inState = (state: DecisionState): number => mine.filter((each) => each.state === state).length
  return {
    body,
    lateTracks: found.work.filter((each) => each.body === body && each.late === 'late').length,
    openDecisions: inState('open'),
    lateDecisions: mine.filter((each) => isDecisionLate(each, today)).length,
    doneDecisions: inState('done'),
    undoneDecisions: inState('not-done'),
  }
}

function countsBy<T>(rows: readonly T[], body: (row: T) => string): readonly number[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(body(row), (counts.get(body(row)) ?? 0) + 1)
  return [...counts.values()]
}

function toldBy<T>(rows: readonly T[], key: (row: T) => string, body: (row: T) => string): readonly Told[] {
  const keys = [...new Set(rows.map(key))].toSorted()
  return keys.map((each) => ({
    key: each,
    told: toldCount(
      countsBy(
        rows.filter((row) => key(row) === each),
        body,
      ),
    ),
  }))
}
