import { FIXED_CLOCKS, type FixedClockKind } from '#src/domain/deadlines/clock.ts'

export const RIGHT_KINDS = ['access', 'correction', 'withdrawal', 'restriction', 'erasure'] as const
export type RightKind = (typeof RIGHT_KINDS)[number]

/** ready: the desk that reads the case has done its part. confirming: the second person of an erasure is awaited. */
export const RIGHT_STATES = ['new', 'ready', 'confirming', 'erasing', 'answered', 'refused'] as const
export type RightState = (typeof RIGHT_STATES)[number]

export const IDENTIFIED = ['code-and-pin', 'known-to-desk', 'document-shown', 'guardian'] as const
export type Identified = (typeof IDENTIFIED)[number]

/** UU 27/2022: arts 15 and 50 (exceptions), 31 and 33 (refusals of access and correction); a hold; nobody proved who asked. */
export const REFUSAL_BASES = ['pdp-15', 'pdp-31', 'pdp-33', 'pdp-50', 'legal-hold', 'not-identified'] as const
export type RefusalBasis = (typeof REFUSAL_BASES)[number]

const CLOCK: Readonly<Record<RightKind, FixedClockKind>> = {
  access: 'rights-access',
  correction: 'rights-correction',
  withdrawal: 'rights-withdrawal',
  restriction: 'rights-restriction',
  erasure: 'rights-erasure',
}

/** The law's hours, or for an erasure our own target, and which of the two it is. */
export function clockOf(kind: RightKind): (typeof FIXED_CLOCKS)[FixedClockKind] {
  return FIXED_CLOCKS[CLOCK[kind]]
}

export function dueAt(kind: RightKind, since: Date): Date {
  return new Date(since.getTime() + clockOf(kind).hours * 3600_000)
}
