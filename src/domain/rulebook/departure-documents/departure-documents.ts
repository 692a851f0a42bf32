/**
 * Which papers does somebody need to leave lawfully for work, who gives them, and what stands in the way? It says
 * what the law asks for; it never says that a person may not leave, which only an officer decides with a ground.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import { childhoodOf } from '../childhood.ts'
import type { Conclusion, Confirmer } from '../conclusion.ts'
import { factAt, isGiven, yesNoAt } from '../fact-at.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import type { Rulebook } from '../rulebook.ts'
import {
  DOCUMENT_ROWS,
  WITH_ACTOR,
  WITHOUT_ACTOR,
  type DepartureDocument,
  type Desk,
  type DocumentRow,
} from './document-table.ts'

export type DocumentAnswer = {
  readonly document: DepartureDocument
  readonly needed: 'yes' | 'no' | 'unclear'
  readonly has: 'yes' | 'no' | 'not-known'
  readonly desks: readonly Desk[]
  /** Whose consent article 13 (b) asks for. */
  readonly from?: 'spouse' | 'parent-or-guardian' | 'spouse-or-parent'
  /** A married person adds a copy of the marriage book. */
  readonly with?: 'marriage-book'
}

/** What the law says may not happen in this way; each stands in `fired` with its article. */
export const STOPS = [
  'under-18',
  'perhaps-under-18',
  'placed-by-individual',
  'alone-to-household',
  'visa-not-for-work',
  'household-placement-closed',
  'fitness-not-met',
] as const
export type Stop = (typeof STOPS)[number]

export type DepartureAnswer = {
  readonly law: 'uu-18-2017' | 'not-under-this-law'
  readonly documents: readonly DocumentAnswer[]
  readonly stops: readonly Stop[]
  readonly complete: 'yes' | 'no' | 'not-known'
}

const DESK: readonly Confirmer[] = ['placement-desk']
const OUTSIDE: ReadonlySet<string> = new Set(['student', 'citizen', 'foreigner'])
const AT_SEA: ReadonlySet<string> = new Set(['seafarer', 'fisher'])
const NOT_FOR_WORK: ReadonlySet<string> = new Set([
  'visit-or-tourist',
  'pilgrimage',
  'student',
  'transit',
  'none',
])

