/** What is not known and could change the sheet, in the order in which an officer would ask. */
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import type { Crew } from './crew.ts'
import type { NoFloor } from './floor.ts'
import { givenOf, type ScenarioSet } from './scenarios.ts'

const FLOOR_NEEDS: Readonly<Partial<Record<NoFloor, string>>> = {
  'place-unknown': 'migration.destination',
  'work-unknown': 'work.sector',
  'hours-unknown': 'work.hoursPerWeek',
}

export function missingFor(
  facts: Facts,
  { scenarios, floor }: ScenarioSet,
  crew: Crew | null,
): readonly string[] {
  if (crew !== null && scenarios.every((each) => each.total === null)) return crewMissing(crew, facts)
  const findings = new Set(scenarios.flatMap((each) => each.findings))
  const floorNeeds = floor?.kind === 'none' ? FLOOR_NEEDS[floor.why] : undefined
  return [
    ...timeMissing(facts),
    ...amountsMissing(facts),
    ...(floorNeeds === undefined ? [] : [floorNeeds]),
    ...(floor?.kind === 'amount' && floor.contractDayMissing === 'missing' ? ['contract.signedOn'] : []),
    ...(floor === undefined && facts.migration?.destination === undefined ? ['migration.destination'] : []),
    ...extrasMissing(facts),
    ...(findings.has('overtime-not-counted') ? ['contract.overtimeHourly', 'contract.hoursPerDay'] : []),
    ...rateMissing(facts),
  ]
}

function timeMissing({ wages, work }: Facts): readonly string[] {
  if (knownOf(wages?.monthsUnpaid) !== undefined) return []
  return [
    ...((knownOf(wages?.from) ?? knownOf(work?.began)) === undefined ? ['wages.from'] : []),
    ...((knownOf(wages?.until) ?? knownOf(work?.ended)) === undefined ? ['wages.until'] : []),
  ]
}

function amountsMissing(facts: Facts): readonly string[] {
  const { promised, agreed, market, marketSource } = givenOf(facts)
  return [
    ...(promised === undefined ? ['wages.promisedMonthly'] : []),
    ...(agreed === undefined ? ['wages.agreedMonthly'] : []),
    ...(market === undefined ? ['wages.marketMonthly'] : []),
    ...(market !== undefined && marketSource === undefined ? ['wages.marketSource'] : []),
  ]
}

function extrasMissing({ wages }: Facts): readonly string[] {
  const rest = knownOf(wages?.restDaysWorked) ?? knownOf(wages?.restDaysWorkedPerMonth)
  const overtime = knownOf(wages?.overtimeHours) ?? knownOf(wages?.overtimeHoursPerMonth)
  return [
    ...(wages?.payments === undefined ? ['wages.payments'] : []),
    ...(wages?.deductions === undefined ? ['wages.deductions'] : []),
    ...(rest === undefined ? ['wages.restDaysWorked'] : []),
    ...(overtime === undefined ? ['wages.overtimeHours'] : []),
    ...(knownOf(wages?.leaveDaysOwed) === undefined ? ['wages.leaveDaysOwed'] : []),
  ]
}

function rateMissing(facts: Facts): readonly string[] {
  const { wages } = facts
  const { currency } = givenOf(facts)
  if (currency === undefined || currency === 'IDR') return []
  return [
    ...(knownOf(wages?.exchangeRate) === undefined ? ['wages.exchangeRate'] : []),
    ...(knownOf(wages?.exchangeRateOn) === undefined ? ['wages.exchangeRateOn'] : []),
  ]
}

function crewMissing(crew: Crew, facts: Facts): readonly string[] {
  const lacking = new Set(crew.sheets.flatMap((each) => each.missing))
  return [
    ...(lacking.has('from') ? ['wages.from'] : []),
    ...(lacking.has('until') ? ['wages.until'] : []),
    ...(lacking.has('monthly') ? ['wages.crew'] : []),
    ...(lacking.has('same-currency') ? ['wages.currency'] : []),
    ...(knownOf(facts.wages?.exchangeRate) === undefined ? ['wages.exchangeRate'] : []),
  ]
}
