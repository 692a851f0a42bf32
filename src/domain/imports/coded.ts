/** The codes behind the words of a column, and which codes a person may choose for a word that we do not know. */
import { CASE_TYPES } from '../cases/case-types.ts'
import { AGENCY_CLOSING_REASONS, SECTORS } from '../cases/codes.ts'
import { URGENCIES } from '../cases/urgency.ts'
import type { Coded } from './fields.ts'
import { SECTOR_WORDS, SEX_WORDS, STATUS_WORDS, TYPE_WORDS, URGENCY_WORDS } from './words.ts'

/** What comes from the reference data: plain names of countries and of regencies, each with its code. */
export type Lookups = {
  readonly countries: ReadonlyMap<string, string>
  readonly regencies: ReadonlyMap<string, string>
}

export const NATIONALITY_IS_COUNTRY: Readonly<Partial<Record<Coded, Coded>>> = { nationality: 'country' }

const WORDS: Readonly<Partial<Record<Coded, Readonly<Record<string, string>>>>> = {
  sex: SEX_WORDS,
  'case-type': TYPE_WORDS,
  urgency: URGENCY_WORDS,
  status: STATUS_WORDS,
  sector: SECTOR_WORDS,
}

export function codeOf(use: Coded, plain: string, lookups: Lookups): string | undefined {
  if (use === 'country') return lookups.countries.get(plain)
  const words = WORDS[use] ?? {}
  if (Object.hasOwn(words, plain)) return words[plain]
  return choicesFor(use, lookups).find((code) => code.toLowerCase() === plain.replaceAll(' ', '_'))
}

/** Every code that a word of this column may be given. */
export function choicesFor(use: Coded, lookups: Lookups): readonly string[] {
  switch (use) {
    case 'sex':
      return ['female', 'male', 'other']
    case 'case-type':
      return CASE_TYPES
    case 'urgency':
      return URGENCIES
    case 'status':
      return ['open', ...AGENCY_CLOSING_REASONS]
    case 'sector':
      return SECTORS.filter((sector) => sector !== 'unknown')
    case 'country':
    case 'nationality':
      return [...new Set(lookups.countries.values())]
    default:
      return use satisfies never
  }
}
