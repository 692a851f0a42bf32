import { expect, it } from 'vitest'
import { followSteps, nextNews, type FollowFacts } from './follow.ts'

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number))
const report: FollowFacts['report'] = {
  receivedAt: day(1),
  state: 'waiting',
  desk: 'KJRI Uji',
  deskSince: day(1),
  respondBy: day(4),
}
const handling: NonNullable<FollowFacts['handling']> = {
  since: day(3),
  owners: ['KJRI Uji', 'KJRI Uji', 'LSM Uji'],
  waiting: [{ body: 'BP3MI Uji', since: day(5), until: day(8) }],
  nextNewsAt: day(9),
}
const inCase: FollowFacts['report'] = {
  ...report,
  state: 'in-case',
  openedAt: day(2),
  takenAt: day(2),
  joinedAs: 'concerned',
}
const states = (facts: FollowFacts): string =>
  followSteps(facts)
    .map((step) => `${step.code}:${step.state}`)
    .join(' ')

it('says who is waited for and what happens when nobody reads it', () => {
  expect(states({ report })).toBe('received:done read:now checked:later handled:later result:later')
  expect(followSteps({ report })[1]?.waiting).toEqual([
    { body: 'KJRI Uji', since: day(1), ifSilent: 'next-desk', until: day(4) },
  ])
  expect(nextNews({ report })).toEqual(day(4))
})

it('goes on step by step', () => {
  expect(states({ report: { ...report, openedAt: day(2) } })).toBe(
    'received:done read:done checked:later handled:later result:later',
  )
  expect(states({ report: { ...report, state: 'taken', openedAt: day(2), takenAt: day(2) } })).toContain(
    'checked:now',
  )
  expect(states({ report: inCase, handling })).toBe(
    'received:done read:done checked:done handled:now result:later',
  )
})

it('names each body that handles it once, and those that have not answered', () => {
  const step = followSteps({ report: inCase, handling })[3]
  expect(step?.bodies).toEqual(['KJRI Uji', 'LSM Uji'])
  expect(step?.waiting).toEqual([{ body: 'BP3MI Uji', since: day(5), ifSilent: 'next-body', until: day(8) }])
  expect(nextNews({ report: inCase, handling })).toEqual(day(9))
})

it('tells whoever reported for another only that it is being handled', () => {
  const step = followSteps({ report: { ...inCase, joinedAs: 'other' }, handling })[3]
  expect(step).toEqual({ code: 'handled', state: 'now' })
  expect(nextNews({ report: { ...inCase, joinedAs: 'other' } })).toBeUndefined()
})

it('ends with what was reached, and waits for nobody then', () => {
  const closed = { ...handling, closedAt: day(12), closedResult: 'achieved' as const }
  const steps = followSteps({ report: inCase, handling: closed })
  expect(steps[4]).toEqual({ code: 'result', state: 'done', result: 'achieved', at: day(12) })
  expect(steps[3]).toMatchObject({ state: 'done', waiting: [] })
})

it('gives every way of ending a report without a case a result in plain words', () => {
  const result = (closedAs: NonNullable<FollowFacts['report']['closedAs']>) =>
    followSteps({ report: { ...report, state: 'not-a-case', closedAs, closedAt: day(3) } })[4]?.result
  expect((['information', 'silent', 'abusive', 'duplicate', 'withdrawn'] as const).map(result)).toEqual([
    'other',
    'no-contact',
    'other',
    'other',
    'withdrawn',
  ])
  expect(followSteps({ report: { ...report, withdrawnAt: day(3) } })[4]?.result).toBe('withdrawn')
})
