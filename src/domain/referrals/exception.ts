/**
 * May the least that is needed go to a body without the person's consent? Only on one of three grounds, named
 * with a reason by an officer (UU 27/2022 art 20(2) c–e, UU 21/2007 art 54). The receiver sees that it came
 * without consent, a second person reviews it within a day, the person is told as soon as that is safe.
 */
import type { ConsentItem, NeedKind } from '../cases/codes.ts'
import { article, type ArticleRef } from '../law/article-ref.ts'

export const EXCEPTION_GROUNDS = ['cannot-be-asked-and-in-danger', 'child', 'law-obliges'] as const
export type ExceptionGround = (typeof EXCEPTION_GROUNDS)[number]

export const EXCEPTION_BASES: Readonly<Record<ExceptionGround, readonly ArticleRef[]>> = {
  'cannot-be-asked-and-in-danger': [article('UU 27/2022', '20(2)d', 'secondary')],
  child: [article('UU 27/2022', '20(2)d', 'secondary'), article('UU 27/2022', '20(2)e', 'secondary')],
  'law-obliges': [article('UU 27/2022', '20(2)c', 'secondary'), article('UU 21/2007', '54')],
}

export const EXCEPTION_FACTS = [
  'person-cannot-be-asked',
  'life-body-or-liberty-in-danger',
  'child-concerned',
  'law-named',
  'reason-written',
] as const
export type ExceptionFact = (typeof EXCEPTION_FACTS)[number]

export const EXCEPTION_DUTIES = [
  'mark-for-receiver',
  'second-person-review',
  'tell-person-when-safe',
] as const
export type ExceptionDuty = (typeof EXCEPTION_DUTIES)[number]

const NEEDED: Readonly<Record<ExceptionGround, readonly ExceptionFact[]>> = {
  'cannot-be-asked-and-in-danger': [
    'person-cannot-be-asked',
    'life-body-or-liberty-in-danger',
    'reason-written',
  ],
  child: ['child-concerned', 'reason-written'],
  'law-obliges': ['law-named', 'reason-written'],
}

export type ExceptionDecision =
  | {
      readonly kind: 'allowed'
      readonly basis: readonly ArticleRef[]
      readonly items: readonly ConsentItem[]
      readonly duties: readonly ExceptionDuty[]
    }
  | {
      readonly kind: 'refused'
      readonly missing: readonly ExceptionFact[]
      readonly why: 'facts-missing' | 'person-said-no'
    }

export interface ExceptionRequest {
  readonly ground: ExceptionGround
  readonly facts: ReadonlySet<ExceptionFact>
  readonly need: NeedKind
  /** What the person said about this reader, if asked. A no stands, except for a child or a legal duty. */
  readonly personSaid: 'no' | 'nothing'
}

export function decideException(request: ExceptionRequest): ExceptionDecision {
  const missing = NEEDED[request.ground].filter((fact) => !request.facts.has(fact))
  if (missing.length > 0) return { kind: 'refused', why: 'facts-missing', missing }
  if (request.personSaid === 'no' && request.ground === 'cannot-be-asked-and-in-danger') {
    return { kind: 'refused', why: 'person-said-no', missing: [] }
  }
  return {
    kind: 'allowed',
    basis: EXCEPTION_BASES[request.ground],
    items: leastNeeded(request.need),
    duties: EXCEPTION_DUTIES,
  }
}

const ALWAYS: readonly ConsentItem[] = ['name', 'whereabouts', 'needs']

const ALSO: Readonly<Partial<Record<NeedKind, readonly ConsentItem[]>>> = {
  'safety-rescue': ['contact'],
  medical: ['contact', 'health'],
  'child-protection': ['contact', 'birth-date'],
  shelter: ['contact'],
  'search-for-person': ['birth-date', 'home-village'],
  documents: ['birth-date'],
  'return-home': ['birth-date'],
  remains: ['birth-date', 'home-village'],
}

/** The most that may go without consent for this need; the officer may send less. Never a story or a note. */
export function leastNeeded(need: NeedKind): readonly ConsentItem[] {
  return [...ALWAYS, ...(ALSO[need] ?? [])]
}
