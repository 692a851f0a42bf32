import { describe, expect, it } from 'vitest'
import { nextDesk } from './next-desk.ts'
import type { Body } from './desk-queries.ts'

const body = (id: string, kind: string, parentId: string | null = null): Body => ({
  id,
  kind,
  name: id,
  parentId,
  country: 'ID',
  timeZone: 'Asia/Jakarta',
  takesReports: true,
})
const BODIES = [
  body('kp2mi', 'kp2mi'),
  body('kemlu', 'kemlu'),
  body('johor', 'mission', 'kemlu'),
  body('ngo', 'ngo'),
]

describe('the next desk', () => {
  it('is the body above the silent one', () => {
    expect(nextDesk(BODIES, { orgId: 'johor', keptFrom: [], had: ['johor'] })?.id).toBe('kemlu')
  })
  it('is a head office where nobody stands above', () => {
    expect(nextDesk(BODIES, { orgId: 'ngo', keptFrom: [], had: ['ngo'] })?.id).toBe('kp2mi')
  })
  it('is never one that the reporter named', () => {
    expect(nextDesk(BODIES, { orgId: 'johor', keptFrom: ['kemlu'], had: ['johor'] })?.id).toBe('kp2mi')
  })
  it('is nobody when all had it', () => {
    expect(
      nextDesk(BODIES, { orgId: 'kemlu', keptFrom: [], had: ['johor', 'kemlu', 'kp2mi'] }),
    ).toBeUndefined()
  })
})
