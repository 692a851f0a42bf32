/** Closed lists of the exchange between installations; sentences for each stand in texts. */
export const PARTNER_STATES = ['proposed', 'confirmed', 'suspended'] as const
export type PartnerState = (typeof PARTNER_STATES)[number]

/** Messages of a hand-over in their order, and the word on what became of one. */
export const MESSAGE_KINDS = [
  'referral.offered',
  'referral.state',
  'referral.widened',
  'timeline.fact',
  'consent.withdrawn',
  'consent.stopped',
  'exchange.acknowledged',
] as const
export type MessageKindCode = (typeof MESSAGE_KINDS)[number]

export const MESSAGE_STATES = [
  'waiting',
  'sending',
  'delivered',
  'acknowledged',
  'refused',
  'gave-up',
] as const
export type MessageStateCode = (typeof MESSAGE_STATES)[number]
