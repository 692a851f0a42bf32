import type { PartialDate } from '#src/domain/kernel/partial-date.ts'

/** What is sealed on a case and its items, under the case's own key. The place is `table.column/id`. */
export type SealedSummary = { readonly text: string }
export type SealedWish = {
  readonly words: string
  readonly language: string
  readonly readBack: 'read-back' | 'not-read-back'
}
export type SealedEntry = {
  /** Undefined: only the person's own words about when. */
  readonly date?: PartialDate
  readonly dateWords: string
  readonly text: string
}
export type SealedActor = { readonly name: string; readonly where: string; readonly note: string }
export type SealedNeed = { readonly label: string }
export type SealedText = { readonly text: string }
export type SealedEvidence = {
  readonly title: string
  readonly kind: string
  readonly from: string
  readonly original: string
}
export type SealedCustody = { readonly from: string; readonly to: string; readonly why: string }
export type SealedIncident = { readonly name: string }
