import { describe, expect, it } from 'vitest'
import {
  CASE_ACTIONS,
  CASE_GUARDS,
  CASE_PARTIES,
  CASE_STATUSES,
  caseActionsFor,
  closingBasis,
  decideCaseAction,
  isUnderWay,
  type ContactAttempt,
} from './lifecycle.ts'

const all = new Set(CASE_GUARDS)
const attempt = (day: string, result: ContactAttempt['result'] = 'no-answer'): ContactAttempt => ({
  day,
  way: 'phone',
  result,
})

describe('closing a case', () => {
  it('needs a reason and the own word or three attempts', () => {
    expect(
      decideCaseAction({ from: 'open', action: 'close', by: 'officer', met: new Set(['reason-given']) }),
    ).toEqual({
      kind: 'refused',
      code: 'guard-not-met',
      missing: ['own-word-or-three-attempts', 'no-offer-unanswered'],
    })
    expect(decideCaseAction({ from: 'open', action: 'close', by: 'officer', met: all })).toMatchObject({
      to: 'closed',
    })
  })

  it.each([
    ['the own word', 'recorded', [], 'own-word'],
    ['nothing', 'missing', [], undefined],
    ['two attempts', 'missing', [attempt('2026-01-01'), attempt('2026-01-03')], undefined],
    [
      'three attempts on one day',
      'missing',
      [attempt('2026-01-01'), attempt('2026-01-01'), attempt('2026-01-01')],
      undefined,
    ],
    [
      'three attempts on three days',
      'missing',
      [attempt('2026-01-01'), attempt('2026-01-03'), attempt('2026-01-09')],
      'three-attempts',
    ],
    [
      'attempts never made',
      'missing',
      ['1', '2', '3'].map((day) => attempt(day, 'not-safe-to-try')),
      undefined,
    ],
  ] as const)('can rest on %s', (_, ownWord, attempts, basis) => {
    expect(closingBasis({ ownWord, attempts })).toBe(basis)
  })

  it('is never done by the system, and the person can always reopen without a reason', () => {
    for (const from of CASE_STATUSES) expect(caseActionsFor(from, 'system')).not.toContain('close')
    expect(
      decideCaseAction({ from: 'closed', action: 'reopen', by: 'person', met: new Set() }),
    ).toMatchObject({ to: 'reopened' })
  })

  it('can be undone from every state: no case is lost for good', () => {
    for (const from of CASE_STATUSES) {
      const next = CASE_PARTIES.flatMap((by) =>
        CASE_ACTIONS.map((action) => decideCaseAction({ from, action, by, met: all })),
      )
      expect(next.some((decision) => decision.kind === 'allowed')).toBe(true)
    }
    expect(CASE_STATUSES.filter(isUnderWay)).toEqual(['open', 'waiting', 'reopened'])
  })
})
