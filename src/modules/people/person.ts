import type { Answer } from '#src/domain/kernel/answer.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'

/** What is sealed of a person; each may be unknown, and why it is unknown is kept. */
export type PersonFacts = {
  /** All names used; the first is the one shown. Empty: nobody knows a name. */
  readonly names: readonly string[]
  readonly born: Answer<PartialDate>
  /** "She was 25 in 2022": an age that somebody gave, and when it was true. */
  readonly agedClaims: readonly { readonly years: number; readonly at: PartialDate }[]
  readonly departed: Answer<PartialDate>
  readonly numbers: readonly string[]
  readonly documents: readonly string[]
  readonly village: Answer<string>
  readonly address: Answer<string>
  readonly languages: readonly string[]
  readonly words: string
}

export const SEXES = ['female', 'male', 'other', 'unknown'] as const
export type Sex = (typeof SEXES)[number]

/** In clear on the row: class, country, district. */
export type PersonMarks = {
  readonly sex: Sex
  readonly nationality: string | null
  readonly originDistrict: string | null
}

export const NO_MARKS: PersonMarks = { sex: 'unknown', nationality: null, originDistrict: null }

const NOT_ASKED = { known: false, why: 'not-asked' } as const

/** Somebody of whom nothing is known yet; saving never waits for a fact. */
export function blankPerson(names: readonly string[] = []): PersonFacts {
  return {
    names,
    born: NOT_ASKED,
    agedClaims: [],
    departed: NOT_ASKED,
    numbers: [],
    documents: [],
    village: NOT_ASKED,
    address: NOT_ASKED,
    languages: [],
    words: '',
  }
}
