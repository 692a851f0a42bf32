import { CASE_TYPES_OF_WHAT, type WhatHappened } from '#src/domain/reports/report.ts'
import { stepsForAll, type StepNow } from '#src/domain/rulebook/steps/standard-steps.ts'
import { loadStandardSteps } from '#src/platform/standard-steps.ts'
import { oneOf, type Answers } from './guide.ts'

const MOST_STEPS = 8

/** What usually comes next after what happened; nothing when that was not said. */
export function stepsOf(answers: Answers, today: string): readonly StepNow[] {
  const what = oneOf<WhatHappened>(answers, 'apa')
  if (what === undefined) return []
  return stepsForAll(loadStandardSteps(), CASE_TYPES_OF_WHAT[what], answers['negara']?.[0], today).slice(
    0,
    MOST_STEPS,
  )
}
