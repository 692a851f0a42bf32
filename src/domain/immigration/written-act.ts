/**
 * May an officer write down, as his own act, that one of the grounds of the law holds for this traveller? This asks only
 * whether what must come first is there: his own reason, what the ground rests on, and a referral where somebody may be
 * harmed. It says nothing on whether the ground holds; nothing in the program does.
 */
import type { GroundCode } from './grounds.ts'
import type { SignsState } from './signs.ts'

/** Why signs are unclear at the time of writing: they were asked about, or why not. */
export const UNCLEAR_BECAUSE = [
  'asked-no-answer',
  'no-interpreter',
  'no-private-room',
  'left-before-asked',
] as const
export type UnclearBecause = (typeof UNCLEAR_BECAUSE)[number]

export const ACT_NEEDS = ['ground', 'reason', 'proof', 'place', 'referral', 'unclear-because'] as const
export type ActNeed = (typeof ACT_NEEDS)[number]

export interface GroundWritten {
  readonly ground: GroundCode | undefined
  readonly reason: string
  /** What the ground rests on, as the officer saw it: see Ground.proof. */
  readonly proof: string
  readonly place: string
  readonly signs: SignsState
  readonly referral: 'offered' | 'none'
  readonly unclearBecause: UnclearBecause | undefined
}

export type ActDecision =
  { readonly kind: 'may-be-written' } | { readonly kind: 'not-yet'; readonly missing: readonly ActNeed[] }

const SHORTEST = 10

export function decideWriting(written: GroundWritten): ActDecision {
  const { signs } = written
  const there: Readonly<Record<ActNeed, boolean>> = {
    ground: written.ground !== undefined,
    reason: written.reason.trim().length >= SHORTEST,
    proof: written.proof.trim().length >= 3,
    place: written.place.trim().length >= 3,
    referral: signs !== 'seen' || written.referral === 'offered',
    'unclear-because': signs !== 'unclear' || written.unclearBecause !== undefined,
  }
  const missing = ACT_NEEDS.filter((need) => !there[need])
  return missing.length === 0 ? { kind: 'may-be-written' } : { kind: 'not-yet', missing }
}
