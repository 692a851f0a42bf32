import { describe, expect, it } from 'vitest'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { Facts } from '../facts/facts.ts'
import { concludePlacementCost } from './placement-cost.ts'
import { refundLetterOf } from './refund-letter.ts'

type Items = NonNullable<NonNullable<Facts['cost']>['items']>
const IDR = (amount: number) => ({ amount, currency: 'IDR' })

function letter(items: Items, more: NonNullable<Facts['cost']> = {}) {
  const facts: Facts = { migration: { destination: 'MY' }, cost: { items, ...more } }
  return refundLetterOf(concludePlacementCost(facts, loadRulebook(), '2026-11-20'), 'IDR')
}

describe('the refund letter of a person', () => {
  it('asks back what was paid and may not be asked, less what came back, with the law and not the doubt', () => {
    const made = letter(
      [
        { item: 'agency-fee', amount: IDR(5_000_000), paid: 'yes' },
        { item: 'passport-first', amount: IDR(350_000), paid: 'yes' },
        { item: 'training', amount: IDR(900_000), paid: 'no' },
      ],
      { refunded: IDR(1_000_000) },
    )
    expect(made).toMatchObject({ demand: 4_000_000, paid: 'yes', open: 'whole' })
    expect(made?.items).toEqual([{ item: 'agency-fee', amount: IDR(5_000_000) }])
    expect(made?.law.map((each) => each.rule)).toEqual(['cost.ban', 'refund.claim'])
    expect(made?.doubt.map((each) => each.rule)).toEqual(['cost.shift-2025'])
  })

  it('names no sum while nobody said that it was paid', () => {
    expect(letter([{ item: 'agency-fee', amount: IDR(5_000_000) }])).toMatchObject({
      demand: null,
      paid: 'unknown',
    })
  })

  it('says that a sum is not all of it when an amount is missing', () => {
    expect(
      letter([
        { item: 'agency-fee', amount: IDR(5_000_000), paid: 'yes' },
        { item: 'training', paid: 'yes' },
      ]),
    ).toMatchObject({ demand: 5_000_000, open: 'open' })
  })

  it('is not made of nothing, of what was not paid, nor of a cost that is unclear', () => {
    expect(letter([])).toBeUndefined()
    expect(letter([{ item: 'agency-fee', amount: IDR(5), paid: 'no' }])).toBeUndefined()
    expect(letter([{ item: 'passport-first', amount: IDR(5), paid: 'yes' }])).toBeUndefined()
  })
})
