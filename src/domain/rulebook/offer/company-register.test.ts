import { describe, expect, it } from 'vitest'
import { lookUpCompany, readRegisterCsv, type CompanyRegister } from './company-register.ts'

const CSV = `name,licence,state,valid_until
PT Contoh Bahari Sentosa,DEMO-0001,active,2028-03-31
PT Contoh Mitra Sejahtera,DEMO-0004,revoked,2026-08-15
"PT Contoh Rukun, Damai",DEMO-0006,active,2029-01-31
`

function register(): CompanyRegister {
  const read = readRegisterCsv(CSV)
  if (read.kind === 'faults') throw new Error(read.lines.join())
  return { asOf: '2026-11-01', source: 'demonstration', companies: read.companies }
}

describe('the company check', () => {
  it('finds a name however its legal form is written', () => {
    for (const name of ['PT. CONTOH BAHARI SENTOSA', 'contoh bahari  sentosa', 'Contoh Bahari Sentosa, P3MI'])
      expect(lookUpCompany(register(), name, '2026-11-21').kind).toBe('found')
    expect(lookUpCompany(register(), 'Contoh Rukun Damai', '2026-11-21').kind).toBe('found')
  })

  it('calls a licence expired from the day after its last day', () => {
    const now = (today: string) => {
      const found = lookUpCompany(register(), 'Contoh Bahari Sentosa', today)
      return found.kind === 'found' ? found.now : found.kind
    }
    expect([now('2028-03-31'), now('2028-04-01')]).toEqual(['active', 'expired'])
  })

  it('keeps a revoked licence revoked', () => {
    const found = lookUpCompany(register(), 'contoh mitra sejahtera', '2026-08-01')
    expect(found.kind === 'found' && found.now).toBe('revoked')
  })

  it('shows near names and never guesses one', () => {
    expect(lookUpCompany(register(), 'Contoh Bahari Santosa', '2026-11-21').kind).toBe('near')
    expect(lookUpCompany(register(), 'Zamrud Khatulistiwa', '2026-11-21').kind).toBe('not-found')
    expect(lookUpCompany(register(), 'PT', '2026-11-21').kind).toBe('too-short')
  })

  it('refuses a list with a wrong line and names the line', () => {
    expect(readRegisterCsv('nama,izin\nA,B')).toEqual({ kind: 'faults', lines: [1] })
    expect(readRegisterCsv(`${CSV}PT X,1,open,2028-01-01\nPT Y,2,active,2028-02-30\n`)).toEqual({
      kind: 'faults',
      lines: [5, 6],
    })
  })
})
