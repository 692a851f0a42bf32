import { describe, expect, it } from 'vitest'
import { claimDays } from './claim-days.ts'

const CLAIM = { lastDayEarliest: '2027-03-01', lastDayLatest: '2027-03-31' }

describe('the time left to claim', () => {
  it.each([
    ['2027-02-27', 'open', 2],
    ['2027-03-01', 'open', 0],
    ['2027-03-02', 'perhaps-over', 0],
    ['2027-03-31', 'perhaps-over', 0],
    ['2027-04-01', 'over', 0],
  ] as const)('on %s is %s', (today, state, left) => {
    expect(claimDays(CLAIM, today, 'not-claimed')).toEqual({ state, left })
  })

  it('counts over a leap day', () => {
    const claim = { lastDayEarliest: '2028-03-01', lastDayLatest: '2028-03-01' }
    expect(claimDays(claim, '2028-02-28', 'not-claimed').left).toBe(2)
  })

  it('is not known without a day, and no matter once the claim was made', () => {
    const none = { lastDayEarliest: null, lastDayLatest: null }
    expect(claimDays(none, '2027-03-01', 'not-claimed').state).toBe('not-known')
    expect(claimDays(CLAIM, '2030-01-01', 'claimed').state).toBe('claimed')
  })
})
