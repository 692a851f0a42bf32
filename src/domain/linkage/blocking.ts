import { ALIAS, GIVEN } from './names/name-score.ts'
import { NOWHERE, ownMemory, packBirth, type Books, type Memory, type PersonTable } from './person-table.ts'

// Two records are compared only if they share a key. The union of many narrow keys finds what any one of them misses.

/** Consonants only, first letter kept, letters that sound alike as one: a key to look under, never a decision. */
export function soundKey(word: string): string {
  const plain = word
    .replaceAll(/kh|ch|q/g, 'k')
    .replaceAll('sy', 's')
    .replaceAll(/[zx]/g, 's')
    .replaceAll(/[fv]/g, 'p')
    .replaceAll('d', 't')
    .replaceAll('b', 'p')
    .replaceAll('g', 'k')
  const body = plain.slice(1).replaceAll(/[aeiouyhw]/g, '')
  return ((plain[0] ?? '') + body).replaceAll(/(.)\1+/g, '$1')
}

const hash = (kind: number, a: number, b: number): number => {
  let h = Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(a | 0, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b | 0, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39)
  return (h ^ (h >>> 16)) >>> 0
}
/** A number above 2^32 in two halves. */
const hashNumber = (kind: number, value: number): number =>
  hash(kind, value % 4294967296, Math.floor(value / 4294967296))

/** Sound keys and first letters of every token of a book, worked out once. */
export type Sounds = {
  readonly keys: number[]
  readonly firsts: number[]
  /** The first two signs of the sound key, as one number. */
  readonly starts: number[]
  /** Sum over the letters: the same for one word or its two halves, in any order. */
  readonly sums: number[]
  readonly ids: Map<string, number>
}

export const makeSounds = (): Sounds => ({ keys: [], firsts: [], starts: [], sums: [], ids: new Map() })

export function updateSounds(sounds: Sounds, books: Books): void {
  for (let id = sounds.keys.length; id < books.names.words.length; id++) {
    const word = books.names.words[id] ?? ''
    const key = soundKey(word)
    const known = sounds.ids.get(key) ?? sounds.ids.size
    sounds.ids.set(key, known)
    sounds.keys.push(known)
    sounds.firsts.push(word.charCodeAt(0))
    sounds.starts.push(key.charCodeAt(0) * 128 + (key.length > 1 ? key.charCodeAt(1) : 0))
    sounds.sums.push(letterSum(word))
  }
}

function letterSum(word: string): number {
  let sum = 0
  for (let at = 0; at < word.length; at++) sum = (sum + LETTER_HASH[word.charCodeAt(at) - 97]!) | 0
  return sum
}

const LETTER_HASH = Int32Array.from({ length: 26 }, (_, at) => Math.imul(at + 3, 0x9e3779b1))

export const MOST_KEYS = 80

/**
 * Wide keys find nearly everybody and suit a small file or one new person. Two large files are compared by narrow ones:
 * every bucket is a part of a wide one.
 */
export type Width = 'wide' | 'narrow'

/** Keys are written here, one record at a time. */
type Writer = { readonly keys: Uint32Array; count: number }

function add(writer: Writer, key: number): void {
  if (writer.count < MOST_KEYS) writer.keys[writer.count++] = key
}

const writer: { keys: Uint32Array; count: number } = { keys: new Uint32Array(0), count: 0 }

/** Writes the keys of one record, returns how many. The same for both sides. */
export function keysOf(
  sounds: Sounds,
  table: PersonTable,
  at: number,
  width: Width,
  keys: Uint32Array,
): number {
  writer.keys = keys
  writer.count = 0
  numberKeys(table, at)
  if (width === 'wide') wideKeys(sounds, table, at)
  else narrowKeys(sounds, table, at)
  return writer.count
}

function numberKeys(table: PersonTable, at: number): void {
  if (table.passport[at] !== 0) add(writer, hashNumber(2, table.passport[at]!))
  if (table.phone[at] !== 0) add(writer, hashNumber(3, table.phone[at]!))
  if (table.nik[at] !== 0) add(writer, hashNumber(4, table.nik[at]!))
}

function wideKeys(sounds: Sounds, table: PersonTable, at: number): void {
  const year = table.year[at]!
  const month = table.month[at]!
  const day = table.day[at]!
  const dated = month !== 0
  if (dated) {
    add(writer, hash(1, packBirth(year, month, day), 0))
    if (day <= 12 && day !== month) add(writer, hash(1, packBirth(year, day, month), 0))
  }
  const nikBirth = table.nikBirth[at]!
  if (nikBirth !== 0 && nikBirth !== packBirth(year, month, day)) add(writer, hash(1, nikBirth, 0))
  const { flat, starts } = table.tokens
  const from = starts[at]!
  const end = starts[at + 1]!
  const place = table.place[at]!
  const other = table.otherPlace[at]!
  for (let i = from; i < end; i++) {
    const token = flat[i]!
    if ((token & 3) === ALIAS && end - from > 4) continue
    const sound = sounds.keys[token >> 2]!
    if (year !== 0) add(writer, hash(5, sound, year))
    if (dated) add(writer, hash(6, sounds.firsts[token >> 2]!, month * 32 + day))
    if (place !== NOWHERE) add(writer, hash(7, sound, place))
    if (other !== NOWHERE && other !== place) add(writer, hash(7, sound, other))
    for (let j = i + 1; j < end; j++) {
      const second = sounds.keys[flat[j]! >> 2]!
      add(writer, hash(8, Math.min(sound, second), Math.max(sound, second)))
    }
  }
  if (end - from <= 3) add(writer, wholeName(sounds, flat, from, end, year))
  if (table.village[at] !== NOWHERE && year !== 0) add(writer, hash(9, table.village[at]!, year))
}

