// Labelled court cases in our own facts: which of their codes the rulebook finds, which it cannot know, and no alarm without cause.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conclude, isQuestionName } from '#src/domain/rulebook/conclude.ts'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { QUESTIONS } from '#src/domain/rulebook/questions.ts'
import { loadRulebook } from './rulebook.ts'

const Vignettes = z.strictObject({
  about: z.string(),
  codes: z.record(z.string(), z.array(z.string())),
  unknown: z.array(z.string()),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      asOf: z.string(),
      facts: z.record(z.string(), z.unknown()),
      labels: z.array(z.string()),
      notFound: z.array(z.string()),
    }),
  ),
})
/** UU 18/2017: the rules on offers begin here. */
const FIRST_OFFER_RULES = '2017-11-22'
const FILE = join(import.meta.dirname, '../../test/expert/vignettes/vignettes.json')
const { codes, unknown, cases } = Vignettes.parse(JSON.parse(readFileSync(FILE, 'utf8')))
type Vignette = (typeof cases)[number]

/** Facts on which a rule that fired rests, as `path` and `path=value`. */
function restsOn({ asOf, facts }: Vignette): ReadonlySet<string> {
  const read = readFacts({ asOf, ...facts })
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  return new Set(
    Object.keys(QUESTIONS)
      .filter(isQuestionName)
      .flatMap((question) => conclude(question, read.facts, loadRulebook(), asOf).fired)
      .flatMap((entry) => entry.facts)
      .flatMap(({ fact, value }) => [
        fact,
        `${fact}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      ]),
  )
}

function foundIn(vignette: Vignette): readonly string[] {
  const used = restsOn(vignette)
  return Object.entries(codes).flatMap(([code, facts]) =>
    facts.some((each) => used.has(each)) ? [code] : [],
  )
}

/** Twice the hits, over all that was found and all that should be. */
function microF1(): number {
  const each = cases.map((vignette) => ({ found: foundIn(vignette), labels: vignette.labels }))
  const hits = each.flatMap(({ found, labels }) => found.filter((code) => labels.includes(code))).length
  return (
    (2 * hits) / (each.flatMap(({ found }) => found).length + each.flatMap(({ labels }) => labels).length)
  )
}

describe('vignettes of court cases', () => {
  it('have 27 codes, those without a fact of ours declared unknown', () => {
    expect(Object.keys(codes)).toHaveLength(27)
    expect(Object.keys(codes).filter((code) => codes[code]?.length === 0)).toEqual(unknown)
  })

  it.each(cases.map((each) => [each.title, each] as const))('%s', (_title, vignette) => {
    expect([...foundIn(vignette)].sort()).toEqual(
      vignette.labels.filter((code) => !vignette.notFound.includes(code)).sort(),
    )
    // Missed for want of a fact, or because the rule is younger than the case.
    for (const code of vignette.notFound)
      expect(unknown.includes(code) || vignette.asOf < FIRST_OFFER_RULES).toBe(true)
  })

  it('raise no alarm at a crime that only sounds like migration', () => {
    const negative = cases.find((each) => each.labels.length === 0)
    if (negative === undefined) throw new Error('no negative case')
    const read = readFacts({ asOf: negative.asOf, ...negative.facts })
    if (read.kind === 'faults') throw new Error('the negative case has faults')
    expect(foundIn(negative)).toEqual([])
    for (const question of ['case-types', 'urgency', 'trafficking'] as const)
      expect(conclude(question, read.facts, loadRulebook(), negative.asOf).answer).toBe('not-enough-facts')
  })

  it('are found with a micro-F1 of at least 0.9', () => {
    expect(microF1()).toBeGreaterThanOrEqual(0.9)
  })
})
