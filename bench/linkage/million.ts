import {
  emptyTable,
  writeRow,
  type Books,
  type Memory,
  type PersonRecord,
  type PersonTable,
} from '../../src/domain/linkage/person-table.ts'
import {
  chanceOf,
  districtName,
  makePerson,
  NOISE,
  regionName,
  villageName,
  writtenBirth,
  writtenName,
  writtenRegion,
  type Chance,
  type Noise,
  type Person,
} from './people.ts'

/** Two registers of `size` records; six of ten persons stand in both, in the same order of numbers. */
const OVERLAP = 0.6
const STEP = 5_000

export type Registers = {
  readonly left: PersonTable
  readonly right: PersonTable
  readonly readSeconds: number
  readonly shift: number
}

/** Person k of the right register is person k + shift of the left one. Reading is timed, making up is not. */
export function makeRegisters(size: number, books: Books, memory: Memory): Registers {
  const shift = Math.round(size * (1 - OVERLAP))
  const left = emptyTable(size, memory)
  const right = emptyTable(size, memory)
  let readSeconds = 0
  for (const [table, from, write] of [
    [left, 0, placement],
    [right, shift, passport],
  ] as const)
    for (let at = 0; at < size; at += STEP) {
      const records: PersonRecord[] = []
      for (let k = at; k < Math.min(size, at + STEP); k++) records.push(write(personOf(k + from), k))
      const started = performance.now()
      for (const [k, record] of records.entries()) writeRow(table, at + k, record, books)
      readSeconds += (performance.now() - started) / 1000
    }
  return { left, right, readSeconds, shift }
}

/** The same number gives the same person, so that nobody need be kept. */
const personOf = (id: number): Person => makePerson(id, chanceOf(id * 7919 + 13))

/** Record k of the left register, made again. */
export const placementOf = (k: number): PersonRecord => placement(personOf(k), k)

function placement(person: Person, k: number): PersonRecord {
  const chance = chanceOf(k * 31 + 1)
  return {
    ...baseOf(person, NOISE.placement, chance, false),
    district: districtName(person.region, person.district),
    village: villageName(person.region, person.district, person.village),
    nik: chance.yes(0.95) ? person.nik : '',
    phone: chance.yes(0.6) ? person.phone : '',
  }
}

const passport = (person: Person, k: number): PersonRecord =>
  baseOf(person, NOISE.passport, chanceOf(k * 37 + 5), true)

function baseOf(person: Person, noise: Noise, chance: Chance, bareFather: boolean): PersonRecord {
  return {
    name: writtenName(person, noise, chance, bareFather),
    sex: person.sex,
    birth: writtenBirth(person, noise, chance),
    places: [writtenRegion(person, noise, chance), regionName(person.region)].slice(0, 1),
    district: '',
    village: '',
    passport: chance.yes(0.8) ? person.passport : '',
    nik: '',
    phone: '',
  }
}
