/** Where a citation of the data opens; what is no law opens in the list of what is no law. Without a language. */
import type { LawHit } from '#src/modules/law/index.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { oncePerRelease } from '#src/platform/law/law-source.ts'
import { lawHref, STATEMENTS_PATH } from './ui/law-href.ts'

const statements = oncePerRelease(() => new Set(loadLaw().statements.map(({ id }) => id)))

/** As `lawHref`, but a statement that is no law opens at its own line. */
export function lawPath(instrument: string, article?: string): `/${string}` {
  return statements().has(instrument) ? `${STATEMENTS_PATH}#${instrument}` : lawHref(instrument, article)
}

/** Where a hit of the search opens. */
export function lawHitPath(hit: Pick<LawHit, 'kind' | 'place' | 'instrument' | 'article'>): `/${string}` {
  const key = hit.place.slice(hit.kind.length + 1)
  if (hit.kind === 'norm') return `/harmonisasi/norma/${key}`
  if (hit.kind === 'erratum') return `/hukum/salah-kaprah?butir=${key}#${key}`
  if (hit.kind === 'statement') return `${STATEMENTS_PATH}#${key}`
  return lawHref(hit.instrument ?? key, hit.article ?? undefined)
}
