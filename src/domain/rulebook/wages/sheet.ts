/**
 * One sheet of the claim: what was earned, what was paid, what may be kept back, what is left. Where the facts leave
 * a thing open the sheet carries the least and the most, and never chooses.
 */
import { latestDay } from '../../kernel/partial-date.ts'
import { answered, knownOf, type Money, type NotKnown } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { fromRupiah, minorOf, mulDiv, notBelowZero, scaled, sum, times, type Range } from './money.ts'
import { PARTS, type Span } from './span.ts'

export const LINES = [
  'wages',
  'rest-days',
  'overtime',
  'leave',
  'food',
  'end-payments',
  'paid',
  'paid-unclear',
  'deducted',
] as const
export type LineName = (typeof LINES)[number]

export const UNITS = ['thirtieths-of-a-month', 'hundredths-of-a-day', 'hundredths-of-an-hour', 'sum'] as const
export type Unit = (typeof UNITS)[number]

/** Amounts in the smallest unit of the currency; what lowers the claim is negative. */
export type SheetLine = {
  readonly line: LineName
  readonly unit: Unit
  readonly quantity: Range | null
  readonly rate: number | null
  /** Null when it could not be counted; `why` says the reason. */
  readonly amount: Range | null
  readonly why?: 'rate-not-known'
}

export const FINDINGS = [
  'paid-more-than-owed',
  'payment-before-the-period',
  'other-currency',
  'overtime-not-counted',
  'deduction-above-the-cap',
  'deduction-may-be-lawful',
  'receiver-of-payment-unclear',
  'part-without-floor',
  'months-and-dates-differ',
] as const
export type SheetFinding = (typeof FINDINGS)[number]

export interface Sheet {
  readonly lines: readonly SheetLine[]
  readonly total: Range
  readonly findings: readonly SheetFinding[]
}

export interface SheetBasis {
  readonly currency: string
  /** The currency for which the facts give a rate in rupiah. */
  readonly rateCurrency: string | undefined
  readonly span: Span
  /** Pay for the whole time. */
  readonly wages: Range
  /** Pay in one month, where it is one amount. */
  readonly monthly: number | null
  /** Overtime: an hourly rate of the contract, or the multiplier of the law in hundredths. */
  readonly overtime: { readonly hourly?: Money; readonly hundredths?: number }
  readonly restDayPay?: Money
  readonly foodMonthly?: Money
  /** Share of the pay that deductions may take, in hundredths. */
  readonly capHundredths?: number
}

type Wages = NonNullable<Facts['wages']>

export function sheetOf(facts: Facts, basis: SheetBasis): Sheet {
  const wages = facts.wages ?? {}
  const convert = converterFor(wages, basis)
  const extras = [
    ...restDays(wages, basis, convert),
    ...overtime(facts, basis, convert),
    ...leave(wages, basis),
    ...food(wages, basis, convert),
    ...endPayments(wages, convert),
  ]
  const paid = paidLines(wages, basis, convert)
  const kept = deductionLine(wages, basis, convert)
  const lines: readonly SheetLine[] = [
    {
      line: 'wages',
      unit: 'thirtieths-of-a-month',
      quantity: basis.span.parts,
      rate: basis.monthly,
      amount: basis.wages,
    },
    ...extras,
    ...paid.lines,
    ...kept.lines,
  ]
  const balance = sum(lines.flatMap((each) => (each.amount === null ? [] : [each.amount])))
  const found: readonly SheetFinding[] = [
    ...(balance.min < 0 ? (['paid-more-than-owed'] as const) : []),
    ...(lines.some((each) => each.why !== undefined) ? (['overtime-not-counted'] as const) : []),
    ...(convert.failed() ? (['other-currency'] as const) : []),
    ...paid.findings,
    ...kept.findings,
  ]
  return { lines, total: notBelowZero(balance), findings: [...new Set(found)].sort() }
}

interface Converter {
  /** Undefined when it is in a currency that cannot be converted. */
  readonly minor: (money: Money | NotKnown | undefined) => number | undefined
  readonly failed: () => boolean
}

/** Rupiah are converted at the rate given; any other currency is left out and said so. */
function converterFor(wages: Wages, { currency, rateCurrency }: SheetBasis): Converter {
  const rate = rateCurrency === currency ? knownOf(wages.exchangeRate) : undefined
  let failed = false
  return {
    minor: (given) => {
      const money = knownOf(given)
      if (money === undefined) return undefined
      if (money.currency === currency) return minorOf(money)
      if (money.currency === 'IDR' && rate !== undefined && rate > 0)
        return fromRupiah(money.amount, currency, rate)
      failed = true
      return undefined
    },
    failed: () => failed,
  }
}

/** A count for the whole time, or so many a month over the time, in hundredths. */
function counted(
  inAll: number | NotKnown | undefined,
  perMonth: number | NotKnown | undefined,
  span: Span,
): Range | undefined {
  const whole = knownOf(inAll)
  if (whole !== undefined) return { min: scaled(whole, 2), max: scaled(whole, 2) }
  const monthly = knownOf(perMonth)
  return monthly === undefined ? undefined : times(scaled(monthly, 2), span.parts, PARTS)
}

function restDays(wages: Wages, basis: SheetBasis, convert: Converter): readonly SheetLine[] {
  const quantity = counted(wages.restDaysWorked, wages.restDaysWorkedPerMonth, basis.span)
  const rate = convert.minor(basis.restDayPay) ?? dayRate(basis)
  return countedLine('rest-days', 'hundredths-of-a-day', quantity, rate)
}

