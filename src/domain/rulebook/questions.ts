/** Every question the rulebook can answer. A new one is a folder beside this file and one line here. */
import type { PlainDate } from '../kernel/partial-date.ts'
import { concludeCaseTypes } from './case-types/case-types.ts'
import { concludeClocks } from './clocks/clocks.ts'
import { concludeCompetence } from './competence/competence.ts'
import type { Conclusion, QuestionName } from './conclusion.ts'
import { concludeDepartureDocuments } from './departure-documents/departure-documents.ts'
import type { Facts } from './facts/facts.ts'
import type { Rulebook } from './rulebook.ts'
import { concludeOffer } from './offer/offer.ts'
import { concludePlacementCost } from './placement-cost/placement-cost.ts'
import { concludeRestitution } from './restitution/restitution.ts'
import { concludeSocialSecurity } from './social-security/social-security.ts'
import { concludeTrafficking } from './trafficking/trafficking.ts'
import { concludeUrgency } from './urgency/urgency.ts'
import { concludeWages } from './wages/wages.ts'

export type Conclude = (facts: Facts, rulebook: Rulebook, asOf: PlainDate) => Conclusion

export const QUESTIONS: Readonly<Partial<Record<QuestionName, Conclude>>> = {
  'departure-documents': concludeDepartureDocuments,
  'case-types': concludeCaseTypes,
  clocks: concludeClocks,
  competence: concludeCompetence,
  offer: concludeOffer,
  'placement-cost': concludePlacementCost,
  restitution: concludeRestitution,
  'social-security': concludeSocialSecurity,
  trafficking: concludeTrafficking,
  urgency: concludeUrgency,
  wages: concludeWages,
}
