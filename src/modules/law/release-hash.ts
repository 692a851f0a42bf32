import { createHash } from 'node:crypto'
import { canonicalJson, type Json, type ReleaseFiles } from '#src/domain/law/release.ts'

/** Lists of norms, laws and articles: two drafters who enter the same ones make the same release, in any order. */
const WITHOUT_ORDER = /^(?:norms\.json|law\/)/

/** The same on every installation for the same content. In the rulebook the order of the rules is part of it. */
export function hashOfRelease(files: ReleaseFiles): string {
  const hash = createHash('sha256')
  for (const name of [...files.keys()].toSorted()) {
    const content = files.get(name) ?? null
    hash.update(`${name}\n${canonicalJson(WITHOUT_ORDER.test(name) ? inOneOrder(content) : content)}\n`)
  }
  return hash.digest('base64url')
}

function inOneOrder(content: Json): Json {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content
  return Object.fromEntries(
    Object.entries(content).map(([name, list]) => [
      name,
      Array.isArray(list)
        ? list.toSorted((a: Json, b: Json) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1))
        : list,
    ]),
  )
}
