// What must hold of every conclusion, whatever the facts: more danger never lowers urgency, what is not known is
// never taken for a no, consent and payment lower nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUrgency, urgencyRank } from '#src/domain/cases/urgency.ts'
import { conclude } from '#src/domain/rulebook/conclude.ts'
import { knownOf } from '#src/domain/rulebook/facts/facts-kit.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { INDICATOR_PATHS } from '#src/domain/rulebook/facts/indicator-names.ts'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { QUESTIONS } from '#src/domain/rulebook/questions.ts'
import { CASE_SIGNALS } from '#src/domain/rulebook/urgency/case-signals.ts'
import { loadRulebook } from './rulebook.ts'

const TODAY = '2026-11-21'
const rulebook = loadRulebook()

function factsOf(given: unknown): Facts {
  const read = readFacts(given)
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  return read.facts
}

/** Sets one path in a copy. */
function withFact(
  facts: Readonly<Record<string, unknown>>,
  path: string,
  value: unknown,
): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.')
  const inside = facts[name] as Readonly<Record<string, unknown>> | undefined
  return { ...facts, [name]: rest.length === 0 ? value : withFact(inside ?? {}, rest.join('.'), value) }
}

/** Mostly no, so that whole dimensions come out negative often enough. */
const answers = fc.constantFrom('yes', 'no', 'no', 'no', 'no', 'no', 'no', 'unknown', 'not-asked')
const indicators = fc
  .dictionary(fc.constantFrom(...INDICATOR_PATHS), answers, {
    maxKeys: INDICATOR_PATHS.length,
    minKeys: 0,
    size: 'max',
  })
  .map((given) =>
    Object.entries(given).reduce<Record<string, unknown>>(
      (facts, [path, answer]) => withFact(facts, `indicators.${path}`, answer),
      {},
    ),
  )
const birth = fc.constantFrom('1985-02-01', '1999', '2011-04-04', '2008', 'unknown')
const cases = fc.record({ indicators, born: birth }).map(({ indicators: given, born }) => ({
  ...given,
  asOf: '2026-03-01',
  person: { born },
  migration: { placementWay: 'p3mi' },
}))

const trafficking = (given: unknown) => conclude('trafficking', factsOf(given), rulebook, TODAY).answer
const urgency = (given: unknown) => conclude('urgency', factsOf(given), rulebook, TODAY).answer

describe('screening for trafficking', () => {
  it('is never lowered by consent or payment', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const before = trafficking(given)
        expect(trafficking({ ...given, elements: { consented: 'yes', paid: 'yes' } })).toBe(before)
      }),
    )
  })

  it('takes nothing unknown for a no: a no stays a no whatever the unknown turn out to be', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom(...INDICATOR_PATHS),
        fc.constantFrom('yes', 'no'),
        (given, path, turnsOut) => {
          const open = withFact(given, `indicators.${path}`, 'unknown')
          if (trafficking(open) !== 'no') return
          const known = trafficking(withFact(given, `indicators.${path}`, turnsOut))
          expect(known).toBe('no')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is never a no because of something that was not asked at all', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const asked = Object.values((given as { readonly indicators?: object }).indicators ?? {}).flatMap(
          (group) => Object.values(group as object),
        )
        if (asked.every((answer) => answer !== 'no')) expect(trafficking(given)).not.toBe('no')
      }),
    )
  })

  it('is never a yes by age alone', () => {
    fc.assert(
      fc.property(birth, (born) => {
        expect(trafficking({ person: { born, category: 'child' } })).not.toBe('yes')
      }),
    )
  })

  it('asks two people for a yes and for a no, and gives every line its citation', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const found = conclude('trafficking', factsOf(given), rulebook, TODAY)
        if (found.answer === 'yes' || found.answer === 'no')
          expect(found.confirmBy).toEqual(['screener', 'second-screener'])
        for (const { citation } of [...found.fired, ...found.against]) {
          expect(rulebook.instruments.has(citation.instrument)).toBe(true)
        }
      }),
    )
  })
})

/** What fires a signal whose fact is no yes or no. */
const FIRING: Readonly<Record<string, string | number>> = {
  'situation.suppliesDays': 2,
  'wages.monthsUnpaid': 3,
  'documents.passportHeldBy': 'employer',
  'detention.deportationOn': '2026-12-01',
}

/** What denies it. A day that nobody gives is left out. */
const DENIED: Readonly<Record<string, string | number>> = {
  'situation.suppliesDays': 30,
  'person.born': '1980-01-01',
  'wages.monthsUnpaid': 0,
  'documents.passportHeldBy': 'self',
  'detention.deportationOn': 'not-asked',
}

describe('urgency', () => {
  const worse = fc.constantFrom(
    ...CASE_SIGNALS.map((each) => [each.fact, FIRING[each.fact] ?? 'yes'] as const),
    ['situation.danger', 'now'] as const,
    ['situation.story', 'Saya diancam dan disekap.'] as const,
    ['person.born', '2015-01-01'] as const,
  )
  const some = fc.array(worse, { maxLength: 4 }).map((facts) =>
    facts.reduce<Record<string, unknown>>((all, [path, value]) => withFact(all, path, value), {
      situation: { danger: 'no' },
    }),
  )

  it('is never lowered by a worse fact', () => {
    fc.assert(
      fc.property(some, worse, (given, [path, value]) => {
        const before = urgency(given)
        const after = urgency(withFact(given, path, value))
        if (!isUrgency(before as string)) return
        expect(urgencyRank(after as never)).toBeLessThanOrEqual(urgencyRank(before as never))
      }),
    )
  })

  it('is never lower for what nobody knows than for what was denied', () => {
    fc.assert(
      fc.property(some, worse, (given, [path]) => {
        if (path === 'situation.story') return
        const denied = urgency(
          withFact(given, path, path === 'situation.danger' ? 'no' : undefinedAsNo(path)),
        )
        const open = urgency(withFact(given, path, 'unknown'))
        expect(urgencyRank(open as never)).toBeLessThanOrEqual(urgencyRank(denied as never))
      }),
    )
  })

  function undefinedAsNo(path: string): unknown {
    return Object.hasOwn(DENIED, path) ? DENIED[path] : 'no'
  }
})

describe('every question', () => {
  it.each(Object.keys(QUESTIONS))('answers %s from nothing without inventing anything', (question) => {
    const found = conclude(question as keyof typeof QUESTIONS, {}, rulebook, TODAY)
    expect(['not-enough-facts', 'unclear']).toContain(found.answer)
    expect(found.missing[0]).toBe('asOf')
    expect(Object.keys(found)).toEqual([
      'question',
      'asOf',
      'answer',
      'fired',
      'against',
      'missing',
      'nextQuestions',
      'confirmBy',
    ])
    expect(knownOf(found.asOf)).toBe(TODAY)
  })
})
