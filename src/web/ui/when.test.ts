import { expect, it } from 'vitest'
import { clockTime, dateAndTime, longDate, plainDate } from './when.ts'

const INSTANT = new Date('2026-11-27T15:14:00Z')

it('says dates the way the reader does', () => {
  expect(longDate('id', INSTANT, 'Asia/Jakarta')).toBe('Jumat, 27 November 2026')
  expect(longDate('en', INSTANT, 'Asia/Jakarta')).toBe('Friday, 27 November 2026')
  expect(plainDate('id', '2026-08-02')).toBe('2 Agustus 2026')
})

it('shows a time with its zone and in the zone of the reader', () => {
  expect(clockTime('id', INSTANT, 'Asia/Jakarta')).toBe('22.14 WIB')
  expect(clockTime('id', INSTANT, 'Asia/Kuala_Lumpur')).toBe('23.14 GMT+8')
  expect(dateAndTime('en', INSTANT, 'Asia/Kuala_Lumpur')).toBe('27 November, 23:14 GMT+8')
})
