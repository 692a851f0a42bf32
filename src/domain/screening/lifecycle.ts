/**
 * One round of a trafficking screening of one person. The first screener concludes, another person reads the same
 * evidence and answers; only two people who agree make a yes or a no. What is not agreed stays unclear and goes on in
 * a new round; no round is ever overwritten. The system proposes and has no step of its own here.
 */
import {
  actionsOpenTo,
  decideStep,
  type Attempt,
  type Decision,
  type Transitions,
} from '../kernel/transition.ts'

export const SCREENING_STATES = ['answering', 'second-opinion', 'agreed', 'not-agreed', 'unclear'] as const
export type ScreeningState = (typeof SCREENING_STATES)[number]

export const SCREENING_ACTIONS = [
  'answer',
  'conclude',
  'leave-unclear',
  'agree',
  'differ',
  'start-again',
] as const
export type ScreeningAction = (typeof SCREENING_ACTIONS)[number]

/** `first` concluded this round (before that nobody has); `other` is everybody else of the same body. */
export const SCREENING_PARTIES = ['first', 'other'] as const
export type ScreeningParty = (typeof SCREENING_PARTIES)[number]

export const SCREENING_GUARDS = ['reason-given', 'yes-has-evidence', 'evidence-read', 'newest-round'] as const
export type ScreeningGuard = (typeof SCREENING_GUARDS)[number]

export const SCREENING_OUTCOMES = ['yes', 'no', 'unclear'] as const
export type ScreeningOutcome = (typeof SCREENING_OUTCOMES)[number]

const ANYBODY = SCREENING_PARTIES
const OTHER = ['other'] as const
const AGAIN = { to: 'answering', by: ANYBODY, needs: ['newest-round'] } as const

export const SCREENING_TRANSITIONS = {
  answering: {
    answer: { to: 'answering', by: ANYBODY, needs: [] },
    conclude: { to: 'second-opinion', by: ANYBODY, needs: ['reason-given', 'yes-has-evidence'] },
    'leave-unclear': { to: 'unclear', by: ANYBODY, needs: ['reason-given'] },
  },
  'second-opinion': {
    agree: { to: 'agreed', by: OTHER, needs: ['reason-given', 'evidence-read'] },
    differ: { to: 'not-agreed', by: OTHER, needs: ['reason-given', 'evidence-read'] },
  },
  agreed: { 'start-again': AGAIN },
  'not-agreed': { 'start-again': AGAIN },
  unclear: { 'start-again': AGAIN },
} as const satisfies Transitions<ScreeningState, ScreeningAction, ScreeningParty, ScreeningGuard>

export function decideScreening(
  attempt: Attempt<ScreeningState, ScreeningAction, ScreeningParty, ScreeningGuard>,
): Decision<ScreeningState, ScreeningGuard> {
  return decideStep('screening', SCREENING_TRANSITIONS, attempt)
}

export function screeningActionsFor(from: ScreeningState, by: ScreeningParty): readonly ScreeningAction[] {
  return actionsOpenTo(SCREENING_TRANSITIONS, from, by)
}

/** What a first conclusion asks for: a yes or a no waits for a second person, unclear does not. */
export function firstAction(outcome: ScreeningOutcome): 'conclude' | 'leave-unclear' {
  return outcome === 'unclear' ? 'leave-unclear' : 'conclude'
}

export function secondAction(first: ScreeningOutcome, second: ScreeningOutcome): 'agree' | 'differ' {
  return first === second ? 'agree' : 'differ'
}

/** Undefined while it is open. Never a yes or a no of one person alone. */
export function outcomeOf(
  state: ScreeningState,
  first: ScreeningOutcome | undefined,
): ScreeningOutcome | undefined {
  if (state === 'agreed') return first
  return state === 'not-agreed' || state === 'unclear' ? 'unclear' : undefined
}

export function isScreeningOutcome(text: string): text is ScreeningOutcome {
  return (SCREENING_OUTCOMES as readonly string[]).includes(text)
}
