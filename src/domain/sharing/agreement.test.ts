import { describe, expect, it } from 'vitest'
import {
  agreementNeed,
  covers,
  holdsOn,
  problemsOfTerms,
  SHARING_PURPOSES,
  shownState,
  stepsOpenTo,
  type SharingAgreementFacts,
} from './agreement.ts'

const facts: SharingAgreementFacts = {
  state: 'in-force',
  purposes: ['hand-over', 'comparison'],
  items: ['name', 'needs'],
  from: '2026-01-01',
  until: '2026-12-31',
}

describe('a standing agreement', () => {
  it('holds on its first and its last day and on no day outside', () => {
    const on = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'] as const
    expect(on.map((day) => holdsOn(facts, day))).toEqual([false, true, true, false])
  })

  it('covers only the purposes that were agreed', () => {
    expect(covers(facts, 'comparison', '2026-06-01')).toBe(true)
    expect(covers(facts, 'look-up', '2026-06-01')).toBe(false)
  })

  it('holds in no other state, whatever the day', () => {
    for (const state of ['proposed', 'confirmed', 'refused', 'ended'] as const)
      expect(holdsOn({ ...facts, state }, '2026-06-01')).toBe(false)
  })

  it('is shown as run out or not yet begun where its days say so', () => {
    const on = ['2025-12-31', '2026-06-01', '2027-01-01'] as const
    expect(on.map((day) => shownState(facts, day))).toEqual(['not-yet', 'in-force', 'run-out'])
  })

  it('names what is wrong with its terms', () => {
    expect(problemsOfTerms({ purposes: [], items: [], from: '2026-02-01', until: '2026-01-01' })).toEqual([
      'purposes-missing',
      'items-missing',
      'until-before-from',
    ])
    expect(problemsOfTerms({ ...facts, until: '2031-01-02' })).toEqual(['too-long'])
    expect(problemsOfTerms(facts)).toEqual([])
  })

  it('takes two people on the proposing side and somebody on the other', () => {
    expect(stepsOpenTo({ state: 'proposed', side: 'from', proposer: 'me' })).toEqual(['end'])
    expect(stepsOpenTo({ state: 'proposed', side: 'from', proposer: 'somebody-else' })).toContain('confirm')
    expect(stepsOpenTo({ state: 'proposed', side: 'to', proposer: 'somebody-else' })).toEqual([])
    expect(stepsOpenTo({ state: 'confirmed', side: 'from', proposer: 'somebody-else' })).toEqual(['end'])
    expect(stepsOpenTo({ state: 'confirmed', side: 'to', proposer: 'somebody-else' })).toEqual([
      'accept',
      'refuse',
    ])
    expect(stepsOpenTo({ state: 'ended', side: 'to', proposer: 'me' })).toEqual([])
  })
})

describe('the need for an agreement', () => {
  it('is asked for where two bodies share again and again or set the means together', () => {
    const required = SHARING_PURPOSES.filter((purpose) => agreementNeed(purpose).kind === 'required')
    expect(required).toEqual(['exchange', 'comparison', 'look-up'])
  })

  it('is left unclear where the sources do not say, and never guessed into a yes for one person’s hand-over', () => {
    expect(agreementNeed('hand-over')).toMatchObject({ kind: 'unclear', why: 'single-hand-over-not-said' })
    expect(agreementNeed('joint-work').kind).toBe('unclear')
  })

  it('names its article as not read at first hand', () => {
    for (const purpose of SHARING_PURPOSES)
      for (const basis of agreementNeed(purpose).basis) expect(basis.certainty).toBe('secondary')
  })
})
