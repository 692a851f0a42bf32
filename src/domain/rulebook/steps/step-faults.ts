/** What is wrong with the data of the standard steps beyond its form. A fault stops the program. */
import { CASE_TYPES } from '../../cases/case-types.ts'
import type { Citation } from '../conclusion.ts'
import { citationFaults } from '../rulebook-faults.ts'
import type { StepBook } from './standard-steps.ts'

const FEWEST = 3
const MOST = 8

export interface KnownCodes {
  readonly instruments: ReadonlySet<string>
  /** ISO codes. */
  readonly countries: ReadonlySet<string>
}

export function faultsOfSteps(book: StepBook, known: KnownCodes): readonly string[] {
  return [
    ...twice('step', book.steps),
    ...twice('difference', book.differences),
    ...twice('right', book.rights),
    ...twice('embassy rule', [...book.can, ...book.cannot]),
    ...caseTypeFaults(book),
    ...cited(book).flatMap(({ id, basis }) =>
      basis.flatMap((each) => [...citationFaults(id, each, known.instruments), ...windowFaults(id, each)]),
    ),
    ...[...book.differences, ...book.offices]
      .filter((each) => !known.countries.has(each.country))
      .map((each) => `country ${each.country} is unknown`),
    ...unusedFaults(book),
  ]
}

function caseTypeFaults(book: StepBook): readonly string[] {
  const ids = new Set(book.steps.map((step) => step.id))
  return CASE_TYPES.flatMap((type) => {
    const steps = book.caseTypes[type]
    return [
      ...(steps.length < FEWEST || steps.length > MOST ? [`${type} has ${steps.length} steps`] : []),
      ...(new Set(steps).size < steps.length ? [`${type} has a step twice`] : []),
      ...steps.filter((id) => !ids.has(id)).map((id) => `${type} names the unknown step ${id}`),
    ]
  })
}

/** A step that no case type has would never be seen; a topic that no step has, neither. */
function unusedFaults(book: StepBook): readonly string[] {
  const used = new Set(Object.values(book.caseTypes).flat())
  const topics = new Set(book.steps.flatMap((step) => step.variesBy))
  return [
    ...book.steps.filter((step) => !used.has(step.id)).map((step) => `step ${step.id} is never used`),
    ...book.differences
      .filter((each) => !topics.has(each.topic))
      .map((each) => `${each.id}: no step has the topic ${each.topic}`),
  ]
}

function cited(book: StepBook): readonly { readonly id: string; readonly basis: readonly Citation[] }[] {
  return [
    ...book.steps,
    ...book.steps.flatMap(({ id, due }) => (due.kind === 'law' ? [{ id, basis: due.basis }] : [])),
    ...book.differences.map(({ id, citation }) => ({ id, basis: [citation] })),
    ...book.can,
    ...book.cannot,
    ...book.rights,
  ]
}

function windowFaults(id: string, { validFrom, validUntil }: Citation): readonly string[] {
  return validUntil !== null && validFrom !== null && validUntil <= validFrom
    ? [`${id} has an empty window from ${validFrom}`]
    : []
}

function twice(what: string, all: readonly { readonly id: string }[]): readonly string[] {
  const ids = all.map((each) => each.id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(
    (id) => `${what} ${id} stands twice`,
  )
}
