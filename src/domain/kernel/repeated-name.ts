/** JSON.parse keeps the last of two equal names and says nothing. This finds the first one said twice. */

interface Open {
  readonly kind: 'object' | 'list'
  readonly names: Set<string>
  /** Name of the field, or place in the list, that is being read. */
  at: string
  next: number
  wantsName: boolean
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/gu

/** Path of the first name that stands twice in one object of a text that is JSON, such as `person.sex`. */
export function repeatedName(json: string): string | undefined {
  const open: Open[] = []
  for (const [token] of json.matchAll(TOKEN)) {
    const inner = open.at(-1)
    if (token === '{' || token === '[') open.push(opened(token))
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (inner?.kind === 'list') inner.at = String(++inner.next)
      else if (inner) inner.wantsName = true
    } else if (inner?.wantsName) {
      const name = JSON.parse(token) as string
      inner.at = name
      inner.wantsName = false
      if (inner.names.has(name)) return open.map(({ at }) => at).join('.')
      inner.names.add(name)
    }
  }
  return undefined
}

function opened(token: '{' | '['): Open {
  const kind = token === '{' ? 'object' : 'list'
  return { kind, names: new Set(), at: '0', next: 0, wantsName: kind === 'object' }
}
