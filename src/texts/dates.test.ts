import { describe, expect, it } from 'vitest'
import { formatInstant, formatPartialDate, formatSpan, formatTime, formatWeekday } from './dates.ts'

const AT = new Date('2026-11-27T15:14:00Z')

describe('dates as a reader says them', () => {
  it('names the weekday and month in the language', () => {
    expect(formatWeekday(AT, 'Asia/Jakarta', 'id')).toBe('Jumat, 27 November 2026')
    expect(formatWeekday(AT, 'Asia/Jakarta', 'en')).toContain('27 November 2026')
  })

  it('writes hours with a dot in Indonesian, and always shows the zone of an instant', () => {
    expect(formatTime(AT, 'Asia/Jakarta', 'id')).toBe('22.14')
    expect(formatTime(AT, 'Asia/Jakarta', 'en')).toBe('22:14')
    expect(formatInstant(AT, 'Asia/Jakarta', 'id')).toBe('27 Nov 2026, 22.14 WIB')
  })

  it('says a span in its two largest units and never below zero', () => {
    expect(formatSpan(340 * 60_000, 'id')).toBe('5 j 40 m')
    expect(formatSpan(-70 * 60_000, 'id')).toBe('1 j 10 m')
    expect(formatSpan(9 * 86_400_000, 'en')).toBe('9 d')
  })

  it('keeps a partial date as exact as it is known', () => {
    expect(formatPartialDate('2019', 'id')).toBe('2019')
    expect(formatPartialDate('2019-04', 'id')).toBe('April 2019')
    expect(formatPartialDate('2019-04~', 'id')).toBe('kira-kira April 2019')
    expect(formatPartialDate('2019-04/2019-05', 'en')).toBe('April 2019–May 2019')
    expect(formatPartialDate('2019-04-12', 'id')).toBe('12 Apr 2019')
  })
})
