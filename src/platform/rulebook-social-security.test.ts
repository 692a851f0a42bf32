import { describe, expect, it } from 'vitest'
import { loadRulebook } from './rulebook.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import {
  concludeSocialSecurity,
  type SocialSecurityAnswer,
} from '#src/domain/rulebook/social-security/social-security.ts'

const EVENTS = [
  'work-accident',
  'death',
  'permanent-disability',
  'rape',
  'physical-violence',
  'one-sided-dismissal',
  'placement-not-as-contract',
  'failed-departure',
  'failed-placement',
  'loss-on-way-home',
  'illness',
  'old-age',
  'unemployment',
  'maternity',
  'legal-help',
] as const
const PHASES = ['before', 'during', 'after', 'unknown'] as const
const STATUSES = ['member', 'membership-lapsed', 'not-member', 'foreign-scheme', 'unknown'] as const
const DAYS = ['2017-01-01', '2018-12-10', '2023-02-21', '2023-02-22', '2026-11-21'] as const

function answerTo(facts: Facts, asOf: string): SocialSecurityAnswer {
  const { answer } = concludeSocialSecurity(facts, loadRulebook(), asOf)
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

const all = DAYS.flatMap((day) =>
  EVENTS.flatMap((event) =>
    PHASES.flatMap((phase) => STATUSES.map((status) => ({ day, event, phase, status }))),
  ),
)

describe('social security', () => {
  it('never leaves an amount empty without a reason', () => {
    for (const { day, event, phase, status } of all)
      for (const benefit of answerTo({ migration: { phase }, insurance: { status, event } }, day).benefits)
        expect(benefit.amount !== null || benefit.reason !== undefined, benefit.benefit).toBe(true)
  })

  it('never takes what is not known for a no: knowing more can only take benefits away', () => {
    for (const { day, event, phase, status } of all) {
      const known = answerTo({ migration: { phase }, insurance: { status, event } }, day)
      const open = answerTo({ migration: { phase: 'unknown' }, insurance: { status: 'unknown', event } }, day)
      const names = open.benefits.map((each) => each.benefit)
      expect(names).toEqual(expect.arrayContaining(known.benefits.map((each) => each.benefit)))
      for (const branch of open.branches)
        if (branch.cover === 'no')
          expect(known.branches.find((each) => each.branch === branch.branch)?.cover).not.toBe('yes')
    }
  })

  it('offers what is left to do to everyone who is not certainly covered', () => {
    for (const { event, phase, status } of all) {
      const { standing, without } = answerTo(
        { migration: { phase }, insurance: { status, event } },
        '2026-01-01',
      )
      expect(without.length > 0).toBe(standing !== 'covered')
    }
  })
})
