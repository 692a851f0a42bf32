/** The same claim seen in four ways: as promised, as agreed, as the law of the place at least wants, as others earn. */
import type { PlainDate } from '../../kernel/partial-date.ts'
import { knownOf, type Money } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import type { Chapter } from '../rulebook.ts'
import { floorFor, NO_FLOOR, workGroupOf, type Floor } from './floor.ts'
import { decimalsOf, minorOf, mulDiv, scaled, times, toRupiah, type Range } from './money.ts'
import { amountFor, rowFor, tablesOf } from './place-rules.ts'
import { sheetOf, type SheetBasis, type SheetFinding, type SheetLine } from './sheet.ts'
import { PARTS, type Span } from './span.ts'

export const BASES = ['promised', 'agreed', 'legal-minimum', 'market'] as const
export type Basis = (typeof BASES)[number]

export const NO_AMOUNT = ['not-known', 'source-not-known', 'period-not-known', ...NO_FLOOR] as const
export type NoAmount = (typeof NO_AMOUNT)[number]

/** Amounts in the smallest unit of `currency`; rupiah whole. */
export type Scenario = {
  readonly basis: Basis
  readonly currency: string | null
  readonly decimals: number
  readonly monthly: number | null
  readonly lines: readonly SheetLine[]
  readonly total: Range | null
  /** The claim for each month of the time, to compare with others. */
  readonly perMonth: Range | null
  readonly rupiah: Range | null
  readonly why: NoAmount | null
  readonly findings: readonly SheetFinding[]
}

export interface ScenarioSet {
  readonly scenarios: readonly Scenario[]
  readonly floor: Floor | undefined
}

export interface Given {
  readonly promised: Money | undefined
  readonly agreed: Money | undefined
  readonly market: Money | undefined
  readonly marketSource: string | undefined
  /** The currency of the claim, for which the facts give the rate. */
  readonly currency: string | undefined
}

export function givenOf(facts: Facts): Given {
  const { wages, contract, offer } = facts
  const promised = knownOf(wages?.promisedMonthly) ?? knownOf(offer?.monthlyPay)
  const agreed = knownOf(wages?.agreedMonthly) ?? knownOf(contract?.monthlyPay)
  const market = knownOf(wages?.marketMonthly)
  const source = wages?.marketSource
  return {
    promised,
    agreed,
    market,
    marketSource: source === undefined || source === '' ? undefined : source,
    currency: knownOf(wages?.currency) ?? (agreed ?? promised ?? market)?.currency,
  }
}

export function scenariosOf(
  facts: Facts,
  chapter: Chapter,
  span: Span | undefined,
  asOf: PlainDate,
): ScenarioSet {
  const given = givenOf(facts)
  if (span === undefined) {
    const scenarios = BASES.map((basis) => nothing(basis, 'period-not-known'))
    return { scenarios, floor: undefined }
  }
  const floor = floorFor(facts, chapter, span, asOf)
  const make = (basis: Basis, monthly: Money | undefined) =>
    monthly === undefined
      ? nothing(basis, 'not-known')
      : scenarioOf(facts, chapter, span, { basis, given, ...earned(monthly, span) })
  const market =
    given.market !== undefined && given.marketSource === undefined
      ? nothing('market', 'source-not-known')
      : make('market', given.market)
  return {
    scenarios: [
      make('promised', given.promised),
      make('agreed', given.agreed),
      legalMinimum(facts, chapter, span, { given, floor }),
      market,
    ],
    floor,
  }
}

function earned(money: Money, span: Span) {
  const monthly = minorOf(money)
  return { currency: money.currency, monthly, wages: times(monthly, span.parts, PARTS) }
}

function legalMinimum(
  facts: Facts,
  chapter: Chapter,
  span: Span,
  { given, floor }: { readonly given: Given; readonly floor: Floor },
): Scenario {
  if (floor.kind === 'none') return nothing('legal-minimum', floor.why)
  const { currency, monthly, wages } = floor
  const scenario = scenarioOf(facts, chapter, span, {
    basis: 'legal-minimum',
    given,
    currency,
    monthly,
    wages,
  })
  return floor.notCovered.max === 0
    ? scenario
    : { ...scenario, findings: [...scenario.findings, 'part-without-floor' as const].sort() }
}

