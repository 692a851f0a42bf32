/**
 * A release of the law: whole files of data, and the operations on them. An edit replaces one entry of a file; a
 * newer delivery never wipes a local edit out, it stands beside it until somebody decides.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}
/** Name of a file, below the folder of reference data, to its content. */
export type ReleaseFiles = ReadonlyMap<string, Json>

export interface EntryAddress {
  readonly file: string
  readonly collection: string
  readonly key: string
}

/** What one edit says: the entry as its author saw it (null: there was none) and as it should stand (null: gone). */
export interface EntryEdit extends EntryAddress {
  readonly base: Json
  readonly content: Json
}

export interface Difference extends EntryAddress {
  readonly before: Json
  readonly after: Json
}

export function addressText({ file, collection, key }: EntryAddress): string {
  return `${file}|${collection}|${key}`
}

/** The name of an entry in its list; undefined where the list holds no named entries. */
export function keyOf(entry: Json): string | undefined {
  if (!isObject(entry)) return undefined
  const { id, instrument, article, iso, code } = entry
  if (typeof id === 'string') return id
  if (typeof instrument === 'string' && typeof article === 'string') return `${instrument}#${article}`
  if (typeof iso === 'string') return iso
  return typeof code === 'string' ? code : undefined
}

/** Every entry of every file that an edit can name. */
export function entriesOf(
  files: ReleaseFiles,
): ReadonlyMap<string, { readonly at: EntryAddress; readonly entry: Json }> {
  const found = new Map<string, { readonly at: EntryAddress; readonly entry: Json }>()
  for (const [file, content] of files)
    for (const [collection, list] of collectionsOf(content))
      for (const entry of list) {
        const key = keyOf(entry)
        if (key === undefined) continue
        const at = { file, collection, key }
        found.set(addressText(at), { at, entry })
      }
  return found
}

export function entryAt(files: ReleaseFiles, { file, collection, key }: EntryAddress): Json {
  const content = files.get(file)
  const list = isObject(content) ? content[collection] : undefined
  return (isList(list) ? list.find((entry) => keyOf(entry) === key) : undefined) ?? null
}

/** Entry by entry: new, gone and changed. The rest of a file (its header, its tables) is compared by `filesThatDiffer`. */
export function differences(before: ReleaseFiles, after: ReleaseFiles): readonly Difference[] {
  const olds = entriesOf(before)
  const news = entriesOf(after)
  const gone = [...olds.entries()]
    .filter(([name]) => !news.has(name))
    .map(([, { at, entry }]) => ({ ...at, before: entry, after: null }))
  const changed = [...news.entries()].flatMap(([name, { at, entry }]) => {
    const old = olds.get(name)?.entry ?? null
    return sameJson(old, entry) ? [] : [{ ...at, before: old, after: entry }]
  })
  return [...gone, ...changed].sort((a, b) => (addressText(a) < addressText(b) ? -1 : 1))
}

/** Throws when a file or list is unknown: an edit is checked before it is kept. */
export function applyEdits(files: ReleaseFiles, edits: readonly EntryEdit[]): ReleaseFiles {
  const result = new Map(files)
  for (const { file, collection, key, content } of edits) {
    const whole = result.get(file)
    const list = isObject(whole) ? whole[collection] : undefined
    if (!isObject(whole) || !isList(list)) throw new Error(`the law has no list ${file} ${collection}`)
    const at = list.findIndex((entry) => keyOf(entry) === key)
    const next =
      content === null
        ? list.filter((_entry, index) => index !== at)
        : at === -1
          ? [...list, content]
          : list.with(at, content)
    result.set(file, { ...whole, [collection]: next })
  }
  return result
}

export type Rebased = {
  /** The new delivery with every local edit on top. */
  readonly files: ReleaseFiles
  /** Local edits that still stand on the text they were written upon. */
  readonly kept: readonly EntryEdit[]
  /** The delivery now says the same; nothing is left to keep. */
  readonly taken: readonly EntryEdit[]
  /** The delivery changed the same entry otherwise: the local text stays, the difference is shown to a reader. */
  readonly clashes: readonly { readonly edit: EntryEdit; readonly delivered: Json }[]
}

/** `edits` are the released local edits against the old delivery, at most one for an entry. */
export function rebase(delivered: ReleaseFiles, edits: readonly EntryEdit[]): Rebased {
  const kept: EntryEdit[] = []
  const taken: EntryEdit[] = []
  const clashes: { edit: EntryEdit; delivered: Json }[] = []
  for (const edit of edits) {
    const now = entryAt(delivered, edit)
    if (sameJson(now, edit.content)) taken.push(edit)
    else if (sameJson(now, edit.base)) kept.push(edit)
    else clashes.push({ edit, delivered: now })
  }
  const local = [...kept, ...clashes.map(({ edit }) => edit)].filter(({ file, collection }) => {
    const whole = delivered.get(file)
    return isObject(whole) && isList(whole[collection])
  })
  return { files: applyEdits(delivered, local), kept, taken, clashes }
}

/** Equal whatever the order of the keys. */
export function sameJson(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** The same text for the same content, so that two installations compute the same hash. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isObject(value))
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
      .join(',')}}`
  return JSON.stringify(value)
}

function collectionsOf(content: Json): readonly (readonly [string, readonly Json[]])[] {
  if (!isObject(content)) return []
  return Object.entries(content).flatMap(([name, list]) => (isList(list) ? [[name, list] as const] : []))
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
