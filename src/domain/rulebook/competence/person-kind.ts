/** Who the person is for the law on competence: category, place, phase, and what kind of foreigner. */
import type { ForeignerKind } from '../../competence/competence-row.ts'
import type { CompetenceFacts } from '../../competence/competence.ts'
import type { PersonCategory } from '../../cases/codes.ts'
import type { PlainDate } from '../../kernel/partial-date.ts'
import { childhoodOf } from '../childhood.ts'
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'

const HOME = 'ID'

export function personOf(facts: Facts, asOf: PlainDate): CompetenceFacts {
  const category = categoryOf(facts, asOf)
  const asks = answered(facts.person?.asksForAsylum)
  const foreigner = category === 'foreigner' ? foreignerOf(facts, asks) : undefined
  return {
    place: knownOf(facts.migration?.place) ?? 'unknown',
    phase: knownOf(facts.migration?.phase) ?? 'unknown',
    category,
    ...(foreigner === undefined ? {} : { foreigner }),
    ...(asks === undefined ? {} : { asylum: asks === 'yes' ? 'asks' : 'does-not-ask' }),
  }
}

/** A child is a child first; somebody of another state is a foreigner whatever the work. */
function categoryOf(facts: Facts, asOf: PlainDate): PersonCategory {
  const nationality = knownOf(facts.person?.nationality)
  const given = knownOf(facts.person?.category) ?? 'unknown'
  if (given === 'foreigner' || (nationality !== undefined && nationality !== HOME)) return 'foreigner'
  return isChildOn(facts, asOf) ? 'child' : given
}

/** Competence looks at the day of the event, not at the day of recruitment. */
function isChildOn({ person }: Facts, asOf: PlainDate): boolean {
  return childhoodOf({ person }, asOf).is === 'child'
}

function foreignerOf(facts: Facts, asks: 'yes' | 'no' | undefined): ForeignerKind {
  if (asks === 'yes' || facts.migration?.documentStatus === 'asylum-or-refugee') return 'asylum-seeker'
  if (answered(facts.loss?.isVictimOfTrafficking) === 'yes') return 'trafficking-victim'
  const stopped = answered(facts.departure?.stoppedAtBorder) === 'yes'
  const route = facts.migration?.route
  const onTheWay = route === 'unofficial-route' || route === 'by-sea-unofficial' || route === 'mixed'
  return stopped || onTheWay || answered(facts.migration?.crossingWasPaid) === 'yes'
    ? 'intercepted-migrant'
    : 'other'
}
