// Whatever the schema lets in, every question answers: nothing throws, every line has its citation, every question
// it asks back is a fact of the schema, and the order of facts and lists changes no answer.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concludeAll } from '#src/domain/rulebook/conclude.ts'
import type { Plain } from '#src/domain/rulebook/conclusion.ts'
import type { Field, Fields } from '#src/domain/rulebook/facts/facts-kit.ts'
import { FACTS, type Facts } from '#src/domain/rulebook/facts/facts.ts'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { loadRulebook } from './rulebook.ts'

const rulebook = loadRulebook()
const TODAY = '2026-11-21'
const NOT_KNOWN = fc.constantFrom('unknown', 'not-asked')

const dates = fc.oneof(
  fc.integer({ min: 1950, max: 2035 }).map(String),
  fc.constantFrom(
    '2023-02-22',
    '2025-12',
    '2019-04~',
    '2019-04/2020-05',
    '2026-01-02',
    '2008-11-21',
    '2024-02-29',
  ),
)
const money = fc.record({
  amount: fc.oneof(fc.nat(100_000_000), fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })),
  currency: fc.constantFrom('IDR', 'MYR', 'HKD', 'USD'),
})

function anyOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'group':
      return anyGroup(field.fields)
    case 'list':
      return fc.array(anyGroup(field.fields), { maxLength: 3 })
    case 'yes-no':
      return fc.constantFrom('yes', 'no', 'unknown', 'not-asked')
    case 'indicator':
      return fc.oneof(
        fc.constantFrom('yes', 'no', 'unknown', 'not-asked'),
        fc.constant({ answer: 'yes', evidence: ['a'], contrary: ['b'] }),
      )
    case 'code':
      return fc.oneof(fc.constantFrom(...field.codes), NOT_KNOWN)
    case 'codes':
      return fc.oneof(fc.uniqueArray(fc.constantFrom(...field.codes), { maxLength: 4 }), NOT_KNOWN)
    case 'date':
      return fc.oneof(dates, NOT_KNOWN)
    case 'instant':
      return fc.constantFrom('2026-11-21T08:00:00+07:00', '2024-02-29T23:59:59Z', 'unknown')
    case 'number':
      return fc.oneof(fc.nat(Math.min(field.max ?? 5_000, 5_000)), fc.constant(0), NOT_KNOWN)
    case 'money':
      return fc.oneof(money, NOT_KNOWN)
    case 'country':
      return fc.constantFrom('MY', 'HK', 'TW', 'SA', 'ID', 'KR', 'SG', 'FJ', 'unknown')
    case 'zone':
      return fc.constantFrom('Asia/Jakarta', 'Asia/Riyadh', 'unknown')
    case 'currency':
      return fc.constantFrom('MYR', 'IDR', 'unknown')
    case 'text':
      return fc
        .constantFrom('Saya diancam.', 'MYR', 'PT Contoh', '', 'IDR')
        .map((each) => each.slice(0, field.max))
  }
}

function anyGroup(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const all = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyOf(field)]))
  return fc.record(all, { requiredKeys: [] })
}

const anyFacts = anyGroup(FACTS.fields)

/** Every path of the schema; items of a list have a number in its place. */
function isPath(path: string): boolean {
  let fields: Fields | undefined = FACTS.fields
  let field: Field | undefined
  for (const name of path.split('.')) {
    if (field?.kind === 'list' && /^\d+$/.test(name)) continue
    if (field?.kind === 'money' && (name === 'amount' || name === 'currency')) continue
    if (fields === undefined || !Object.hasOwn(fields, name)) return false
    field = fields[name]
    fields = field?.kind === 'group' || field?.kind === 'list' ? field.fields : undefined
  }
  return true
}

function read(given: unknown): Facts {
  const facts = readFacts(given)
  if (facts.kind === 'facts') return facts.facts
  // Random days are seldom in order. The functions must stand even those that the door refuses.
  const others = facts.faults.filter(({ code }) => code !== 'impossible-order')
  if (others.length > 0) throw new Error(JSON.stringify(others))
  return given as Facts
}

/** Keys the other way round; lists stay, because a list may be numbered in an answer. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, turned(each)])
      .reverse(),
  )
}

describe('any facts that the schema allows', () => {
  it('get an answer to every question, each line with its citation and each path from the schema', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const found of Object.values(concludeAll(read(given), rulebook, TODAY))) {
          expect(JSON.parse(JSON.stringify(found.answer)) as Plain).not.toBeUndefined()
          for (const { rule, facts, citation } of [...found.fired, ...found.against]) {
            expect([rule, rulebook.instruments.has(citation.instrument)]).toEqual([rule, true])
            for (const { fact } of facts)
              expect([found.question, rule, fact, isPath(fact)]).toEqual([found.question, rule, fact, true])
          }
          for (const path of [...found.missing, ...found.nextQuestions.map((each) => each.fact)])
            expect([found.question, path, isPath(path)]).toEqual([found.question, path, true])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('get the same answers whatever the order of the facts', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const one = concludeAll(read(given), rulebook, TODAY)
        const other = concludeAll(read(turned(given)), rulebook, TODAY)
        expect(other).toEqual(one)
      }),
      { numRuns: 50 },
    )
  })
})
