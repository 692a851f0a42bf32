import { describe, expect, it } from 'vitest'
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { countIn, countOf, differencesOf, keptValues, typedIn } from './wage-counts.ts'
import { factsIn, fieldOf } from './wage-facts.ts'
import { shownRows } from './wage-rows.ts'
import { formWith } from './wage.fixture.tsx'

const CREW = {
  currency: 'USD',
  from: '2023-01-01',
  until: '2023-12-31',
  'crew-1-code': 'A1',
  'crew-1-agent': 'P',
  'crew-1-monthly': '450',
  'crew-1-paid': '1000',
  'crew-3-code': 'A3',
  'crew-3-monthly': '400',
  'crew-3-until': '2023-06-30',
}

function count(values: Readonly<Record<string, string>>, staffId: string) {
  const read = factsIn(formWith(values), 'TW')
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  const { answer } = concludeWages(read.facts, loadRulebook(), '2024-06-01')
  if (typeof answer === 'string') throw new Error(answer)
  return { answer, count: countOf(answer, { staffId, name: staffId, at: '2026-11-20T04:00:00.000Z' }) }
}

describe('lines that come several times', () => {
  it('become one member of the crew each; empty lines are left out and stand ready', () => {
    const read = factsIn(formWith(CREW), 'TW')
    expect(read.kind === 'facts' && read.facts.wages?.crew).toEqual([
      {
        code: 'A1',
        agent: 'P',
        monthly: { amount: 450, currency: 'USD' },
        paid: { amount: 1000, currency: 'USD' },
      },
      { code: 'A3', monthly: { amount: 400, currency: 'USD' }, until: '2023-06-30' },
    ])
    expect(shownRows({ values: CREW, problems: [] }, 'crew')).toEqual([1, 2, 3, 4, 5, 6])
    expect(shownRows({ values: {}, problems: [] }, 'pay')).toEqual([1, 2])
  })

  it('become payments with their day and deductions with their reason', () => {
    const typed = {
      currency: 'MYR',
      'pay-2-on': '2019-04~',
      'pay-2-amount': '300',
      'pay-2-to': 'family',
      'cut-1-kind': 'placement-debt',
      'cut-1-amount': '200',
      'cut-1-months': '6',
      'cut-1-lawful': 'no',
    }
    const read = factsIn(formWith(typed), 'MY')
    expect(read.kind === 'facts' && read.facts.wages).toMatchObject({
      payments: [{ on: '2019-04~', amount: { amount: 300, currency: 'MYR' }, to: 'family' }],
      deductions: [
        { kind: 'placement-debt', amount: { amount: 200, currency: 'MYR' }, months: 6, lawful: 'no' },
      ],
    })
  })

  it.each([
    [{ 'crew-4-monthly': 'x' }, 'crew-4-monthly'],
    [{ 'crew-2-code': 'A', 'crew-5-until': '2023-02-31' }, 'crew-5-until'],
    [{ 'pay-3-amount': '-1' }, 'pay-3-amount'],
    [{ 'pay-1-on': '2023-13' }, 'pay-1-on'],
    [{ 'cut-2-amount': '-1' }, 'cut-2-amount'],
    [{ paidOther: '-1' }, 'paidOther'],
    [{ paidWorker: '1', 'pay-1-amount': '1' }, 'paidWorker'],
    [{ deductedUnclear: '1', 'cut-1-amount': '1' }, 'deductedLawful'],
  ])('%j points its fault at %s', (values, field) => {
    const typed = formWith({ currency: 'USD', ...values })
    const read = factsIn(typed, 'TW')
    expect(read.kind === 'faults' && read.faults.map((each) => fieldOf(each.field, typed))).toContain(field)
  })
})

describe('a second count', () => {
  const first = count(CREW, 'a')

  it('counts each of the crew, and the group', () => {
    expect(first.answer.crew?.sheets.map(({ code, total }) => [code, total?.min])).toEqual([
      ['A1', 440_000],
      ['A3', 240_000],
    ])
    expect(first.count.totals).toContainEqual({
      basis: 'crew',
      currency: 'USD',
      decimals: 2,
      min: 680_000,
      max: 680_000,
    })
  })

  it('agrees when the total is the same, and says the difference when it is not', () => {
    expect(differencesOf(first.count, count(CREW, 'b').count)).toEqual([])
    const other = count({ ...CREW, 'crew-3-paid': '100' }, 'b').count
    expect(differencesOf(first.count, other)).toMatchObject([
      { basis: 'crew', first: { min: 680_000 }, second: { min: 670_000 } },
    ])
  })

  it('by a colleague stands beside the first sheet and never changes it', () => {
    const typed = { currency: ['USD'], from: ['2023'] }
    const kept = keptValues(undefined, typed, first.count)
    const second = keptValues(kept, { currency: ['MYR'] }, count(CREW, 'b').count)
    expect(typedIn(second)).toEqual(typed)
    expect([countIn(second, 'first')?.staffId, countIn(second, 'second')?.staffId]).toEqual(['a', 'b'])
  })

  it('falls away when the first officer counts anew', () => {
    const kept = keptValues(undefined, {}, first.count)
    const both = keptValues(kept, {}, count(CREW, 'b').count)
    const again = keptValues(both, { months: ['3'] }, first.count)
    expect([typedIn(again), countIn(again, 'second')]).toEqual([{ months: ['3'] }, undefined])
  })

  it('leaves the agreed sum for the restitution sheet', () => {
    const agreed = count({ currency: 'MYR', from: '2020-01-01', until: '2020-03-31', agreed: '700' }, 'a')
    expect(keptValues(undefined, {}, agreed.count)).toMatchObject({
      agreedTotal: ['2100.00'],
      agreedCurrency: ['MYR'],
    })
  })
})
