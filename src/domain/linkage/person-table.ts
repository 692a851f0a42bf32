import { birthOfNik, readBirth } from './fields/birth.ts'
import { packNik, packText, readNik, readPassport, readPhone } from './fields/identifiers.ts'
import { readPlace } from './fields/place.ts'
import type { EditTable } from './names/edit-weights.ts'
import { ALIAS, GIVEN, MOST_TOKENS, PATRONYM, type Tokens } from './names/name-score.ts'
import { normaliseName } from './names/normalise-name.ts'
import { countToken, tokenBook, tokenId, type TokenBook } from './names/token-book.ts'

/** What one file says of one person. Every field may be empty: empty is no evidence. */
export type PersonRecord = {
  readonly name: string
  /** `M`, `F` or empty. */
  readonly sex: string
  readonly birth: string
  /** Regency of birth or of home: whichever the file has, both if it has both. */
  readonly places: readonly string[]
  readonly district: string
  readonly village: string
  readonly passport: string
  readonly nik: string
  readonly phone: string
}

/** Words of all files that are compared, each once. */
export type Books = { readonly names: TokenBook; readonly places: TokenBook }

export const makeBooks = (table: EditTable): Books => ({
  names: tokenBook('names', table),
  places: tokenBook('places', table),
})

/** One file in columns of numbers: a million records stay small, and go to another thread without a copy. */
export type PersonTable = {
  readonly size: number
  readonly tokens: Tokens
  readonly sex: Uint8Array
  readonly year: Uint16Array
  readonly month: Uint8Array
  readonly day: Uint8Array
  /** The birth date inside the NIK: day + month * 32 + year * 512; 0 is none. */
  readonly nikBirth: Int32Array
  readonly place: Int32Array
  readonly otherPlace: Int32Array
  readonly district: Int32Array
  readonly village: Int32Array
  readonly passport: Float64Array
  readonly phone: Float64Array
  readonly nik: Float64Array
}

export const NOWHERE = -1
export const packBirth = (year: number, month: number, day: number): number => year * 512 + month * 32 + day

/** Room for `size` records with at most MOST_TOKENS tokens each. */
export function emptyTable(size: number): PersonTable {
  return {
    size,
    tokens: { flat: new Int32Array(size * MOST_TOKENS), starts: new Uint32Array(size + 1) },
    sex: new Uint8Array(size),
    year: new Uint16Array(size),
    month: new Uint8Array(size),
    day: new Uint8Array(size),
    nikBirth: new Int32Array(size),
    place: new Int32Array(size).fill(NOWHERE),
    otherPlace: new Int32Array(size).fill(NOWHERE),
    district: new Int32Array(size).fill(NOWHERE),
    village: new Int32Array(size).fill(NOWHERE),
    passport: new Float64Array(size),
    phone: new Float64Array(size),
    nik: new Float64Array(size),
  }
}

/** Writes one record into its row. Rows are written in order, 0 first: each begins where the one before ended. */
export function writeRow(table: PersonTable, at: number, record: PersonRecord, books: Books): void {
  writeName(table.tokens, at, record.name, books.names)
  table.sex[at] = record.sex === 'F' ? 1 : record.sex === 'M' ? 2 : 0
  const birth = readBirth(record.birth)
  table.year[at] = birth.year
  table.month[at] = birth.month
  table.day[at] = birth.day
  const nik = readNik(record.nik)
  const inside = birthOfNik(nik)
  table.nikBirth[at] = inside.year === 0 ? 0 : packBirth(inside.year, inside.month, inside.day)
  const places = record.places.map(readPlace).filter((place) => place !== '')
  table.place[at] = placeId(books.places, places[0])
  table.otherPlace[at] = placeId(books.places, places[1])
  table.district[at] = placeId(books.places, readPlace(record.district))
  table.village[at] = placeId(books.places, readPlace(record.village))
  table.passport[at] = packText(readPassport(record.passport))
  table.phone[at] = packText(readPhone(record.phone))
  table.nik[at] = packNik(nik)
}

export function tableOf(records: readonly PersonRecord[], books: Books): PersonTable {
  const table = emptyTable(records.length)
  records.forEach((record, at) => {
    writeRow(table, at, record, books)
  })
  return table
}

function placeId(book: TokenBook, word: string | undefined): number {
  if (word === undefined || word === '') return NOWHERE
  const id = tokenId(book, word)
  countToken(book, id)
  return id
}

function writeName(tokens: Tokens, at: number, raw: string, book: TokenBook): void {
  const name = normaliseName(raw)
  let end = tokens.starts[at]!
  const last = end + MOST_TOKENS
  const roles = [
    [name.given, GIVEN],
    [name.patronym, PATRONYM],
    [name.alias, ALIAS],
  ] as const
  for (const [words, role] of roles)
    for (const word of words) {
      if (end === last) break
      const id = tokenId(book, word)
      countToken(book, id)
      tokens.flat[end++] = id * 4 + role
    }
  tokens.starts[at + 1] = end
}