interface Frame {
  readonly basis: Basis
  readonly given: Given
  readonly currency: string
  readonly monthly: number | null
  readonly wages: Range
}

function scenarioOf(
  facts: Facts,
  chapter: Chapter,
  span: Span,
  { basis, given, currency, monthly, wages }: Frame,
): Scenario {
  const frame = { currency, rateCurrency: given.currency, span, wages, monthly }
  const sheet = sheetOf(facts, { ...frame, ...placeTerms(facts, chapter, basis) })
  const { min, max } = span.parts
  const monthsDiffer = (knownOf(facts.wages?.monthsUnpaid) ?? 0) * PARTS > max + PARTS
  return {
    basis,
    currency,
    decimals: decimalsOf(currency),
    monthly,
    lines: sheet.lines,
    total: sheet.total,
    perMonth:
      min > 0 && max > 0
        ? { min: mulDiv(sheet.total.min, PARTS, max), max: mulDiv(sheet.total.max, PARTS, min) }
        : null,
    rupiah: rupiahOf(facts, sheet.total, currency, given.currency),
    why: null,
    findings: monthsDiffer ? [...sheet.findings, 'months-and-dates-differ' as const].sort() : sheet.findings,
  }
}

type Terms = Pick<SheetBasis, 'overtime' | 'restDayPay' | 'foodMonthly' | 'capHundredths'>

/** The contract's own terms for what was agreed; the law's for the floor. */
function placeTerms(facts: Facts, chapter: Chapter, basis: Basis): Terms {
  const tables = tablesOf(chapter)
  const place = knownOf(facts.migration?.destination)
  const group = workGroupOf(facts)
  const { contract } = facts
  const multiple = amountFor(chapter, rowFor(tables.overtime, place, group))?.amount
  const cap = amountFor(chapter, rowFor(tables.caps, place, group))?.amount
  const foodRow = rowFor(tables.food, place, group)
  const food = amountFor(chapter, foodRow)?.amount
  const byLaw = basis === 'legal-minimum'
  const hourly = byLaw ? undefined : knownOf(contract?.overtimeHourly)
  const restDayPay = byLaw ? undefined : knownOf(contract?.restDayPay)
  const agreedFood = byLaw ? undefined : knownOf(contract?.foodAllowance)
  const lawFood =
    byLaw && foodRow !== undefined && food !== undefined
      ? { amount: food, currency: foodRow.currency }
      : undefined
  const foodMonthly = agreedFood ?? lawFood
  return {
    overtime: {
      ...(hourly === undefined ? {} : { hourly }),
      ...(multiple === undefined ? {} : { hundredths: scaled(multiple, 2) }),
    },
    ...(restDayPay === undefined ? {} : { restDayPay }),
    ...(foodMonthly === undefined ? {} : { foodMonthly }),
    ...(cap === undefined ? {} : { capHundredths: scaled(cap, 2) }),
  }
}

/** Only with a rate and the day of that rate. */
function rupiahOf(
  { wages }: Facts,
  total: Range,
  currency: string,
  rateCurrency: string | undefined,
): Range | null {
  const rate = knownOf(wages?.exchangeRate)
  if (rate === undefined || knownOf(wages?.exchangeRateOn) === undefined) return null
  if (rateCurrency !== currency || currency === 'IDR') return null
  return { min: toRupiah(total.min, currency, rate), max: toRupiah(total.max, currency, rate) }
}

function nothing(basis: Basis, why: NoAmount): Scenario {
  return {
    basis,
    currency: null,
    decimals: 2,
    monthly: null,
    lines: [],
    total: null,
    perMonth: null,
    rupiah: null,
    why,
    findings: [],
  }
}
