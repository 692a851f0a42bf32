/**
 * What can be wrong in a report, the same for form and API. Almost nothing: no answer is compulsory. What is checked could
 * not be used otherwise.
 */
import type { ContactWay } from './report.ts'

/** Letters. */
export const REPORT_LIMITS = {
  story: 8000,
  'place.region': 12,
  'place.words': 500,
  'safeContact.value': 120,
  'safeContact.hours': 200,
  'safeContact.language': 60,
  /** All names of the person concerned together. */
  names: 300,
  reporterName: 120,
  'keepFrom-words': 200,
} as const

export const MOST_PEOPLE = 99_999

export const REPORT_PROBLEMS = ['too-long', 'not-a-count', 'contact-missing', 'email-malformed'] as const
export type ReportProblem = (typeof REPORT_PROBLEMS)[number]

/** A way to be reached needs the number or address; with e-mail alone it must look like one. */
export function contactProblem(
  ways: readonly ContactWay[],
  value: string,
): 'contact-missing' | 'email-malformed' | undefined {
  if (ways.some((way) => way !== 'this-page-only') && value === '') return 'contact-missing'
  const onlyEmail = ways.length === 1 && ways[0] === 'email'
  return onlyEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? 'email-malformed' : undefined
}

export function isPeopleCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MOST_PEOPLE
}
