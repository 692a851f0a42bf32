import { describe, expect, it } from 'vitest'
import { REFERRAL_STATUSES, isEnded } from './lifecycle.ts'
import { wayTo } from './reach.ts'

describe('what another installation tells', () => {
  it('passes the acceptance on the way to work that is under way', () => {
    expect(wayTo('requested', 'in-progress', ['receiver'])).toEqual(['accept', 'start'])
    expect(wayTo('requested', 'completed', ['receiver'])).toEqual(['accept', 'complete'])
    expect(wayTo('received', 'rejected', ['receiver'])).toEqual(['reject'])
  })

  it('finds no way out of what has ended, and none that is another party’s', () => {
    for (const state of REFERRAL_STATUSES.filter(isEnded))
      for (const to of REFERRAL_STATUSES)
        expect(wayTo(state, to, ['sender', 'receiver', 'system'])).toBeUndefined()
    expect(wayTo('requested', 'accepted', ['sender'])).toBeUndefined()
    expect(wayTo('requested', 'cancelled', ['receiver'])).toBeUndefined()
  })

  it('does not tell the same again', () => {
    expect(wayTo('accepted', 'accepted', ['receiver'])).toBeUndefined()
  })
})
