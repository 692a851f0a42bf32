/** Every question the rulebook can answer. A new one is a folder beside this file and one line here. */
import type { PlainDate } from '../kernel/partial-date.ts'
import { concludeCaseTypes } from './case-types/case-types.ts'
import { concludeClocks } from './clocks/clocks.ts'
import type { Conclusion, QuestionName } from './conclusion.ts'
import type { Facts } from './facts/facts.ts'
import type { Rulebook } from './rulebook.ts'
import { concludePlacementCost } from './placement-cost/placement-cost.ts'
import { concludeSocialSecurity } from './social-security/social-security.ts'
import { concludeTrafficking } from './trafficking/trafficking.ts'
import { concludeUrgency } from './urgency/urgency.ts'
import { concludeWages } from './wages/wages.ts'

export type Conclude = (facts: Facts, rulebook: Rulebook, asOf: PlainDate) => Conclusion

export const QUESTIONS: Readonly<Partial<Record<QuestionName, Conclude>>> = {
  'case-types': concludeCaseTypes,
  clocks: concludeClocks,
  'placement-cost': concludePlacementCost,
  'social-security': concludeSocialSecurity,
  trafficking: concludeTrafficking,
  urgency: concludeUrgency,
  wages: concludeWages,
}
