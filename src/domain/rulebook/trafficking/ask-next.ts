/** What is not known and could change the answer, and the few questions worth asking first. */
import type { NextQuestion } from '../conclusion.ts'
import { askFor, oncePerChapter, type Chapter } from '../rulebook.ts'
import type { TraffickingAnswer, Weighing } from './weighing.ts'

const MOST_QUESTIONS = 5
const NOTHING: readonly never[] = []
const STRONGEST_FIRST = ['strong', 'medium', 'weak'] as const

export function missingFacts(weighing: Weighing, answer: TraffickingAnswer): readonly string[] {
  const missing: string[] = []
  if (weighing.act.is === 'not-known') missing.push('elements.act')
  if (weighing.means.is === 'not-known') missing.push('elements.means')
  if (weighing.purpose.is === 'not-known') missing.push('elements.purpose')
  if (isAgeOpen(weighing)) missing.push('person.born')
  if (answer === 'yes' || answer === 'no') return missing
  for (const { state, open } of weighing.read.dimensions)
    if (state === 'open') for (const indicator of open) missing.push(indicator.fact)
  return missing
}

export function askNext(
  chapter: Chapter,
  weighing: Weighing,
  answer: TraffickingAnswer,
): readonly NextQuestion[] {
  if (answer === 'yes' || answer === 'no') return NOTHING
  const asks = asksOf(chapter)
  const next: NextQuestion[] = []
  if (isAgeOpen(weighing)) next.push(asks('person.born'))
  if (weighing.act.is === 'not-known') next.push(asks('elements.act'))
  for (const strength of STRONGEST_FIRST)
    for (const { state, open } of weighing.read.dimensions) {
      if (state !== 'open') continue
      for (const indicator of open) {
        if (next.length >= MOST_QUESTIONS) return next
        if (indicator.adult === strength) next.push(asks(indicator.fact))
      }
    }
  return next
}

function isAgeOpen({ age }: Weighing): boolean {
  return age.is === 'unknown' || age.is === 'perhaps'
}

const asksOf = oncePerChapter((chapter) => {
  const made = new Map<string, NextQuestion>()
  return (fact: string): NextQuestion => {
    const found = made.get(fact) ?? askFor(chapter, fact)
    made.set(fact, found)
    return found
  }
})
