/** Danger signs of recruitment, one small predicate each. What is not known is no sign, and no all-clear. */
import { childhoodOf } from '../childhood.ts'
import { isGiven, factAt, yesNoAt } from '../fact-at.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { parameterIn } from '../rulebook.ts'

export type SeenSign = {
  /** Rule of the chapter. */
  readonly sign: string
  readonly strength: 'strong' | 'weak'
}

interface Sign extends SeenSign {
  readonly facts: readonly string[]
  readonly seen: (g: Gather) => boolean
}

const PRIVATE: readonly string[] = ['person', 'friend-or-family', 'social-media']
const NO_WORK_VISA: readonly string[] = ['visit-or-tourist', 'pilgrimage', 'none']
const LEARNER_VISA: readonly string[] = ['student', 'training']

const SIGNS: readonly Sign[] = [
  sign('sign.underage', 'strong', ['person.born'], (g) => childhoodOf(g.facts, g.asOf).is === 'child'),
  when('sign.asked-to-lie', 'strong', 'offer.askedToLie', 'yes'),
  when('sign.secret-route', 'strong', 'offer.secretRoute', 'yes'),
  sign('sign.wrong-visa', 'strong', ['offer.visa'], (g) => has(g, 'offer.visa', NO_WORK_VISA)),
  sign('sign.training-or-student-visa', 'weak', ['offer.visa'], (g) => has(g, 'offer.visa', LEARNER_VISA)),
  when('sign.holds-documents', 'strong', 'offer.holdsDocuments', 'yes'),
  sign('sign.passport-kept', 'strong', ['contract.passportKeptByWorker', 'contract.passportHolder'], (g) => {
    const holder = knownOf(g.facts.contract?.passportHolder)
    const kept = yesNoAt(g.facts, 'contract.passportKeptByWorker') === 'no'
    return kept || (holder !== undefined && holder !== 'self')
  }),
  sign('sign.private-person', 'weak', ['offer.by'], (g) => has(g, 'offer.by', PRIVATE)),
  when('sign.no-recruitment-permit', 'strong', 'offer.recruitmentPermitShown', 'no'),
  sign(
    'sign.fee-asked',
    'weak',
    ['offer.feeAsked'],
    (g) => (knownOf(g.facts.offer?.feeAsked)?.amount ?? 0) > 0,
  ),
  when('sign.no-contract', 'strong', 'offer.contractBeforeDeparture', 'no'),
  when('sign.no-placement-agreement', 'weak', 'offer.placementAgreement', 'no'),
  when('sign.deadline-pressure', 'weak', 'offer.deadlinePressure', 'yes'),
  when('sign.pay-too-good', 'weak', 'offer.payFarAboveUsual', 'yes'),
  when('sign.no-skills', 'weak', 'offer.noSkillsNeeded', 'yes'),
  sign(
    'sign.online-scam',
    'strong',
    ['offer.occupation', 'offer.payFarAboveUsual', 'offer.noSkillsNeeded'],
    isScam,
  ),
  when('sign.training-locked', 'strong', 'offer.trainingLockedIn', 'yes'),
  when('sign.not-via-labour-office', 'weak', 'offer.viaLabourOffice', 'no'),
  sign('sign.deduction-heavy', 'strong', ['offer.monthlyDeduction', 'offer.monthlyPay'], isHeavy),
  when('sign.company-not-found', 'weak', 'offer.companyFoundInRegister', 'no'),
]

export function signsOf(g: Gather): readonly SeenSign[] {
  return SIGNS.filter((each) => each.seen(g)).map(({ sign: rule, strength, facts }) => {
    g.fire(rule, ...facts.filter((path) => isGiven(factAt(g.facts, path))))
    return { sign: rule, strength }
  })
}

function isScam(g: Gather): boolean {
  const occupation = knownOf(g.facts.offer?.occupation) ?? knownOf(g.facts.work?.occupation)
  const tempting = ['offer.payFarAboveUsual', 'offer.noSkillsNeeded'].some(
    (path) => yesNoAt(g.facts, path) === 'yes',
  )
  return occupation === 'online-worker' && tempting
}

function isHeavy(g: Gather): boolean {
  const deducted = knownOf(g.facts.offer?.monthlyDeduction)
  const pay = knownOf(g.facts.offer?.monthlyPay)
  const limit = parameterIn(g.chapter, 'heavy-deduction-share')?.amount ?? undefined
  if (deducted === undefined || pay === undefined || limit === undefined) return false
  return deducted.currency === pay.currency && deducted.amount > pay.amount * limit
}

function when(rule: string, strength: SeenSign['strength'], fact: string, value: 'yes' | 'no'): Sign {
  return sign(rule, strength, [fact], (g) => yesNoAt(g.facts, fact) === value)
}

function sign(
  rule: string,
  strength: SeenSign['strength'],
  facts: readonly string[],
  seen: Sign['seen'],
): Sign {
  return { sign: rule, strength, facts, seen }
}

function has(g: Gather, path: string, values: readonly string[]): boolean {
  const value = factAt(g.facts, path)
  return typeof value === 'string' && values.includes(value)
}
