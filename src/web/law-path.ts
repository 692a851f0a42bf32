/** Where a citation of the data opens; what is no law opens in the list of what is no law. Without a language. */
import { loadLaw } from '#src/platform/law/law-files.ts'
import { oncePerRelease } from '#src/platform/law/law-source.ts'
import { lawHref, STATEMENTS_PATH } from './ui/law-href.ts'

const statements = oncePerRelease(() => new Set(loadLaw().statements.map(({ id }) => id)))

/** As `lawHref`, but a statement that is no law opens at its own line. */
export function lawPath(instrument: string, article?: string): `/${string}` {
  return statements().has(instrument) ? `${STATEMENTS_PATH}#${instrument}` : lawHref(instrument, article)
}
