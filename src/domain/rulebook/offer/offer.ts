/**
 * An offer or a contract before leaving: danger signs of recruitment, the least a contract must say (UU 18/2017
 * art 15), and its terms beside the law of the destination. It looks for known danger; it never says that an offer
 * is safe.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Conclusion } from '../conclusion.ts'
import { factAt, isGiven, yesNoAt } from '../fact-at.ts'
import type { Facts } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import type { Rulebook } from '../rulebook.ts'
import { compareWithLaw, type Comparison } from './compare.ts'
import { concernsOf, termsOf, type ContractTerm } from './contract.ts'
import { signsOf, type SeenSign } from './signs.ts'

export type Lookout = 'stop' | 'ask-first' | 'nothing-seen'

export type OfferAnswer = {
  /** `nothing-seen` is never “safe”: the rule `never-safe` stands beside every answer. */
  readonly lookout: Lookout
  readonly signs: readonly SeenSign[]
  readonly company: 'found' | 'not-found' | 'not-checked'
  readonly terms: readonly ContractTerm[]
  /** Rules of the chapter. */
  readonly concerns: readonly string[]
  readonly comparisons: readonly Comparison[]
}

const ASKED = [
  'offer.contractBeforeDeparture',
  'offer.visa',
  'offer.feeAsked',
  'offer.holdsDocuments',
  'offer.recruitmentPermitShown',
  'offer.by',
  'offer.country',
  'offer.companyFoundInRegister',
] as const

export function concludeOffer(facts: Facts, rulebook: Rulebook, asOf: PlainDate): Conclusion<OfferAnswer> {
  const g = gather('offer', facts, rulebook, asOf)
  g.lack(...ASKED.filter((path) => !isGiven(factAt(facts, path))))
  const told = [facts.offer, facts.contract].some((group) =>
    Object.values(group ?? {}).some((value) => isGiven(value)),
  )
  if (!told) return g.conclude<OfferAnswer>('not-enough-facts', ['placement-desk'])
  const signs = signsOf(g)
  const terms = termsOf(g)
  const concerns = concernsOf(g)
  const comparisons = compareWithLaw(g, rulebook)
  const company = companyOf(g)
  g.fire('never-safe')
  const strong = signs.some((each) => each.strength === 'strong') || concerns.includes('contract.changed')
  const weak =
    signs.length > 0 ||
    concerns.length > 0 ||
    terms.some((each) => each.state === 'missing') ||
    comparisons.some((each) => each.state === 'below')
  const mild = weak ? 'ask-first' : 'nothing-seen'
  const answer = { lookout: strong ? 'stop' : mild, signs, company, terms, concerns, comparisons } as const
  return g.conclude<OfferAnswer>(answer, ['placement-desk'])
}

function companyOf(g: Gather): OfferAnswer['company'] {
  const found = yesNoAt(g.facts, 'offer.companyFoundInRegister')
  if (found === undefined) return 'not-checked'
  if (found === 'yes') g.fire('company.found', 'offer.companyFoundInRegister')
  return found === 'yes' ? 'found' : 'not-found'
}