function overtime(facts: Facts, basis: SheetBasis, convert: Converter): readonly SheetLine[] {
  const wages = facts.wages ?? {}
  const quantity = counted(wages.overtimeHours, wages.overtimeHoursPerMonth, basis.span)
  return countedLine('overtime', 'hundredths-of-an-hour', quantity, hourRate(facts, basis, convert))
}

/** The rate of the contract, or the law's multiple of the pay for an hour of the agreed day. */
function hourRate(facts: Facts, basis: SheetBasis, convert: Converter): number | undefined {
  const agreed = convert.minor(basis.overtime.hourly)
  if (agreed !== undefined) return agreed
  const day = dayRate(basis)
  const hours = knownOf(facts.contract?.hoursPerDay)
  if (day === undefined || basis.overtime.hundredths === undefined || !hours) return undefined
  return mulDiv(day, basis.overtime.hundredths, scaled(hours, 2))
}

function leave(wages: Wages, basis: SheetBasis): readonly SheetLine[] {
  const quantity = counted(wages.leaveDaysOwed, undefined, basis.span)
  return countedLine('leave', 'hundredths-of-a-day', quantity, dayRate(basis))
}

/** A day's pay is a thirtieth of the month's. Where the month's pay changed, the average of the time. */
function dayRate({ monthly, wages, span }: SheetBasis): number | undefined {
  if (monthly !== null) return mulDiv(monthly, 1, PARTS)
  return span.parts.max > 0 ? mulDiv(wages.max, 1, span.parts.max) : undefined
}

function countedLine(
  line: LineName,
  unit: Unit,
  quantity: Range | undefined,
  rate: number | undefined,
): readonly SheetLine[] {
  if (quantity === undefined || quantity.max === 0) return []
  if (rate === undefined) return [{ line, unit, quantity, rate: null, amount: null, why: 'rate-not-known' }]
  return [{ line, unit, quantity, rate, amount: times(rate, quantity, 100) }]
}

function food(wages: Wages, basis: SheetBasis, convert: Converter): readonly SheetLine[] {
  const given = answered(wages.foodGiven)
  const rate = convert.minor(basis.foodMonthly)
  if (rate === undefined || given === 'yes') return []
  const all = times(rate, basis.span.parts, PARTS)
  const amount = given === 'no' ? all : { min: 0, max: all.max }
  return [{ line: 'food', unit: 'thirtieths-of-a-month', quantity: basis.span.parts, rate, amount }]
}

function endPayments(wages: Wages, convert: Converter): readonly SheetLine[] {
  const minor = convert.minor(wages.endPayments)
  if (minor === undefined) return []
  return [
    { line: 'end-payments', unit: 'sum', quantity: null, rate: null, amount: { min: minor, max: minor } },
  ]
}

function paidLines(
  wages: Wages,
  { span }: SheetBasis,
  convert: Converter,
): { readonly lines: readonly SheetLine[]; readonly findings: readonly SheetFinding[] } {
  let sure = 0
  let unclear = 0
  let before = 0
  for (const payment of wages.payments ?? []) {
    const on = knownOf(payment.on)
    const first = span.longest?.from
    if (on !== undefined && first !== undefined && latestDay(on) < first) {
      before += 1
      continue
    }
    const minor = convert.minor(payment.amount) ?? 0
    if (payment.to === 'worker' || payment.to === 'family') sure += minor
    else unclear += minor
  }
  return {
    lines: [
      ...(sure > 0 ? [subtracted('paid', { min: sure, max: sure })] : []),
      ...(unclear > 0 ? [subtracted('paid-unclear', { min: unclear, max: 0 })] : []),
    ],
    findings: [
      ...(before > 0 ? (['payment-before-the-period'] as const) : []),
      ...(unclear > 0 ? (['receiver-of-payment-unclear'] as const) : []),
    ],
  }
}

/** Only what the law allows lowers the claim; what may be allowed makes the range wider. */
function deductionLine(
  wages: Wages,
  { wages: pay, capHundredths }: SheetBasis,
  convert: Converter,
): { readonly lines: readonly SheetLine[]; readonly findings: readonly SheetFinding[] } {
  let lawful = 0
  let perhaps = 0
  for (const each of wages.deductions ?? []) {
    const minor = convert.minor(each.amount) ?? 0
    const months = knownOf(each.months)
    const whole = months === undefined ? minor : mulDiv(minor, scaled(months, 2), 100)
    const allowed = answered(each.lawful)
    if (allowed === 'yes') lawful += whole
    else if (allowed === undefined) perhaps += whole
  }
  if (lawful + perhaps === 0) return { lines: [], findings: [] }
  const most = capped(lawful + perhaps, pay.min, capHundredths)
  const least = capped(lawful, pay.max, capHundredths)
  return {
    lines: [subtracted('deducted', { min: most, max: least })],
    findings: [
      ...(perhaps > 0 ? (['deduction-may-be-lawful'] as const) : []),
      ...(most < lawful + perhaps || least < lawful ? (['deduction-above-the-cap'] as const) : []),
    ],
  }
}

function capped(amount: number, pay: number, capHundredths: number | undefined): number {
  return capHundredths === undefined ? amount : Math.min(amount, mulDiv(pay, capHundredths, 100))
}

/** `by.min` lowers the least, `by.max` the most. Without a negative zero. */
function subtracted(line: LineName, by: Range): SheetLine {
  return { line, unit: 'sum', quantity: null, rate: null, amount: { min: 0 - by.min, max: 0 - by.max } }
}
