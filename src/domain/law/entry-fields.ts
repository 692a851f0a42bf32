/**
 * An entry of the law as a form: one field for each of its properties, read back in the type that it had. A property with
 * plain parts (a sentence in two languages, a source) gives a field for each part, a list of words one with a word a line;
 * what is neither is edited as JSON, so that nothing of an entry is ever lost by editing another part of it.
 */
import type { Json, JsonObject } from './release.ts'

export interface EntryField {
  /** `duty.id` for a part of `duty`. */
  readonly name: string
  readonly kind: 'text' | 'number' | 'flag' | 'lines' | 'json'
  /** As it stands in the form. */
  readonly value: string
}

export type ReadEntry =
  | { readonly kind: 'entry'; readonly entry: JsonObject }
  | { readonly kind: 'faults'; readonly fields: readonly string[] }

export function fieldsOf(entry: Json): readonly EntryField[] {
  if (!isObject(entry)) return []
  return Object.entries(entry).flatMap(([name, value]) =>
    isObject(value) && Object.values(value).every(isPlain)
      ? Object.entries(value).map(([part, inner]) => fieldOf(`${name}.${part}`, inner))
      : [fieldOf(name, value)],
  )
}

function fieldOf(name: string, value: Json): EntryField {
  if (typeof value === 'number') return { name, kind: 'number', value: String(value) }
  if (typeof value === 'boolean') return { name, kind: 'flag', value: String(value) }
  if (typeof value === 'string' || value === null) return { name, kind: 'text', value: value ?? '' }
  if (Array.isArray(value) && value.every(isLine)) return { name, kind: 'lines', value: value.join('\n') }
  return { name, kind: 'json', value: JSON.stringify(value, undefined, 2) }
}

/** `given` by field name. An emptied text is null: nothing known. Fields that the entry does not have are left out. */
export function readFields(entry: Json, given: Readonly<Record<string, string | undefined>>): ReadEntry {
  if (!isObject(entry)) return { kind: 'faults', fields: [] }
  const faults: string[] = []
  const read = (field: EntryField, was: Json): Json => {
    const text = given[field.name]
    if (text === undefined || plain(text) === plain(field.value)) return was
    const value = valueOf(field, text)
    if (value === undefined) faults.push(field.name)
    return value ?? null
  }
  const pairs = Object.entries(entry).map(([name, was]): readonly [string, Json] => {
    if (!isObject(was) || !Object.values(was).every(isPlain)) return [name, read(fieldOf(name, was), was)]
    const parts = Object.entries(was).map(
      ([part, inner]) => [part, read(fieldOf(`${name}.${part}`, inner), inner)] as const,
    )
    return [name, Object.fromEntries(parts)]
  })
  return faults.length > 0
    ? { kind: 'faults', fields: faults }
    : { kind: 'entry', entry: Object.fromEntries(pairs) }
}

/** Forms send line ends of their own and readers trim. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

function valueOf({ kind }: EntryField, text: string): Json | undefined {
  const words = plain(text)
  if (kind === 'number') return words === '' ? null : numberIn(words)
  if (kind === 'flag') return words === 'true' ? true : words === 'false' ? false : undefined
  if (kind === 'lines') return words.split('\n').map(plain).filter(Boolean)
  // What was empty may become something with parts, such as an amount with its unit.
  if (kind === 'json' || /^[[{]/.test(words)) return jsonIn(words)
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

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPlain(value: Json): boolean {
  return typeof value !== 'object' || value === null
}

/** A word that a list with one word a line can hold. */
function isLine(value: Json): value is string {
  return typeof value === 'string' && value === plain(value) && value !== '' && !value.includes('\n')
}
