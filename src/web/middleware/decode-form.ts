/**
 * An HTML form knows only flat names and strings. This gives it back its shape: dots nest, a name that comes
 * several times is a list, and a blank field is left out, because blank means "not asked", never an empty answer.
 */
export type FormValue = string | readonly string[] | FormTree
export type FormTree = { readonly [name: string]: FormValue }

/** More than any form of ours has; what exceeds them is dropped, so that a stranger cannot make us work for nothing. */
const MOST_FIELDS = 300
const DEEPEST = 4

type Node = Map<string, string[] | Node>

/** Takes what `FormData.entries()` gives. Files are not decoded here: they are read as streams by their own route. */
export function decodeForm(entries: Iterable<readonly [string, unknown]>): FormTree {
  const root: Node = new Map()
  let count = 0
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    count += 1
    if (count > MOST_FIELDS) break
    const text = value.replaceAll('\r\n', '\n').trim()
    if (text !== '') put(root, name.split('.'), text)
  }
  return toTree(root)
}

/** All values under a dotted name, however often it came; empty when it was left blank. */
export function valuesAt(tree: FormTree, name: string): readonly string[] {
  let value: FormValue | undefined = tree
  for (const part of name.split('.')) {
    if (!isTree(value) || !Object.hasOwn(value, part)) return []
    value = value[part]
  }
  if (typeof value === 'string') return [value]
  return isTree(value) || value === undefined ? [] : value
}

function isTree(value: FormValue | undefined): value is FormTree {
  return typeof value === 'object' && !Array.isArray(value)
}

function put(root: Node, path: readonly string[], text: string): void {
  if (path.length > DEEPEST || path.includes('')) return
  let node = root
  for (const part of path.slice(0, -1)) {
    const next = node.get(part) ?? new Map()
    if (Array.isArray(next)) return
    node.set(part, next)
    node = next
  }
  const last = path.at(-1) ?? ''
  const values = node.get(last)
  if (values === undefined) node.set(last, [text])
  else if (Array.isArray(values)) values.push(text)
}

function toTree(node: Node): FormTree {
  // No prototype: a field called "__proto__" or "constructor" is a field and nothing else.
  const tree: Record<string, FormValue> = Object.create(null)
  for (const [name, value] of node) {
    if (!Array.isArray(value)) tree[name] = toTree(value)
    else tree[name] = value.length === 1 ? (value[0] ?? '') : value
  }
  return tree
}
