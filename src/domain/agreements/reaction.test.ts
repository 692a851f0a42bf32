import { describe, expect, it } from 'vitest'
import { partialDateOf } from '../kernel/partial-date.ts'
import { reactionOf, stepsOutOfOrder, type BreachDates } from './reaction.ts'

const NONE: BreachDates = { breach: null, noticed: null, protested: null, answered: null, mended: null }
const on = partialDateOf
const days = (least: number, most = least) => ({ kind: 'days', least, most })
const UNKNOWN = { kind: 'unknown' }

describe('the reaction to a breach', () => {
  it('counts the days between each step and over all of them', () => {
    const reaction = reactionOf({
      breach: on('2022-05-01'),
      noticed: on('2022-06-01'),
      protested: on('2022-07-13'),
      answered: on('2022-07-18'),
      mended: on('2022-08-01'),
    })
    expect(reaction.legs.map(({ span }) => span)).toEqual([days(31), days(42), days(5), days(14)])
    expect(reaction.whole).toEqual(days(92))
    expect(reaction.reached).toBe('mended')
  })
  it('leaves unknown what nobody knows, also over all', () => {
    const reaction = reactionOf({ ...NONE, protested: on('2022-07-13'), answered: on('2022-07-18') })
    expect(reaction.legs.map(({ span }) => span)).toEqual([UNKNOWN, UNKNOWN, days(5), UNKNOWN])
    expect(reaction.whole).toEqual(UNKNOWN)
    expect(reaction.reached).toBe('answered')
    expect(reactionOf(NONE).reached).toBeNull()
  })
  it('gives the fewest and the most days where only a month is known', () => {
    const { legs } = reactionOf({ ...NONE, breach: on('2022-05'), noticed: on('2022-06-10') })
    expect(legs[0]?.span).toEqual(days(10, 40))
  })
  it('notices an answer before the protest, and lets dates of one day and open spans pass', () => {
    expect(stepsOutOfOrder({ ...NONE, protested: on('2022-07-13'), answered: on('2022-07-12') })).toEqual([
      'answered',
    ])
    expect(stepsOutOfOrder({ ...NONE, breach: on('2022'), mended: on('2022-07-12') })).toEqual([])
    expect(stepsOutOfOrder({ ...NONE, noticed: on('2022-07-12'), protested: on('2022-07-12') })).toEqual([])
  })
})
