/** Was the person a child? Asked of the time of recruitment or work, and else of the day of the event. */
import { partialDateOf, type PartialDate, type PlainDate } from '../kernel/partial-date.ts'
import {
  ageRangeAt,
  isCertainlyChild,
  touchesChildhood,
  type AgeClaim,
  type BirthFact,
} from '../people/age.ts'
import type { UsedFact } from './conclusion.ts'
import { knownOf } from './facts/facts-kit.ts'
import type { Facts } from './facts/facts.ts'

export type Childhood = 'child' | 'perhaps' | 'adult' | 'unknown'

export interface ChildhoodFound {
  readonly is: Childhood
  readonly facts: readonly UsedFact[]
}

const UNKNOWN: ChildhoodFound = { is: 'unknown', facts: [] }

export function childhoodOf(facts: Facts, asOf: PlainDate): ChildhoodFound {
  const { person } = facts
  if (person === undefined) return UNKNOWN
  if (person.category === 'child')
    return { is: 'child', facts: [{ fact: 'person.category', value: 'child' }] }
  const born = knownOf(person.born)
  const claims = person.ageClaims
  if (born === undefined && (claims === undefined || claims.length === 0)) return UNKNOWN
  const { at, used } = momentOf(facts, asOf)
  const quick = born !== undefined && claims === undefined ? clearlyAdult(born, at) : false
  const is = quick ? 'adult' : slowChildhood(born, claims ?? [], at)
  return { is, facts: born === undefined ? used : [{ fact: 'person.born', value: born }, ...used] }
}

/** Recruitment comes before the work; the earliest known moment decides whether means are needed. */
function momentOf(
  facts: Facts,
  asOf: PlainDate,
): { readonly at: string; readonly used: readonly UsedFact[] } {
  const departed = knownOf(facts.migration?.departed)
  if (departed !== undefined) return { at: departed, used: [{ fact: 'migration.departed', value: departed }] }
  const began = knownOf(facts.work?.began)
  if (began !== undefined) return { at: began, used: [{ fact: 'work.began', value: began }] }
  return { at: asOf, used: [{ fact: 'asOf', value: asOf }] }
}

/** Twenty and more years apart by the year alone: no reading of either date makes a child. Spares the long way. */
function clearlyAdult(born: string, at: string): boolean {
  return Number(at.slice(0, 4)) - Number(born.slice(0, 4)) >= 22 && !born.includes('/')
}

function slowChildhood(
  born: PartialDate | undefined,
  claims: NonNullable<NonNullable<Facts['person']>['ageClaims']>,
  at: string,
): Childhood {
  const moment = partialDateOf(at)
  const readings: readonly (BirthFact | undefined)[] = [
    born === undefined ? undefined : { kind: 'born', on: born },
    claims.length === 0 ? undefined : { kind: 'aged', claims: claims.flatMap(claimOf) },
  ]
  const ranges = readings.flatMap((each) => {
    const range = each && ageRangeAt(each, moment)
    return range ? [range] : []
  })
  if (ranges.length === 0) return 'unknown'
  if (ranges.every(isCertainlyChild)) return 'child'
  return ranges.some(touchesChildhood) ? 'perhaps' : 'adult'
}

function claimOf(claim: {
  readonly years?: number | string
  readonly at?: PartialDate | string
}): readonly AgeClaim[] {
  const years = knownOf(claim.years)
  const at = knownOf(claim.at)
  return typeof years === 'number' && at !== undefined ? [{ years, at: at as PartialDate }] : []
}
