import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { URGENCIES } from '../cases/urgency.ts'
import { addHours } from '../kernel/instant.ts'
import {
  addWorkingDays,
  calendarOf,
  dayOf,
  instantOf,
  isWorkingDay,
  localTimeOf,
  weekdayOf,
} from './calendar.ts'
import {
  CLOCK_KINDS,
  clockState,
  dueAtFor,
  FIXED_CLOCKS,
  firstResponseDeadline,
  meetClock,
  pauseClock,
  referralClock,
  referralStage,
  resumeClock,
  startClock,
} from './clock.ts'

const jakarta = { calendar: calendarOf('ID', ['2026-12-25']), timeZone: 'Asia/Jakarta' }
const riyadh = { calendar: calendarOf('SA'), timeZone: 'Asia/Riyadh' }
const london = { calendar: calendarOf('GB'), timeZone: 'Europe/London' }
const at = (text: string) => new Date(text)
const moments = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((milliseconds) => new Date(milliseconds))
const places = fc.constantFrom(jakarta, riyadh, london)

describe('working days', () => {
  it.each([
    ['Friday afternoon, three days', jakarta, '2026-11-20T15:00:00+07:00', 3, '2026-11-25T15:00:00+07:00'],
    ['a Saturday starts on Monday', jakarta, '2026-11-21T09:00:00+07:00', 1, '2026-11-24T00:00:00+07:00'],
    ['Christmas is passed over', jakarta, '2026-12-24T10:00:00+07:00', 1, '2026-12-28T10:00:00+07:00'],
    ['Friday is rest in Riyadh', riyadh, '2026-11-19T10:00:00+03:00', 1, '2026-11-22T10:00:00+03:00'],
    ['half a working day', jakarta, '2026-11-20T18:00:00+07:00', 0.5, '2026-11-23T06:00:00+07:00'],
    ['over the end of summer time', london, '2026-10-23T12:00:00+01:00', 1, '2026-10-26T12:00:00Z'],
  ])('counts %s', (_, place, start, days, end) => {
    expect(addWorkingDays(at(start), days, place)).toEqual(at(end))
  })

  it('knows weekdays and the local day', () => {
    expect(weekdayOf('2026-11-21')).toBe(6)
    expect(dayOf(at('2026-11-20T20:00:00Z'), 'Asia/Jakarta')).toBe('2026-11-21')
    expect(isWorkingDay('2026-12-25', jakarta.calendar)).toBe(false)
  })

  it('refuses a calendar that never works', () => {
    const never = {
      calendar: { weekend: [0, 1, 2, 3, 4, 5, 6] as const, holidays: new Set<string>() },
      timeZone: 'UTC',
    }
    expect(() => addWorkingDays(at('2026-11-20T00:00:00Z'), 1, never)).toThrow()
  })

  it('turns a moment into local time and back', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('Asia/Jakarta', 'Asia/Riyadh', 'Asia/Kathmandu'),
        (moment, zone) => {
          expect(instantOf(localTimeOf(moment, zone), zone)).toEqual(moment)
        },
      ),
    )
  })

  it('ends later for more days, and for a later start never earlier', () => {
    fc.assert(
      fc.property(moments, places, fc.integer({ min: 1, max: 15 }), (moment, place, days) => {
        const end = addWorkingDays(moment, days, place)
        expect(end > moment).toBe(true)
        expect(addWorkingDays(moment, days + 1, place) > end).toBe(true)
        expect(addWorkingDays(addHours(moment, 5), days, place) >= end).toBe(true)
      }),
    )
  })
})

describe('clocks', () => {
  it('give one hour to danger and a day to serious harm, at any hour of any day', () => {
    const sunday = at('2026-11-22T02:30:00+07:00')
    expect(firstResponseDeadline('darurat', sunday, jakarta).dueAt).toEqual(at('2026-11-22T03:30:00+07:00'))
    expect(dueAtFor('tinggi', sunday, jakarta)).toEqual(at('2026-11-23T02:30:00+07:00'))
    expect(firstResponseDeadline('darurat', sunday, jakarta).source).toBe('internal-target')
  })

  it('never give less urgent work an earlier end', () => {
    fc.assert(
      fc.property(moments, places, (moment, place) => {
        const ends = URGENCIES.map((urgency) => dueAtFor(urgency, moment, place).getTime())
        expect([...ends].sort((a, b) => a - b)).toEqual(ends)
      }),
    )
  })

  it('remind at half, tell the supervisor at three quarters, and end', () => {
    const clock = referralClock('tinggi', at('2026-11-21T00:00:00Z'), jakarta)
    expect(clock.remindAt).toEqual(at('2026-11-21T12:00:00Z'))
    expect(clock.supervisorAt).toEqual(at('2026-11-21T18:00:00Z'))
    const stages = [
      '2026-11-21T11:59:59Z',
      '2026-11-21T12:00:00Z',
      '2026-11-21T18:00:00Z',
      '2026-11-22T00:00:00Z',
    ]
    expect(stages.map((now) => referralStage(clock, at(now)))).toEqual([
      'early',
      'remind',
      'supervisor',
      'ended',
    ])
  })

  it('keep the order reminder, supervisor, end everywhere', () => {
    fc.assert(
      fc.property(moments, places, fc.constantFrom(...URGENCIES), (moment, place, urgency) => {
        const clock = referralClock(urgency, moment, place)
        expect(
          moment < clock.remindAt && clock.remindAt < clock.supervisorAt && clock.supervisorAt < clock.dueAt,
        ).toBe(true)
      }),
    )
  })

  it('show the law behind a legal clock, and call erasure a target of ours', () => {
    const started = at('2026-11-20T22:00:00Z')
    expect(startClock('rights-access', started)).toMatchObject({
      dueAt: at('2026-11-23T22:00:00Z'),
      source: { instrument: 'UU 27/2022', article: '32' },
    })
    expect(FIXED_CLOCKS['rights-correction'].source).toMatchObject({ article: '30' })
    expect(FIXED_CLOCKS['rights-withdrawal'].source).toMatchObject({ article: '40' })
    expect(FIXED_CLOCKS['rights-restriction'].source).toMatchObject({ article: '41' })
    expect(FIXED_CLOCKS['breach-notice'].source).toMatchObject({ article: '46' })
    expect(FIXED_CLOCKS['rights-erasure'].source).toBe('internal-target')
    expect(new Set(CLOCK_KINDS).size).toBe(CLOCK_KINDS.length)
  })

  it('run, stand still, are met, are met late, or are missed', () => {
    const start = at('2026-11-20T00:00:00Z')
    const clock = startClock('consent-exception-review', start)
    expect(clockState(clock, addHours(start, 24))).toBe('running')
    expect(clockState(clock, addHours(start, 25))).toBe('missed')
    const paused = pauseClock(clock, addHours(start, 10))
    expect(clockState(paused, addHours(start, 99))).toBe('paused')
    const again = resumeClock(paused, addHours(start, 20))
    expect(again.dueAt).toEqual(addHours(start, 34))
    expect(clockState(meetClock(again, addHours(start, 30)), addHours(start, 99))).toBe('met')
    expect(clockState(meetClock(clock, addHours(start, 30)), addHours(start, 30))).toBe('met-late')
  })
})
