import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingOf, whoHasWhat, type Task } from './hand-over.ts'
import {
  decideReferralAction,
  REFERRAL_ACTIONS,
  REFERRAL_GUARDS,
  REFERRAL_PARTIES,
  REFERRAL_STATUSES,
  type ReferralStatus,
} from './lifecycle.ts'

const step = fc.record({
  task: fc.nat(3),
  action: fc.constantFrom(...REFERRAL_ACTIONS),
  by: fc.constantFrom(...REFERRAL_PARTIES),
  met: fc.subarray([...REFERRAL_GUARDS]),
})

describe('the tasks of a hand-over', () => {
  it('have exactly one owner each, whatever both sides do and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const states: ReferralStatus[] = ['requested', 'requested', 'requested', 'requested']
        for (const { task, action, by, met } of steps) {
          const decision = decideReferralAction({ from: states[task]!, action, by, met: new Set(met) })
          if (decision.kind === 'allowed') states[task] = decision.to
          const tasks = states.map((status, id): Task => ({ id: String(id), status, rest: '' }))
          const { sender, receiver } = whoHasWhat(tasks)
          expect([...sender, ...receiver].toSorted()).toEqual(['0', '1', '2', '3'])
        }
      }),
    )
  })

  it('are the sender’s while nobody answered and after a refusal, and the receiver’s from acceptance on', () => {
    const task = (status: ReferralStatus, rest = ''): Task => ({ id: status, status, rest })
    const { sender, receiver, parts } = whoHasWhat([
      task('requested'),
      task('rejected'),
      task('accepted', 'makan malam'),
      task('in-progress'),
    ])
    expect(sender).toEqual(['requested', 'rejected'])
    expect(receiver).toEqual(['accepted', 'in-progress'])
    expect(parts).toEqual(['accepted'])
  })

  it('have a standing in every state', () => {
    expect(REFERRAL_STATUSES.map((status) => standingOf({ status, rest: '' }))).toEqual([
      'waiting',
      'waiting',
      'taken',
      'refused',
      'taken',
      'taken',
      'done',
      'back',
      'back',
    ])
  })
})
