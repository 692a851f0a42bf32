import { describe, expect, it } from 'vitest'
import { COST_ITEMS } from '#src/domain/rulebook/facts/work-facts.ts'
import { OCCUPATIONS } from '#src/domain/rulebook/facts/person-facts.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { concludePlacementCost } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import { loadRulebook } from './rulebook.ts'

const DAYS = ['2016-01-01', '2017-11-22', '2020-06-01', '2021-06-01', '2022-07-01', '2025-09-01'] as const
const COUNTRIES = ['MY', 'HK', 'TW', 'SG', 'AE', 'JP', 'ZZ'] as const

function answerTo(facts: Facts, asOf: string) {
  const { answer } = concludePlacementCost(facts, loadRulebook(), asOf)
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

describe('placement cost', () => {
  it('knows every thing that money can be asked for, and always says why', () => {
    for (const day of DAYS)
      for (const destination of COUNTRIES)
        for (const item of COST_ITEMS) {
          const [judged] = answerTo({ cost: { items: [{ item }] }, migration: { destination } }, day).items
          expect(judged?.item).toBe(item)
          expect(judged?.because.length).toBeGreaterThan(0)
        }
  })

  it('lets a cost fall on the worker only where a rule that was read says so', () => {
    for (const day of DAYS)
      for (const occupation of OCCUPATIONS)
        for (const item of COST_ITEMS) {
          const [judged] = answerTo({ cost: { items: [{ item }] }, work: { occupation } }, day).items
          if (judged?.mayCharge === 'may-be') expect(judged.because).toEqual(['cost.own-needs-2020'])
        }
  })

  it('never calls a debt less dangerous because more of the wage goes into it', () => {
    const rank = { 'none-known': 0, watch: 1, red: 2 } as const
    const pay = { amount: 1000, currency: 'IDR' }
    const levels = Array.from({ length: 120 }, (_none, at) => {
      const loanMonthly = { amount: at * 10, currency: 'IDR' }
      return rank[answerTo({ cost: { loanMonthly, monthlyPay: pay } }, '2024-01-01').debt.level]
    })
    expect([...levels].sort((a, b) => a - b)).toEqual(levels)
  })
})
