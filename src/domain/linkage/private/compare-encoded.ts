import { BIRTH } from '../fields/birth.ts'
import { DIFFERS, MISSING, ONE_SIGN, SAME } from '../fields/identifiers.ts'
import { SAME_PLACE, MISSING_LEVEL, nameLevel, packLevels } from '../model/levels.ts'
import { joinWorth, MOST_JOIN_COST, MOST_RARITY, scoreCompared } from '../names/name-score.ts'
import { FAR } from '../names/token-book.ts'
import type { EncodedBirth, EncodedNumber, EncodedRecord, EncodedToken } from './encode.ts'

// Levels of a pair from codes alone: the same levels that the clear text gives, so the same model weighs them.

export type ComparedPair = {
  readonly levels: number
  readonly score: number
  /** How rare the region is that both name; NaN for none. */
  readonly region: number
}

export function compareEncoded(left: EncodedRecord, right: EncodedRecord): ComparedPair {
  const score = scoreCompared({
    left: left.tokens.map(({ role }) => role),
    right: right.tokens.map(({ role }) => role),
    gain: (i, j) => gainOf(left.tokens[i]!, right.tokens[j]!),
    join: (side, a, b, one) =>
      side === 0 ? joinGain(left, a, b, right.tokens[one]!) : joinGain(right, a, b, left.tokens[one]!),
  })
  const region = sharedRegion(left, right)
  return {
    score,
    region: region ?? Number.NaN,
    levels: packLevels({
      name: nameLevel(score),
      birth: bestBirth(left, right),
      place: placeLevel(left, right, region),
      sex: left.sex === '' || right.sex === '' ? 2 : left.sex === right.sex ? 0 : 1,
      passport: numberLevel(left.passport, right.passport),
      phone: numberLevel(left.phone, right.phone),
      nik: numberLevel(left.nik, right.nik),
    }),
  }
}

/** The least cost at which two sets of codes meet. */
function meeting(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let least = Infinity
  for (const [code, cost] of left) {
    const other = right.get(code)
    if (other !== undefined && cost + other < least) least = cost + other
  }
  return least
}

function tokenCost(left: EncodedToken, right: EncodedToken): number {
  const spelt = meeting(left.spellings, right.spellings)
  const cost = Math.min(
    spelt,
    left.parts.get(right.whole) ?? Infinity,
    right.parts.get(left.whole) ?? Infinity,
  )
  return cost <= FAR ? cost : Infinity
}

function gainOf(left: EncodedToken, right: EncodedToken): number {
  const cost = tokenCost(left, right)
  return cost === Infinity ? -Infinity : Math.min(left.worth, right.worth, MOST_RARITY) - cost
}

function joinGain(two: EncodedRecord, a: number, b: number, one: EncodedToken): number {
  if (!one.long) return -Infinity
  const join = two.joins.find((each) => each.a === a && each.b === b)
  const cost = join ? meeting(join.spellings, one.spellings) : Infinity
  return cost > MOST_JOIN_COST ? -Infinity : joinWorth(one.worth, cost)
}

const same = (left: string, right: string): boolean => left === right

function birthLevel(left: EncodedBirth, right: EncodedBirth): number {
  if (left.known === 'nothing' || right.known === 'nothing') return BIRTH.missing
  const sameYear = same(left.year, right.year)
  if (left.known === 'year' || right.known === 'year') {
    if (sameYear) return BIRTH['same-year-only']
    return left.yearsBeside.includes(right.year) ? BIRTH['year-near'] : BIRTH.differs
  }
  if (same(left.date, right.date)) return left.isDefault ? BIRTH['same-default-day'] : BIRTH.same
  if (same(left.date, right.turned)) return BIRTH['day-and-month-swapped']
  if (left.masked.some((code) => right.masked.includes(code))) return BIRTH['one-digit']
  if (same(left.yearMonth, right.yearMonth)) return BIRTH['day-differs']
  if (same(left.yearDay, right.yearDay)) return BIRTH['month-differs']
  if (same(left.monthDay, right.monthDay)) return BIRTH['year-differs']
  return sameYear ? BIRTH['same-year-only'] : BIRTH.differs
}

/** As in the clear text: where the written dates disagree, the date inside a NIK may be the right one. */
function bestBirth(left: EncodedRecord, right: EncodedRecord): number {
  const written = birthLevel(left.birth, right.birth)
  if (written <= 1) return written
  return Math.min(
    written,
    left.nikBirth ? birthLevel(left.nikBirth, right.birth) : written,
    right.nikBirth ? birthLevel(left.birth, right.nikBirth) : written,
  )
}

type Place = EncodedRecord['place']

const isSamePlace = (left: Place, right: Place): boolean =>
  left !== null && right !== null && meeting(left.spellings, right.spellings) <= SAME_PLACE

/** How rare the region is that both name; null for none. */
function sharedRegion(left: EncodedRecord, right: EncodedRecord): number | null {
  for (const theirs of [right.place, right.otherPlace])
    if (isSamePlace(left.place, theirs) || isSamePlace(left.otherPlace, theirs)) return theirs?.worth ?? null
  return null
}

function placeLevel(left: EncodedRecord, right: EncodedRecord, region: number | null): number {
  if (left.place === null || right.place === null) return MISSING_LEVEL.place
  if (region === null) return 6
  const villages = left.village !== null && right.village !== null
  const districts = left.district !== null && right.district !== null
  const district = isSamePlace(left.district, right.district)
  if (isSamePlace(left.village, right.village)) return district ? 0 : 1
  if (district) return villages ? 3 : 2
  return districts || villages ? 5 : 4
}

function numberLevel(left: EncodedNumber | null, right: EncodedNumber | null): number {
  if (left === null || right === null) return MISSING
  if (same(left.whole, right.whole)) return SAME
  return left.masked.some((code) => right.masked.includes(code)) ? ONE_SIGN : DIFFERS
}
