/**
 * An entry of the law as a form: one field for each of its properties, read back in the type that it had. What is no
 * plain value is edited as JSON, so that nothing of an entry is ever lost by editing another part of it.
 */
import { type Json, type JsonObject } from './release.ts'

export interface EntryField {
  readonly name: string
  readonly kind: 'text' | 'number' | 'flag' | 'json'
  /** As it stands in the form. */
  readonly value: string
}

export type ReadEntry =
  | { readonly kind: 'entry'; readonly entry: JsonObject }
  | { readonly kind: 'faults'; readonly fields: readonly string[] }

/** Longer texts and lists stand as JSON over several lines. */
export function fieldsOf(entry: Json): readonly EntryField[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
  return Object.entries(entry as JsonObject).map(([name, value]) => {
    if (typeof value === 'number') return { name, kind: 'number', value: String(value) }
    if (typeof value === 'boolean') return { name, kind: 'flag', value: String(value) }
    if (typeof value === 'string' || value === null) return { name, kind: 'text', value: value ?? '' }
    return { name, kind: 'json', value: JSON.stringify(value, undefined, 2) }
  })
}

/** `given` by field name. An emptied text is null: nothing known. Fields that the entry does not have are left out. */
export function readFields(entry: Json, given: Readonly<Record<string, string | undefined>>): ReadEntry {
  const faults: string[] = []
  const pairs = fieldsOf(entry).map((field): readonly [string, Json] => {
    const text = given[field.name]
    if (text === undefined || same(text, field.value)) return [field.name, valueIn(entry, field.name)]
    const value = valueOf(field, text)
    if (value === undefined) faults.push(field.name)
    return [field.name, value ?? null]
  })
  return faults.length > 0
    ? { kind: 'faults', fields: faults }
    : { kind: 'entry', entry: Object.fromEntries(pairs) }
}

/** Forms send line ends of their own and readers trim. */
function same(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

function valueIn(entry: Json, name: string): Json {
  return (entry as JsonObject)[name] ?? null
}

function valueOf({ kind }: EntryField, text: string): Json | undefined {
  const words = plain(text)
  if (kind === 'number') return words === '' ? null : numberIn(words)
  if (kind === 'flag') return words === 'true' ? true : words === 'false' ? false : undefined
  if (kind === 'json') return jsonIn(words)
  return words === '' ? null : words
}

function numberIn(words: string): number | undefined {
  const value = Number(words)
  return Number.isFinite(value) ? value : undefined
}

function jsonIn(words: string): Json | undefined {
  try {
    return JSON.parse(words) as Json
  } catch {
    return undefined
  }
}
