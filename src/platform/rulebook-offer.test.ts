import { describe, expect, it } from 'vitest'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { concludeOffer } from '#src/domain/rulebook/offer/offer.ts'
import { loadDemoRegister } from './company-register.ts'
import { loadRulebook } from './rulebook.ts'

const RANK = { 'nothing-seen': 0, 'ask-first': 1, stop: 2 } as const
const CALM = { offer: { by: 'p3mi', contractBeforeDeparture: 'yes', country: 'HK' } } as const
const WORSE: readonly NonNullable<Facts['offer']>[] = [
  { askedToLie: 'yes' },
  { secretRoute: 'yes' },
  { visa: 'none' },
  { visa: 'student' },
  { holdsDocuments: 'yes' },
  { recruitmentPermitShown: 'no' },
  { contractBeforeDeparture: 'no' },
  { deadlinePressure: 'yes' },
  { payFarAboveUsual: 'yes' },
  { companyFoundInRegister: 'no' },
]

function lookoutOf(facts: Facts): number {
  const { answer } = concludeOffer(facts, loadRulebook(), '2026-03-01')
  if (typeof answer === 'string') throw new Error(answer)
  return RANK[answer.lookout]
}

describe('the offer check', () => {
  it('never finds less danger because a worse fact was added', () => {
    for (const first of WORSE)
      for (const second of WORSE) {
        const one = { offer: { ...CALM.offer, ...first } }
        const two = { offer: { ...one.offer, ...second } }
        if (Object.keys(first)[0] !== Object.keys(second)[0])
          expect(lookoutOf(two)).toBeGreaterThanOrEqual(lookoutOf(one))
      }
  })

  it('says beside every answer that it never means safe', () => {
    for (const offer of [CALM.offer, ...WORSE])
      expect(concludeOffer({ offer }, loadRulebook(), '2026-03-01').fired.map((each) => each.rule)).toContain(
        'never-safe',
      )
  })

  it('reads the fictional register of the demonstration', async () => {
    const { companies } = await loadDemoRegister()
    expect(companies.length).toBe(6)
    expect(companies.every((each) => each.licence.startsWith('DEMO-'))).toBe(true)
  })
})
