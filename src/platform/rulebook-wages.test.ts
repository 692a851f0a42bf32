// Properties of the wage sheet that no list of cases can show.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { canonicalSheet } from '#src/domain/rulebook/wages/canonical.ts'
import { partsOf } from '#src/domain/rulebook/wages/span.ts'
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import { loadRulebook, loadRulebookTexts } from './rulebook.ts'

const DAY = fc
  .record({
    year: fc.integer({ min: 2010, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    form: fc.constantFrom('year', 'month', 'day', 'about'),
  })
  .map(({ year, month, day, form }) => {
    const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
    if (form === 'year') return partialDateOf(String(year))
    if (form === 'month') return partialDateOf(`${year}-${m}`)
    return partialDateOf(`${year}-${m}-${d}${form === 'about' ? '~' : ''}`)
  })
const MYR = fc.integer({ min: 0, max: 10_000_00 }).map((cents) => ({ amount: cents / 100, currency: 'MYR' }))
const YES_NO = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
const PAYMENTS = fc.array(
  fc.record({
    on: DAY,
    amount: MYR,
    to: fc.constantFrom('worker' as const, 'family' as const, 'agency' as const),
  }),
  { maxLength: 5 },
)
const DEDUCTIONS = fc.array(fc.record({ kind: fc.constant('fine' as const), amount: MYR, lawful: YES_NO }), {
  maxLength: 4,
})
const FACTS: fc.Arbitrary<Facts> = fc.record({
  migration: fc.record({ destination: fc.constantFrom('MY', 'HK', 'SG', 'AE') }),
  work: fc.record({ sector: fc.constantFrom('domestic-work' as const, 'plantation' as const) }),
  wages: fc.record({
    from: DAY,
    until: DAY,
    agreedMonthly: MYR,
    payments: PAYMENTS,
    deductions: DEDUCTIONS,
    restDaysWorkedPerMonth: fc.integer({ min: 0, max: 8 }),
  }),
})

function sheet(facts: Facts): WagesAnswer {
  const { answer } = concludeWages(facts, loadRulebook(), '2026-03-01')
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

function agreed(facts: Facts) {
  const total = sheet(facts).scenarios.find((each) => each.basis === 'agreed')?.total
  if (!total) throw new Error('no total')
  return total
}

describe('the wage sheet', () => {
  it('carries whole numbers, the least never above the most, and never less than nothing', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        for (const { total } of sheet(facts).scenarios) {
          if (total === null) continue
          expect(Number.isSafeInteger(total.min) && Number.isSafeInteger(total.max)).toBe(true)
          expect(total.min).toBeGreaterThanOrEqual(0)
          expect(total.min).toBeLessThanOrEqual(total.max)
        }
      }),
    )
  })

  it('comes out the same when a second officer enters the same facts in another order', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { wages } = facts
        const other: Facts = {
          ...facts,
          wages: {
            ...wages,
            payments: [...(wages?.payments ?? [])].reverse(),
            deductions: [...(wages?.deductions ?? [])].reverse(),
          },
        }
        const [first, second] = [sheet(facts), sheet(other)]
        expect(canonicalSheet(second)).toBe(canonicalSheet(first))
        expect(second.check).toBe(first.check)
      }),
    )
  })

  it('adds up: each total is the sum of its own lines, unless it ends at zero', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        for (const { lines, total } of sheet(facts).scenarios) {
          if (total === null) continue
          const sum = (side: 'min' | 'max') =>
            lines.reduce((all, line) => all + (line.amount?.[side] ?? 0), 0)
          expect(total).toEqual({ min: Math.max(0, sum('min')), max: Math.max(0, sum('max')) })
        }
      }),
    )
  })

  it('never rises by a payment, and an unknown lawfulness lies between yes and no', () => {
    fc.assert(
      fc.property(FACTS, MYR, (facts, amount) => {
        const paidMore: Facts = {
          ...facts,
          wages: { ...facts.wages, payments: [...(facts.wages?.payments ?? []), { amount, to: 'worker' }] },
        }
        expect(agreed(paidMore).max).toBeLessThanOrEqual(agreed(facts).max)
        const deducted = (lawful: 'yes' | 'no' | 'unknown') =>
          agreed({ ...facts, wages: { ...facts.wages, deductions: [{ kind: 'fine', amount, lawful }] } })
        const [yes, no, open] = [deducted('yes'), deducted('no'), deducted('unknown')]
        expect(open).toEqual({ min: yes.min, max: no.max })
      }),
    )
  })

  it('grows with the time: one day more is never less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 700 }), (day, days) => {
        const from = `2019-01-${String(day).padStart(2, '0')}`
        const at = (count: number) => new Date(Date.UTC(2019, 0, day + count)).toISOString().slice(0, 10)
        const [shorter, longer] = [partsOf({ from, until: at(days) }), partsOf({ from, until: at(days + 1) })]
        expect(longer).toBeGreaterThanOrEqual(shorter)
        expect(longer - shorter).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('never takes a published settlement into a total', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { comparisons, scenarios } = sheet(facts)
        const figures = new Set(comparisons?.cases.map((each) => each.total))
        for (const { lines } of scenarios)
          for (const { rate } of lines) expect(figures.has(rate ?? -1)).toBe(false)
      }),
    )
  })

  it('sums a crew to its group and its agents', () => {
    const MEMBER = fc.record({
      code: fc.constantFrom('A', 'B', 'C', 'D'),
      agent: fc.constantFrom('x', 'y'),
      from: DAY,
      until: DAY,
      monthly: MYR,
      paid: MYR,
      deducted: MYR,
      deductionLawful: YES_NO,
    })
    fc.assert(
      fc.property(fc.array(MEMBER, { minLength: 1, maxLength: 8 }), (crew) => {
        const found = sheet({ wages: { crew } }).crew
        const sum = (side: 'min' | 'max') =>
          (found?.sheets ?? []).reduce((all, each) => all + (each.total?.[side] ?? 0), 0)
        expect(found?.group[0]?.total).toEqual({ min: sum('min'), max: sum('max') })
        const agents = (side: 'min' | 'max') =>
          (found?.byAgent ?? []).reduce((all, each) => all + each.total[side], 0)
        expect(found?.group[0]?.total).toEqual({ min: agents('min'), max: agents('max') })
      }),
    )
  })
})

describe('the chapter on wages', () => {
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === 'wages')

  it('cites each floor, cap, limit and multiple by a rule of the same name and the same days', () => {
    const rules = new Map(chapter?.rules.map((each) => [each.id, each.versions]))
    for (const { id, versions } of chapter?.parameters ?? []) {
      const cited = rules.get(id)
      if (cited === undefined) continue
      expect(
        versions.map(({ amount: _amount, reason: _reason, ...citation }) => citation),
        id,
      ).toEqual(cited)
    }
  })

  it('has every rule and parameter that its tables name', () => {
    const rules = new Set(chapter?.rules.map((each) => each.id))
    const parameters = new Set(chapter?.parameters.map((each) => each.id))
    const rows = Object.entries(chapter?.tables ?? {}).filter(([name]) => name !== 'labels')
    for (const [, list] of rows)
      for (const row of list as readonly Readonly<Record<string, string>>[]) {
        if (row['rule'] ?? row['silent']) expect(rules).toContain(row['rule'] ?? row['silent'])
        else expect(parameters).toContain(row['parameter'])
      }
  })
})
