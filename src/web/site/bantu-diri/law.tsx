/** Rules of the rulebook as people read them: what it says, where it stands, and how sure that is. */
import type { Entry } from '#src/domain/rulebook/conclusion.ts'
import type { Texts } from '#src/texts/texts.ts'
import { lawPath } from '#src/web/law-path.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { instrumentShort, sentenceOf } from './rulebook-words.ts'

/** Rules of this service itself; never shown as a law. */
export const OWN_RULES = 'payung-targets'

type LawProps = { readonly lang: Lang; readonly t: Texts; readonly entries: readonly Entry[] }

export function LawList({ lang, t, entries }: LawProps) {
  if (entries.length === 0) return <></>
  return (
    <>
      <h2>{t.bantuDiri.law}</h2>
      <ul class="small rows">
        {entries.map((entry) => (
          <li>
            {sentenceOf(lang, entry.rule)} <Source lang={lang} t={t} entry={entry} />
          </li>
        ))}
      </ul>
      <p class="small">{t.bantuDiri.rulesChange}</p>
    </>
  )
}

function Source({ lang, t, entry }: Omit<LawProps, 'entries'> & { readonly entry: Entry }) {
  const { instrument, article, confidence } = entry.citation
  const path = href(lang, lawPath(instrument, article))
  if (instrument === OWN_RULES)
    return (
      <a class="cite" href={path}>
        {t.bantuDiri.own}
      </a>
    )
  const place = article === '-' ? instrumentShort(instrument) : `${instrumentShort(instrument)}, ${article}`
  return (
    <span class="cite">
      <a href={path}>{place}</a>
      {confidence !== 'verified' && ` (${t.bantuDiri.confidence[confidence]})`}
    </span>
  )
}
