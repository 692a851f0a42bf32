import type { GapLawKind } from '#src/domain/advocacy/gap.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import type { Problem } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import type { GapLaw } from './gap-queries.ts'

export type GivenLaw = {
  readonly kind: GapLawKind
  /** The id of a norm, or the address of its page. */
  readonly norm: string
  /** Any name in use: "UU 18/2017". */
  readonly instrument: string
  readonly article: string
  /** Where was searched, when no rule was found. */
  readonly searched: string
}

const NOTHING: GapLaw = { kind: 'silent', norm: null, instrument: null, article: null }

/** The law behind a gap, resolved in the library; or what is wrong with it. A citation that leads nowhere is refused. */
export function gapLaw(
  given: GivenLaw,
): { readonly law: GapLaw } | { readonly problems: readonly Problem[] } {
  const wrong = (path: string, code: string) => ({ problems: [{ path, code }] })
  if (given.kind === 'article') return articleLaw(given)
  const id = given.norm.split('/').at(-1)?.trim() ?? ''
  const norm = loadNorms().find((each) => each.id === id)
  if (id !== '' && norm === undefined) return wrong('norm', 'gap.norm-unknown')
  if (given.kind === 'norm')
    return norm === undefined
      ? wrong('norm', 'gap.norm-missing')
      : { law: { ...NOTHING, kind: 'norm', norm: norm.id } }
  if (norm !== undefined && norm.kind !== 'silent') return wrong('norm', 'gap.norm-speaks')
  if (norm === undefined && given.searched.trim() === '') return wrong('searched', 'gap.searched-missing')
  return { law: { ...NOTHING, norm: norm?.id ?? null } }
}

function articleLaw(given: GivenLaw): { readonly law: GapLaw } | { readonly problems: readonly Problem[] } {
  const article = given.article.trim()
  const found = resolveCitation(loadLaw(), { instrument: given.instrument, article: article || '-' })
  if (found.kind === 'instrument' && article !== '')
    return { law: { ...NOTHING, kind: 'article', instrument: found.instrument.id, article } }
  if (found.kind === 'instrument') return { problems: [{ path: 'article', code: 'gap.article-missing' }] }
  const unknownName = found.kind === 'statement' || found.why === 'unknown-instrument'
  return {
    problems: [
      unknownName
        ? { path: 'instrument', code: 'gap.instrument-unknown' }
        : { path: 'article', code: 'gap.article-unknown' },
    ],
  }
}
