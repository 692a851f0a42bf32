import { soundKey } from './blocking.ts'
import { birthOfNik, readBirth, type Birth } from './fields/birth.ts'
import { readNik, readPassport, readPhone } from './fields/identifiers.ts'
import { readPlace } from './fields/place.ts'
import { normaliseName } from './names/normalise-name.ts'

/** What one record may be looked up by; several of each, because people have several. */
export type Blockable = {
  readonly names: readonly string[]
  readonly birth: string
  readonly places: readonly string[]
  readonly numbers: readonly string[]
  readonly documents: readonly string[]
}

/** `stored` under exactly what is written; `asked` also one year beside it, since an age is rarely exact. */
export type BlockSide = 'stored' | 'asked'

/**
 * The same union of keys as in `blocking.ts`, as words that can be hashed under a key and kept where names are sealed. No key
 * is a name alone: a sound stands with a year, a place or a second sound.
 */
export function blockWords(of: Blockable, side: BlockSide): readonly string[] {
  const words = new Set<string>()
  for (const number of of.numbers) add(words, 'phone', readPhone(number))
  for (const document of of.documents) {
    add(words, 'passport', /[A-Za-z]/.test(document) ? readPassport(document) : '')
    add(words, 'nik', readNik(document))
  }
  const births = birthsOf(of)
  const years = yearsOf(births, side)
  const places = [...new Set(of.places.map(readPlace))].filter((place) => place !== '')
  for (const birth of births) addDates(words, birth)
  for (const name of of.names) addName(words, name, years, places)
  for (const place of places) for (const year of years) words.add(`place ${place} ${year}`)
  return [...words]
}

function add(words: Set<string>, kind: string, value: string): void {
  if (value !== '') words.add(`${kind} ${value}`)
}

function birthsOf(of: Blockable): readonly Birth[] {
  const inside = of.documents.map((document) => birthOfNik(readNik(document)))
  return [readBirth(of.birth), ...inside].filter((birth) => birth.year !== 0)
}

function yearsOf(births: readonly Birth[], side: BlockSide): readonly number[] {
  const near = side === 'asked' ? [-1, 0, 1] : [0]
  return [...new Set(births.flatMap((birth) => near.map((by) => birth.year + by)))]
}

function addDates(words: Set<string>, { year, month, day }: Birth): void {
  if (month === 0 || day === 0) return
  words.add(`date ${year} ${month} ${day}`)
  if (day <= 12) words.add(`date ${year} ${day} ${month}`)
}

/** Of a long name only so many sounds. */
const MOST_SOUNDS = 6

function addName(
  words: Set<string>,
  name: string,
  years: readonly number[],
  places: readonly string[],
): void {
  const { given, patronym, alias } = normaliseName(name)
  const sounds = [...given, ...patronym, ...alias].map(soundKey).slice(0, MOST_SOUNDS)
  for (const [at, sound] of sounds.entries()) {
    for (const year of years) words.add(`year ${sound} ${year}`)
    for (const place of places) words.add(`from ${sound} ${place}`)
    for (const other of sounds.slice(at + 1)) words.add(`both ${[sound, other].toSorted().join(' ')}`)
  }
  // Letters in order of the alphabet: a joined name stands beside the split one.
  add(words, 'whole', [...soundKey(given.join(''))].toSorted().join(''))
}
