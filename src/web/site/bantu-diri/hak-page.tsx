import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'

/** What a worker and the family may ask, and what a mission can and cannot do. */
export function HakPage({ lang, t, demo }: PageFrame) {
  const words = t.bantuDiri.hak
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page} path="/hak">
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.yours}</h2>
      <Ticks yes={words.rights} />
      <h2>{words.family}</h2>
      <Ticks yes={words.familyRights} />
      <h2>{words.embassyCan}</h2>
      <Ticks yes={words.can} />
      <h2>{words.embassyCannot}</h2>
      <Ticks no={words.cannot} />
      <div class="buttons">
        <a class="button" href={href(lang, '/lapor')}>
          {words.next}
        </a>
      </div>
      <p class="small">
        {words.source} {words.sourceNote}
      </p>
    </PublicPage>
  )
}
