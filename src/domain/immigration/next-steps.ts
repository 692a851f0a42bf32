/**
 * What could the desk do next for this traveller? Ask, talk again, or offer a referral, each with its reasons and where they
 * stand. No other step exists here: there is no rank, no score, and no proposal about the journey itself.
 */
import { article, type ArticleRef } from '../law/article-ref.ts'
import { questionsNotAsked, type DeskInterview, type DeskQuestion } from './interview.ts'
import type { Childhood, SignsState } from './signs.ts'

export const DESK_STEPS = ['ask', 'second-interview', 'refer'] as const
export type DeskStep = (typeof DESK_STEPS)[number]

export const STEP_REASONS = [
  'not-asked-yet',
  'reported-hit',
  'not-alone',
  'no-interpreter',
  'signs-unclear',
  'sign-seen',
  'child',
  'perhaps-child',
] as const
export type StepReason = (typeof STEP_REASONS)[number]

export interface StepBecause {
  readonly reason: StepReason
  readonly questions?: readonly DeskQuestion[]
  readonly basis: readonly ArticleRef[]
}

export interface SuggestedStep {
  readonly step: DeskStep
  readonly because: readonly StepBecause[]
}

const NOT_PUNISHED = article('UU 6/2011', '86–89')
const CHILD = article('UU 21/2007', 'Pasal 1 angka 5')
const ACCURATE = article('UU 27/2022', '16(2)', 'secondary')
/** Letting somebody go without the papers and holding somebody who has them are both offences. */
const BOTH_WAYS = article('UU 18/2017', '70(1)', 'secondary')

export interface DeskFacts {
  readonly interview: Pick<DeskInterview, 'answers' | 'company' | 'interpreter' | 'language'>
  readonly signs: SignsState
  readonly child: Childhood
  /** Reported hits on this document that have not run out. A hit alone is a question, never more. */
  readonly hits: number
  readonly referral: 'offered' | 'none'
}

/** In the order of DESK_STEPS, which is no order of weight. */
export function suggestSteps(facts: DeskFacts): readonly SuggestedStep[] {
  const all: readonly SuggestedStep[] = [
    { step: 'ask', because: toAsk(facts) },
    { step: 'second-interview', because: toTalkAgain(facts) },
    { step: 'refer', because: toRefer(facts) },
  ]
  return all.filter(({ because }) => because.length > 0)
}

function toAsk({ interview, hits }: DeskFacts): readonly StepBecause[] {
  const questions = questionsNotAsked(interview.answers)
  return [
    ...(questions.length > 0 ? [{ reason: 'not-asked-yet', questions, basis: [BOTH_WAYS] } as const] : []),
    ...(hits > 0 ? [{ reason: 'reported-hit', basis: [ACCURATE] } as const] : []),
  ]
}

function toTalkAgain({ interview, signs }: DeskFacts): readonly StepBecause[] {
  return [
    ...(interview.company === 'alone' ? [] : [{ reason: 'not-alone', basis: [] } as const]),
    ...(interview.interpreter === 'none' ? [{ reason: 'no-interpreter', basis: [] } as const] : []),
    ...(signs === 'unclear' ? [{ reason: 'signs-unclear', basis: [] } as const] : []),
  ]
}

function toRefer({ signs, child, referral }: DeskFacts): readonly StepBecause[] {
  if (signs !== 'seen' || referral === 'offered') return []
  return [
    ...(child === 'child' ? [{ reason: 'child', basis: [CHILD] } as const] : []),
    ...(child === 'perhaps' ? [{ reason: 'perhaps-child', basis: [CHILD] } as const] : []),
    { reason: 'sign-seen', basis: [NOT_PUNISHED] },
  ]
}
