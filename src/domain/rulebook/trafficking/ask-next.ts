/** What is not known and could change the answer, and the few questions worth asking first. */
import type { NextQuestion } from '../conclusion.ts'
import { askFor, oncePerChapter, type Chapter } from '../rulebook.ts'
import type { PreparedIndicator } from './indicator-table.ts'
import type { TraffickingAnswer, Weighing } from './weighing.ts'

const MOST_QUESTIONS = 5
const NOTHING: readonly never[] = []
const RANK = { strong: 0, medium: 1, weak: 2 } as const

export function missingFacts(weighing: Weighing, answer: TraffickingAnswer): readonly string[] {
  const missing: string[] = []
  if (weighing.act.is === 'not-known') missing.push('elements.act')
  if (weighing.means.is === 'not-known') missing.push('elements.means')
  if (weighing.purpose.is === 'not-known') missing.push('elements.purpose')
  if (weighing.age.is === 'unknown' || weighing.age.is === 'perhaps') missing.push('person.born')
  if (answer === 'yes' || answer === 'no') return missing
  for (const indicator of openIndicators(weighing)) missing.push(indicator.fact)
  return missing
}

export function askNext(
  chapter: Chapter,
  weighing: Weighing,
  answer: TraffickingAnswer,
): readonly NextQuestion[] {
  if (answer === 'yes' || answer === 'no') return NOTHING
  const first = [
    ...(weighing.age.is === 'unknown' || weighing.age.is === 'perhaps' ? ['person.born'] : []),
    ...(weighing.act.is === 'not-known' ? ['elements.act'] : []),
  ]
  const strongest = [...openIndicators(weighing)].sort((a, b) => RANK[a.adult] - RANK[b.adult])
  const facts = [...first, ...strongest.map((each) => each.fact)].slice(0, MOST_QUESTIONS)
  const asks = asksOf(chapter)
  return facts.map((fact) => asks(fact))
}

const asksOf = oncePerChapter((chapter) => {
  const made = new Map<string, NextQuestion>()
  return (fact: string): NextQuestion => {
    const found = made.get(fact) ?? askFor(chapter, fact)
    made.set(fact, found)
    return found
  }
})

/** Only in dimensions that can still turn. */
function openIndicators(weighing: Weighing): readonly PreparedIndicator[] {
  return weighing.read.dimensions.flatMap((dimension) => (dimension.state === 'open' ? dimension.open : []))
}
