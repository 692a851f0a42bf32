import { isDefaultDay } from '../fields/birth.ts'
import { DIGITS_BASE, PASSPORT_BASE } from '../fields/identifiers.ts'
import { MOST_JOIN_COST, SHORTEST_JOINED } from '../names/name-score.ts'
import { INITIAL_COST, NICKNAME_COST, rarity, type TokenBook } from '../names/token-book.ts'
import { SAME_PLACE } from '../model/levels.ts'
import { NOWHERE, type Books, type PersonTable } from '../person-table.ts'
import { partsOf, spellingsOf } from './spellings.ts'

// One record as it leaves the house in the second round: codes under the key of the pair of agencies, the purpose and the
// period, salted anew for every compared pair. A code can be compared inside that one pair and nowhere else.

/** A keyed one-way hash. The caller binds key, purpose and period; the domain knows no key. */
export type KeyedHash = (text: string) => string

/** Codes of one record under the salt of one pair, in the same order: a keyed permutation, so that nothing collides. */
export type Salting = (codes: readonly string[]) => readonly string[]

/** Code to the cost of reaching it. */
type Costs = ReadonlyMap<string, number>

export type EncodedToken = {
  /** 0 given, 1 father's name, 2 alias; in clear. */
  readonly role: number
  /** How rare the token is in the sender's file, in half units of natural logarithms; in clear. */
  readonly worth: number
  readonly spellings: Costs
  readonly whole: string
  readonly parts: Costs
  /** May be a joined name. */
  readonly long: boolean
}

/** Two tokens of one name written as one word. */
type EncodedJoin = { readonly a: number; readonly b: number; readonly spellings: Costs }
type EncodedPlace = { readonly worth: number; readonly spellings: Costs }

export type EncodedBirth = {
  readonly known: 'nothing' | 'year' | 'day'
  readonly isDefault: boolean
  readonly year: string
  readonly yearsBeside: readonly string[]
  readonly date: string
  readonly turned: string
  readonly yearMonth: string
  readonly yearDay: string
  readonly monthDay: string
  /** The date with one digit left out, for each digit. */
  readonly masked: readonly string[]
}

export type EncodedNumber = { readonly whole: string; readonly masked: readonly string[] }

export type EncodedRecord = {
  readonly tokens: readonly EncodedToken[]
  readonly joins: readonly EncodedJoin[]
  readonly birth: EncodedBirth
  readonly nikBirth: EncodedBirth | null
  readonly place: EncodedPlace | null
  readonly otherPlace: EncodedPlace | null
  readonly district: EncodedPlace | null
  readonly village: EncodedPlace | null
  readonly sex: string
  readonly passport: EncodedNumber | null
  readonly phone: EncodedNumber | null
  readonly nik: EncodedNumber | null
}

export function encodeRow(hash: KeyedHash, books: Books, table: PersonTable, at: number): EncodedRecord {
  const from = table.tokens.starts[at]!
  const packed = table.tokens.flat.slice(from, table.tokens.starts[at + 1])
  const words = Array.from(packed, (token) => books.names.words[token >> 2] ?? '')
  const nikBirth = table.nikBirth[at]!
  const place = (column: Int32Array): EncodedPlace | null => encodePlace(hash, books.places, column[at]!)
  return {
    tokens: Array.from(packed, (token) => encodeToken(hash, books.names, token)),
    joins: joinsOf(hash, books.names, words),
    birth: encodeBirth(hash, table.year[at]!, table.month[at]!, table.day[at]!),
    nikBirth: nikBirth === 0 ? null : encodeBirth(hash, nikBirth >> 9, (nikBirth >> 5) & 15, nikBirth & 31),
    place: place(table.place),
    otherPlace: place(table.otherPlace),
    district: place(table.district),
    village: place(table.village),
    sex: table.sex[at] === 0 ? '' : hash(`sex|${table.sex[at]}`),
    passport: encodeNumber(hash, 'passport', table.passport[at]!, PASSPORT_BASE),
    phone: encodeNumber(hash, 'phone', table.phone[at]!, DIGITS_BASE),
    nik: encodeNumber(hash, 'nik', table.nik[at]!, DIGITS_BASE),
  }
}

const STEP = 0.5
const coarse = (rare: number): number => Math.round(rare / STEP) * STEP

const hashed = (hash: KeyedHash, kind: string, costs: Costs): Costs =>
  new Map([...costs].map(([text, cost]) => [hash(`${kind}|${text}`), cost]))

function encodeToken(hash: KeyedHash, book: TokenBook, packed: number): EncodedToken {
  const word = book.words[packed >> 2] ?? ''
  const parts = partsOf(word).map((part) => [
    hash(`part|${part}`),
    part.length === 1 ? INITIAL_COST : NICKNAME_COST,
  ]) as [string, number][]
  return {
    role: packed & 3,
    worth: coarse(rarity(book, packed >> 2)),
    // An initial is only ever the start of a name, never a misspelt short one.
    spellings:
      word.length === 1
        ? new Map([[hash(`word|${word}`), 0]])
        : hashed(hash, 'word', spellingsOf(book.table, word)),
    whole: hash(`part|${word}`),
    parts: new Map(parts),
    long: word.length >= SHORTEST_JOINED,
  }
}

