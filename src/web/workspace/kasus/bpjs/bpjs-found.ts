/** From the answers to the conclusion that the sheet shows. */
import { earliestDay, latestDay, type PlainDate } from '#src/domain/kernel/partial-date.ts'
import { knownOf } from '#src/domain/rulebook/facts/facts-kit.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { concludeSocialSecurity } from '#src/domain/rulebook/social-security/social-security.ts'
import type { ClaimValues } from '#src/modules/cases/index.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { claimWords } from '../klaim/claim-words.ts'
import type { BpjsFound } from './bpjs-result.tsx'

type Given = {
  readonly facts: Facts
  readonly values: ClaimValues
  readonly today: PlainDate
  readonly names: BpjsFound['names']
}

/** By the rules of the day of the event; of today while that day is not known. */
export function bpjsFound(frame: StaffFrame, { facts, values, today, names }: Given): BpjsFound {
  const given = knownOf(facts.insurance?.eventOn)
  const [first, last] = given === undefined ? [today, today] : [earliestDay(given), latestDay(given)]
  const on = (day: PlainDate) => concludeSocialSecurity(facts, loadRulebook(), day)
  const rulesOn = (day: PlainDate) => {
    const { answer, fired } = on(day)
    return JSON.stringify([answer, fired.map((each) => each.citation)])
  }
  return {
    conclusion: on(dayWithin(first, last, today)),
    words: claimWords(frame, 'social-security'),
    values,
    today,
    names,
    differs: rulesOn(first) === rulesOn(last) ? 'same' : 'differs',
  }
}

/** The last day of the span that is not in the future; the first of a span that lies in the future. */
function dayWithin(first: PlainDate, last: PlainDate, today: PlainDate): PlainDate {
  if (last <= today) return last
  return first <= today ? today : first
}
