import { describe, expect, it } from 'vitest'
import { isDecisionLate } from './codes.ts'
import { daysOf, quarterFigures, quarterOf } from './quarter.ts'

describe('the quarter of a task force', () => {
  it('runs from its first day to the day after its last', () => {
    expect(daysOf({ year: 2026, quarter: 4 })).toEqual({ from: '2026-10-01', before: '2027-01-01' })
    expect(daysOf({ year: 2026, quarter: 1 })).toEqual({ from: '2026-01-01', before: '2026-04-01' })
    expect(quarterOf('2026-09-30')).toEqual({ year: 2026, quarter: 3 })
  })

  it('tells no small number of cases, and tells what bodies did exactly', () => {
    const cases = Array.from({ length: 11 }, (_, n) => ({
      lead: n < 7 ? 'A' : 'B',
      urgency: n < 3 ? 'darurat' : 'tinggi',
    }))
    const figures = quarterFigures(
      {
        cases,
        work: [{ body: 'A', line: 'track', kind: 'criminal', state: 'waiting', late: 'late' }],
        decisions: [
          { body: 'A', state: 'open', dueOn: '2026-11-01', answeredOn: null },
          { body: 'A', state: 'done', dueOn: '2026-11-01', answeredOn: '2026-11-05' },
          { body: 'B', state: 'set-aside', dueOn: '2026-11-01', answeredOn: '2026-11-02' },
        ],
      },
      '2026-11-20',
    )
    expect(figures.cases).toBe(5)
    expect(figures.byUrgency).toEqual([
      { key: 'darurat', told: undefined },
      { key: 'tinggi', told: undefined },
    ])
    expect(figures.byWork).toEqual([{ key: 'track:criminal:waiting', told: undefined }])
    expect(figures.byBody).toEqual([
      { body: 'A', lateTracks: 1, openDecisions: 1, lateDecisions: 2, doneDecisions: 1, undoneDecisions: 0 },
      { body: 'B', lateTracks: 0, openDecisions: 0, lateDecisions: 0, doneDecisions: 0, undoneDecisions: 0 },
    ])
  })

  it('keeps late what was answered after its day, and never what was set aside', () => {
    const decision = { dueOn: '2026-11-01', answeredOn: '2026-11-02' }
    expect(isDecisionLate({ ...decision, state: 'done' }, '2026-12-01')).toBe(true)
    expect(isDecisionLate({ ...decision, state: 'set-aside' }, '2026-12-01')).toBe(false)
    expect(isDecisionLate({ state: 'open', dueOn: '2026-11-01', answeredOn: null }, '2026-11-01')).toBe(false)
  })
})
