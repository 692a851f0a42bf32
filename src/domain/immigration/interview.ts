/**
 * What is asked at the desk: twelve questions at most, the same for everybody, in an order that does not accuse. Nobody is
 * asked for origin, sex, religion or ethnicity, and no answer makes a rank or a score.
 */
import type { Answer } from '../kernel/answer.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import type { SignAnswers } from './signs.ts'

export const DESK_QUESTIONS = [
  'purpose',
  'work',
  'arranged-by',
  'paid-by',
  'debt',
  'papers-held-by',
  'phone-held-by',
  'travels-with',
  'knows-there',
  'way-back',
  'afraid',
  'wish',
] as const
export type DeskQuestion = (typeof DESK_QUESTIONS)[number]

export const INTERPRETERS = ['not-needed', 'present', 'by-telephone', 'none'] as const
export type Interpreter = (typeof INTERPRETERS)[number]

export const COMPANIES = ['alone', 'not-alone', 'not-known'] as const
export type Company = (typeof COMPANIES)[number]

export type DeskAnswers = Readonly<Record<DeskQuestion, Answer<string>>>

export interface DeskInterview {
  readonly language: string
  readonly interpreter: Interpreter
  readonly company: Company
  readonly answers: DeskAnswers
  readonly signs: SignAnswers
  readonly travelOn: Answer<PartialDate>
}

export function questionsNotAsked(answers: DeskAnswers): readonly DeskQuestion[] {
  return DESK_QUESTIONS.filter((question) => {
    const answer = answers[question]
    return !answer.known && answer.why === 'not-asked'
  })
}
