/**
 * What social security owes a migrant worker: membership, contribution, benefit by event, papers, time limit, the
 * nine branches of ILO C102, and what is left to someone who was not a member. It explains; BPJS decides.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Conclusion } from '../conclusion.ts'
import { isGiven, factAt } from '../fact-at.ts'
import type { Facts } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import type { Rulebook } from '../rulebook.ts'
import { benefitsFor, type Benefit } from './benefits.ts'
import { branchesOf, type Branch } from './branches.ts'
import { claimFor, type Claim } from './claim.ts'
import { contributionOf, type Contribution } from './contribution.ts'
import { dutyOf, standingOf, type Duty, type Standing } from './membership.ts'

// A type and not an interface: only types may stand where JSON is expected.
export type SocialSecurityAnswer = {
  readonly mustBeMember: Duty
  readonly standing: Standing
  readonly programmes: readonly Programme[]
  readonly contribution: Contribution
  readonly benefits: readonly Benefit[]
  readonly claim: Claim | null
  readonly branches: readonly Branch[]
  /** Rules of the chapter that say what is left to do without membership. */
  readonly without: readonly string[]
  /** Rules of the chapter that name sources which contradict each other. */
  readonly conflicts: readonly string[]
}

export type Programme = {
  readonly programme: 'jkk' | 'jkm' | 'jht' | 'jkn'
  readonly duty: 'must' | 'choice' | 'own-rules'
}

const ASKED = ['person.category', 'insurance.status', 'insurance.event', 'migration.phase'] as const

export function concludeSocialSecurity(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<SocialSecurityAnswer> {
  const g = gather('social-security', facts, rulebook, asOf)
  const silent = ASKED.every((path) => !isGiven(factAt(facts, path)))
  for (const path of ASKED) if (!isGiven(factAt(facts, path))) g.lack(path)
  if (silent) return g.conclude<SocialSecurityAnswer>('not-enough-facts', ['social-security-body'])
  const mustBeMember = dutyOf(g)
  const standing = standingOf(g)
  const benefits = benefitsFor(g, standing)
  return g.conclude(
    {
      mustBeMember,
      standing,
      programmes: programmesOf(g),
      contribution: contributionOf(g),
      benefits,
      claim: claimFor(g, standing),
      branches: branchesOf(g, standing),
      without: withoutMembership(g, standing),
      conflicts: conflictsOf(g, benefits),
    },
    ['social-security-body'],
  )
}

function programmesOf(g: Gather): readonly Programme[] {
  const all = [
    { programme: 'jkk', duty: 'must' },
    { programme: 'jkm', duty: 'must' },
    { programme: 'jht', duty: 'choice' },
    { programme: 'jkn', duty: 'own-rules' },
  ] as const
  return all.filter((each) => g.fire(`programme.${each.programme}`))
}

/** Steps for someone without cover; also shown while membership is not known, never when it is certain. */
function withoutMembership(g: Gather, standing: Standing): readonly string[] {
  if (standing === 'covered') return []
  const { migration, insurance, death } = g.facts
  const steps = [
    ...(migration?.phase === 'before' ? ['without.register-home'] : []),
    ...(migration?.phase === 'during' ? ['without.register-abroad'] : []),
    ...(insurance?.event === 'death' || death?.died === 'yes' ? ['without.death-duties'] : []),
    'without.placement-actor',
    ...(migration?.phase === 'before' ? [] : ['without.foreign-law', 'without.social-aid']),
  ]
  return steps.filter((rule) => g.fire(rule, 'insurance.status', 'migration.phase'))
}

function conflictsOf(g: Gather, benefits: readonly Benefit[]): readonly string[] {
  const shown = benefits.flatMap(({ conflict }) => (conflict === undefined ? [] : [conflict]))
  const payer = g.facts.insurance?.event === 'none' || benefits.length === 0
  const rules = [...new Set([...shown, ...(payer ? ['contribution.payer-conflict'] : [])])]
  return rules.filter((rule) => g.oppose(rule, 'insurance.event', 'work.occupation'))
}
