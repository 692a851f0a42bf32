// Cases written by people who know the field: facts, and what the rulebook must conclude from them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conclude, isQuestionName } from '#src/domain/rulebook/conclude.ts'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { QUESTIONS } from '#src/domain/rulebook/questions.ts'
import { loadRulebook } from './rulebook.ts'

const FOLDER = join(import.meta.dirname, '../../test/expert')
const FEWEST = 12
const Case = z.strictObject({
  title: z.string().min(5),
  asOf: z.string(),
  facts: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    answer: z.unknown().optional(),
    fired: z.array(z.string()).optional(),
    notFired: z.array(z.string()).optional(),
    against: z.array(z.string()).optional(),
    citations: z
      .array(z.strictObject({ rule: z.string(), instrument: z.string(), article: z.string() }))
      .optional(),
    missing: z.array(z.string()).optional(),
    nextQuestions: z.array(z.string()).optional(),
    confirmBy: z.array(z.string()).optional(),
  }),
})
type ExpertCase = z.infer<typeof Case>

function casesOf(question: string): readonly ExpertCase[] {
  const folder = join(FOLDER, question)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const read: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return z.array(Case).parse(Array.isArray(read) ? read : [read])
    })
}

function concludeFor(question: string, facts: Readonly<Record<string, unknown>>) {
  const read = readFacts(facts)
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  if (!isQuestionName(question)) throw new Error(`no such question: ${question}`)
  return conclude(question, read.facts, loadRulebook(), '2026-11-21')
}

/** The same facts in another order, lists included. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, turned(each)])
      .reverse(),
  )
}

describe.each(Object.keys(QUESTIONS))('experts on %s', (question) => {
  const cases = casesOf(question)

  it(`wrote at least ${FEWEST} cases`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(FEWEST)
  })

  it.each(cases.map((each) => [each.title, each] as const))(
    '%s',
    (_title, { asOf, facts, expect: wanted }) => {
      const found = concludeFor(question, { asOf, ...facts })
      const fired = found.fired.map((entry) => entry.rule)
      if (wanted.answer !== undefined)
        if (typeof wanted.answer === 'object' && !Array.isArray(wanted.answer))
          expect(found.answer).toMatchObject(wanted.answer as object)
        else expect(found.answer).toEqual(wanted.answer)
      expect(fired).toEqual(expect.arrayContaining(wanted.fired ?? []))
      for (const rule of wanted.notFired ?? []) expect(fired).not.toContain(rule)
      expect(found.against.map((entry) => entry.rule)).toEqual(expect.arrayContaining(wanted.against ?? []))
      const cited = [...found.fired, ...found.against].map(({ rule, citation }) => ({
        rule,
        instrument: citation.instrument,
        article: citation.article,
      }))
      expect(cited).toEqual(expect.arrayContaining(wanted.citations ?? []))
      expect(found.missing).toEqual(expect.arrayContaining(wanted.missing ?? []))
      expect(found.nextQuestions.map((each) => each.fact)).toEqual(
        expect.arrayContaining(wanted.nextQuestions ?? []),
      )
      if (wanted.confirmBy) expect(found.confirmBy).toEqual(wanted.confirmBy)
    },
  )

  it('get the same answer whatever the order of the facts', () => {
    for (const { asOf, facts } of cases) {
      const given = { asOf, ...facts }
      const other = turned(given) as Readonly<Record<string, unknown>>
      expect(concludeFor(question, other).answer).toEqual(concludeFor(question, given).answer)
    }
  })
})
