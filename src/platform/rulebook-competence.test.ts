// The table of the referral rooms and the chapter of the rulebook say the same, whatever the person.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEED_KINDS, PERSON_CATEGORIES, PHASES } from '#src/domain/cases/codes.ts'
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import { COMPETENCE_TABLE } from '#src/domain/competence/competence-table.ts'
import { KNOWN_FINDINGS } from '#src/domain/competence/known-findings.ts'
import { ruleIdOf } from '#src/domain/competence/law-basis.ts'
import { concludeCompetence, type CompetenceAnswer } from '#src/domain/rulebook/competence/competence.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { loadRulebook, loadRulebookTexts } from './rulebook.ts'

const YES_NO = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
const FACTS: fc.Arbitrary<Facts> = fc.record({
  situation: fc.record({ needs: fc.subarray([...NEED_KINDS], { minLength: 1 }) }),
  migration: fc.record({
    place: fc.constantFrom('abroad' as const, 'home' as const, 'unknown' as const),
    phase: fc.constantFrom(...PHASES),
    route: fc.constantFrom('official-checkpoint' as const, 'by-sea-unofficial' as const, 'unknown' as const),
  }),
  person: fc.record({ category: fc.constantFrom(...PERSON_CATEGORIES), asksForAsylum: YES_NO }),
  loss: fc.record({ isVictimOfTrafficking: YES_NO }),
})
const DAY = fc.constantFrom(
  '2017-11-21',
  '2019-12-31',
  '2024-11-04',
  '2024-11-05',
  '2026-01-02',
  '2026-11-21',
)

function answerOf(facts: Facts, on: string): CompetenceAnswer {
  const { answer } = concludeCompetence(facts, loadRulebook(), on)
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

const chapter = loadRulebookTexts().chapters.find((each) => each.question === 'competence')
const rules = new Map(chapter?.rules.map((each) => [each.id, each]))

describe('the table of competence and its chapter', () => {
  it('cite each article of the table once, no surer than the table', () => {
    for (const ref of COMPETENCE_TABLE.flatMap((row) => row.basis)) {
      const rule = rules.get(ruleIdOf(ref))
      expect(rule, `${ref.instrument} ${ref.article}`).toBeDefined()
      if (ref.certainty !== 'verified') expect(rule?.versions.at(-1)?.confidence).not.toBe('verified')
    }
  })

  it('have no article that nobody uses', () => {
    const used = new Set(COMPETENCE_TABLE.flatMap((row) => row.basis.map(ruleIdOf)))
    const unused = [...rules.keys()].filter((id) => id.startsWith('law.') && !used.has(id))
    expect(unused).toEqual([])
    for (const { rule } of KNOWN_FINDINGS) expect(rules.has(rule), rule).toBe(true)
  })

  it('use each kind of body but those who are duty bearers or only watch', () => {
    const used = new Set(COMPETENCE_TABLE.flatMap((row) => [...row.leads, ...row.supporters]))
    expect(BODY_KINDS.filter((kind) => !used.has(kind))).toEqual(['p3mi', 'ombudsman'])
  })
})

describe('who is competent', () => {
  it('names one lead for each need and place, or a hole', () => {
    fc.assert(
      fc.property(FACTS, DAY, (facts, on) => {
        for (const { proposals, findings } of answerOf(facts, on).needs) {
          const places = proposals.map((each) => each.place)
          const overlap = findings.some((each) => each.kind === 'overlap' && each.rule === null)
          if (!overlap) expect(new Set(places).size).toBe(places.length)
          if (proposals.length === 0) expect(findings.some((each) => each.kind === 'hole')).toBe(true)
          for (const { lead, nextInLine, supporters } of proposals) {
            const kinds = [lead, ...nextInLine, ...supporters].map((each) => each.kind)
            expect(new Set(kinds).size).toBe(kinds.length)
          }
        }
      }),
    )
  })

  it('never shows a foreigner’s own embassy until it is known that no asylum is asked for', () => {
    fc.assert(
      fc.property(FACTS, DAY, (facts, on) => {
        fc.pre(facts.person?.asksForAsylum !== 'no')
        expect(JSON.stringify(answerOf(facts, on))).not.toContain('home-embassy')
      }),
    )
  })

  it('answers each need for itself: other needs change nothing', () => {
    fc.assert(
      fc.property(FACTS, DAY, (facts, on) => {
        const all = answerOf(facts, on)
        for (const each of all.needs) {
          const alone = answerOf({ ...facts, situation: { needs: [each.need] } }, on)
          expect(alone.needs).toEqual([each])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('rests each proposal of today on a law that is in force', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        for (const { proposals } of answerOf(facts, '2026-11-21').needs)
          for (const { basis } of proposals) expect(basis.length).toBeGreaterThan(0)
      }),
    )
  })
})
