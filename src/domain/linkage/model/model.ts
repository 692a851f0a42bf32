import { BIRTH } from '../fields/birth.ts'
import { rarity } from '../names/token-book.ts'
import { NOWHERE, type Books, type PersonTable } from '../person-table.ts'
import { FIELDS, levelOf, MISSING_LEVEL, NAME_EDGES, sharedPlace, type Field } from './levels.ts'

/** Weights of every level of every field: log of its share among pairs of one person over its share by chance. */
export type LinkModel = {
  readonly version: string
  readonly weights: Readonly<Record<Field, readonly number[]>>
  /** Share of left records that have their person in the right file. */
  readonly found: number
  /** Share of the pairs with the same number whose identities do not agree. */
  readonly conflicting: number
  /** Share of pairs by chance that name the same region: a rare region is worth more than this, a common one less. */
  readonly regionChance: number
  readonly rightSize: number
}

/** A region's rarity may add or take so much. */
const MOST_REGION = 2.5
/** Above the last level a name goes on to count, but less: three rare tokens are not three persons. */
const SLOPE_ABOVE = 0.5
const MOST_ABOVE = 8

/** Middle of each level of the name's score; between two middles the weight runs straight. */
const MIDDLES: readonly number[] = [
  NAME_EDGES[0] - 3,
  ...NAME_EDGES.map((edge, at) => (edge + (NAME_EDGES[at + 1] ?? edge + 3)) / 2),
]

export function nameWeight(model: LinkModel, score: number): number {
  const weights = model.weights.name
  const last = MIDDLES.length - 1
  if (score <= MIDDLES[0]!) return weights[0]!
  if (score >= MIDDLES[last]!)
    return weights[last]! + Math.min(MOST_ABOVE, (score - MIDDLES[last]!) * SLOPE_ABOVE)
  let at = 0
  while (score >= MIDDLES[at + 1]!) at++
  const share = (score - MIDDLES[at]!) / (MIDDLES[at + 1]! - MIDDLES[at]!)
  return weights[at]! + share * (weights[at + 1]! - weights[at]!)
}

/** What a region adds to the level's weight, because it is rarer or more common than the mean one. */
export function regionExtra(model: LinkModel, books: Books, place: number): number {
  return place === NOWHERE ? 0 : rarityExtra(model, rarity(books.places, place))
}

function rarityExtra(model: LinkModel, rare: number): number {
  return Math.max(-MOST_REGION, Math.min(MOST_REGION, rare + Math.log(model.regionChance)))
}

/** Weight of one field but the name. Missing weighs nothing, in either direction. */
export function fieldWeight(model: LinkModel, field: Field, level: number): number {
  return level === MISSING_LEVEL[field] ? 0 : (model.weights[field][level] ?? 0)
}

const HARD: ReadonlySet<Field> = new Set(['passport', 'phone', 'nik'])

export type PairWeight = {
  /** Name, birth, place, sex: who it is said to be. */
  readonly identity: number
  /** Passport, telephone, NIK. */
  readonly numbers: number
}

const DIFFERENT_PLACE = 6

export function weighPair(
  model: LinkModel,
  books: Books,
  left: PersonTable,
  i: number,
  right: PersonTable,
  j: number,
  levels: number,
  score: number,
): PairWeight {
  const place = sharedPlace(books.places, left, i, right, j)
  return weighLevels(model, levels, score, place === NOWHERE ? Number.NaN : rarity(books.places, place))
}

/** The same from the levels alone; `region` is how rare the region is that both name, NaN for none. */
export function weighLevels(model: LinkModel, levels: number, score: number, region: number): PairWeight {
  let identity = nameWeight(model, score)
  let numbers = 0
  for (const field of FIELDS) {
    if (field === 'name') continue
    const weight = fieldWeight(model, field, levelOf(levels, field))
    if (HARD.has(field)) numbers += weight
    else identity += weight
  }
  if (levelOf(levels, 'place') < DIFFERENT_PLACE && !Number.isNaN(region))
    identity += rarityExtra(model, region)
  return { identity, numbers }
}

/** Odds that a left record's person is this row of the right file, before anything was compared. */
export const priorOdds = (model: LinkModel): number =>
  model.found / (1 - model.found) / Math.max(1, model.rightSize)

/** The most that a name can add; and a rare region. */
export const mostNameWeight = (model: LinkModel): number =>
  (model.weights.name.at(-1) ?? 0) + MOST_ABOVE + MOST_REGION

/** Levels of every field but the name fit in so many bits, above the name's four. */
const FIELD_BITS = 15
const NAME_BITS = 4

/** Weights of all fields but the name, summed once for every combination of levels: a batch only looks them up. */
export function sumFields(model: LinkModel): Float64Array {
  const sums = new Float64Array(1 << FIELD_BITS)
  for (let at = 0; at < sums.length; at++)
    for (const field of FIELDS)
      if (field !== 'name') sums[at]! += fieldWeight(model, field, levelOf(at << NAME_BITS, field))
  return sums
}

export const fieldSum = (sums: Float64Array, levels: number): number => sums[levels >> NAME_BITS]!

/** How far an agreeing or another name speaks for or against a conflict: a false identity often keeps a name. */
const NAME_FOR_CONFLICT = 1
const NAME_AGAINST = -4

/**
 * Chance that two records with the same passport, NIK or telephone tell two identities. The number itself is left out:
 * it says that the records belong together, not that they say the same.
 */
export function conflictChance(model: LinkModel, levels: number, score: number): number {
  const name = Math.max(NAME_AGAINST, Math.min(NAME_FOR_CONFLICT, nameWeight(model, score)))
  const evidence =
    name +
    fieldWeight(model, 'birth', levelOf(levels, 'birth')) +
    fieldWeight(model, 'place', levelOf(levels, 'place')) +
    fieldWeight(model, 'sex', levelOf(levels, 'sex'))
  const odds = (model.conflicting / (1 - model.conflicting)) * Math.exp(-evidence)
  return Math.max(odds / (1 + odds), contradictsDocument(levels) ? CONTRADICTION : 0)
}

/** A contradiction is raised whatever else agrees: a common name and a common regency do not average it away. */
const CONTRADICTION = 0.75

/** One document and two birth dates that no slip of the pen explains. A telephone is shared in a family: not enough. */
const contradictsDocument = (levels: number): boolean =>
  (levelOf(levels, 'passport') === 0 || levelOf(levels, 'nik') === 0) &&
  levelOf(levels, 'birth') === BIRTH.differs

export const sharesNumber = (levels: number): boolean =>
  levelOf(levels, 'passport') === 0 || levelOf(levels, 'phone') === 0 || levelOf(levels, 'nik') === 0
