/** Unknown is a value: why a fact is not known matters as much as the fact. */
export const UNKNOWN_REASONS = ['not-asked', 'does-not-know', 'will-not-say'] as const
export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

export type Answer<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly why: UnknownReason }

export function known<T>(value: T): Answer<T> {
  return { known: true, value }
}

export function unknown(why: UnknownReason): Answer<never> {
  return { known: false, why }
}

export function valueOf<T>(answer: Answer<T>): T | undefined {
  return answer.known ? answer.value : undefined
}