function joinsOf(hash: KeyedHash, book: TokenBook, words: readonly string[]): readonly EncodedJoin[] {
  const joins: EncodedJoin[] = []
  for (const [a, start] of words.entries())
    for (const [b, end] of words.entries()) {
      if (a === b || start.length + end.length < SHORTEST_JOINED - 2) continue
      const costs = [...spellingsOf(book.table, start + end)].filter(([, cost]) => cost <= MOST_JOIN_COST)
      joins.push({ a, b, spellings: hashed(hash, 'word', new Map(costs)) })
    }
  return joins
}

function encodePlace(hash: KeyedHash, book: TokenBook, id: number): EncodedPlace | null {
  if (id === NOWHERE) return null
  const near = [...spellingsOf(book.table, book.words[id] ?? '')].filter(([, cost]) => cost <= SAME_PLACE)
  return { worth: coarse(rarity(book, id)), spellings: hashed(hash, 'place', new Map(near)) }
}

const two = (number: number): string => String(number).padStart(2, '0')

function encodeBirth(hash: KeyedHash, year: number, month: number, day: number): EncodedBirth {
  const of = (kind: string, value: string): string => hash(`birth-${kind}|${value}`)
  const known = year === 0 ? 'nothing' : month === 0 ? 'year' : 'day'
  const text = `${year}${two(month)}${two(day)}`
  return {
    known,
    isDefault: known === 'day' && isDefaultDay(month, day),
    year: of('year', String(year)),
    yearsBeside: [year - 1, year + 1].map((beside) => of('year', String(beside))),
    date: of('date', text),
    turned: of('date', `${year}${two(day)}${two(month)}`),
    yearMonth: of('ym', text.slice(0, 6)),
    yearDay: of('yd', `${year}${two(day)}`),
    monthDay: of('md', text.slice(4)),
    masked: Array.from(text, (_, digit) => of('mask', `${text.slice(0, digit)}_${text.slice(digit + 1)}`)),
  }
}

/** The number with one sign left out, for each sign and the place before the first; and with two neighbours as a set. */
function encodeNumber(hash: KeyedHash, kind: string, packed: number, base: number): EncodedNumber | null {
  if (packed === 0) return null
  const signs: number[] = []
  for (let rest = packed; rest > 0; rest = Math.floor(rest / base)) signs.unshift(rest % base)
  const masked: string[] = []
  const of = (at: number, shown: readonly (number | string)[]): string =>
    hash(`${kind}|${signs.length - at}|${shown.join('.')}`)
  for (let at = -1; at < signs.length; at++)
    masked.push(of(at, [...signs.slice(0, Math.max(0, at)), '_', ...signs.slice(at + 1)]))
  for (let at = 0; at + 1 < signs.length; at++) {
    const pair = signs.slice(at, at + 2).toSorted((a, b) => a - b)
    masked.push(of(at, [...signs.slice(0, at), `(${pair.join(' ')})`, ...signs.slice(at + 2)]))
  }
  return { whole: hash(`${kind}|${signs.join('.')}`), masked }
}

/** The record as it is given away for one pair: every code salted, everything else as it was. */
export function saltRecord(record: EncodedRecord, salting: Salting): EncodedRecord {
  const codes: string[] = []
  mapCodes(record, (code) => {
    codes.push(code)
    return code
  })
  const salted = salting(codes)
  let at = 0
  return mapCodes(record, () => salted[at++]!)
}

type Swap = (code: string) => string

function mapCodes(record: EncodedRecord, swap: Swap): EncodedRecord {
  const costs = (map: Costs): Costs => {
    const swapped = new Map<string, number>()
    for (const [code, cost] of map) swapped.set(swap(code), cost)
    return swapped
  }
  const place = (each: EncodedPlace | null): EncodedPlace | null =>
    each && { worth: each.worth, spellings: costs(each.spellings) }
  const number = (each: EncodedNumber | null): EncodedNumber | null =>
    each && { whole: swap(each.whole), masked: each.masked.map(swap) }
  return {
    tokens: record.tokens.map((token) => ({
      role: token.role,
      worth: token.worth,
      long: token.long,
      spellings: costs(token.spellings),
      whole: swap(token.whole),
      parts: costs(token.parts),
    })),
    joins: record.joins.map((join) => ({ a: join.a, b: join.b, spellings: costs(join.spellings) })),
    birth: mapBirth(record.birth, swap),
    nikBirth: record.nikBirth && mapBirth(record.nikBirth, swap),
    place: place(record.place),
    otherPlace: place(record.otherPlace),
    district: place(record.district),
    village: place(record.village),
    sex: record.sex === '' ? '' : swap(record.sex),
    passport: number(record.passport),
    phone: number(record.phone),
    nik: number(record.nik),
  }
}

const mapBirth = (birth: EncodedBirth, swap: Swap): EncodedBirth => ({
  known: birth.known,
  isDefault: birth.isDefault,
  year: swap(birth.year),
  yearsBeside: birth.yearsBeside.map(swap),
  date: swap(birth.date),
  turned: swap(birth.turned),
  yearMonth: swap(birth.yearMonth),
  yearDay: swap(birth.yearDay),
  monthDay: swap(birth.monthDay),
  masked: birth.masked.map(swap),
})
