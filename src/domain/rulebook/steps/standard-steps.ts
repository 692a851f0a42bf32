/**
 * The standard steps of a case type: who acts, with which paper, by when, and what a country does differently.
 * A guide for officers and a preview for the person; nobody is bound to the order.
 */
import type { CaseType } from '../../cases/case-types.ts'
import type { BodyKind } from '../../competence/bodies.ts'
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Citation } from '../conclusion.ts'
import type { Sentence } from '../rulebook.ts'
import { heldOn, startedOn } from '../window.ts'

/** Who acts, when it is not a kind of body: the person, the family, whoever holds the case, the office complained about. */
export const STEP_PEOPLE = ['person', 'family', 'case-holder', 'service-office'] as const
export type StepActor = BodyKind | (typeof STEP_PEOPLE)[number]

export const STEP_PHASES = ['before', 'during', 'after', 'any'] as const
export type StepPhase = (typeof STEP_PHASES)[number]

export const STEP_UNITS = ['hours', 'days', 'working-days', 'months', 'years'] as const
export type StepUnit = (typeof STEP_UNITS)[number]

/** What a country may do differently; a step names the topics that concern it. */
export const STEP_TOPICS = [
  'complaint-channel',
  'dispute-body',
  'time-limit',
  'passport-keeping',
  'change-of-employer',
  'victim-status',
  'death-benefit',
  'work-injury',
  'return-cost',
  'communication',
  'consul-notice',
  'objection',
] as const
export type StepTopic = (typeof STEP_TOPICS)[number]

/** By when: a law, this service's own target, a law that names no day, or nothing that anybody has checked. */
export type StepDue =
  | {
      readonly kind: 'law'
      readonly amount: number
      readonly unit: StepUnit
      /** The event from which it is counted, without a verb: "kesepakatan". */
      readonly after: Sentence
      readonly basis: readonly Citation[]
    }
  | { readonly kind: 'internal'; readonly amount: number; readonly unit: StepUnit }
  | { readonly kind: 'internal-by-urgency' }
  | { readonly kind: 'law-is-silent' }
  | { readonly kind: 'not-checked' }

export interface StandardStep {
  readonly id: string
  readonly who: StepActor
  readonly phase: StepPhase
  readonly says: Sentence
  /** Null when no paper is needed. */
  readonly paper: Sentence | null
  readonly due: StepDue
  readonly basis: readonly Citation[]
  readonly variesBy: readonly StepTopic[]
}

export interface CountryDifference {
  readonly id: string
  /** ISO code. */
  readonly country: string
  readonly topic: StepTopic
  /** Whom it concerns; null for everybody. */
  readonly for: Sentence | null
  readonly says: Sentence
  /** `as-read`: since when is not known; `validFrom` is the day on which the source was read. */
  readonly since: 'in-force' | 'as-read'
  readonly citation: Citation
}

export interface ComplaintOffice {
  readonly country: string
  readonly name: string
  readonly for: Sentence
  readonly source: string
  readonly confidence: Citation['confidence']
  /** The day on which the source was read. */
  readonly seen: PlainDate
}

export interface EmbassyRule {
  readonly id: string
  readonly says: Sentence
  readonly basis: readonly Citation[]
}

export interface PlainRight {
  readonly id: string
  readonly phase: Exclude<StepPhase, 'any'>
  readonly title: Sentence
  readonly says: Sentence
  readonly basis: readonly Citation[]
}

export interface StepBook {
  readonly steps: readonly StandardStep[]
  readonly caseTypes: Readonly<Record<CaseType, readonly string[]>>
  readonly differences: readonly CountryDifference[]
  readonly offices: readonly ComplaintOffice[]
  readonly can: readonly EmbassyRule[]
  readonly cannot: readonly EmbassyRule[]
  readonly rights: readonly PlainRight[]
}

/** A step as it stood on a day in a country. No basis means: nothing that was checked held that day. */
export interface StepNow extends StandardStep {
  readonly differences: readonly CountryDifference[]
}

/** The steps in their usual order. `country` is an ISO code, or undefined where it is not known. */
export function stepsFor(
  book: StepBook,
  caseType: CaseType,
  country: string | undefined,
  asOf: PlainDate,
): readonly StepNow[] {
  return stepsForAll(book, [caseType], country, asOf)
}

/** The steps of several types together; one that two types share comes once. */
export function stepsForAll(
  book: StepBook,
  caseTypes: readonly CaseType[],
  country: string | undefined,
  asOf: PlainDate,
): readonly StepNow[] {
  const wanted = [...new Set(caseTypes.flatMap((type) => book.caseTypes[type]))]
  return wanted.flatMap((id) => {
    const step = book.steps.find((each) => each.id === id)
    return step === undefined ? [] : [stepOn(book, step, country, asOf)]
  })
}

/** What is different in a country on a topic. A law that was only read later counts as unverified before that day. */
export function differencesIn(
  book: StepBook,
  country: string | undefined,
  topics: readonly StepTopic[],
  asOf: PlainDate,
): readonly CountryDifference[] {
  return book.differences
    .filter((each) => each.country === country && topics.includes(each.topic))
    .flatMap((each): readonly CountryDifference[] => {
      if (heldOn(each.citation, asOf)) return [each]
      if (each.since === 'in-force' || startedOn(each.citation, asOf)) return []
      return [{ ...each, citation: { ...each.citation, confidence: 'unverified' } }]
    })
}

export function basisOn(basis: readonly Citation[], asOf: PlainDate): readonly Citation[] {
  return basis.filter((each) => heldOn(each, asOf))
}

function stepOn(book: StepBook, step: StandardStep, country: string | undefined, asOf: PlainDate): StepNow {
  return {
    ...step,
    due: dueOn(step.due, asOf),
    basis: basisOn(step.basis, asOf),
    differences: differencesIn(book, country, step.variesBy, asOf),
  }
}

/** A deadline of a law that was not in force is no deadline. */
function dueOn(due: StepDue, asOf: PlainDate): StepDue {
  if (due.kind !== 'law') return due
  const basis = basisOn(due.basis, asOf)
  return basis.length === 0 ? { kind: 'not-checked' } : { ...due, basis }
}
