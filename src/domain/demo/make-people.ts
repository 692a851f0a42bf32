/** Invented people: names in the style of a region, a village that does not exist, a number kept for fiction. */
import type { Instant } from '../kernel/instant.ts'
import { partialDateOf, type PartialDate } from '../kernel/partial-date.ts'
import type { Chance } from './chance.ts'
import type { NamingStyle, Sex } from './demo-material.ts'
import type { DemoPerson } from './demo-world.ts'

/** +44 7700 900000 to 900999 is kept for films and examples: it reaches nobody. */
export function fictionNumber(place: number): string {
  return `+44 7700 900${String(place % 1000).padStart(3, '0')}`
}

interface PersonWish {
  readonly number: number
  readonly style: NamingStyle
  readonly district: string
  readonly village: string
  readonly sex: Sex
  readonly age: number
  readonly on: Instant
}

export function makePerson(wish: PersonWish, chance: Chance): DemoPerson {
  const { style, number } = wish
  const first = chance.pick(wish.sex === 'P' ? style.female : style.male)
  const second = chance.pick(wish.sex === 'P' ? style.secondFemale : style.secondMale)
  const name = chance.happens(style.one) || second === first ? first : `${first} ${second}`
  const others = chance.happens(0.3) ? [otherName(first, second, wish, chance)] : []
  return {
    key: `person-${String(number).padStart(4, '0')}`,
    name,
    otherNames: others.filter((other) => other !== name),
    style: style.style,
    sex: wish.sex,
    born: bornAbout(wish.on.getUTCFullYear() - wish.age, chance),
    village: wish.village,
    district: wish.district,
    phone: chance.happens(0.7) ? fictionNumber(number) : undefined,
    passport: chance.happens(0.5) ? `DEMO-PAS-${String(number).padStart(4, '0')}` : undefined,
  }
}

/** A name on wrong papers, a short name at home, or the same name spelt as it sounds. */
function otherName(first: string, second: string, wish: PersonWish, chance: Chance): string {
  return chance.pick([
    first.slice(0, 1) + first.slice(1).replace('u', 'oe'),
    first.length > 4 ? first.slice(-4).replace(/^./, (letter) => letter.toUpperCase()) : `${first}ni`,
    wish.sex === 'P' && wish.style.style !== 'ntt' ? `${first} binti Abdullah` : `${second} ${first}`,
    `${first} ${second}`,
  ])
}

function bornAbout(year: number, chance: Chance): PartialDate | undefined {
  const month = String(chance.whole(1, 12)).padStart(2, '0')
  const day = String(chance.whole(1, 28)).padStart(2, '0')
  const written = chance.pick([
    `${year}~`,
    `${year}`,
    `${year}-${month}`,
    `${year}-${month}-${day}`,
    `${year}-${month}-${day}`,
    '',
  ])
  return written === '' ? undefined : partialDateOf(written)
}
