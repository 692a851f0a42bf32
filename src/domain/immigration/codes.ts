/** Closed lists of the desk that are no rule by themselves. Sentences for each code stand in texts. */
export const HIT_KINDS = ['duplicate-passport', 'biometric-mismatch', 'prevention-list'] as const
export type HitKind = (typeof HIT_KINDS)[number]

export const HIT_SOURCES = [
  'immigration-system',
  'foreign-authority',
  'airline',
  'police',
  'other-body',
] as const
export type HitSource = (typeof HIT_SOURCES)[number]

export const HIT_VERIFICATIONS = ['not-checked', 'confirmed', 'refuted', 'cannot-be-checked'] as const
export type HitVerification = (typeof HIT_VERIFICATIONS)[number]

/** A reported hit is a message of another system, kept for a short time. */
export const HIT_DAYS_MOST = 180

export const FOLLOW_UP_KINDS = [
  'home-contact',
  'second-interview',
  'objection',
  'review-exception',
  'tell-person',
] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

/** Days until it is due. Contact at home within 14 days is this product's own target, and so are the others. */
export const FOLLOW_UP_DAYS: Readonly<Record<FollowUpKind, number>> = {
  'home-contact': 14,
  'second-interview': 1,
  objection: 7,
  'review-exception': 1,
  'tell-person': 14,
}

export const FOLLOW_UP_OUTCOMES = {
  'home-contact': ['well', 'needs-help', 'not-reached', 'answered-elsewhere'],
  'second-interview': ['done', 'not-reached'],
  objection: ['upheld', 'not-upheld', 'answered-elsewhere'],
  'review-exception': ['upheld', 'not-upheld'],
  'tell-person': ['done', 'not-reached'],
} as const satisfies Readonly<Record<FollowUpKind, readonly string[]>>
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[FollowUpKind][number]

export const ENCOUNTER_ENDS = ['nothing-further', 'reason-written', 'referred', 'left-the-desk'] as const
export type EncounterEnd = (typeof ENCOUNTER_ENDS)[number]

export const REFERRAL_BASES = ['consent', 'no-identity', 'exception'] as const
export type ReferralBasis = (typeof REFERRAL_BASES)[number]

/** Without an answer a referral is late after a day; this product's own target. */
export const REFERRAL_HOURS = 24
