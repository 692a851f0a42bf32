/** A proposal to change a rule or a practice, from the draft to the answer. */
export const PROPOSAL_STATES = [
  'draft',
  'sent',
  'in-consultation',
  'answered',
  'adopted',
  'refused',
  'withdrawn',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

const NEXT: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  draft: ['sent', 'withdrawn'],
  sent: ['in-consultation', 'answered', 'adopted', 'refused', 'withdrawn'],
  'in-consultation': ['answered', 'adopted', 'refused', 'withdrawn'],
  answered: ['in-consultation', 'adopted', 'refused', 'withdrawn'],
  // An adopted rule may be taken back, and a refused one asked for again.
  adopted: ['in-consultation'],
  refused: ['in-consultation'],
  withdrawn: ['draft'],
}

export function nextProposalStates(state: ProposalState): readonly ProposalState[] {
  return NEXT[state]
}

export const PROPOSAL_TOPICS = [
  'ratification',
  'agreements',
  'law-enforcement',
  'placement-cost',
  'social-security',
  'data-exchange',
  'prevention',
  'village',
  'protection',
  'migrants-in-indonesia',
  'other',
] as const
export type ProposalTopic = (typeof PROPOSAL_TOPICS)[number]

export const EVENT_KINDS = ['consultation', 'position', 'response', 'state'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What a person may add; a change of state writes its own line. */
export const ADDED_EVENTS = ['consultation', 'position', 'response'] as const
export type AddedEvent = (typeof ADDED_EVENTS)[number]

export const STANCES = ['for', 'against', 'with-conditions'] as const
export type Stance = (typeof STANCES)[number]

/** `internal`: the body that wrote it; `public`: everybody. */
export const AUDIENCES = ['internal', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]
