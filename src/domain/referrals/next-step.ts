/**
 * An offer ended without being taken: where does the need go? To the next competent body by itself where the
 * consent (or the exception) covers that body, else back to the sender as the first task, with the next body
 * and the question of consent prepared. It is never left lying.
 */
import type { ConsentAnswer } from '../cases/codes.ts'

export const OFFER_ENDS = ['rejected', 'silent', 'cancelled'] as const
export type OfferEnd = (typeof OFFER_ENDS)[number]

/** A body that could act, in order of competence. */
export interface Candidate {
  readonly bodyId: string
  /** The person's answer about this reader. */
  readonly consent: ConsentAnswer
  /** The person asked that this body does not see it; it is passed over without a word. */
  readonly keptFrom: 'yes' | 'no'
}

export interface EndedOffer {
  readonly how: OfferEnd
  readonly candidates: readonly Candidate[]
  /** Bodies that were offered this need before, the last one included. */
  readonly tried: ReadonlySet<string>
  /** Bodies that a still valid exception without consent covers. */
  readonly exceptionCovers: ReadonlySet<string>
}

export type NextStep =
  | { readonly kind: 'offer'; readonly bodyId: string; readonly cover: 'consent' | 'exception' }
  /** First task of the sender's officer and supervisor: ask the person about this body. */
  | { readonly kind: 'ask-consent'; readonly bodyId: string }
  /** First task of the sender's officer and supervisor: no competent body is left that may be asked. */
  | { readonly kind: 'no-body-left' }
  /** The sender ended it; the sender decides. */
  | { readonly kind: 'sender-decides'; readonly bodyId?: string }

export function afterOfferEnds(offer: EndedOffer): NextStep {
  const next = nextCandidate(offer)
  if (offer.how === 'cancelled') return { kind: 'sender-decides', bodyId: next?.bodyId }
  if (next === undefined) return { kind: 'no-body-left' }
  if (next.consent === 'yes') return { kind: 'offer', bodyId: next.bodyId, cover: 'consent' }
  if (offer.exceptionCovers.has(next.bodyId))
    return { kind: 'offer', bodyId: next.bodyId, cover: 'exception' }
  return { kind: 'ask-consent', bodyId: next.bodyId }
}

// A body the person refused is not asked for again by the system: nobody is worn down into a yes.
function nextCandidate(offer: EndedOffer): Candidate | undefined {
  return offer.candidates.find(
    (each) => !offer.tried.has(each.bodyId) && each.keptFrom === 'no' && each.consent !== 'no',
  )
}
