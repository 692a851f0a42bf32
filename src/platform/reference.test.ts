import { describe, expect, it } from 'vitest'
import { checkReference, loadReference } from '#src/platform/reference.ts'

const reference = loadReference()

describe('the reference data', () => {
  it('names every country, 38 provinces and 514 districts', () => {
    expect(reference.countryNames).toHaveLength(249)
    expect(reference.provinces).toHaveLength(38)
    expect(reference.districts).toHaveLength(514)
  })

  it('is read once', () => {
    expect(loadReference()).toBe(reference)
  })

  it('says origin, date and licence of each file', () => {
    for (const header of Object.values(reference.headers)) {
      expect(header.retrieved).toMatch(/^2026-11/)
      expect(header.licence.length).toBeGreaterThan(3)
    }
  })

  it('holds no contact older than 2024', () => {
    const dates = [
      ...reference.agencies.flatMap((agency) => agency.contacts.map((contact) => contact.asOf)),
      ...reference.countries.flatMap((country) => country.missions.map((mission) => mission.phoneAsOf)),
    ]
    for (const date of dates) if (date !== null) expect(date >= '2024').toBe(true)
  })

  it('gives every country an emergency number, and calls none of its numbers certain', () => {
    for (const country of reference.countries) {
      expect(country.emergency.length).toBeGreaterThan(0)
      for (const number of country.emergency) expect(number.confidence).not.toBe('verified')
    }
  })

  it('shows the public one freephone number of the head office', () => {
    expect(reference.headOffice.shown.map((number) => number.kind)).toEqual(['freephone'])
  })

  it('says why a year has no holidays', () => {
    for (const year of reference.holidayYears)
      expect(year.days.length > 0 || year.reason !== null, String(year.year)).toBe(true)
  })

  it('refuses a row that stands twice', () => {
    const twice = { ...reference, provinces: [...reference.provinces, ...reference.provinces.slice(0, 1)] }
    expect(() => checkReference(twice)).toThrow('province 11 stands twice')
  })

  it('refuses a number that was read before 2024', () => {
    const countries = reference.countries.map((country) => ({
      ...country,
      missions: country.missions.map((mission) => ({
        ...mission,
        phone: '+44 7700 900001',
        phoneAsOf: '2019-01-01',
      })),
    }))
    expect(() => checkReference({ ...reference, countries })).toThrow('older than 2024')
  })

  it('refuses a district without a province', () => {
    const districts = [{ code: '99.01', province: '99', name: 'Tiada' }]
    expect(() => checkReference({ ...reference, districts })).toThrow('district 99.01 has no province')
  })
})
