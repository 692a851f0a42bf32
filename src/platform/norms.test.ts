import { describe, expect, it } from 'vitest'
import { faultsOfNorms, loadNorms } from './norms.ts'

describe('the norms', () => {
  const norms = loadNorms()

  it('are right as they stand, all 522', () => {
    expect(norms).toHaveLength(522)
    expect(new Set(norms.map((norm) => norm.confidence))).toEqual(
      new Set(['verified', 'secondary', 'unverified']),
    )
  })

  it('hand over on the day of a change: the minimum allowable wage of Hong Kong', () => {
    const on = (day: string) =>
      norms
        .filter((norm) => norm.jurisdiction === 'HK' && norm.need === 'minimum-wage')
        .filter((norm) => norm.validFrom !== null && norm.validFrom <= day)
        .filter((norm) => norm.validUntil === null || day < norm.validUntil)
        .map((norm) => norm.parameter?.value)
    expect(on('2025-09-29')).toContain(4990)
    expect(on('2025-09-30')).not.toContain(4990)
    expect(on('2025-09-30')).toContain(5100)
  })

  it('refuse an unknown instrument, an empty window, a twin and a comparison with nothing', () => {
    const [norm] = norms
    if (norm === undefined) throw new Error('no norms')
    const wrong = {
      ...norm,
      instrument: 'xx-none',
      validFrom: '2020-01-01',
      validUntil: '2020-01-01',
      compareWith: ['nowhere'],
    }
    expect(faultsOfNorms([wrong])).toHaveLength(3)
    expect(faultsOfNorms([{ ...norm, validFrom: '1970-01-01', compareWith: [] }])).toEqual([
      `${norm.id} hides that nobody read its start`,
    ])
    expect(faultsOfNorms([norm, norm])).toContain(`${norm.id} stands twice`)
  })
})
