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
export type Books = {
  readonly names: TokenBook
  readonly places: TokenBook
  /** Places as they were written, so that each spelling is read once. */
  readonly written: Map<string, number>
}

export const makeBooks = (table: EditTable): Books => ({
  names: tokenBook('names', table),
  places: tokenBook('places', table),
  written: new Map(),
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

/** Where the columns lie: in memory of one thread, or (a batch) in memory that several threads see. */
export type Memory = (bytes: number) => ArrayBufferLike
export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes)

/** Room for `size` records with at most MOST_TOKENS tokens each. */
export function emptyTable(size: number, memory: Memory = ownMemory): PersonTable {
  const numbers = (): Int32Array => new Int32Array(memory(size * 4))
  return {
    size,
    tokens: {
      flat: new Int32Array(memory(size * MOST_TOKENS * 4)),
      starts: new Uint32Array(memory((size + 1) * 4)),
    },
    sex: new Uint8Array(memory(size)),
    year: new Uint16Array(memory(size * 2)),
    month: new Uint8Array(memory(size)),
    day: new Uint8Array(memory(size)),
    nikBirth: numbers(),
    place: numbers().fill(NOWHERE),
    otherPlace: numbers().fill(NOWHERE),
    district: numbers().fill(NOWHERE),
    village: numbers().fill(NOWHERE),
    passport: new Float64Array(memory(size * 8)),
    phone: new Float64Array(memory(size * 8)),
    nik: new Float64Array(memory(size * 8)),
  }
}

/** Writes one record into its row. Rows are written in order, 0 first: each begins where the one before ended. */
export function writeRow(
  table: PersonTable,
  at: number,
  record: PersonRecord,
  books: Books,
  counting: Counting = 'counted',
): void {
  const name = writeName(table.tokens, at, record.name, books.names)
  if (counting === 'counted') for (const id of name) countToken(books.names, id)
  table.sex[at] = record.sex === 'F' ? 1 : record.sex === 'M' ? 2 : 0
  const birth = readBirth(record.birth)
  table.year[at] = birth.year
  table.month[at] = birth.month
  table.day[at] = birth.day
  const nik = readNik(record.nik)
  const inside = birthOfNik(nik)
  table.nikBirth[at] = inside.year === 0 ? 0 : packBirth(inside.year, inside.month, inside.day)
  const places = record.places.filter((place) => place !== '')
  table.place[at] = placeId(books, places[0], counting)
  table.otherPlace[at] = placeId(books, places[1], counting)
  table.district[at] = placeId(books, record.district, counting)
  table.village[at] = placeId(books, record.village, counting)
  table.passport[at] = packText(readPassport(record.passport))
  table.phone[at] = packText(readPhone(record.phone))
  table.nik[at] = packNik(nik)
}

/** Are the words of these records counted among those that tell how rare a name is? */
export type Counting = 'counted' | 'not-counted'

export function tableOf(
  records: readonly PersonRecord[],
  books: Books,
  counting: Counting = 'counted',
): PersonTable {
  const table = emptyTable(records.length)
  records.forEach((record, at) => {
    writeRow(table, at, record, books, counting)
  })
  clearHubs(table)
  return table
}

/** A number that more records carry is a hotline, an agency or a filler like 0000000: it names nobody. */
const MOST_HOLDERS = 3

export function clearHubs(table: PersonTable): void {
  for (const numbers of [table.passport, table.phone, table.nik]) {
    const sorted = numbers.toSorted()
    const hubs = new Set<number>()
    for (let at = MOST_HOLDERS; at < sorted.length; at++)
      if (sorted[at] !== 0 && sorted[at] === sorted[at - MOST_HOLDERS]) hubs.add(sorted[at]!)
    if (hubs.size > 0) for (let at = 0; at < numbers.length; at++) if (hubs.has(numbers[at]!)) numbers[at] = 0
  }
}

function placeId(books: Books, text: string | undefined, counting: Counting): number {
  if (text === undefined || text === '') return NOWHERE
  let id = books.written.get(text)
  if (id === undefined) {
    const word = readPlace(text)
    id = word === '' ? NOWHERE : tokenId(books.places, word)
    books.written.set(text, id)
  }
  if (id !== NOWHERE && counting === 'counted') countToken(books.places, id)
  return id
}

function writeName(tokens: Tokens, at: number, raw: string, book: TokenBook): readonly number[] {
  const name = normaliseName(raw)
  const ids: number[] = []
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
      ids.push(id)
      tokens.flat[end++] = id * 4 + role
    }
  tokens.starts[at + 1] = end
  return ids
}
