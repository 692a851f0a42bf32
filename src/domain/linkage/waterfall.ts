import { BIRTH_LEVELS } from './fields/birth.ts'
import { NUMBER_LEVELS } from './fields/identifiers.ts'
import {
  FIELDS,
  levelOf,
  MISSING_LEVEL,
  pairLevels,
  PLACE_LEVELS,
  SEX_LEVELS,
  sharedPlace,
  type Field,
} from './model/levels.ts'
import { fieldWeight, nameWeight, regionExtra, type LinkModel } from './model/model.ts'
import { alignedTokens, type AlignedToken } from './names/name-score.ts'
import { NOWHERE, type Books, type PersonTable } from './person-table.ts'

export const NAME_CODES = ['name-same', 'name-alike', 'name-partly', 'name-differs'] as const

/** One step of the sum, as a code and its parts: the sentences stand in src/texts. */
export type Step = {
  readonly field: Field | 'region-rarity'
  /** `birth-one-digit`, `place-village`, `name-alike`, `passport-same` … */
  readonly code: string
  /** Natural logarithms: above 0 speaks for one person, below against it. */
  readonly weight: number
  /** For the name: which token was read as which. Shown beside the records to those who may see them. */
  readonly tokens?: readonly AlignedToken[]
}

const NAMES_OF: Readonly<Record<Exclude<Field, 'name'>, readonly string[]>> = {
  birth: BIRTH_LEVELS,
  place: PLACE_LEVELS,
  sex: SEX_LEVELS,
  passport: NUMBER_LEVELS,
  phone: NUMBER_LEVELS,
  nik: NUMBER_LEVELS,
}

const REGION_DIFFERS = 6

/** Why a pair weighs what it weighs, step by step; the steps add up. What is missing has no step: it weighs nothing. */
export function explainPair(
  model: LinkModel,
  books: Books,
  left: PersonTable,
  i: number,
  right: PersonTable,
  j: number,
): readonly Step[] {
  const { levels, score } = pairLevels(books, left, i, right, j)
  const tokens = alignedTokens(books.names, left.tokens, i, right.tokens, j)
  const steps: Step[] = [{ field: 'name', code: nameCode(tokens), weight: nameWeight(model, score), tokens }]
  for (const field of FIELDS) {
    const level = levelOf(levels, field)
    if (field === 'name' || level === MISSING_LEVEL[field]) continue
    steps.push({
      field,
      code: `${field}-${NAMES_OF[field][level] ?? ''}`,
      weight: fieldWeight(model, field, level),
    })
  }
  if (levelOf(levels, 'place') >= REGION_DIFFERS) return steps
  const place = sharedPlace(books.places, left, i, right, j)
  const weight = regionExtra(model, books, place)
  if (place !== NOWHERE && weight !== 0)
    steps.push({ field: 'region-rarity', code: weight > 0 ? 'region-rare' : 'region-common', weight })
  return steps
}

function nameCode(tokens: readonly AlignedToken[]): (typeof NAME_CODES)[number] {
  const read = tokens.filter((token) => token.kind !== 'unmatched')
  if (read.length === 0) return 'name-differs'
  if (read.length < tokens.length) return 'name-partly'
  return read.every((token) => token.kind === 'same') ? 'name-same' : 'name-alike'
}
