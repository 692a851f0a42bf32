/** Who read an entry of the law: two bodies, written into the entry when it goes into a release. */
import type { Json, JsonObject } from './release.ts'

export interface Readers {
  /** The body of the author; `null` where the text came with a newer delivery, which names its readers itself. */
  readonly first: string | null
  readonly second: string | null
  /** The day of the second reading. */
  readonly on: string | null
}

/** Entries name their readers as `firstReader` and `secondReader`, instruments as `checkedBy` and `checkedOn`. */
export function withReaders(entry: Json, { first, second, on }: Readers): Json {
  if (!isObject(entry) || first === null || second === null || on === null) return entry
  if ('secondReader' in entry) return { ...entry, firstReader: first, secondReader: second }
  if ('checkedBy' in entry) return { ...entry, checkedBy: `${first}; ${second}`, checkedOn: on }
  return entry
}

/** The entry as somebody who read it in its source would sign it; undefined where it has no place for readers. */
export function signedBy(entry: Json, body: string, on: string): Json | undefined {
  if (!isObject(entry)) return undefined
  if ('secondReader' in entry) return { ...entry, firstReader: body, secondReader: null }
  if ('checkedBy' in entry) return { ...entry, checkedBy: body, checkedOn: on }
  return undefined
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
