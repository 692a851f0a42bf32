import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDateOf } from '../kernel/partial-date.ts'
import { ageRangeAt, isCertainlyChild, touchesChildhood, type BirthFact } from './age.ts'

const born = (text: string): BirthFact => ({ kind: 'born', on: partialDateOf(text) })
const aged = (...claims: (readonly [number, string])[]): BirthFact => ({
  kind: 'aged',
  claims: claims.map(([years, at]) => ({ years, at: partialDateOf(at) })),
})

describe('age at a time', () => {
  it.each([
    ['an exact birthday', born('1992-06-10'), '2010-06-09', 17, 17],
    ['the day of turning 18', born('1992-06-10'), '2010-06-10', 18, 18],
    ['two bare years', born('1992'), '2010', 17, 18],
    ['an approximate year', born('1992~'), '2010', 16, 19],
    ['25 in 2022, left in 2010', aged([25, '2022']), '2010', 12, 14],
    ['several claims span all of them', aged([25, '2022'], [30, '2022']), '2010', 12, 19],
  ])('reads %s', (_, birth, at, min, max) => {
    expect(ageRangeAt(birth, partialDateOf(at))).toEqual({ min, max })
  })

  it('says nothing where nothing is known or the person was not born yet', () => {
    expect(ageRangeAt(aged(), partialDateOf('2010'))).toBeUndefined()
    expect(ageRangeAt(born('2015'), partialDateOf('2010'))).toBeUndefined()
    expect(touchesChildhood(undefined)).toBe(false)
  })

  it('flags a range that touches 18, and calls certain only what is', () => {
    expect(touchesChildhood({ min: 17, max: 18 })).toBe(true)
    expect(isCertainlyChild({ min: 17, max: 18 })).toBe(false)
    expect(isCertainlyChild({ min: 12, max: 14 })).toBe(true)
    expect(touchesChildhood({ min: 18, max: 19 })).toBe(false)
  })

  it('never narrows when a date is known less well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1940, max: 2000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const at = partialDateOf('2010')
        const exact = ageRangeAt(born(`${year}-${String(month).padStart(2, '0')}-15`), at)
        const loose = ageRangeAt(born(`${year}`), at)
        const looser = ageRangeAt(born(`${year}~`), at)
        expect(loose!.min).toBeLessThanOrEqual(exact!.min)
        expect(loose!.max).toBeGreaterThanOrEqual(exact!.max)
        expect(looser!.min).toBeLessThanOrEqual(loose!.min)
        expect(looser!.max).toBeGreaterThanOrEqual(loose!.max)
      }),
    )
  })

  it('keeps the age that was claimed when asked for the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), (years) => {
        expect(ageRangeAt(aged([years, '2020-05-05']), partialDateOf('2020-05-05'))).toEqual({
          min: years,
          max: years,
        })
      }),
    )
  })
})
