/**
 * What a case lends to letters. It is its own list on purpose: where a person stays now, telephone numbers, notes of any
 * kind, needs, messages and the person's wish are not in it, so that no letter can carry them by mistake.
 */
import { comparePartialDates, type PartialDate } from '../kernel/partial-date.ts'

export type LetterPerson = {
  readonly id: string
  readonly name: string
  readonly otherNames: readonly string[]
  readonly roles: readonly string[]
  readonly born: PartialDate | undefined
  readonly village: string
  readonly documents: readonly string[]
}

export type LetterEntry = {
  readonly id: string
  readonly date: PartialDate | undefined
  /** The person's own words about when. */
  readonly dateWords: string
  readonly text: string
  readonly source: string
  readonly certainty: string
  /** The body that shared it, when it is not the one that writes. */
  readonly sharedBy: string
  readonly contradicts: string | null
}

export type LetterFacts = {
  readonly caseCode: string
  readonly country: string | null
  readonly persons: readonly LetterPerson[]
  readonly timeline: readonly LetterEntry[]
  readonly chain: readonly { readonly kind: string; readonly name: string }[]
  readonly evidence: readonly { readonly number: number; readonly title: string }[]
}

export type LetterEvent = { readonly entry: LetterEntry; readonly against: readonly LetterEntry[] }

/** The events in the order of their dates, undated ones last; what contradicts an event stands with it. */
export function eventsOf(entries: readonly LetterEntry[]): readonly LetterEvent[] {
  const ids = new Set(entries.map((entry) => entry.id))
  return entries
    .filter((entry) => entry.contradicts === null || !ids.has(entry.contradicts))
    .map((entry) => ({ entry, against: entries.filter((other) => other.contradicts === entry.id) }))
    .toSorted((a, b) => byDate(a.entry.date, b.entry.date))
}

function byDate(a: PartialDate | undefined, b: PartialDate | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return comparePartialDates(a, b)
}

/** Names of safe houses give way to a general word: where a shelter is, no letter says. */
export function withoutShelters<T>(value: T, names: readonly string[], instead: string): T {
  if (typeof value === 'string') return hide(value, names, instead) as T
  if (Array.isArray(value)) return value.map((each: unknown) => withoutShelters(each, names, instead)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withoutShelters(each as unknown, names, instead)]),
  ) as T
}

function hide(text: string, names: readonly string[], instead: string): string {
  return names
    .filter((name) => name.trim().length > 3)
    .reduce((left, name) => left.replaceAll(new RegExp(escaped(name), 'giu'), instead), text)
}

function escaped(text: string): string {
  return text.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
