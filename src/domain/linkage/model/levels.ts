import { BIRTH, BIRTH_LEVELS, birthLevelOf } from '../fields/birth.ts'
import { DIGITS_BASE, numberLevel, NUMBER_LEVELS, PASSPORT_BASE } from '../fields/identifiers.ts'
import { nameScore } from '../names/name-score.ts'
import { tokenCost, type TokenBook } from '../names/token-book.ts'
import { NOWHERE, type Books, type PersonTable } from '../person-table.ts'

// Two records are compared field by field; every field comes to one level. The levels of one pair fit in one number.

export const PLACE_LEVELS = [
  'village-and-district',
  'village',
  'district',
  'district-village-differs',
  'region',
  'region-district-differs',
  'differs',
  'missing',
] as const
export const SEX_LEVELS = ['same', 'differs', 'missing'] as const

/** Lower edges of the name's levels, in natural logarithms; below the first is level 0. */
export const NAME_EDGES = [-6, -3, -1, 1, 2.5, 4, 5.5, 7, 9, 11.5, 14.5] as const
export const NAME_LEVELS = NAME_EDGES.length + 1

export const FIELDS = ['name', 'birth', 'place', 'sex', 'passport', 'phone', 'nik'] as const
export type Field = (typeof FIELDS)[number]
export const LEVEL_COUNT: Readonly<Record<Field, number>> = {
  name: NAME_LEVELS,
  birth: BIRTH_LEVELS.length,
  place: PLACE_LEVELS.length,
  sex: SEX_LEVELS.length,
  passport: NUMBER_LEVELS.length,
  phone: NUMBER_LEVELS.length,
  nik: NUMBER_LEVELS.length,
}
/** The level that says nothing; the name has none, an empty name is read as score 0. */
export const MISSING_LEVEL: Readonly<Record<Field, number>> = {
  name: -1,
  birth: BIRTH.missing,
  place: 7,
  sex: 2,
  passport: 3,
  phone: 3,
  nik: 3,
}

const SHIFT: Readonly<Record<Field, number>> = {
  name: 0,
  birth: 4,
  place: 8,
  sex: 11,
  passport: 13,
  phone: 15,
  nik: 17,
}
const MASK: Readonly<Record<Field, number>> = {
  name: 15,
  birth: 15,
  place: 7,
  sex: 3,
  passport: 3,
  phone: 3,
  nik: 3,
}

export const levelOf = (packed: number, field: Field): number => (packed >> SHIFT[field]) & MASK[field]

/** One level of each field in one number; `levelOf` reads it again. */
export function packLevels(levels: Readonly<Record<Field, number>>): number {
  let packed = 0
  for (const field of FIELDS) packed |= levels[field] << SHIFT[field]
  return packed
}

export function nameLevel(score: number): number {
  let level = 0
  while (level < NAME_EDGES.length && score >= NAME_EDGES[level]!) level++
  return level
}

/** Two spellings of a place's name. */
export const SAME_PLACE = 5

function isSamePlace(places: TokenBook, a: number, b: number): boolean {
  return a !== NOWHERE && b !== NOWHERE && tokenCost(places, a, b) <= SAME_PLACE
}

/** The region both name, or NOWHERE. */
export function sharedPlace(
  places: TokenBook,
  left: PersonTable,
  i: number,
  right: PersonTable,
  j: number,
): number {
  const a = left.place[i]!
  const b = right.place[j]!
  if (isSamePlace(places, a, b)) return b
  const c = left.otherPlace[i]!
  if (isSamePlace(places, c, b)) return b
  const d = right.otherPlace[j]!
  return isSamePlace(places, a, d) || isSamePlace(places, c, d) ? d : NOWHERE
}

function placeLevel(places: TokenBook, left: PersonTable, i: number, right: PersonTable, j: number): number {
  if (left.place[i] === NOWHERE || right.place[j] === NOWHERE) return MISSING_LEVEL.place
  if (sharedPlace(places, left, i, right, j) === NOWHERE) return 6
  const villages = left.village[i] !== NOWHERE && right.village[j] !== NOWHERE
  const districts = left.district[i] !== NOWHERE && right.district[j] !== NOWHERE
  const village = isSamePlace(places, left.village[i]!, right.village[j]!)
  const district = isSamePlace(places, left.district[i]!, right.district[j]!)
  if (village) return district ? 0 : 1
  if (district) return villages ? 3 : 2
  return districts || villages ? 5 : 4
}

/** The written dates; where they disagree, the date inside a NIK may be the one that was written right. */
function bestBirthLevel(left: PersonTable, i: number, right: PersonTable, j: number): number {
  const year = left.year[i]!
  const otherYear = right.year[j]!
  const written = birthLevelOf(year, left.month[i]!, left.day[i]!, otherYear, right.month[j]!, right.day[j]!)
  if (written <= 1) return written
  let best = written
  const l = left.nikBirth[i]!
  if (l !== 0)
    best = Math.min(
      best,
      birthLevelOf(l >> 9, (l >> 5) & 15, l & 31, otherYear, right.month[j]!, right.day[j]!),
    )
  const r = right.nikBirth[j]!
  if (r !== 0)
    best = Math.min(best, birthLevelOf(year, left.month[i]!, left.day[i]!, r >> 9, (r >> 5) & 15, r & 31))
  return best
}

function sexLevel(a: number, b: number): number {
  if (a === 0 || b === 0) return 2
  return a === b ? 0 : 1
}

/** The levels of every field of a pair but the name's, in one number. */
export function fieldLevels(
  books: Books,
  left: PersonTable,
  i: number,
  right: PersonTable,
  j: number,
): number {
  return (
    (bestBirthLevel(left, i, right, j) << SHIFT.birth) |
    (placeLevel(books.places, left, i, right, j) << SHIFT.place) |
    (sexLevel(left.sex[i]!, right.sex[j]!) << SHIFT.sex) |
    (numberLevel(left.passport[i]!, right.passport[j]!, PASSPORT_BASE) << SHIFT.passport) |
    (numberLevel(left.phone[i]!, right.phone[j]!, DIGITS_BASE) << SHIFT.phone) |
    (numberLevel(left.nik[i]!, right.nik[j]!, DIGITS_BASE) << SHIFT.nik)
  )
}

/** All levels of a pair in one number; the name's score is given back apart, because it is more than a level. */
export function pairLevels(
  books: Books,
  left: PersonTable,
  i: number,
  right: PersonTable,
  j: number,
): { readonly levels: number; readonly score: number } {
  const score = nameScore(books.names, left.tokens, i, right.tokens, j)
  return { levels: fieldLevels(books, left, i, right, j) | nameLevel(score), score }
}
