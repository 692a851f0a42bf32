/**
 * Facts given for other questions that show an indicator nobody asked about by name: a passport in the employer's
 * hands, a locked door, months without pay. Only the plain cases; a no elsewhere never answers an indicator.
 */
import type { UsedFact } from '../conclusion.ts'
import type { Facts } from '../facts/facts.ts'

/** By path of the indicator below `indicators`. */
export type ShownOtherwise = Readonly<Record<string, UsedFact>>

const HELD: ReadonlySet<string> = new Set(['employer', 'recruiter-or-agency', 'other-person'])
/** Longer days are forbidden even at sea (PP 22/2022 arts 17 and 35), where the law allows most. */
const LONGEST_DAY = 14
const LONGEST_WEEK = 72

export function shownOtherwise(facts: Facts): ShownOtherwise | undefined {
  const { documents, situation, work, wages, contract, insurance } = facts
  if (!documents && !situation && !work && !wages && !contract && !insurance) return undefined
  const shown: Record<string, UsedFact> = {}
  const show = (indicator: string, holds: boolean, fact: string, value: UsedFact['value'] | undefined) => {
    if (holds && value !== undefined) shown[indicator] = { fact, value }
  }
  const holder = documents?.passportHeldBy
  const taken = facts.migration?.phase === 'before' ? 'coerciveRecruitment' : 'coercionAtDestination'
  show(`${taken}.documentsTaken`, HELD.has(holder ?? ''), 'documents.passportHeldBy', holder)
  showConfinement(facts, show)
  const what = situation?.what
  show(
    'coercionAtDestination.violence',
    Array.isArray(what) && what.includes('pukul'),
    'situation.what',
    'pukul',
  )
  showWork(facts, show)
  const unpaid = wages?.monthsUnpaid
  show('exploitation.lowOrNoPay', typeof unpaid === 'number' && unpaid >= 1, 'wages.monthsUnpaid', unpaid)
  const status = insurance?.status
  show('exploitation.noSocialProtection', status === 'not-member', 'insurance.status', status)
  return shown
}

type Show = (indicator: string, holds: boolean, fact: string, value: UsedFact['value'] | undefined) => void

function showConfinement({ situation, work }: Facts, show: Show): void {
  const indicator = 'coercionAtDestination.isolatedConfinedOrWatched'
  show(indicator, work?.phoneAllowed === 'no', 'work.phoneAllowed', work?.phoneAllowed)
  show(indicator, work?.freeToLeave === 'no', 'work.freeToLeave', work?.freeToLeave)
  show(indicator, situation?.lockedIn === 'yes', 'situation.lockedIn', situation?.lockedIn)
}

function showWork({ work, contract }: Facts, show: Show): void {
  const week = work?.hoursPerWeek
  const day = work?.hoursPerDay
  show(
    'exploitation.excessiveHours',
    typeof week === 'number' && week > LONGEST_WEEK,
    'work.hoursPerWeek',
    week,
  )
  show('exploitation.excessiveHours', typeof day === 'number' && day > LONGEST_DAY, 'work.hoursPerDay', day)
  const changed = contract?.changedWithoutConsent
  const other = work?.otherWorkThanAgreed
  show('exploitation.lawOrContractNotRespected', changed === 'yes', 'contract.changedWithoutConsent', changed)
  show('exploitation.lawOrContractNotRespected', other === 'yes', 'work.otherWorkThanAgreed', other)
}
