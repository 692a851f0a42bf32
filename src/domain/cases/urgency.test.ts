import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_TYPES, isCaseType } from './case-types.ts'
import * as codes from './codes.ts'
import { compareUrgency, isUrgency, moreUrgent, mostUrgent, URGENCIES } from './urgency.ts'

const urgency = fc.constantFrom(...URGENCIES)

describe('urgency', () => {
  it('takes the more urgent of two, whichever comes first', () => {
    fc.assert(
      fc.property(urgency, urgency, (a, b) => {
        expect(moreUrgent(a, b)).toBe(moreUrgent(b, a))
        expect(compareUrgency(moreUrgent(a, b), a)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('is low when nothing speaks for more', () => {
    expect(mostUrgent([])).toBe('rendah')
    expect(mostUrgent(['sedang', 'darurat', 'tinggi'])).toBe('darurat')
  })

  it('knows its own codes and no other', () => {
    expect(isUrgency('darurat')).toBe(true)
    expect(isUrgency('urgent')).toBe(false)
    expect(isCaseType('TPPO')).toBe(true)
    expect(isCaseType('trafficking')).toBe(false)
  })
})

describe('code lists', () => {
  it('name each code once', () => {
    for (const list of [CASE_TYPES, ...Object.values(codes)]) {
      expect(new Set(list).size).toBe(list.length)
    }
  })

  it('let a fact about a person be unknown', () => {
    for (const list of [
      codes.PERSON_CATEGORIES,
      codes.PHASES,
      codes.PLACEMENT_WAYS,
      codes.SECTORS,
      codes.DOCUMENT_STATUSES,
      codes.SOCIAL_SECURITY_STATUSES,
      codes.CERTAINTIES,
      codes.SOURCE_KINDS,
    ]) {
      expect(list).toContain('unknown')
    }
  })
})
