/** The door of the rulebook: one question, or all of them. */
import { earliestDay, isExactDay, type PlainDate } from '../kernel/partial-date.ts'
import { QUESTION_NAMES, type Conclusion, type QuestionName } from './conclusion.ts'
import { knownOf } from './facts/facts-kit.ts'
import type { Facts } from './facts/facts.ts'
import { QUESTIONS } from './questions.ts'
import type { Rulebook } from './rulebook.ts'

/**
 * The conclusion for the date of the event. When the facts do not say that date exactly, the first day they
 * allow (or today) selects the rules, and `asOf` stands among what is missing.
 */
export function conclude(
  question: QuestionName,
  facts: Facts,
  rulebook: Rulebook,
  today: PlainDate,
): Conclusion {
  const given = knownOf(facts.asOf)
  const asOf = given === undefined ? today : earliestDay(given)
  const ask = QUESTIONS[question]
  if (ask === undefined) throw new Error(`the rulebook does not answer ${question} yet`)
  const conclusion = ask(facts, rulebook, asOf)
  if (given !== undefined && isExactDay(given)) return conclusion
  return { ...conclusion, missing: ['asOf', ...conclusion.missing] }
}

/** Every question that the rulebook answers, keyed by its name. */
export function concludeAll(
  facts: Facts,
  rulebook: Rulebook,
  today: PlainDate,
): Readonly<Partial<Record<QuestionName, Conclusion>>> {
  const answered = QUESTION_NAMES.filter((name) => QUESTIONS[name] !== undefined)
  return Object.fromEntries(answered.map((name) => [name, conclude(name, facts, rulebook, today)]))
}

export function isQuestionName(name: string): name is QuestionName {
  return (QUESTION_NAMES as readonly string[]).includes(name)
}
