/**
 * One shape for every answer of the rulebook, from the function to the interface to the printed page. It explains
 * and never decides for a person: `confirmBy` says who must.
 */
import type { LawCertainty } from '../law/article-ref.ts'
import type { PlainDate } from '../kernel/partial-date.ts'

export const QUESTION_NAMES = [
  'case-types',
  'trafficking',
  'urgency',
  'competence',
  'clocks',
  'wages',
  'restitution',
  'placement-cost',
  'offer',
  'social-security',
  'departure-documents',
] as const
export type QuestionName = (typeof QUESTION_NAMES)[number]

/** Honest answers that every question may give. */
export type NoAnswer = 'unclear' | 'not-enough-facts'

/** What a conclusion may carry as its answer: anything that survives being written as JSON. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined }

export interface Citation {
  /** Id of an instrument of the rulebook, such as `id-uu-21-2007`. */
  readonly instrument: string
  readonly article: string
  readonly source: string
  readonly confidence: LawCertainty
  /** Null for what nobody read the start of: it counts as from before any day that is asked. */
  readonly validFrom: PlainDate | null
  /** The first day it no longer holds; null for what holds until something replaces it. */
  readonly validUntil: PlainDate | null
}

/** A fact as it was given, by its path in the facts, with the sentences that support or contradict it. */
export interface UsedFact {
  readonly fact: string
  readonly value: Plain
  readonly evidence?: readonly string[]
  readonly contrary?: readonly string[]
}

export interface Entry {
  /** Id of a rule of the question's chapter. */
  readonly rule: string
  readonly facts: readonly UsedFact[]
  readonly citation: Citation
}

/** Who must look at it and agree before it counts. Two codes are two different people. */
export const CONFIRMERS = [
  'caseworker',
  'screener',
  'second-screener',
  'supervisor',
  'second-officer',
  'labour-attache',
  'lawyer',
  'lpsk',
  'social-security-body',
  'placement-desk',
] as const
export type Confirmer = (typeof CONFIRMERS)[number]

export interface NextQuestion {
  readonly fact: string
  readonly id: string
  readonly en: string
}

export interface Conclusion<Answer extends Plain = Plain> {
  readonly question: QuestionName
  readonly asOf: PlainDate
  readonly answer: Answer | NoAnswer
  readonly fired: readonly Entry[]
  readonly against: readonly Entry[]
  /** Paths of facts that are not known and could change the answer. */
  readonly missing: readonly string[]
  readonly nextQuestions: readonly NextQuestion[]
  readonly confirmBy: readonly Confirmer[]
}
