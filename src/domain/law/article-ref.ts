/** Where a rule stands. What was not read in the text itself says so, and screens show it. */
export const LAW_CERTAINTIES = ['verified', 'secondary', 'unverified'] as const
export type LawCertainty = (typeof LAW_CERTAINTIES)[number]

export interface ArticleRef {
  /** Short name of the instrument, for instance `UU 21/2007`. */
  readonly instrument: string
  /** Article as cited, for instance `54(1)` or `18–21, 24`. */
  readonly article: string
  readonly certainty: LawCertainty
  /** Where the text was read. */
  readonly source?: string
}

/** What a clock rests on: a law, or this service's own promise, which is never shown as a law. */
export type ClockSource = ArticleRef | 'internal-target'

export function article(
  instrument: string,
  number: string,
  certainty: LawCertainty = 'verified',
): ArticleRef {
  return { instrument, article: number, certainty }
}
