import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../deadlines/calendar.ts'
import type { StepDue, StepUnit } from './standard-steps.ts'
import { stepDueAt } from './step-due.ts'

const NOW = new Date('2026-11-20T08:00:00Z') // Friday 15:00 in Jakarta
const place = { calendar: calendarOf('ID', []), timeZone: 'Asia/Jakarta' }
const moment = { now: NOW, urgency: 'tinggi', place } as const
const law = (amount: number, unit: StepUnit): StepDue => ({
  kind: 'law',
  amount,
  unit,
  after: { id: 'kematian diketahui', en: 'the death is known' },
  basis: [],
})
const at = (due: StepDue, since?: string) =>
  stepDueAt(due, { ...moment, ...(since !== undefined && { since }) })?.toISOString() ?? null

describe('the deadline of a step', () => {
  it('counts a law from its event, through the last day, and gives no day without the event', () => {
    expect(at(law(14, 'days'), '2026-11-01')).toBe('2026-11-15T16:59:00.000Z')
    expect(at(law(72, 'hours'), '2026-11-01')).toBe('2026-11-03T17:00:00.000Z')
    expect(at(law(5, 'years'), '2024-02-29')).toBe('2029-02-28T16:59:00.000Z')
    expect(at(law(1, 'months'), '2026-01-31')).toBe('2026-02-28T16:59:00.000Z')
    expect(at(law(14, 'days'))).toBeNull()
  })

  it('counts our own target from now, working days over the weekend', () => {
    expect(at({ kind: 'internal', amount: 2, unit: 'hours' })).toBe('2026-11-20T10:00:00.000Z')
    expect(at({ kind: 'internal', amount: 1, unit: 'working-days' })).toBe('2026-11-23T08:00:00.000Z')
    expect(at({ kind: 'internal-by-urgency' })).toBe('2026-11-21T08:00:00.000Z')
  })

  it('invents no day where the law is silent or nobody has checked', () => {
    expect(at({ kind: 'law-is-silent' })).toBeNull()
    expect(at({ kind: 'not-checked' })).toBeNull()
  })
})
