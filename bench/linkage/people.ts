/**
 * Fictitious persons and what four agencies write of them: names from real token frequencies (name-pools.json), regions
 * from the reference list, everything else by chance. Another generator than the one of the development set: other
 * shares, other noise, other seeds; so that a result there can be checked here.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeatable } from '../../src/domain/linkage/model/chance.ts'

type Counts = Readonly<Record<string, number>>
type Pool = { readonly first: Counts; readonly len: Counts; readonly mono: Counts; readonly rest: Counts }
type Pools = {
  readonly alias: Counts
  readonly female: Pool
  readonly first: { readonly M: Counts }
  readonly len: { readonly M: Counts }
  readonly mono: { readonly M: Counts }
  readonly rest: { readonly M: Counts }
  readonly pat: Counts
  readonly patlen: Counts
  readonly variants: Readonly<Record<string, Counts>>
}

export type Person = {
  readonly id: number
  readonly sex: 'F' | 'M'
  readonly given: readonly string[]
  readonly father: readonly string[]
  readonly birth: string
  readonly region: number
  readonly district: number
  readonly village: number
  readonly passport: string
  readonly nik: string
  readonly phone: string
}

/** How much goes wrong between the person and the file, each as a share. */
export type Noise = {
  readonly variant: number
  readonly slip: number
  readonly dropped: number
  readonly joined: number
  readonly nickname: number
  readonly father: number
  readonly alias: number
  readonly title: number
  readonly yearOnly: number
  readonly noDate: number
  readonly wrongDate: number
  readonly defaultDate: number
  readonly noPlace: number
  readonly otherPlace: number
}

const NONE: Noise = {
  variant: 0,
  slip: 0,
  dropped: 0,
  joined: 0,
  nickname: 0,
  father: 0,
  alias: 0,
  title: 0,
  yearOnly: 0,
  noDate: 0,
  wrongDate: 0,
  defaultDate: 0,
  noPlace: 0,
  otherPlace: 0,
}
/** A family's complaint by telephone, a passport office, a placement register, a list of the deported. */
export const NOISE = {
  complaint: {
    variant: 0.12,
    slip: 0.07,
    dropped: 0.12,
    joined: 0.03,
    nickname: 0.03,
    father: 0.5,
    alias: 0.07,
    title: 0.05,
    yearOnly: 0.18,
    noDate: 0.13,
    wrongDate: 0.06,
    defaultDate: 0.03,
    noPlace: 0.3,
    otherPlace: 0.04,
  },
  passport: { ...NONE, variant: 0.02, slip: 0.005, father: 0.08, wrongDate: 0.006, otherPlace: 0.02 },
  placement: { ...NONE, variant: 0.03, slip: 0.012, title: 0.01, wrongDate: 0.012, otherPlace: 0.02 },
  deportation: {
    ...NONE,
    variant: 0.08,
    slip: 0.05,
    dropped: 0.04,
    father: 0.6,
    wrongDate: 0.05,
    defaultDate: 0.04,
    noPlace: 0.4,
    otherPlace: 0.02,
  },
} as const satisfies Record<string, Noise>

const POOLS = JSON.parse(readFileSync(join(import.meta.dirname, 'name-pools.json'), 'utf8')) as Pools
const REGIONS = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../seeds/reference/regions.json'), 'utf8')) as {
    readonly districts: readonly { readonly code: string; readonly name: string }[]
  }
).districts.filter((_, at) => at % 11 === 3)

export type Chance = {
  readonly next: () => number
  readonly below: (most: number) => number
  readonly yes: (share: number) => boolean
}
export function chanceOf(seed: number): Chance {
  const next = repeatable(seed)
  return { next, below: (most) => Math.floor(next() * most), yes: (share) => next() < share }
}

type Draw = (chance: Chance) => string
const draws = new Map<Counts, Draw>()

/** One word by its frequency. */
function draw(counts: Counts, chance: Chance): string {
  let made = draws.get(counts)
  if (!made) {
    const words = Object.keys(counts)
    const ends: number[] = []
    let sum = 0
    for (const word of words) ends.push((sum += counts[word]!))
    made = (by) => {
      const at = by.next() * sum
      let low = 0
      let high = ends.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (ends[middle]! <= at) low = middle + 1
        else high = middle
      }
      return words[low]!
    }
    draws.set(counts, made)
  }
  return made(chance)
}

