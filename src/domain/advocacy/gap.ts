/**
 * Obstacles of the system that cases show: what kind, where the law stands, and how far the change has come. The kinds are
 * those that the papers and journeys name; a gap never tells of a case.
 */
export const GAP_CODES = [
  'no-agreement',
  'agreement-not-kept',
  'no-clock',
  'no-penalty',
  'unclear-competence',
  'rules-in-conflict',
  'fee-rule-conflict',
  'outside-labour-law',
  'person-excluded',
  'crime-abroad',
  'no-shelter-place',
  'no-interpreter',
  'no-legal-aid',
  'documents-withheld-by-body',
  'no-reply',
  'data-not-exchanged',
  'no-funding',
  'access-to-social-security',
  'no-victim-status',
  'unwatched-route',
  'other',
] as const
export type GapCode = (typeof GAP_CODES)[number]

/** `norm`: a rule of the library causes it; `article`: a place in a law; `silent`: no rule was found. */
export const GAP_LAW_KINDS = ['norm', 'article', 'silent'] as const
export type GapLawKind = (typeof GAP_LAW_KINDS)[number]

export const GAP_STATES = ['open', 'proposed', 'in-consultation', 'answered', 'solved', 'set-aside'] as const
export type GapState = (typeof GAP_STATES)[number]

const NEXT_GAP_STATES: Readonly<Record<GapState, readonly GapState[]>> = {
  open: ['proposed', 'solved', 'set-aside'],
  proposed: ['in-consultation', 'answered', 'solved', 'set-aside', 'open'],
  'in-consultation': ['answered', 'solved', 'set-aside'],
  answered: ['in-consultation', 'proposed', 'solved', 'set-aside'],
  // What comes back is opened again, with its history.
  solved: ['open'],
  'set-aside': ['open'],
}

export function nextGapStates(state: GapState): readonly GapState[] {
  return NEXT_GAP_STATES[state]
}

/** Where the reader is owed a sentence: what was solved, why it was put aside, why it is open again. */
export function gapStateNeedsReason(from: GapState, to: GapState): 'needs-reason' | 'no-reason' {
  return to === 'set-aside' || to === 'solved' || from === 'solved' || from === 'set-aside'
    ? 'needs-reason'
    : 'no-reason'
}
