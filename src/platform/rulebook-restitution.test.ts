// Properties of the answer on restitution that no list of cases can show.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { concludeRestitution, type RestitutionAnswer } from '#src/domain/rulebook/restitution/restitution.ts'
import { loadRulebook } from './rulebook.ts'

type Loss = NonNullable<Facts['loss']>
const IDR = fc.integer({ min: 0, max: 1_000_000_000 }).map((amount) => ({ amount, currency: 'IDR' }))
const DAY = fc
  .integer({ min: 1, max: 28 })
  .map((day) => partialDateOf(`2025-03-${String(day).padStart(2, '0')}`))

function conclude(loss: Loss): RestitutionAnswer {
  const { answer } = concludeRestitution({ loss }, loadRulebook(), '2025-06-02')
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

describe('the way of restitution', () => {
  it('adds up: what was lost on the way and what was paid are what was calculated', () => {
    fc.assert(
      fc.property(fc.array(IDR, { minLength: 4, maxLength: 4 }), (sums) => {
        const [calculated, claimed, granted, paid] = [...sums].sort((a, b) => b.amount - a.amount) as [
          (typeof sums)[0],
          (typeof sums)[0],
          (typeof sums)[0],
          (typeof sums)[0],
        ]
        const { funnel } = conclude({ calculated, claimed, granted, paid })
        const lost = (funnel?.steps ?? []).reduce((all, step) => all + (step.lost ?? Number.NaN), 0)
        expect(lost + (funnel?.paid ?? Number.NaN)).toBe(funnel?.calculated)
      }),
    )
  })

  it('takes an unknown sum for no sum, never for zero', () => {
    fc.assert(
      fc.property(IDR, (calculated) => {
        const { funnel } = conclude({ calculated, claimed: 'unknown', granted: 'not-asked' })
        expect(funnel?.steps.map((step) => step.lost)).toEqual([null, null, null])
        expect(funnel?.paidShare).toBeNull()
      }),
    )
  })

  it('never calls a term met by a part of the sum, and pays later never better', () => {
    const order = ['met', 'unclear', 'met-late']
    fc.assert(
      fc.property(DAY, DAY, DAY, IDR, (told, first, second, granted) => {
        const state = (paidOn: typeof first, paid: typeof granted) =>
          conclude({ judgmentToldOn: told, paidOn, granted, paid }).clocks[0]?.state ?? ''
        const [early, late] = first < second ? [first, second] : [second, first]
        expect(order.indexOf(state(late, granted))).toBeGreaterThanOrEqual(
          order.indexOf(state(early, granted)),
        )
        fc.pre(granted.amount > 0)
        expect(state(early, { ...granted, amount: granted.amount - 1 })).toBe('missed')
      }),
    )
  })
})
