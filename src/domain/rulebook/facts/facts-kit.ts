/**
 * The little language in which the one schema of facts is written. From the same description come the type, the
 * check of what arrives and the published JSON Schema, so they cannot drift apart.
 * Every leaf may also be `unknown` (asked, not known) or `not-asked`; a leaf that is left out was not asked.
 */
import type { PartialDate } from '../../kernel/partial-date.ts'

export const NOT_KNOWN = ['unknown', 'not-asked'] as const
export type NotKnown = (typeof NOT_KNOWN)[number]

export type YesNo = 'yes' | 'no' | NotKnown

export interface Said {
  readonly about: string
}
export interface YesNoField extends Said {
  readonly kind: 'yes-no'
}
/** Yes or no, alone or with the sentences that support it and those against it. */
export interface IndicatorField extends Said {
  readonly kind: 'indicator'
}
export interface CodeField<C extends string = string> extends Said {
  readonly kind: 'code'
  readonly codes: readonly C[]
}
export interface CodesField<C extends string = string> extends Said {
  readonly kind: 'codes'
  readonly codes: readonly C[]
}
/** A partial date: `2019`, `2019-04`, `2019-04-12`, `2019-04~`, `2019-04/2019-05`. */
export interface DateField extends Said {
  readonly kind: 'date'
}
/** A moment with its offset: `2026-11-21T08:00:00+07:00`. */
export interface InstantField extends Said {
  readonly kind: 'instant'
}
/** A number from zero up. */
export interface NumberField extends Said {
  readonly kind: 'number'
  readonly whole: 'whole' | 'any'
  readonly max?: number
}
export interface MoneyField extends Said {
  readonly kind: 'money'
}
export interface CountryField extends Said {
  readonly kind: 'country'
}
/** Three letters, ISO 4217. */
export interface CurrencyField extends Said {
  readonly kind: 'currency'
}
export interface TextField extends Said {
  readonly kind: 'text'
  readonly max: number
}
/** A time zone by its name, such as `Asia/Jakarta`. */
export interface ZoneField extends Said {
  readonly kind: 'zone'
}
export interface GroupField<F extends Fields = Fields> extends Said {
  readonly kind: 'group'
  readonly fields: F
}
export interface ListField<F extends Fields = Fields> extends Said {
  readonly kind: 'list'
  readonly fields: F
}

export type Field =
  | YesNoField
  | IndicatorField
  | CodeField
  | CodesField
  | DateField
  | InstantField
  | NumberField
  | MoneyField
  | CountryField
  | CurrencyField
  | TextField
  | ZoneField
  | GroupField
  | ListField
export type Fields = { readonly [name: string]: Field }

export interface Money {
  readonly amount: number
  /** Three letters, ISO 4217. */
  readonly currency: string
}

export interface Weighed {
  readonly answer: YesNo
  /** Sentences or pieces of evidence that support it. */
  readonly evidence?: readonly string[]
  readonly contrary?: readonly string[]
}

export type ValueOf<F extends Field> =
  F extends GroupField<infer G>
    ? FactsOf<G>
    : F extends ListField<infer G>
      ? readonly FactsOf<G>[]
      : F extends CodeField<infer C>
        ? C | NotKnown
        : F extends CodesField<infer C>
          ? readonly C[] | NotKnown
          : F extends YesNoField
            ? YesNo
            : F extends IndicatorField
              ? YesNo | Weighed
              : F extends DateField
                ? PartialDate | NotKnown
                : F extends NumberField
                  ? number | NotKnown
                  : F extends MoneyField
                    ? Money | NotKnown
                    : string

export type FactsOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> }

export function yesNo(about: string): YesNoField {
  return { kind: 'yes-no', about }
}
export function indicator(about: string): IndicatorField {
  return { kind: 'indicator', about }
}
export function code<const C extends string>(codes: readonly C[], about: string): CodeField<C> {
  return { kind: 'code', codes, about }
}
export function codes<const C extends string>(list: readonly C[], about: string): CodesField<C> {
  return { kind: 'codes', codes: list, about }
}
export function date(about: string): DateField {
  return { kind: 'date', about }
}
export function instant(about: string): InstantField {
  return { kind: 'instant', about }
}
export function count(about: string, max?: number): NumberField {
  return { kind: 'number', whole: 'whole', max, about }
}
export function amount(about: string, max?: number): NumberField {
  return { kind: 'number', whole: 'any', max, about }
}
export function money(about: string): MoneyField {
  return { kind: 'money', about }
}
export function country(about: string): CountryField {
  return { kind: 'country', about }
}
export function currency(about: string): CurrencyField {
  return { kind: 'currency', about }
}
export function zone(about: string): ZoneField {
  return { kind: 'zone', about }
}
export function text(about: string, max = 20_000): TextField {
  return { kind: 'text', max, about }
}
export function group<const F extends Fields>(about: string, fields: F): GroupField<F> {
  return { kind: 'group', about, fields }
}
export function list<const F extends Fields>(about: string, fields: F): ListField<F> {
  return { kind: 'list', about, fields }
}

/** The value when it is known; undefined for what is missing, unknown or not asked. */
export function knownOf<T>(value: T | NotKnown | undefined): Exclude<T, NotKnown> | undefined {
  return value === undefined || value === 'unknown' || value === 'not-asked'
    ? undefined
    : (value as Exclude<T, NotKnown>)
}

/** Yes or no when it is known. */
export function answered(value: YesNo | Weighed | undefined): 'yes' | 'no' | undefined {
  return knownOf(typeof value === 'object' ? value.answer : value)
}
