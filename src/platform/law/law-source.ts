// Where the program reads the law from: the files delivered with it, or those of a later release that this installation
// made or took over. Everything computed from them is computed anew when the release changes.
import { readdirSync, readFileSync } from 'node:fs'
import type { Json, ReleaseFiles } from '#src/domain/law/release.ts'

const REFERENCE = new URL('../../../seeds/reference/', import.meta.url)
const FOLDERS = ['law', 'rulebook'] as const
const SINGLE = ['norms.json'] as const

let shipped: ReleaseFiles | undefined
let inForce: ReleaseFiles | undefined

/** The files delivered with the program: those of a release, not the directory or the places. Read once. */
export function shippedLawFiles(): ReleaseFiles {
  shipped ??= new Map(
    [
      ...FOLDERS.flatMap((folder) =>
        readdirSync(new URL(`${folder}/`, REFERENCE))
          .filter((name) => name.endsWith('.json'))
          .map((name) => `${folder}/${name}`),
      ),
      ...SINGLE,
    ]
      .sort()
      .map((name) => [name, JSON.parse(readFileSync(new URL(name, REFERENCE), 'utf8')) as Json]),
  )
  return shipped
}

/** The files in force. */
export function lawFiles(): ReleaseFiles {
  return inForce ?? shippedLawFiles()
}

/** From now on these are in force in this process. */
export function useLawFiles(files: ReleaseFiles): void {
  inForce = files
}

/** One file in force, by its name below seeds/reference. Throws when the release has none of that name. */
export function lawFile(name: string): Json {
  // A release made before this program knew the file leaves it as delivered.
  const content = lawFiles().get(name) ?? shippedLawFiles().get(name)
  if (content === undefined) throw new Error(`the law has no file ${name}`)
  return content
}

/** Computes something once for each release. */
export function oncePerRelease<T>(make: () => T): () => T {
  const made = new WeakMap<ReleaseFiles, { readonly value: T }>()
  return () => {
    const files = lawFiles()
    const found = made.get(files)
    if (found !== undefined) return found.value
    const value = make()
    made.set(files, { value })
    return value
  }
}

/** Runs something as if these files were in force. It must not wait for anything: nobody else may see them. */
export function withLawFiles<T>(files: ReleaseFiles, work: () => T): T {
  const before = inForce
  inForce = files
  try {
    return work()
  } finally {
    inForce = before
  }
}
