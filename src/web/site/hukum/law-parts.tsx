/** Words that every page of the library shares: how sure, since when, and a name that can be opened. */
import type { LawCertainty } from '#src/domain/law/article-ref.ts'
import type { LawInstrument, LawText } from '#src/domain/law/law-library.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { Texts } from '#src/texts/texts.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { lawHref } from '#src/web/ui/law-href.ts'
import { plainDate } from '#src/web/ui/when.ts'

export type LawWords = { readonly lang: Lang; readonly t: Texts }

export function Sure({ t, confidence }: { readonly t: Texts; readonly confidence: LawCertainty }) {
  if (confidence !== 'unverified') return <>{t.hukum.sure[confidence]}</>
  return (
    <span class="unverified">
      <Icon name="tanya" />
      {t.hukum.sure.unverified}
    </span>
  )
}

/** In the reader's language, else in the one that exists. */
export function inWords(lang: Lang, text: LawText): string {
  return (lang === 'en' ? (text.en ?? text.id) : (text.id ?? text.en)) ?? ''
}

/** A partial date as people say it; an interval as both ends, "~" as about. */
export function partialDay(lang: Lang, date: PartialDate): string {
  return date
    .split('/')
    .map((part) => (part.endsWith('~') ? `± ${plainDate(lang, part.slice(0, -1))}` : plainDate(lang, part)))
    .join(' – ')
}

export function LawLink({
  lang,
  instrument,
  article,
  children,
}: {
  readonly lang: Lang
  readonly instrument: string
  readonly article?: string
  readonly children: string
}) {
  return <a href={href(lang, lawHref(instrument, article))}>{children}</a>
}

export function nameOf(instruments: ReadonlyMap<string, LawInstrument>, id: string): string {
  return instruments.get(id)?.short ?? id
}

/** "sejak 1 Januari 2020 sampai sebelum …", or that nobody read the start. */
export function windowOf(
  { lang, t }: LawWords,
  { validFrom, validUntil }: { readonly validFrom: string | null; readonly validUntil: string | null },
): string {
  const from = validFrom === null ? t.hukum.startUnclear : t.hukum.since(plainDate(lang, validFrom))
  return validUntil === null ? from : `${from}, ${t.hukum.until(plainDate(lang, validUntil))}`
}

export function PageNav({
  words,
  path,
  query,
  current,
  total,
}: {
  readonly words: LawWords
  readonly path: `/${string}`
  readonly query?: Readonly<Record<string, string>>
  readonly current: number
  readonly total: number
}) {
  if (total <= 1) return <></>
  const t = words.t.hukum
  const link = (page: number) =>
    `${href(words.lang, path)}?${new URLSearchParams({ ...query, hal: String(page) }).toString()}`
  return (
    <nav aria-label={t.pages}>
      <p>
        {t.page(current, total)} {current > 1 && <a href={link(current - 1)}>{t.previous}</a>}{' '}
        {current < total && <a href={link(current + 1)}>{t.next}</a>}
      </p>
    </nav>
  )
}
