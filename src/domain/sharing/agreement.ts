/**
 * What do two controllers agree on before they share again and again, and which sharing needs that? UU 27/2022 art 18: an
 * agreement on roles, a linked purpose and a joint contact. The article itself was not read; the notes name it for two
 * controllers and do not say whether a single hand-over is meant, so that answer stays *unclear*.
 */
import type { ConsentItem } from '../cases/codes.ts'
import { addYears, type PlainDate } from '../kernel/partial-date.ts'
import { article, type ArticleRef } from '../law/article-ref.ts'

export const SHARING_PURPOSES = [
  'hand-over',
  'joint-work',
  'exchange',
  'comparison',
  'look-up',
  'task-force',
] as const
export type SharingPurpose = (typeof SHARING_PURPOSES)[number]

export const AGREEMENT_STATES = ['proposed', 'confirmed', 'in-force', 'refused', 'ended'] as const
export type SharingState = (typeof AGREEMENT_STATES)[number]

export const AGREEMENT_END_REASONS = [
  'replaced',
  'purpose-fulfilled',
  'breach',
  'law-changed',
  'not-agreed',
  'mistake',
  'other',
] as const
export type AgreementEndReason = (typeof AGREEMENT_END_REASONS)[number]

export const AGREEMENT_STEPS = ['confirm', 'accept', 'refuse', 'end'] as const
export type AgreementStep = (typeof AGREEMENT_STEPS)[number]

/** An agreement is looked at again: none lasts longer. An internal rule; no article was found. */
export const LONGEST_YEARS = 5

export interface AgreementTerms {
  readonly purposes: readonly SharingPurpose[]
  readonly items: readonly ConsentItem[]
  readonly from: PlainDate
  readonly until: PlainDate
}

export interface SharingAgreementFacts extends AgreementTerms {
  readonly state: SharingState
}

/** In force on this day, both days included. */
export function holdsOn(agreement: SharingAgreementFacts, day: PlainDate): boolean {
  return agreement.state === 'in-force' && agreement.from <= day && day <= agreement.until
}

export function covers(agreement: SharingAgreementFacts, purpose: SharingPurpose, day: PlainDate): boolean {
  return holdsOn(agreement, day) && agreement.purposes.includes(purpose)
}

/** As people are told: an agreement in force whose last day is over is over, though nobody ended it. */
export type ShownAgreementState = SharingState | 'not-yet' | 'run-out'

export function shownState(agreement: SharingAgreementFacts, day: PlainDate): ShownAgreementState {
  if (agreement.state !== 'in-force') return agreement.state
  if (day < agreement.from) return 'not-yet'
  return day > agreement.until ? 'run-out' : 'in-force'
}

export type TermsProblem = 'purposes-missing' | 'items-missing' | 'until-before-from' | 'too-long'

export function problemsOfTerms(terms: AgreementTerms): readonly TermsProblem[] {
  const problems: TermsProblem[] = []
  if (terms.purposes.length === 0) problems.push('purposes-missing')
  if (terms.items.length === 0) problems.push('items-missing')
  if (terms.until < terms.from) problems.push('until-before-from')
  if (terms.until > addYears(terms.from, LONGEST_YEARS)) problems.push('too-long')
  return problems
}

/** Which steps a person of this side may take. Proposer and second person are two people. */
export function stepsOpenTo(asked: {
  readonly state: SharingState
  readonly side: 'from' | 'to'
  readonly proposer: 'me' | 'somebody-else'
}): readonly AgreementStep[] {
  const { state, side, proposer } = asked
  if (state === 'proposed') return side === 'to' ? [] : proposer === 'me' ? ['end'] : ['confirm', 'end']
  if (state === 'confirmed') return side === 'to' ? ['accept', 'refuse'] : ['end']
  return state === 'in-force' ? ['end'] : []
}

export const ARTICLE_18: ArticleRef = article('UU 27/2022', '18', 'secondary')
const CONSENT: ArticleRef = article('UU 27/2022', '20(2)', 'secondary')

/** Why an agreement is asked for, or why nobody can say. */
export const AGREEMENT_NEED_REASONS = [
  'shared-again-and-again',
  'means-set-together',
  'single-hand-over-not-said',
  'one-case-together-not-said',
  'task-force-by-rule-not-said',
] as const
export type AgreementNeedReason = (typeof AGREEMENT_NEED_REASONS)[number]

export type AgreementNeed =
  /** Nothing is shared for this purpose before an agreement is in force. */
  | { readonly kind: 'required'; readonly why: AgreementNeedReason; readonly basis: readonly ArticleRef[] }
  /** Our sources do not say. Nothing is held up; the page says that it is unclear. */
  | { readonly kind: 'unclear'; readonly why: AgreementNeedReason; readonly basis: readonly ArticleRef[] }

const NEEDS: Readonly<Record<SharingPurpose, AgreementNeed>> = {
  // One case, one package, on the person's own word: the notes speak of two controllers who process together.
  'hand-over': { kind: 'unclear', why: 'single-hand-over-not-said', basis: [CONSENT, ARTICLE_18] },
  'joint-work': { kind: 'unclear', why: 'one-case-together-not-said', basis: [CONSENT, ARTICLE_18] },
  'task-force': { kind: 'unclear', why: 'task-force-by-rule-not-said', basis: [ARTICLE_18] },
  exchange: { kind: 'required', why: 'shared-again-and-again', basis: [ARTICLE_18] },
  'look-up': { kind: 'required', why: 'shared-again-and-again', basis: [ARTICLE_18] },
  comparison: { kind: 'required', why: 'means-set-together', basis: [ARTICLE_18] },
}

/** Does the law ask two controllers for an agreement before they share for this purpose? */
export function agreementNeed(purpose: SharingPurpose): AgreementNeed {
  return NEEDS[purpose]
}
