import { describe, expect, it } from 'vitest'
import {
  decideScreening,
  firstAction,
  isScreeningOutcome,
  outcomeOf,
  SCREENING_ACTIONS,
  SCREENING_GUARDS,
  SCREENING_OUTCOMES,
  SCREENING_PARTIES,
  SCREENING_STATES,
  SCREENING_TRANSITIONS,
  screeningActionsFor,
  secondAction,
  type ScreeningAction,
  type ScreeningState,
} from './lifecycle.ts'

const ALL = new Set(SCREENING_GUARDS)

/** Said by hand, so that a change of the table is seen. */
const MAY: readonly (readonly [ScreeningState, ScreeningAction, ScreeningState, 'both' | 'other'])[] = [
  ['answering', 'answer', 'answering', 'both'],
  ['answering', 'conclude', 'second-opinion', 'both'],
  ['answering', 'leave-unclear', 'unclear', 'both'],
  ['second-opinion', 'agree', 'agreed', 'other'],
  ['second-opinion', 'differ', 'not-agreed', 'other'],
  ['agreed', 'start-again', 'answering', 'both'],
  ['not-agreed', 'start-again', 'answering', 'both'],
  ['unclear', 'start-again', 'answering', 'both'],
]

describe('the life of a screening', () => {
  it('allows exactly these steps, to these people, and no other', () => {
    for (const from of SCREENING_STATES)
      for (const action of SCREENING_ACTIONS)
        for (const by of SCREENING_PARTIES) {
          const line = MAY.find(([state, step]) => state === from && step === action)
          const decision = decideScreening({ from, action, by, met: ALL })
          const name = `${from} ${action} ${by}`
          if (!line)
            expect([name, decision]).toEqual([
              name,
              { kind: 'refused', code: 'not-from-this-state', missing: [] },
            ])
          else if (line[3] === 'other' && by === 'first')
            expect([name, decision]).toEqual([name, { kind: 'refused', code: 'not-yours', missing: [] }])
          else
            expect([name, decision]).toEqual([
              name,
              { kind: 'allowed', to: line[2], event: `screening.${action}` },
            ])
        }
  })

  it('refuses a step as long as one of its needs is not met, and names it', () => {
    for (const from of SCREENING_STATES)
      for (const [action, step] of Object.entries(SCREENING_TRANSITIONS[from]))
        for (const guard of step.needs) {
          const met = new Set(SCREENING_GUARDS.filter((each) => each !== guard))
          expect(decideScreening({ from, action: action as ScreeningAction, by: 'other', met })).toEqual({
            kind: 'refused',
            code: 'guard-not-met',
            missing: [guard],
          })
        }
  })

  it('never lets the person who concluded be the second screener', () => {
    expect(screeningActionsFor('second-opinion', 'first')).toEqual([])
    expect(screeningActionsFor('second-opinion', 'other')).toEqual(['agree', 'differ'])
  })

  it('makes a yes or a no only where two agreed', () => {
    for (const state of SCREENING_STATES)
      for (const first of SCREENING_OUTCOMES) {
        const outcome = outcomeOf(state, first)
        if (outcome === 'yes' || outcome === 'no') expect([state, outcome]).toEqual(['agreed', first])
      }
    expect(outcomeOf('not-agreed', 'yes')).toBe('unclear')
    expect(outcomeOf('unclear', undefined)).toBe('unclear')
    expect(outcomeOf('second-opinion', 'yes')).toBeUndefined()
  })

  it('sends a yes and a no to a second person, and keeps unclear open', () => {
    expect(SCREENING_OUTCOMES.map(firstAction)).toEqual(['conclude', 'conclude', 'leave-unclear'])
    for (const first of SCREENING_OUTCOMES)
      for (const second of SCREENING_OUTCOMES)
        expect(secondAction(first, second)).toBe(first === second ? 'agree' : 'differ')
    expect(isScreeningOutcome('yes')).toBe(true)
    expect(isScreeningOutcome('victim')).toBe(false)
  })
})
