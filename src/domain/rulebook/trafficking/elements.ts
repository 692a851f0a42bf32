/**
 * Act, means and purpose as the law has them (UU 21/2007 art 1 points 1 and 7; Palermo Protocol art 3). Each is
 * met, not met, or not known; consent and payment are no part of any of them.
 */
import type { UsedFact } from '../conclusion.ts'
import { answered, type YesNo, type Weighed } from '../facts/facts-kit.ts'
import { ACTS, MEANS, PURPOSES, type Facts } from '../facts/facts.ts'

export type Met = 'met' | 'not-met' | 'not-known'

export interface Element {
  readonly is: Met
  readonly facts: readonly UsedFact[]
}

const NOT_KNOWN: Element = { is: 'not-known', facts: [] }

/** Somebody who was placed by another was recruited; who went alone may still have been. */
const PLACED: ReadonlySet<string> = new Set([
  'p3mi',
  'government-to-government',
  'company-own-interest',
  'manning-agency',
  'by-individual',
  'by-family-or-friend',
  'internship',
])

export function actOf(facts: Facts): Element {
  const said = elementOf('act', ACTS, facts.elements?.act)
  if (said.is !== 'not-known') return said
  const way = facts.migration?.placementWay
  return way !== undefined && PLACED.has(way)
    ? { is: 'met', facts: [{ fact: 'migration.placementWay', value: way }] }
    : said
}

export function meansOf(facts: Facts): Element {
  return elementOf('means', MEANS, facts.elements?.means)
}

/** Exploitation, intended or as the result; with or without consent (art 1 point 7). */
export function purposeOf(facts: Facts): Element {
  return elementOf('purpose', PURPOSES, facts.elements?.purpose)
}

function elementOf(
  name: 'act' | 'means' | 'purpose',
  parts: readonly string[],
  given: Readonly<Record<string, YesNo | Weighed | undefined>> | undefined,
): Element {
  if (given === undefined) return NOT_KNOWN
  const yes: UsedFact[] = []
  const no: UsedFact[] = []
  for (const part of parts) {
    const said = given[part]
    const answer = answered(said)
    if (answer !== undefined)
      (answer === 'yes' ? yes : no).push(usedOf(`elements.${name}.${part}`, answer, said))
  }
  if (yes.length > 0) return { is: 'met', facts: yes }
  return { is: no.length === parts.length ? 'not-met' : 'not-known', facts: no }
}

function usedOf(fact: string, value: 'yes' | 'no', said: YesNo | Weighed | undefined): UsedFact {
  if (typeof said !== 'object') return { fact, value }
  return {
    fact,
    value,
    ...(said.evidence ? { evidence: said.evidence } : {}),
    ...(said.contrary ? { contrary: said.contrary } : {}),
  }
}
