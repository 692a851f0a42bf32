/** Collects what a conclusion rests on while a question goes through its rules in the order of the articles. */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { Conclusion, Confirmer, Entry, NoAnswer, Plain, QuestionName, UsedFact } from './conclusion.ts'
import { factAt, isGiven } from './fact-at.ts'
import type { Facts } from './facts/facts.ts'
import { askFor, chapterOn, entryOf, type Chapter, type Rulebook } from './rulebook.ts'

const MOST_QUESTIONS = 5

export interface Gather {
  readonly chapter: Chapter
  readonly facts: Facts
  readonly asOf: PlainDate
  /** The rule speaks for the answer; the paths name the facts used. False when it was not in force that day. */
  readonly fire: (rule: string, ...paths: readonly string[]) => boolean
  /** The same with the chapter of another day, for instance the day on which one item was paid. */
  readonly fireOn: (day: Chapter, rule: string, ...paths: readonly string[]) => boolean
  readonly oppose: (rule: string, ...paths: readonly string[]) => boolean
  /** Could change the answer and is not known. */
  readonly lack: (...paths: readonly string[]) => void
  readonly conclude: <A extends Plain>(answer: A | NoAnswer, confirmBy: readonly Confirmer[]) => Conclusion<A>
}

export function gather(question: QuestionName, facts: Facts, rulebook: Rulebook, asOf: PlainDate): Gather {
  const chapter = chapterOn(rulebook, question, asOf)
  const fired: Entry[] = []
  const against: Entry[] = []
  const missing: string[] = []
  const add = (to: Entry[], day: Chapter, rule: string, paths: readonly string[]): boolean => {
    if (to.some((each) => each.rule === rule)) return true
    const used = paths.flatMap((path): readonly UsedFact[] => {
      const value = factAt(facts, path)
      return isGiven(value) ? [{ fact: path, value }] : []
    })
    const entry = entryOf(day, rule, used)
    to.push(...entry)
    return entry.length > 0
  }
  return {
    chapter,
    facts,
    asOf,
    fire: (rule, ...paths) => add(fired, chapter, rule, paths),
    fireOn: (day, rule, ...paths) => add(fired, day, rule, paths),
    oppose: (rule, ...paths) => add(against, chapter, rule, paths),
    lack: (...paths) => missing.push(...paths.filter((path) => !missing.includes(path))),
    conclude: (answer, confirmBy) => ({
      question,
      asOf,
      answer,
      fired,
      against,
      missing,
      nextQuestions: missing
        .filter((path) => chapter.text.asks[path] !== undefined)
        .slice(0, MOST_QUESTIONS)
        .map((path) => askFor(chapter, path)),
      confirmBy,
    }),
  }
}
