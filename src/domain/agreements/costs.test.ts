import { describe, expect, it } from 'vitest'
import { amountOf, sumByCurrency } from './costs.ts'

describe('the costs of an agreement', () => {
  it('are added within a currency and never across', () => {
    expect(
      sumByCurrency([
        { amount: '1000', currency: 'MYR' },
        { amount: '250.50', currency: 'IDR' },
        { amount: '0.75', currency: 'MYR' },
        { amount: '0.5', currency: 'IDR' },
      ]),
    ).toEqual([
      { currency: 'IDR', amount: '251' },
      { currency: 'MYR', amount: '1000.75' },
    ])
    expect(sumByCurrency([])).toEqual([])
  })
  it('are exact where floating numbers are not', () => {
    const entries = Array.from({ length: 10 }, () => ({ amount: '0.10', currency: 'USD' }))
    expect(sumByCurrency(entries)).toEqual([{ currency: 'USD', amount: '1' }])
    expect(sumByCurrency([{ amount: '9999999999999.99', currency: 'IDR' }])[0]?.amount).toBe(
      '9999999999999.99',
    )
  })
  it('are read as people write them here and elsewhere', () => {
    const said = ['15000', '15.000', '15,000.50', '1.500.000,5', '0', '007']
    expect(said.map(amountOf)).toEqual(['15000', '15000', '15000.50', '1500000.50', '0', '7'])
  })
  it('are refused when they are no amount', () => {
    for (const text of ['', '-5', 'RM 5', '1.2.3', '1,00,000', '123456789012345'])
      expect(amountOf(text)).toBeUndefined()
  })
})
