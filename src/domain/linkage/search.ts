import {
  findCandidates,
  makeFinder,
  updateSounds,
  type BlockIndex,
  type Finder,
  type Sounds,
} from './blocking.ts'
import { fieldLevels, nameLevel, sharedPlace } from './model/levels.ts'
import {
  conflictChance,
  fieldSum,
  mostNameWeight,
  nameWeight,
  priorOdds,
  regionExtra,
  sharesNumber,
  sumFields,
  type LinkModel,
} from './model/model.ts'
import { nameScore } from './names/name-score.ts'
import { tableOf, type Books, type PersonRecord, type PersonTable } from './person-table.ts'

/** A register ready to be asked: its rows, the keys under which they lie, the words they are made of. */
export type Register = {
  readonly books: Books
  readonly sounds: Sounds
  readonly table: PersonTable
  readonly index: BlockIndex
  readonly model: LinkModel
}

/** A row that may be the person, before its rivals are heard; best first. */
export type Found = {
  readonly row: number
  readonly samePerson: number
  readonly conflict: number
  readonly levels: number
  readonly score: number
}

/** Above this number of rows a key is passed over when one person is looked up. */
const MOST_ROWS = 400
const LEAST_ODDS = 0.001
const MOST_FOUND = 20

export const makeRegisterFinder = (register: Register): Finder => makeFinder(register.table.size)

/** Looks one new person up. The register's own counts of names and places are not changed by asking. */
export function findPerson(register: Register, finder: Finder, record: PersonRecord): readonly Found[] {
  const { books, sounds, table, index, model } = register
  const scale = scaleOf(model)
  const one = tableOf([record], books, 'not-counted')
  updateSounds(sounds, books)
  const count = findCandidates(finder, sounds, index, one, 0, MOST_ROWS)
  const found: (Found & { readonly odds: number })[] = []
  let all = 1
  for (let k = 0; k < count; k++) {
    const row = finder.found[k]!
    const pair = weighOne(model, scale, books, one, 0, table, row)
    if (pair === undefined) continue
    all += pair.odds
    found.push({ row, samePerson: 0, ...pair })
  }
  return found
    .map(({ odds, ...rest }) => ({ ...rest, samePerson: odds / all }))
    .toSorted((a, b) => Math.max(b.samePerson, b.conflict) - Math.max(a.samePerson, a.conflict))
    .slice(0, MOST_FOUND)
}

/** What a model says of every pair alike, worked out once. */
type Scale = { readonly prior: number; readonly sums: Float64Array; readonly least: number }

const scales = new WeakMap<LinkModel, Scale>()

function scaleOf(model: LinkModel): Scale {
  const known = scales.get(model)
  if (known) return known
  const prior = priorOdds(model)
  // Below this the fields leave so little that no name brings the pair up to LEAST_ODDS.
  const made = { prior, sums: sumFields(model), least: Math.log(LEAST_ODDS / prior) - mostNameWeight(model) }
  scales.set(model, made)
  return made
}

type Weighed = {
  readonly odds: number
  readonly conflict: number
  readonly levels: number
  readonly score: number
}

/** Undefined where even the best name could not make the pair worth showing: then the names are not compared. */
function weighOne(
  model: LinkModel,
  scale: Scale,
  books: Books,
  left: PersonTable,
  i: number,
  right: PersonTable,
  j: number,
): Weighed | undefined {
  const fields = fieldLevels(books, left, i, right, j)
  const shared = sharesNumber(fields)
  const sum = fieldSum(scale.sums, fields)
  if (!shared && sum < scale.least) return undefined
  const score = nameScore(books.names, left.tokens, i, right.tokens, j)
  const levels = fields | nameLevel(score)
  const place = sharedPlace(books.places, left, i, right, j)
  const weight = sum + nameWeight(model, score) + regionExtra(model, books, place)
  const odds = scale.prior * Math.exp(Math.min(60, weight))
  if (odds < LEAST_ODDS && !shared) return undefined
  return { odds, conflict: shared ? conflictChance(model, levels, score) : 0, levels, score }
}

/** What a batch keeps of its pairs, in columns: they go from thread to thread without a copy. */
export type Kept = {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly odds: Float64Array
  readonly conflict: Float32Array
}
export type BatchPart = { readonly compared: number; readonly kept: Kept }

/** Compares the left rows from `from` to `to` with the register. Two halves may be done on two threads. */
export function comparePart(
  register: Register,
  left: PersonTable,
  from: number,
  to: number,
  mostRows: number,
): BatchPart {
  const { books, sounds, table, index, model } = register
  const scale = scaleOf(model)
  const finder = makeFinder(table.size)
  const lefts: number[] = []
  const rights: number[] = []
  const odds: number[] = []
  const conflicts: number[] = []
  let compared = 0
  for (let i = from; i < to; i++) {
    const count = findCandidates(finder, sounds, index, left, i, mostRows)
    compared += count
    for (let k = 0; k < count; k++) {
      const j = finder.found[k]!
      const pair = weighOne(model, scale, books, left, i, table, j)
      if (pair === undefined) continue
      lefts.push(i)
      rights.push(j)
      odds.push(pair.odds)
      conflicts.push(pair.conflict)
    }
  }
  return {
    compared,
    kept: {
      left: Int32Array.from(lefts),
      right: Int32Array.from(rights),
      odds: Float64Array.from(odds),
      conflict: Float32Array.from(conflicts),
    },
  }
}

/** Chances after every rival on both sides was heard, for the parts together and in their order. */
export function hearRivals(
  parts: readonly Kept[],
  leftSize: number,
  rightSize: number,
): readonly Float64Array[] {
  const byLeft = new Float64Array(leftSize)
  const byRight = new Float64Array(rightSize)
  for (const { left, right, odds } of parts)
    for (let k = 0; k < odds.length; k++) {
      byLeft[left[k]!]! += odds[k]!
      byRight[right[k]!]! += odds[k]!
    }
  return parts.map(({ left, right, odds }) =>
    odds.map((value, k) => value / (1 + byLeft[left[k]!]! + byRight[right[k]!]! - value)),
  )
}
