/** For what another installation tells: it may have passed several states before the line was up again. */
import {
  REFERRAL_TRANSITIONS,
  type ReferralAction,
  type ReferralParty,
  type ReferralStatus,
} from './lifecycle.ts'

interface Step {
  readonly to: ReferralStatus
  readonly by: readonly ReferralParty[]
}

/** The shortest way of one party's own actions from one state to another; undefined where there is none, or it is the same. */
export function wayTo(
  from: ReferralStatus,
  to: ReferralStatus,
  parties: readonly ReferralParty[],
): readonly ReferralAction[] | undefined {
  let reached = new Map<ReferralStatus, readonly ReferralAction[]>([[from, []]])
  const seen = new Set([from])
  while (reached.size > 0) {
    const next = new Map<ReferralStatus, readonly ReferralAction[]>()
    for (const [state, way] of reached)
      for (const [action, step] of Object.entries(REFERRAL_TRANSITIONS[state]) as [ReferralAction, Step][]) {
        if (seen.has(step.to) || !step.by.some((each) => parties.includes(each))) continue
        if (step.to === to) return [...way, action]
        seen.add(step.to)
        next.set(step.to, [...way, action])
      }
    reached = next
  }
  return undefined
}
