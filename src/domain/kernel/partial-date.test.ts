import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  comparePartialDates,
  earliestDay,
  isExactDay,
  isImpossible,
  latestDay,
  liesAfter,
  orderOf,
  parsePartialDate,
  partialDateOf,
  type PartialDate,
} from './partial-date.ts'

const two = (value: number) => String(value).padStart(2, '0')
const dates: fc.Arbitrary<PartialDate> = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('year', 'month', 'day'),
    fc.constantFrom('', '~'),
  )
  .map(([y, m, d, precision, about]) => {
    const text =
      precision === 'year' ? `${y}` : precision === 'month' ? `${y}-${two(m)}` : `${y}-${two(m)}-${two(d)}`
    return partialDateOf(text + about)
  })

describe('partial date', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2019-04', '2019-04-01', '2019-04-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-04-12', '2019-04-12', '2019-04-12'],
    ['2019-04~', '2019-03-01', '2019-05-31'],
    ['2019-01~', '2018-12-01', '2019-02-28'],
    ['2019-12~', '2019-11-01', '2020-01-31'],
    ['2019~', '2018-01-01', '2020-12-31'],
    ['2019-01-05~', '2018-12-21', '2019-01-20'],
    ['2019-04/2019-05', '2019-04-01', '2019-05-31'],
    ['2019/2021-06', '2019-01-01', '2021-06-30'],
  ])('reads %s as %s to %s', (text, first, last) => {
    const date = partialDateOf(text)
    expect([earliestDay(date), latestDay(date)]).toEqual([first, last])
  })

  it.each([
    '',
    '19',
    '2019-13',
    '2019-02-29',
    '2019-4',
    '0019',
    '2021/2019',
    '2019/2020/2021',
    'kemarin',
    '2019-00',
  ])('refuses %s', (text) => {
    expect(parsePartialDate(text)).toBeUndefined()
  })

  it('knows an exact day from a guess', () => {
    expect(isExactDay(partialDateOf('2019-04-12'))).toBe(true)
    expect(isExactDay(partialDateOf('2019-04-12~'))).toBe(false)
  })

  it('calls an order impossible only when no reading of it is possible', () => {
    expect(isImpossible({ earlier: partialDateOf('2015'), later: partialDateOf('2014') })).toBe(true)
    expect(isImpossible({ earlier: partialDateOf('2015-06'), later: partialDateOf('2015') })).toBe(false)
    expect(liesAfter(partialDateOf('2030'), '2026-11-21')).toBe(true)
    expect(liesAfter(partialDateOf('2026'), '2026-11-21')).toBe(false)
  })

  it('never begins after it ends, and orders both ways alike', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(earliestDay(a) <= latestDay(a)).toBe(true)
        const mirrored = { before: 'after', after: 'before', unclear: 'unclear' } as const
        expect(orderOf(b, a)).toBe(mirrored[orderOf(a, b)])
        expect(Math.sign(comparePartialDates(a, b))).toBe(-Math.sign(comparePartialDates(b, a)) + 0)
      }),
    )
  })

  it('adds days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60000 }), fc.integer({ min: -900, max: 900 }), (offset, days) => {
        const start = new Date(Date.UTC(1930, 0, 1) + offset * 86_400_000)
        const expected = new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10)
        expect(addDays(start.toISOString().slice(0, 10), days)).toBe(expected)
      }),
    )
  })
})
