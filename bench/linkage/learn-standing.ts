/**
 * Learns the weights under which one new contact is compared with the persons of a desk, and how often each word stands in
 * names, from invented persons: complaints and placements of the own generator. No label is read.
 *   node --import tsx bench/linkage/learn-standing.ts > seeds/reference/linkage/standing.json
 */
import { editTable } from '../../src/domain/linkage/names/edit-weights.ts'
import { comparePairs } from '../../src/domain/linkage/model/candidates.ts'
import { makeSounds } from '../../src/domain/linkage/blocking.ts'
import { trainModel } from '../../src/domain/linkage/model/train.ts'
import { makeBooks, tableOf, type PersonRecord } from '../../src/domain/linkage/person-table.ts'
import type { TokenBook } from '../../src/domain/linkage/names/token-book.ts'
import { loadEditWeights } from '../../src/platform/linkage-weights.ts'
import {
  chanceOf,
  districtName,
  falseIdentity,
  makePerson,
  namesake,
  NOISE,
  phoneNumber,
  regionName,
  sibling,
  villageName,
  writtenBirth,
  writtenName,
  type Chance,
  type Noise,
  type Person,
} from './people.ts'

const PERSONS = 12_000
const SEED = 20_261_121
/** A word that stands once may be a slip of the generator; its rarity is that of an unknown word anyway. */
const LEAST = 2

function record(person: Person, noise: Noise, chance: Chance): PersonRecord {
  const sometimes = (text: string, share: number): string => (chance.yes(share) ? text : '')
  return {
    name: writtenName(person, noise, chance),
    sex: sometimes(person.sex, 0.9),
    birth: writtenBirth(person, noise, chance),
    places: [sometimes(regionName(person.region), 0.8)].filter((place) => place !== ''),
    district: sometimes(districtName(person.region, person.district), 0.4),
    village: sometimes(villageName(person.region, person.district, person.village), 0.7),
    passport: sometimes(chance.yes(0.15) ? makePerson(0, chance).passport : person.passport, 0.4),
    nik: sometimes(slipped(person.nik, 0.03, chance), 0.3),
    // People change their number more often than anything else.
    phone: sometimes(chance.yes(0.45) ? phoneNumber(person.id + 1_000_000) : person.phone, 0.4),
  }
}

/** One digit written wrongly. */
function slipped(digits: string, share: number, chance: Chance): string {
  if (!chance.yes(share)) return digits
  const at = chance.below(digits.length)
  return digits.slice(0, at) + String(chance.below(10)) + digits.slice(at + 1)
}

function counts(book: TokenBook): Record<string, number> {
  const found = book.words.flatMap((word, id) => {
    const count = book.counts[id] ?? 0
    return count >= LEAST ? [[word, count] as const] : []
  })
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const chance = chanceOf(SEED)
const people: Person[] = []
while (people.length < PERSONS) {
  const before = people[chance.below(Math.max(1, people.length))]
  const kind = chance.next()
  people.push(
    before && kind < 0.09
      ? sibling(before, people.length, chance)
      : before && kind < 0.15
        ? namesake(before, people.length, chance)
        : makePerson(people.length, chance),
  )
}
const lefts: PersonRecord[] = []
const rights: PersonRecord[] = []
for (const person of people) {
  const told = chance.yes(0.02) ? falseIdentity(person, chance) : person
  if (chance.yes(0.35)) lefts.push(record(person, NOISE.complaint, chance))
  if (chance.yes(0.7)) rights.push(record(told, NOISE.placement, chance))
}
const books = makeBooks(editTable(loadEditWeights()))
const left = tableOf(lefts, books)
const right = tableOf(rights, books)
const every = (function* () {
  for (let at = 0; at < left.size; at++) yield at
})()
const model = trainModel(books, left, right, comparePairs(books, makeSounds(), left, every, right))
const round = (value: number): number => Math.round(value * 1000) / 1000
process.stdout.write(
  `${JSON.stringify(
    {
      origin: `Learned by bench/linkage/learn-standing.ts from ${lefts.length} and ${rights.length} records of ${PERSONS} invented persons, seed ${SEED}; words by name-pools.json (Nuranti, Yulianti, Husin 2022, indo-law: token frequencies of public judgments)`,
      retrieved: '2026-11-21',
      licence: 'own work, free to use',
      note: 'Weights are natural logarithms. Nobody real stands in it, and no whole name.',
      model: {
        ...model,
        weights: Object.fromEntries(
          Object.entries(model.weights).map(([field, weights]) => [field, weights.map(round)]),
        ),
        found: round(model.found),
        conflicting: round(model.conflicting),
        regionChance: Number(model.regionChance.toPrecision(4)),
      },
      names: counts(books.names),
      places: counts(books.places),
    },
    null,
    1,
  )}\n`,
)
