import { describe, expect, it } from 'vitest'
import { checkItem, dueDayOf, fieldsOf, ITEM_KINDS } from './items.ts'

const TODAY = '2026-11-21'
const SOURCE = { citation: 'Berita contoh', url: 'https://contoh.example/berita', confidence: 'secondary' }
const DUTY = {
  whatId: 'Gaji dibayar lewat bank.',
  owedBy: 'employer',
  owedTo: 'worker',
  responsible: 'mission',
  checkOn: '2027-01-10',
  state: 'unclear',
  ...SOURCE,
}
const problems = (...given: Parameters<typeof checkItem>) => {
  const checked = checkItem(...given)
  return checked.kind === 'fine' ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`)
}

describe('a duty', () => {
  it('has who owes, who answers for it, a check day, a state and a source', () => {
    expect(problems('duty', {}, TODAY)).toEqual(
      ['whatId', 'owedBy', 'owedTo', 'responsible', 'checkOn', 'state', 'citation', 'confidence'].map(
        (path) => `${path} text.missing`,
      ),
    )
    expect(checkItem('duty', DUTY, TODAY)).toMatchObject({
      kind: 'fine',
      content: { whatId: 'Gaji dibayar lewat bank.', whatEn: null, article: null },
    })
  })
  it('refuses codes, days, addresses and articles that are none', () => {
    const bad = { ...DUTY, state: 'perhaps', checkOn: '2027-01', url: 'javascript:1', article: '?!' }
    expect(problems('duty', bad, TODAY)).toEqual([
      'article article.wrong',
      'checkOn date.wrong',
      'state code.wrong',
      'url url.wrong',
    ])
  })
  it('comes back on its check day', () => {
    expect(dueDayOf('duty', DUTY)).toBe('2027-01-10')
    expect(dueDayOf('meeting', { nextOn: null })).toBeNull()
    expect(dueDayOf('breach', { noticed: '2022-07-13' })).toBeNull()
  })
})

it('a breach needs evidence, and its steps in order, none of them to come', () => {
  const breach = { whatId: 'Kanal lain dipakai.', ...SOURCE }
  expect(problems('breach', { ...breach, protested: '2022-07-13', answered: '2022-07' }, TODAY)).toEqual([])
  expect(
    problems('breach', { ...breach, citation: '', protested: '2022-07-13', mended: '2022-06' }, TODAY),
  ).toEqual(['citation text.missing', 'mended breach.out-of-order'])
  expect(problems('breach', { ...breach, mended: '2027' }, TODAY)).toEqual(['mended date.future'])
})

it('a cost is an amount in one currency, on a day, paid by somebody, with a source', () => {
  const cost = {
    itemId: 'Sidang',
    amount: '1.500,50',
    currency: 'myr',
    on: '2026-05',
    payer: 'KP2MI',
    ...SOURCE,
  }
  expect(checkItem('cost', cost, TODAY)).toMatchObject({ content: { amount: '1500.50', currency: 'MYR' } })
  expect(problems('cost', { ...cost, amount: 'RM 5', currency: 'ringgit' }, TODAY)).toEqual([
    'amount amount.wrong',
    'currency currency.wrong',
  ])
})

it('every kind asks for its source', () => {
  for (const kind of ITEM_KINDS)
    expect(fieldsOf(kind).map(([name]) => name)).toEqual(expect.arrayContaining(['citation', 'confidence']))
})
