import { describe, expect, it } from 'vitest'
import { ABROAD_GROUNDS, isAbroad, lacksForAbroad, needsAbroadGround, type AbroadClaim } from './abroad.ts'

const claim: AbroadClaim = {
  ground: 'equal-protection',
  reason: 'Lembaga itu memegang rumah aman.',
  source: 'Putusan lembaga pengawas, nomor 1',
  sourceDay: '2026-10-01',
}
const asked = { claim, today: '2026-11-20', personNamedBody: 'no' } as const
const ngoAbroad = { kind: 'ngo', country: 'MY' }
const ngoHome = { kind: 'ngo', country: 'ID' }

describe('a receiver abroad', () => {
  it('is a body in another country, but no mission: that is an Indonesian controller', () => {
    expect(isAbroad(ngoAbroad)).toBe(true)
    expect(isAbroad({ kind: 'mission', country: 'MY' })).toBe(false)
    expect(isAbroad({ kind: 'labour-attache', country: 'HK' })).toBe(false)
    expect(isAbroad(ngoHome)).toBe(false)
  })

  it('is assumed where nobody said in which country a body is', () => {
    expect(isAbroad({ kind: 'iom', country: null })).toBe(true)
  })

  it('needs a ground from a body at home and from a mission, and not from a body abroad or towards home', () => {
    expect(needsAbroadGround(ngoHome, ngoAbroad)).toBe(true)
    expect(needsAbroadGround({ kind: 'mission', country: 'MY' }, ngoAbroad)).toBe(true)
    expect(needsAbroadGround(ngoAbroad, ngoHome)).toBe(false)
    expect(needsAbroadGround(ngoAbroad, { kind: 'ngo', country: 'SG' })).toBe(false)
  })
})

describe('the ground', () => {
  it('of equal protection stands on a dated text, since no list of countries exists', () => {
    expect(lacksForAbroad(asked)).toEqual([])
    expect(lacksForAbroad({ ...asked, claim: { ...claim, source: '', sourceDay: '' } })).toEqual([
      'source',
      'source-day',
    ])
  })

  it('does not stand on a text of a day to come', () => {
    expect(lacksForAbroad({ ...asked, claim: { ...claim, sourceDay: '2026-11-21' } })).toEqual(['source-day'])
  })

  it('of consent needs a yes to this very body and no text', () => {
    const consent = { ...claim, ground: 'consent', source: '', sourceDay: '' } as const
    expect(lacksForAbroad({ ...asked, claim: consent })).toEqual(['consent-to-this-body'])
    expect(lacksForAbroad({ ...asked, claim: consent, personNamedBody: 'yes' })).toEqual([])
  })

  it('always says why', () => {
    for (const ground of ABROAD_GROUNDS)
      expect(
        lacksForAbroad({ ...asked, personNamedBody: 'yes', claim: { ...claim, ground, reason: ' ' } }),
      ).toEqual(['reason'])
  })
})
