import { articlePaths } from '#src/domain/law/article-path.ts'

/**
 * Where a citation opens: `/hukum/id-uu-18-2017/30-1`. The page of an article finds it by what `articleAnchor`
 * makes of its name, so that a link and its target can never be written in two ways.
 */

/** What may be cited although it is no law, each at its own line. */
export const STATEMENTS_PATH = '/hukum/tidak-ditemukan'
/** The targets of this service itself. */
export const OWN_TARGETS_PATH = `${STATEMENTS_PATH}#payung-targets` as const

/** The address of an instrument, or of one article in it; `-` and `whole` name no article. Without a language. */
export function lawHref(instrument: string, article?: string): `/${string}` {
  const anchor = article === undefined ? '' : articleAnchor(article)
  return anchor === '' ? `/hukum/${instrument}` : `/hukum/${instrument}/${anchor}`
}

/** `Pasal 30 ayat (1) huruf a` → `30-1-a`; of a list (`s. 69, 77`) the first place. Empty for the whole. */
export function articleAnchor(article: string): string {
  const first = articlePaths(article)?.[0] ?? []
  return first
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
