/**
 * Reads facts that came from outside. Nothing is corrected and nothing is dropped: what the schema does not know,
 * a day that does not exist or an amount below zero is a fault that names its field.
 */
import { parsePartialDate, type PlainDate } from '../../kernel/partial-date.ts'
import { repeatedName } from '../../kernel/repeated-name.ts'
import { isCountryCode } from './country-codes.ts'
import type { Field, Fields } from './facts-kit.ts'
import { FACTS, type Facts } from './facts.ts'
import { impossibleOrders } from './impossible-orders.ts'

export const FACT_FAULTS = [
  'unknown-fact',
  'not-an-object',
  'not-a-list',
  'not-text',
  'too-long',
  'not-a-number',
  'negative-amount',
  'too-large',
  'not-whole',
  'impossible-date',
  'impossible-order',
  'impossible-time',
  'not-a-code',
  'not-a-country',
  'not-a-currency',
  'not-a-time-zone',
  'not-yes-or-no',
  'missing-part',
  'said-twice',
] as const
export type FactFaultCode = (typeof FACT_FAULTS)[number]

export interface FactFault {
  /** Path of the field, such as `wages.payments.0.amount`. */
  readonly field: string
  readonly code: FactFaultCode
}

export type ReadFacts =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'faults'; readonly faults: readonly FactFault[] }

const LONGEST_LIST = 500

/** `today` is the day of the event where the facts do not say one. */
export function readFacts(given: unknown, today?: PlainDate): ReadFacts {
  const faults = faultsOfGroup(FACTS.fields, given, '')
  if (faults.length > 0) return { kind: 'faults', faults }
  const facts = given as Facts
  const orders = impossibleOrders(facts, today).flatMap((field) => fault(field, 'impossible-order'))
  return orders.length === 0 ? { kind: 'facts', facts } : { kind: 'faults', faults: orders }
}

/** Facts as they arrive: a text. A name that stands twice is a fault too, because only one of them would be read. */
export function readFactsText(text: string, today: PlainDate): ReadFacts | { readonly kind: 'not-json' } {
  const json = text.replace(/^\uFEFF/, '')
  const given = parseJson(json)
  if (given === undefined) return { kind: 'not-json' }
  const twice = repeatedName(json)
  return twice === undefined
    ? readFacts(given.value, today)
    : { kind: 'faults', faults: fault(twice, 'said-twice') }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

function faultsOfGroup(fields: Fields, given: unknown, path: string): readonly FactFault[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return fault(path, 'not-an-object')
  return Object.entries(given).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field === undefined ? fault(at, 'unknown-fact') : faultsOf(field, value, at)
  })
}

function faultsOf(field: Field, value: unknown, path: string): readonly FactFault[] {
  if (field.kind === 'group') return faultsOfGroup(field.fields, value, path)
  if (field.kind === 'list')
    return faultsOfList(value, path, (each, at) => faultsOfGroup(field.fields, each, at))
  if (value === 'unknown' || value === 'not-asked') return []
  if (field.kind === 'indicator' && typeof value === 'object') return faultsOfWeighed(value, path)
  return faultsOfLeaf(field, value, path)
}

function faultsOfLeaf(
  field: Exclude<Field, { readonly kind: 'group' | 'list' }>,
  value: unknown,
  path: string,
): readonly FactFault[] {
  switch (field.kind) {
    case 'yes-no':
    case 'indicator':
      return value === 'yes' || value === 'no' ? [] : fault(path, 'not-yes-or-no')
    case 'code':
      return field.codes.includes(value as string) ? [] : fault(path, 'not-a-code')
    case 'codes':
      return faultsOfList(value, path, (each, at) =>
        field.codes.includes(each as string) ? [] : fault(at, 'not-a-code'),
      )
    case 'date':
      return typeof value === 'string' && parsePartialDate(value) === value
        ? []
        : fault(path, 'impossible-date')
    case 'instant':
      return isInstant(value) ? [] : fault(path, 'impossible-time')
    case 'number':
      return faultsOfNumber(field, value, path)
    case 'money':
      return faultsOfMoney(value, path)
    case 'country':
      return typeof value === 'string' && isCountryCode(value) ? [] : fault(path, 'not-a-country')
    case 'zone':
      return isTimeZone(value) ? [] : fault(path, 'not-a-time-zone')
    case 'currency':
      return isCurrency(value) ? [] : fault(path, 'not-a-currency')
    case 'text':
      return faultsOfText(value, path, field.max)
  }
}

function faultsOfNumber(
  field: { readonly whole: 'whole' | 'any'; readonly max?: number },
  value: unknown,
  path: string,
): readonly FactFault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault(path, 'not-a-number')
  if (value < 0) return fault(path, 'negative-amount')
  if (field.whole === 'whole' && !Number.isInteger(value)) return fault(path, 'not-whole')
  return field.max !== undefined && value > field.max ? fault(path, 'too-large') : []
}

function faultsOfMoney(value: unknown, path: string): readonly FactFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(path, 'not-an-object')
  const given = value as { readonly amount?: unknown; readonly currency?: unknown }
  const others = Object.keys(value).filter((key) => key !== 'amount' && key !== 'currency')
  return [
    ...others.flatMap((key) => fault(`${path}.${key}`, 'unknown-fact')),
    ...(given.amount === undefined
      ? fault(`${path}.amount`, 'missing-part')
      : faultsOfNumber({ whole: 'any', max: 1e13 }, given.amount, `${path}.amount`)),
    ...(isCurrency(given.currency) ? [] : fault(`${path}.currency`, 'not-a-currency')),
  ]
}

function isCurrency(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value)
}

function faultsOfWeighed(value: object | null, path: string): readonly FactFault[] {
  if (value === null || Array.isArray(value)) return fault(path, 'not-yes-or-no')
  const { answer, ...rest } = value as Readonly<Record<string, unknown>>
  const answers: readonly unknown[] = ['yes', 'no', 'unknown', 'not-asked']
  const sentences = (each: unknown, at: string) => faultsOfText(each, at, 2000)
  return [
    ...(answers.includes(answer) ? [] : fault(`${path}.answer`, 'not-yes-or-no')),
    ...Object.entries(rest).flatMap(([name, list]) =>
      name === 'evidence' || name === 'contrary'
        ? faultsOfList(list, `${path}.${name}`, sentences)
        : fault(`${path}.${name}`, 'unknown-fact'),
    ),
  ]
}

function faultsOfList(
  value: unknown,
  path: string,
  each: (item: unknown, at: string) => readonly FactFault[],
): readonly FactFault[] {
  if (!Array.isArray(value)) return fault(path, 'not-a-list')
  if (value.length > LONGEST_LIST) return fault(path, 'too-long')
  return value.flatMap((item: unknown, at) => each(item, `${path}.${at}`))
}

function faultsOfText(value: unknown, path: string, max: number): readonly FactFault[] {
  if (typeof value !== 'string') return fault(path, 'not-text')
  return value.length > max ? fault(path, 'too-long') : []
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const match = INSTANT.exec(value)
  return match !== null && parsePartialDate(match[1] ?? '') !== undefined
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function fault(field: string, code: FactFaultCode): readonly FactFault[] {
  return [{ field: field === '' ? '(facts)' : field, code }]
}
