import { describe, expect, it } from 'vitest'
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import { QUESTIONS } from '#src/domain/rulebook/questions.ts'
import { runCommandLine } from './cli.ts'

async function payung(stdin: string, ...words: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(words, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    progress: () => {},
    env: {},
    stdin: () => Promise.resolve(stdin),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('payung conclude', () => {
  it('prints a conclusion and ends well, also when it is unclear', async () => {
    const facts = { asOf: '2026-03-01', person: { category: 'child' } }
    const { code, out } = await payung(JSON.stringify(facts), 'conclude', 'trafficking')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      question: 'trafficking',
      asOf: '2026-03-01',
      answer: 'not-enough-facts',
    })
  })

  it('answers everything at once, keyed by question', async () => {
    const { code, out } = await payung('{}', 'conclude', 'all')
    expect(code).toBe(0)
    const all = JSON.parse(out) as Readonly<Record<string, Conclusion>>
    expect(Object.keys(all).sort()).toEqual(Object.keys(QUESTIONS).sort())
    for (const [question, conclusion] of Object.entries(all)) expect(conclusion.question).toBe(question)
  })

  it.each([
    ['{"colour":"red"}', 'colour: unknown-fact'],
    ['{"asOf":"2026-02-30"}', 'asOf: impossible-date'],
    ['{"costs":{}}', 'costs: unknown-fact'],
    ['{"cost":{"loan":{"amount":-1,"currency":"IDR"}}}', 'cost.loan.amount: negative-amount'],
    ['{"work":{"hoursPerDay":-3}}', 'work.hoursPerDay: negative-amount'],
    ['', 'The facts are not JSON.'],
    ['[]', '(facts): not-an-object'],
  ])('ends with 2 on %s and names the field', async (facts, message) => {
    for (const question of ['trafficking', 'all'])
      expect(await payung(facts, 'conclude', question)).toEqual({ code: 2, out: '', err: message })
  })

  it('ends with 2 on a question that nobody knows', async () => {
    expect((await payung('{}', 'conclude', 'weather')).code).toBe(2)
    expect((await payung('{}', 'conclude')).err).toContain('trafficking')
  })

  it('prints the schema of facts', async () => {
    const { code, out } = await payung('', 'conclude', '--schema')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ type: 'object', additionalProperties: false })
  })
})
