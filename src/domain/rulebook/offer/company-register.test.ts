import { describe, expect, it } from 'vitest'
import { gramsOf, lookUpCompany, plainName, type Company } from './company-register.ts'

const COMPANIES: readonly Company[] = [
  { name: 'PT Contoh Bahari Sentosa', licence: 'DEMO-0001', state: 'active', validUntil: '2028-03-31' },
  { name: 'PT Contoh Mitra Sejahtera', licence: 'DEMO-0004', state: 'revoked', validUntil: '2026-08-15' },
  { name: 'PT Contoh Rukun, Damai', licence: 'DEMO-0006', state: 'active', validUntil: null },
  { name: 'PT. CONTOH RUKUN DAMAI', licence: 'DEMO-0007', state: 'revoked', validUntil: null },
]
const lookUp = (name: string, today = '2026-11-21') => lookUpCompany(COMPANIES, name, today)
const nowOf = (name: string, today: string) => {
  const found = lookUp(name, today)
  return found.kind === 'found' ? found.standings[0].now : found.kind
}

describe('the company check', () => {
  it('finds a name however its legal form is written', () => {
    for (const name of ['PT. CONTOH BAHARI SENTOSA', 'contoh bahari  sentosa', 'Contoh Bahari Sentosa, P3MI'])
      expect(lookUp(name).kind).toBe('found')
  })

  it('calls a licence expired from the day after its last day', () => {
    expect(nowOf('Contoh Bahari Sentosa', '2028-03-31')).toBe('active')
    expect(nowOf('Contoh Bahari Sentosa', '2028-04-01')).toBe('expired')
  })

  it('keeps a revoked licence revoked', () => {
    expect(nowOf('contoh mitra sejahtera', '2026-08-01')).toBe('revoked')
  })

  it('hides no second licence of the same name', () => {
    const found = lookUp('Contoh Rukun Damai')
    expect(found.kind === 'found' && found.standings.map((each) => each.now)).toEqual(['active', 'revoked'])
  })

  it('shows near names and never guesses one', () => {
    expect(lookUp('Contoh Bahari Santosa').kind).toBe('near')
    expect(lookUp('Zamrud Khatulistiwa').kind).toBe('not-found')
    expect(lookUp('PT').kind).toBe('too-short')
  })

  it('cuts a plain name into pieces that near names share', () => {
    expect(plainName('PT. Café  Ñusa (P3MI)')).toBe('cafe nusa')
    expect(gramsOf('abc')).toEqual(['  a', ' ab', 'abc', 'bc '])
    expect(gramsOf('abd').some((gram) => gramsOf('abc').includes(gram))).toBe(true)
  })
})
