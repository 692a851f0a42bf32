import { expect, it } from 'vitest'
import { dueGroupOf, groupByDue } from './agreement-calendar.ts'

const TODAY = '2026-11-21'

it('a day is overdue only after it has passed', () => {
  expect(dueGroupOf('2026-11-20', TODAY)).toBe('overdue')
  expect(dueGroupOf(TODAY, TODAY)).toBe('in-30')
})
it('the thirtieth and the ninetieth day still belong to their group', () => {
  expect(dueGroupOf('2026-12-21', TODAY)).toBe('in-30')
  expect(dueGroupOf('2026-12-22', TODAY)).toBe('in-90')
  expect(dueGroupOf('2027-02-19', TODAY)).toBe('in-90')
  expect(dueGroupOf('2027-02-20', TODAY)).toBe('later')
})
it('within a group the earliest comes first', () => {
  const dates = ['2026-11-30', '2026-11-01', '2026-10-01', '2026-11-25'].map((dueOn) => ({ dueOn }))
  const groups = groupByDue(dates, TODAY)
  expect(groups.overdue.map((each) => each.dueOn)).toEqual(['2026-10-01', '2026-11-01'])
  expect(groups['in-30'].map((each) => each.dueOn)).toEqual(['2026-11-25', '2026-11-30'])
})
