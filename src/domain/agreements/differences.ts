/** What a newer delivery says otherwise than the record here, field by field. */
type Plain = null | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain }
export type FieldDifference = {
  /** "title.id", "steps.signed.on", "items.ocs.state". */
  readonly path: string
  readonly here: string | null
  readonly delivered: string | null
}

/** Lists of named entries are compared by their key, other lists as a whole. */
export function differencesOf(here: Plain, delivered: Plain): readonly FieldDifference[] {
  const [a, b] = [flat(here), flat(delivered)]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((path) => {
    const [old, now] = [a.get(path) ?? null, b.get(path) ?? null]
    return old === now ? [] : [{ path, here: old, delivered: now }]
  })
}

function flat(value: Plain, path = '', into = new Map<string, string>()): ReadonlyMap<string, string> {
  const under = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (value === null) return into
  if (isList(value)) {
    const keyed = value.filter(isEntry)
    if (keyed.length < value.length || value.length === 0)
      return into.set(
        path,
        value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', '),
      )
    for (const { key, ...rest } of keyed) flat(rest, under(key), into)
  } else if (typeof value === 'object')
    for (const [name, each] of Object.entries(value)) flat(each, under(name), into)
  else into.set(path, String(value))
  return into
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

function isEntry(value: Plain): value is { readonly key: string; readonly [name: string]: Plain } {
  return value !== null && typeof value === 'object' && 'key' in value && typeof value.key === 'string'
}
