import { describe, expect, it } from 'vitest'
import { loadReference } from '#src/platform/reference.ts'
import { isCountryCode, isWorkplaceAbroad } from './country-codes.ts'

describe('country codes', () => {
  it('are those that the reference data name', () => {
    const { countryNames } = loadReference()
    expect(countryNames.filter(({ iso }) => !isCountryCode(iso))).toEqual([])
    expect(countryNames).toHaveLength(249)
    for (const code of ['ZZ', 'XX', 'UK', 'my', 'MYS', '']) expect(isCountryCode(code)).toBe(false)
  })

  it('offer as a place to work abroad neither Indonesia nor a place without people', () => {
    expect(['ID', 'AQ', 'BV', 'ZZ'].filter(isWorkplaceAbroad)).toEqual([])
    expect(['MY', 'HK', 'TW', 'FJ', 'VA'].filter((code) => !isWorkplaceAbroad(code))).toEqual([])
  })
})