const MALE: Pool = { first: POOLS.first.M, len: POOLS.len.M, mono: POOLS.mono.M, rest: POOLS.rest.M }

function given(pool: Pool, chance: Chance): readonly string[] {
  const count = Number(draw(pool.len, chance))
  if (count === 1) return [draw(pool.mono, chance)]
  return [draw(pool.first, chance), ...Array.from({ length: count - 1 }, () => draw(pool.rest, chance))]
}

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.below(10)).join('')
const two = (value: number): string => String(value).padStart(2, '0')

function birth(chance: Chance): string {
  const year = 1972 + chance.below(34)
  const kind = chance.next()
  if (kind < 0.01) return `${year}-01-01`
  if (kind < 0.018) return `${year}-12-31`
  if (kind < 0.025) return `${year}-08-17`
  return `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
}

const passportNumber = (chance: Chance): string => `${'ABCEX'[chance.below(5)]}${digits(chance, 7)}`
const region = (chance: Chance): number => Math.floor(REGIONS.length * chance.next() ** 2)

/** The range that is kept for fiction; beyond its thousand numbers with digits that make it no number at all. */
export function phoneNumber(id: number): string {
  const last = String(id % 1000).padStart(3, '0')
  return `+447700900${last}${id < 1000 ? '' : String(10_000_000 + id)}`
}

export function makePerson(id: number, chance: Chance): Person {
  const sex = chance.yes(0.6) ? 'F' : 'M'
  const date = birth(chance)
  const at = region(chance)
  const day = Number(date.slice(8)) + (sex === 'F' ? 40 : 0)
  const district = chance.below(18)
  return {
    id,
    sex,
    given: given(sex === 'F' ? POOLS.female : MALE, chance),
    father: Array.from({ length: Number(draw(POOLS.patlen, chance)) }, () => draw(POOLS.pat, chance)),
    birth: date,
    region: at,
    district,
    village: chance.below(12),
    passport: passportNumber(chance),
    nik: `${REGIONS[at]!.code.replace('.', '')}${two(district + 1)}${two(day)}${date.slice(5, 7)}${date.slice(2, 4)}${digits(chance, 4)}`,
    phone: phoneNumber(id),
  }
}

/** A brother or sister: same father and village, another name and year; a twin shares the day. */
export function sibling(person: Person, id: number, chance: Chance): Person {
  const other = makePerson(id, chance)
  const { father, region: at, district, village } = person
  const date = chance.yes(0.06) ? person.birth : other.birth
  return { ...other, father, region: at, district, village, birth: date }
}

/** Another person of the same name, perhaps of the same region. */
export function namesake(person: Person, id: number, chance: Chance): Person {
  const other = makePerson(id, chance)
  return {
    ...other,
    sex: person.sex,
    given: person.given,
    region: chance.yes(0.4) ? person.region : other.region,
  }
}

/** The same person under another identity: sometimes a part of the name is kept, never the date or the place. */
export function falseIdentity(person: Person, chance: Chance): Person {
  const other = makePerson(person.id, chance)
  const kept = chance.next()
  const name =
    kept < 0.3 ? person.given : kept < 0.6 ? [person.given[0]!, ...other.given.slice(1)] : other.given
  return { ...other, sex: person.sex, given: name, passport: person.passport, phone: person.phone }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function slip(word: string, chance: Chance): string {
  const at = chance.below(word.length)
  const kind = chance.below(5)
  if (kind === 0 && word.length > 3) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + word[at]! + word.slice(at)
  if (kind === 2 && at > 0) return word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1)
  if (kind === 3)
    return word.replace(/[aeiou]/, (vowel) => ({ a: 'o', o: 'a', e: 'i', i: 'e', u: 'o' })[vowel]!)
  return word.slice(0, at) + LETTERS[chance.below(26)]! + word.slice(at + 1)
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/u/, 'oe'],
  [/j/, 'dj'],
  [/c(?!h)/, 'tj'],
  [/i$/, 'y'],
  [/f/, 'p'],
  [/z/, 's'],
  [/^sy/, 's'],
  [/h$/, ''],
  [/kh/, 'ch'],
  [/d$/, 't'],
  [/(?<=[a-z])n$/, 'nn'],
]

function variant(word: string, chance: Chance): string {
  const real = POOLS.variants[word]
  if (real && chance.yes(0.7)) return draw(real, chance)
  const [from, to] = SOUNDS[chance.below(SOUNDS.length)]!
  return word.replace(from, to)
}

const word = (text: string, noise: Noise, chance: Chance): string => {
  if (chance.yes(noise.slip)) return slip(text, chance)
  if (chance.yes(noise.variant)) return variant(text, chance)
  if (text.length > 6 && chance.yes(noise.nickname)) return chance.yes(0.5) ? text.slice(2) : text.slice(0, 4)
  return text
}

const TITLES = { F: ['Ny.', 'Ibu', 'Hj.', 'Sdri.'], M: ['Tn.', 'H.', 'Bpk.', 'Sdr.'] }
const FATHER = { F: ['binti', 'bt.', 'bte'], M: ['bin', 'b.', 'b'] }
const pick = (list: readonly string[], chance: Chance): string => list[chance.below(list.length)]!

/** The name as one agency writes it. In a passport the father's name stands bare, as a second name. */
export function writtenName(person: Person, noise: Noise, chance: Chance, bareFather = false): string {
  let names = person.given
    .filter((_, at) => at === 0 || !chance.yes(noise.dropped))
    .map((each) => word(each, noise, chance))
  if (names.length > 1 && chance.yes(noise.joined)) names = [names[0]! + names[1]!, ...names.slice(2)]
  const parts = chance.yes(noise.title) ? [pick(TITLES[person.sex], chance), ...names] : [...names]
  if (chance.yes(noise.father)) {
    if (!bareFather) parts.push(pick(FATHER[person.sex], chance))
    if (!bareFather && chance.yes(0.08)) parts.push('alm')
    parts.push(...person.father.map((each) => word(each, noise, chance)))
  }
  if (chance.yes(noise.alias)) parts.push('als', draw(POOLS.alias, chance))
  return parts.join(' ')
}

export function writtenBirth(person: Person, noise: Noise, chance: Chance): string {
  const [year = '', month = '', day = ''] = person.birth.split('-')
  if (chance.yes(noise.noDate)) return ''
  if (chance.yes(noise.yearOnly)) return chance.yes(0.1) ? String(Number(year) + 1) : year
  if (chance.yes(noise.defaultDate)) return `${year}-01-01`
  if (!chance.yes(noise.wrongDate)) return person.birth
  const kind = chance.below(4)
  if (kind === 0 && Number(day) <= 12) return `${year}-${day}-${month}`
  if (kind === 1) return `${year}-${month}-${two(1 + ((Number(day) + chance.below(9)) % 28))}`
  if (kind === 2) return `${Number(year) + (chance.yes(0.5) ? 1 : -1)}-${month}-${day}`
  return `${year}-${two(1 + (Number(month) % 12))}-${day}`
}

const VILLAGES = [
  'Suka',
  'Mekar',
  'Sido',
  'Tanjung',
  'Karang',
  'Sumber',
  'Wono',
  'Banjar',
  'Rejo',
  'Ngadi',
  'Tegal',
  'Kali',
]
const ENDINGS = ['maju', 'sari', 'mulyo', 'jaya', 'agung', 'rejo', 'wangi', 'luhur']

export const regionName = (at: number): string => REGIONS[at]!.name.replace(/^(Kabupaten|Kota) /, '')
export const districtName = (region: number, at: number): string =>
  `${VILLAGES[(region * 7 + at) % VILLAGES.length]!}${ENDINGS[(region + at * 3) % ENDINGS.length]!}`
export const villageName = (region: number, district: number, at: number): string =>
  `${VILLAGES[(region + district * 5 + at) % VILLAGES.length]!} ${ENDINGS[(district + at * 5) % ENDINGS.length]!}`
export function writtenRegion(person: Person, noise: Noise, chance: Chance): string {
  if (chance.yes(noise.otherPlace)) return regionName(region(chance))
  return regionName(person.region)
}
