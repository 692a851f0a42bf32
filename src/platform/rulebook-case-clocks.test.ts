import { describe, expect, it } from 'vitest'
import { loadRulebook } from './rulebook.ts'
import { clocksOf, type ClockMoment } from '#src/domain/rulebook/clocks/case-clocks.ts'

const at = (text: string): Date => new Date(text)
const HOME = { country: 'ID', timeZone: 'Asia/Jakarta' }
const NOW = at('2026-11-20T03:00:00Z')
const moment = (given: Partial<ClockMoment>): ClockMoment => ({
  clock: 'referral-answer',
  startedAt: at('2026-11-18T02:00:00Z'),
  place: HOME,
  urgency: 'tinggi',
  ...given,
})
const one = (given: Partial<ClockMoment>, now = NOW) => clocksOf([moment(given)], loadRulebook(), now)[0]

describe('the clocks of a case', () => {
  it('say that first help to a victim is law, with its article, and count its days', () => {
    const clock = one({ clock: 'victim-first-help', startedAt: at('2026-11-18T02:00:00Z') })
    expect(clock).toMatchObject({ source: 'law', state: 'running', dueAt: '2026-11-25', daysLeft: 5 })
    expect(clock?.citation).toMatchObject({ instrument: 'id-uu-21-2007', article: 'Pasal 53' })
  })

  it('say that the answer to a referral is only our own target', () => {
    const clock = one({})
    expect(clock).toMatchObject({ source: 'internal-target', state: 'missed', daysLeft: -1 })
    expect(clock?.citation.instrument).toBe('payung-targets')
  })

  it('keep two offers of one case apart: each has its urgency and its place', () => {
    const hongKong = { country: 'HK', timeZone: 'Asia/Hong_Kong' }
    const clocks = clocksOf(
      [moment({ urgency: 'sedang', place: hongKong }), moment({ urgency: 'darurat' })],
      loadRulebook(),
      NOW,
    )
    expect(clocks.map((clock) => clock.dueAt)).toEqual([
      '2026-11-18T03:00:00.000Z',
      expect.stringMatching(/^2026-11-2[123]/),
    ])
  })

  it('stand still, are met, or are met late', () => {
    const erasure = { clock: 'rights-erasure', startedAt: at('2026-11-19T02:00:00Z') } as const
    expect(one({ ...erasure, pausedAt: at('2026-11-19T05:00:00Z') })?.state).toBe('paused')
    expect(one({ ...erasure, metAt: at('2026-11-19T05:00:00Z') })?.state).toBe('met')
    expect(one({ metAt: at('2026-11-19T05:00:00Z') })?.state).toBe('met-late')
    const help = { clock: 'victim-first-help', startedAt: at('2026-11-01T02:00:00Z') } as const
    expect(one({ ...help, metAt: at('2026-11-08T02:00:00Z') })?.state).toBe('met')
    expect(one({ ...help, metAt: at('2026-11-09T02:00:00Z') })?.state).toBe('met-late')
    expect(one(help)?.state).toBe('missed')
  })

  it('put what is over first and what is met last', () => {
    const clocks = clocksOf(
      [
        moment({ clock: 'rights-access', startedAt: at('2026-11-19T02:00:00Z') }),
        moment({ metAt: at('2026-11-18T03:00:00Z') }),
        moment({}),
      ],
      loadRulebook(),
      NOW,
    )
    expect(clocks.map((clock) => clock.state)).toEqual(['missed', 'running', 'met'])
  })

  it('count the last day itself as today and not as over', () => {
    const help = { clock: 'victim-first-help', startedAt: at('2026-11-13T02:00:00Z') } as const
    expect(one(help)).toMatchObject({ daysLeft: 0, state: 'running' })
    expect(one(help, at('2026-11-20T17:00:00Z'))).toMatchObject({ daysLeft: -1, state: 'missed' })
  })
})
