import { createHash } from 'node:crypto'
import { canonicalJson, type ReleaseFiles } from '#src/domain/law/release.ts'

/** The same on every installation for the same content. */
export function hashOfRelease(files: ReleaseFiles): string {
  const hash = createHash('sha256')
  for (const name of [...files.keys()].toSorted())
    hash.update(`${name}\n${canonicalJson(files.get(name) ?? null)}\n`)
  return hash.digest('base64url')
}
