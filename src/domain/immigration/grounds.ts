/**
 * On which grounds does the law let an officer write that somebody may not pass the border now? A closed list, as data:
 * UU 6/2011 art 16 (1). Its text and the amendment UU 63/2024 were not read for this product, so every ground says
 * "not yet verified". The system never proposes one of them; an officer writes it as his own act, with his reason.
 */
import { article, type ArticleRef } from '../law/article-ref.ts'

export const GROUND_CODES = ['travel-document-not-valid', 'investigator-asked', 'prevention-list'] as const
export type GroundCode = (typeof GROUND_CODES)[number]

/** What the officer must name for a ground, in his own words, so that it can be checked later. */
export const GROUND_PROOFS = ['what-is-not-valid', 'investigator-and-letter', 'list-entry-seen'] as const
export type GroundProof = (typeof GROUND_PROOFS)[number]

export interface Ground {
  readonly code: GroundCode
  readonly basis: readonly ArticleRef[]
  /** Who read the law for this entry, and when it was looked at last. */
  readonly reviewed: '2026-11-21'
  readonly proof: GroundProof
  /** The part of the letter that no longer holds, and the decision that took it away. */
  readonly struck?: { readonly word: 'penyelidikan'; readonly by: string }
}

const LAW = 'UU 6/2011'
const COURT = 'Putusan MK 40/PUU-IX/2011'

export const GROUNDS: readonly Ground[] = [
  {
    code: 'travel-document-not-valid',
    basis: [article(LAW, 'Pasal 16 ayat (1)', 'unverified')],
    reviewed: '2026-11-21',
    proof: 'what-is-not-valid',
  },
  {
    // Penyidikan only: a request of somebody who still looks whether there was a crime is not on the list.
    code: 'investigator-asked',
    basis: [article(LAW, 'Pasal 16 ayat (1)', 'unverified')],
    reviewed: '2026-11-21',
    proof: 'investigator-and-letter',
    struck: { word: 'penyelidikan', by: COURT },
  },
  {
    code: 'prevention-list',
    basis: [article(LAW, 'Pasal 16 ayat (1)', 'unverified')],
    reviewed: '2026-11-21',
    proof: 'list-entry-seen',
  },
]

/** Amends UU 6/2011 and was not read: whatever the list says may have changed. */
export const UNREAD_AMENDMENT = 'UU 63/2024'

export function groundOf(code: string): Ground | undefined {
  return GROUNDS.find((ground) => ground.code === code)
}
