/** Where the law of a gap stands, in words, and the address where it opens; the same for staff and for everybody. */
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from './ui/href.ts'
import { lawHref } from './ui/law-href.ts'

export type GapLawWords = { readonly words: string; readonly href?: `/${string}` }

type GapLaw = {
  readonly kind: string
  readonly norm: string | null
  readonly instrument: string | null
  readonly article: string | null
}

export function gapLawWords(
  { t, lang }: { readonly t: Texts; readonly lang: Lang },
  { kind, norm: id, instrument, article }: GapLaw,
): GapLawWords {
  const norm = id === null ? undefined : loadNorms().find((each) => each.id === id)
  if (norm !== undefined) return { words: norm.duty[lang], href: `/harmonisasi/norma/${norm.id}` }
  if (kind === 'article' && instrument !== null) {
    const short = loadLaw().instruments.find((each) => each.id === instrument)?.short ?? instrument
    return {
      words: [short, article ?? ''].filter((each) => each !== '' && each !== '-').join(', '),
      href: lawHref(instrument, article ?? undefined),
    }
  }
  return { words: t.kerjaHambatan.silent }
}
