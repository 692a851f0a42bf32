import { describe, expect, it } from 'vitest'
import { CASE_TYPES } from '#src/domain/cases/case-types.ts'
import { CASE_TYPES_OF_WHAT } from '#src/domain/reports/report.ts'
import { stepsFor, stepsForAll } from '#src/domain/rulebook/steps/standard-steps.ts'
import { checkSteps, loadStandardSteps } from './standard-steps.ts'

const TODAY = '2026-11-21'
const book = loadStandardSteps()
const idsOf = (steps: readonly { readonly id: string }[]) => steps.map((each) => each.id)

describe('standard steps', () => {
  it.each(CASE_TYPES)(
    '%s has three to eight steps, each with who, what, by when and a citation or none',
    (type) => {
      const steps = stepsFor(book, type, 'MY', TODAY)
      expect(steps.length).toBeGreaterThanOrEqual(3)
      expect(steps.length).toBeLessThanOrEqual(8)
      for (const step of steps)
        for (const cited of step.basis)
          expect(cited).toMatchObject({
            instrument: expect.stringMatching(/^[a-z0-9-]+$/),
            article: expect.stringMatching(/\S/),
            source: expect.stringMatching(/\S/),
            confidence: expect.stringMatching(/^(verified|secondary|unverified)$/),
            validFrom: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          })
    },
  )

  it('writes every sentence short enough to be read aloud: 12 words in Indonesian, 16 in English', () => {
    const sentences = [...book.steps, ...book.differences, ...book.can, ...book.cannot, ...book.rights]
    for (const { id, says } of sentences)
      for (const [lang, most] of [
        ['id', 12],
        ['en', 16],
      ] as const)
        for (const sentence of says[lang].split(/[.:?;] */))
          expect(sentence.split(/\s+/).filter(Boolean).length, `${id} ${sentence}`).toBeLessThanOrEqual(most)
  })

  it('never calls a person illegal or a runaway', () => {
    expect(JSON.stringify(book)).not.toMatch(/ilegal|kabur|illegal (worker|migrant)|runaway/i)
  })

  it('gives every plain choice of the report form its case types, so that each has a next step', () => {
    for (const [what, types] of Object.entries(CASE_TYPES_OF_WHAT))
      if (what !== 'lain') expect(stepsForAll(book, types, undefined, TODAY).length, what).toBeGreaterThan(2)
  })

  it('cites the old offence before 2 January 2026 and the code after it, while article 4 stays', () => {
    const before = stepsFor(book, 'TPPO', 'MY', '2026-01-01').find((each) => each.id === 'police-trafficking')
    const after = stepsFor(book, 'TPPO', 'MY', '2026-01-02').find((each) => each.id === 'police-trafficking')
    expect(before?.basis.map((each) => `${each.instrument} ${each.article}`)).toEqual([
      'id-uu-21-2007 Pasal 2',
      'id-uu-21-2007 Pasal 4',
    ])
    expect(after?.basis.map((each) => `${each.instrument} ${each.article}`)).toEqual([
      'id-uu-21-2007 Pasal 4',
      'id-uu-1-2023 Pasal 455',
    ])
  })

  it('shows what the country does differently, and nothing for a country that was not checked', () => {
    const taiwan = stepsFor(book, 'DOCS_WITHHELD', 'TW', TODAY).flatMap((each) => each.differences)
    expect(idsOf(taiwan)).toContain('tw-esa-54-passport')
    expect(stepsFor(book, 'DOCS_WITHHELD', 'FR', TODAY).flatMap((each) => each.differences)).toEqual([])
    expect(stepsFor(book, 'DOCS_WITHHELD', undefined, TODAY).flatMap((each) => each.differences)).toEqual([])
  })

  it('calls a rule unverified before the day on which it was read, and leaves out one not yet in force', () => {
    const passport = (asOf: string, country: string) =>
      stepsFor(book, 'DOCS_WITHHELD', country, asOf)
        .flatMap((each) => each.differences)
        .filter((each) => each.topic === 'passport-keeping')
    expect(passport('2026-11-20', 'TW').map((each) => each.citation.confidence)).toEqual(['unverified'])
    expect(passport(TODAY, 'TW').map((each) => each.citation.confidence)).toEqual(['verified'])
    expect(passport('2022-12-14', 'AE')).toEqual([])
    expect(idsOf(passport('2022-12-15', 'AE'))).toEqual(['ae-passport'])
  })

  it('has no deadline from a law that was not in force that day', () => {
    const kept = (asOf: string) =>
      stepsFor(book, 'OVERCHARGING', undefined, asOf).find((each) => each.id === 'agreement-kept')?.due.kind
    expect(kept('2025-10-07')).toBe('not-checked')
    expect(kept('2025-10-08')).toBe('law')
  })

  it('refuses a case type without steps, a code that leads nowhere, and a citation that is not whole', () => {
    const [first] = book.steps
    if (first === undefined) throw new Error('no step')
    const [cited] = book.steps.flatMap((each) => each.basis)
    if (cited === undefined) throw new Error('no citation')
    const wrong = (change: Partial<typeof book>) => () => checkSteps({ ...book, ...change })
    expect(wrong({ caseTypes: { ...book.caseTypes, TIP: [] } })).toThrow('TIP has 0 steps')
    expect(wrong({ caseTypes: { ...book.caseTypes, TIP: ['a', 'b', 'c'] } })).toThrow('unknown step a')
    expect(
      wrong({ can: [{ id: 'x', says: { id: 'x', en: 'x' }, basis: [{ ...cited, instrument: 'nothing' }] }] }),
    ).toThrow('x cites the unknown instrument nothing')
    expect(wrong({ steps: [...book.steps, first] })).toThrow(`step ${first.id} stands twice`)
    expect(wrong({ steps: [...book.steps, { ...first, id: 'new' }] })).toThrow('step new is never used')
  })

  it('keeps what an embassy does apart from what it does not do, both with the law', () => {
    const articles = (rules: typeof book.can) =>
      rules.flatMap((each) => each.basis.map((cited) => `${cited.instrument} ${cited.article}`))
    expect(articles(book.can)).toContain('id-pp-59-2021 Pasal 18')
    expect(articles(book.can)).toContain('id-uu-37-1999 Pasal 21')
    expect(articles(book.cannot)).toContain('id-uu-18-2017 Pasal 21 ayat (2)')
  })
})
