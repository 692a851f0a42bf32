/** What the comparer reads of a norm, and what people have judged about two of them. The data is seeds/reference/norms.json. */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { LawCertainty } from '../law/article-ref.ts'

export const NORM_LEVELS = [
  'international',
  'regional',
  'origin-national',
  'bilateral',
  'destination-national',
  'implementing',
] as const
export type NormLevel = (typeof NORM_LEVELS)[number]

export const PHASES = ['before', 'during', 'after'] as const
export type Phase = (typeof PHASES)[number]

export const MODALITIES = ['must', 'must-not', 'may', 'right', 'none'] as const
export type Modality = (typeof MODALITIES)[number]

export interface ComparedNorm {
  readonly id: string
  /** `silent`: a text was searched and says nothing, which never means allowed. */
  readonly kind: 'norm' | 'silent' | 'conflict'
  readonly need: string
  readonly level: NormLevel
  readonly jurisdiction: string
  readonly modality: Modality
  readonly parameter: {
    readonly value: number | string | null
    readonly unit: string | null
  } | null
  readonly phases: readonly Phase[]
  readonly sector: string
  readonly undocumented: 'yes' | 'no' | 'unknown' | 'disputed'
  readonly instrument: string
  readonly validFrom: PlainDate | null
  /** The first day it no longer holds. */
  readonly validUntil: PlainDate | null
  readonly datesConfidence: LawCertainty | null
  readonly confidence: LawCertainty
  readonly compareWith: readonly string[]
}

/** How the norm `compared` stands to the norm `against`, seen from the worker. */
export const PAIR_RELATIONS = [
  'same',
  'weaker',
  'stronger',
  'contradicts',
  'silent',
  'exception',
  'separate',
] as const
export type PairRelation = (typeof PAIR_RELATIONS)[number]

export interface JudgedPair {
  readonly against: string
  readonly compared: string
  readonly relation: PairRelation
  readonly reason: { readonly id: string; readonly en: string }
  readonly firstReader: string
  /** `null`: nobody has confirmed the first reader. */
  readonly secondReader: string | null
}

/** Numbers of one of these units may be held against each other; of any other unit they may not. */
export interface Measure {
  readonly code: string
  readonly units: readonly string[]
  /** Which number is better for the worker. */
  readonly better: 'higher' | 'lower'
  /** Norms whose number has such a unit and another meaning. */
  readonly notFor: readonly string[]
}

/** True when the norm holds on that day; a start that nobody read counts as always begun. */
export function holdsOn(norm: Pick<ComparedNorm, 'validFrom' | 'validUntil'>, on: PlainDate): boolean {
  return (
    (norm.validFrom === null || norm.validFrom <= on) && (norm.validUntil === null || on < norm.validUntil)
  )
}

const SURENESS: Readonly<Record<LawCertainty, number>> = { unverified: 0, secondary: 1, verified: 2 }

/** The least sure of them; of none `verified`, so that it changes nothing. */
export function leastSure(...all: readonly LawCertainty[]): LawCertainty {
  return all.reduce<LawCertainty>(
    (worst, each) => (SURENESS[each] < SURENESS[worst] ? each : worst),
    'verified',
  )
}

/** The surest of them; of none `unverified`. */
export function surest(all: readonly LawCertainty[]): LawCertainty {
  return all.reduce<LawCertainty>(
    (best, each) => (SURENESS[each] > SURENESS[best] ? each : best),
    'unverified',
  )
}

export function isSurer(one: LawCertainty, other: LawCertainty): boolean {
  return SURENESS[one] > SURENESS[other]
}