function narrowKeys(sounds: Sounds, table: PersonTable, at: number): void {
  const year = table.year[at]!
  const month = table.month[at]!
  const day = table.day[at]!
  const nikBirth = table.nikBirth[at]!
  const birth = packBirth(year, month, day)
  const { flat, starts } = table.tokens
  const from = starts[at]!
  const end = starts[at + 1]!
  const place = table.place[at]!
  for (let i = from; i < end; i++) {
    const token = flat[i]!
    if ((token & 3) === ALIAS) continue
    const sound = sounds.keys[token >> 2]!
    const first = sounds.starts[token >> 2]!
    if (month !== 0) {
      add(writer, hash(11, birth, first))
      if (nikBirth !== 0 && nikBirth !== birth) add(writer, hash(11, nikBirth, first))
      add(writer, hash(12, sound, month * 32 + day))
      add(writer, hash(13, sound, year * 16 + month))
      if (day <= 12 && day !== month) add(writer, hash(11, packBirth(year, day, month), first))
    }
    for (let j = i + 1; j < end; j++) {
      const second = sounds.keys[flat[j]! >> 2]!
      const pair = hash(14, Math.min(sound, second), Math.max(sound, second))
      if (year !== 0) add(writer, hash(15, pair, year))
      else if (place !== NOWHERE) add(writer, hash(16, pair, place))
    }
  }
  if (month !== 0 && place !== NOWHERE) add(writer, hash(18, birth, place))
  if (end - from <= 2) add(writer, hash(17, wholeName(sounds, flat, from, end, year), place))
}

/** All given tokens as one word, so that a joined name stands beside a split one; with the year. */
function wholeName(sounds: Sounds, flat: Int32Array, from: number, end: number, year: number): number {
  let letters = 0
  for (let i = from; i < end; i++) if ((flat[i]! & 3) === GIVEN) letters += sounds.sums[flat[i]! >> 2]!
  return hash(10, letters, year)
}

/** The records of one file by their keys: rows of a bucket lie side by side. */
export type BlockIndex = {
  readonly width: Width
  readonly bits: number
  readonly starts: Uint32Array
  readonly rows: Int32Array
  readonly keys: Uint32Array
}

export function indexTable(
  sounds: Sounds,
  table: PersonTable,
  width: Width,
  memory: Memory = ownMemory,
): BlockIndex {
  const keys = new Uint32Array(MOST_KEYS)
  let entries = 0
  for (let at = 0; at < table.size; at++) entries += keysOf(sounds, table, at, width, keys)
  const bits = Math.max(8, Math.min(24, Math.ceil(Math.log2(entries + 1))))
  const shift = 32 - bits
  const starts = new Uint32Array(memory(((1 << bits) + 1) * 4))
  for (let at = 0; at < table.size; at++) {
    const count = keysOf(sounds, table, at, width, keys)
    for (let k = 0; k < count; k++) starts[(keys[k]! >>> shift) + 1]!++
  }
  for (let b = 0; b < 1 << bits; b++) starts[b + 1] = starts[b + 1]! + starts[b]!
  const ends = starts.slice(0, 1 << bits)
  const rows = new Int32Array(memory(entries * 4))
  const full = new Uint32Array(memory(entries * 4))
  for (let at = 0; at < table.size; at++) {
    const count = keysOf(sounds, table, at, width, keys)
    for (let k = 0; k < count; k++) {
      const slot = ends[keys[k]! >>> shift]!++
      rows[slot] = at
      full[slot] = keys[k]!
    }
  }
  return { width, bits, starts, rows, keys: full }
}

/** Finds the rows of the index that share a key with a record, each once; a key that says too little is left out. */
export type Finder = {
  readonly seen: Uint32Array
  turn: number
  readonly keys: Uint32Array
  found: Int32Array
}

export const makeFinder = (size: number): Finder => ({
  seen: new Uint32Array(size),
  turn: 0,
  keys: new Uint32Array(MOST_KEYS),
  found: new Int32Array(1024),
})

export function findCandidates(
  finder: Finder,
  sounds: Sounds,
  index: BlockIndex,
  left: PersonTable,
  at: number,
  mostRows: number,
): number {
  finder.turn++
  const shift = 32 - index.bits
  const count = keysOf(sounds, left, at, index.width, finder.keys)
  let found = 0
  for (let k = 0; k < count; k++) {
    const key = finder.keys[k]!
    const from = index.starts[key >>> shift]!
    const end = index.starts[(key >>> shift) + 1]!
    if (end - from > mostRows) continue
    for (let slot = from; slot < end; slot++) {
      if (index.keys[slot] !== key) continue
      const row = index.rows[slot]!
      if (finder.seen[row] === finder.turn) continue
      finder.seen[row] = finder.turn
      if (found === finder.found.length) {
        const more = new Int32Array(found * 2)
        more.set(finder.found)
        finder.found = more
      }
      finder.found[found++] = row
    }
  }
  return found
}