export function concludeDepartureDocuments(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<DepartureAnswer> {
  const all = gather('departure-documents', facts, rulebook, asOf)
  const category = knownOf(facts.person?.category)
  if (Object.keys(facts).every((name) => name === 'asOf')) {
    all.lack('person.category', 'migration.placementWay')
    return all.conclude<DepartureAnswer>('not-enough-facts', DESK)
  }
  if (category !== undefined && OUTSIDE.has(category)) {
    all.fire('uu18.4.outside', 'person.category')
    return all.conclude<DepartureAnswer>(
      { law: 'not-under-this-law', documents: [], stops: [], complete: 'not-known' },
      DESK,
    )
  }
  // Before UU 18/2017 another law held, whose articles were not read: nothing is answered from the later one.
  if (!all.fire('uu18.5.documents-complete')) {
    all.fire('uu39.earlier-law')
    return all.conclude<DepartureAnswer>('unclear', DESK)
  }
  if (category === undefined) all.lack('person.category')
  if (!isGiven(factAt(facts, 'migration.placementWay'))) all.lack('migration.placementWay')
  const documents = DOCUMENT_ROWS.flatMap((row) => documentAnswer(all, row))
  const stops = stopsOf(all)
  return all.conclude<DepartureAnswer>(
    { law: 'uu-18-2017', documents, stops, complete: completeOf(documents) },
    DESK,
  )
}

function documentAnswer(all: Gather, row: DocumentRow): readonly DocumentAnswer[] {
  const needed = neededOf(all, row)
  if (needed === undefined) return []
  const has = hasOf(all.facts, row)
  const paths = row.shownBy
  if (needed === 'no') all.oppose('uu18.1.no-placement-actor', 'migration.placementWay')
  else if (has === 'no') all.oppose(row.rule, ...paths)
  else all.fire(row.rule, ...paths)
  if (needed !== 'no' && has === 'not-known') all.lack(paths[0] ?? row.document)
  const { document, desks } = row
  return [{ document, needed, has, desks, ...familyDetail(all, document) }]
}

/** Undefined for a paper that this category never needs. */
function neededOf({ facts }: Gather, row: DocumentRow): DocumentAnswer['needed'] | undefined {
  if (row.only === 'at-sea') return AT_SEA.has(facts.person?.category ?? '') ? 'yes' : undefined
  if (row.document !== 'placement-agreement') return 'yes'
  const way = knownOf(facts.migration?.placementWay)
  if (way !== undefined && WITHOUT_ACTOR.has(way)) return 'no'
  return way !== undefined && WITH_ACTOR.has(way) ? 'yes' : 'unclear'
}

function hasOf(facts: Facts, { shownBy }: DocumentRow): DocumentAnswer['has'] {
  const answers = shownBy.map((path) => yesNoAt(facts, path))
  if (answers.includes('yes')) return 'yes'
  return answers.includes('no') ? 'no' : 'not-known'
}

function familyDetail(all: Gather, document: DepartureDocument): Partial<DocumentAnswer> {
  const status = knownOf(all.facts.person?.maritalStatus)
  if (document === 'marital-letter') return status === 'married' ? { with: 'marriage-book' } : {}
  if (document !== 'family-consent') return {}
  if (status === undefined) {
    all.lack('person.maritalStatus')
    return { from: 'spouse-or-parent' }
  }
  return { from: status === 'married' ? 'spouse' : 'parent-or-guardian' }
}

function stopsOf(all: Gather): readonly Stop[] {
  const { facts } = all
  return [
    ...ageStop(all),
    ...when(
      all,
      facts.migration?.placementWay === 'by-individual',
      'placed-by-individual',
      'uu18.69.individual',
      ['migration.placementWay'],
    ),
    ...when(
      all,
      facts.migration?.placementWay === 'independent' &&
        facts.migration.employerKind === 'individual-or-household',
      'alone-to-household',
      'uu18.63.alone',
      ['migration.placementWay', 'migration.employerKind'],
    ),
    ...when(all, NOT_FOR_WORK.has(facts.migration?.visa ?? ''), 'visa-not-for-work', 'uu18.13.f', [
      'migration.visa',
    ]),
    ...when(all, isClosed(all), 'household-placement-closed', 'km260.closed', [
      'migration.destination',
      'migration.employerKind',
    ]),
    ...when(all, facts.person?.isMentallyAndPhysicallyFit === 'no', 'fitness-not-met', 'uu18.5.fit', [
      'person.isMentallyAndPhysicallyFit',
    ]),
  ]
}

/** A stop is named only with an article that was in force. */
function when(
  all: Gather,
  holds: boolean,
  stop: Stop,
  rule: string,
  paths: readonly string[],
): readonly Stop[] {
  if (!holds) return []
  all.fire(rule, ...paths)
  return all.chapter.rules.has(rule) ? [stop] : []
}

/** At least 18 (article 5 a); a doubt about the age is said as a doubt. */
function ageStop(all: Gather): readonly Stop[] {
  const age = childhoodOf(all.facts, all.asOf)
  if (age.is === 'adult') {
    all.oppose('uu18.5.age', ...age.facts.map((each) => each.fact))
    return []
  }
  if (age.is === 'unknown') {
    all.lack('person.born')
    return []
  }
  all.fire('uu18.5.age', ...age.facts.map((each) => each.fact))
  if (age.is === 'perhaps') {
    all.lack('person.born')
    return ['perhaps-under-18']
  }
  all.fire('uu18.66.under-18', ...age.facts.map((each) => each.fact))
  return ['under-18']
}

function isClosed({ facts, chapter }: Gather): boolean {
  const closed = chapter.text.tables['closedForHousehold'] as readonly string[]
  return (
    facts.migration?.employerKind === 'individual-or-household' &&
    closed.includes(facts.migration.destination ?? '')
  )
}

function completeOf(documents: readonly DocumentAnswer[]): DepartureAnswer['complete'] {
  const needed = documents.filter((each) => each.needed !== 'no')
  if (needed.some((each) => each.needed === 'yes' && each.has === 'no')) return 'no'
  return needed.every((each) => each.has === 'yes') ? 'yes' : 'not-known'
}
