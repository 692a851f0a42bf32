import type { StepBook } from '#src/domain/rulebook/steps/standard-steps.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'

const PHASES = ['before', 'during', 'after'] as const

/** The rights of a worker by phase, and what a mission can and cannot do, from the rulebook's data. */
export function HakPage({ lang, t, demo, book }: PageFrame & { readonly book: StepBook }) {
  const words = t.bantuDiri.hak
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page} path="/hak">
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {PHASES.map((phase) => (
        <>
          <h2>{words.phases[phase]}</h2>
          <Ticks yes={book.rights.filter((each) => each.phase === phase).map(({ says }) => says[lang])} />
        </>
      ))}
      <h2>{words.embassyCan}</h2>
      <Ticks yes={book.can.map(({ says }) => says[lang])} />
      <h2>{words.embassyCannot}</h2>
      <Ticks no={book.cannot.map(({ says }) => says[lang])} />
      <div class="buttons">
        <a class="button" href={href(lang, '/lapor')}>
          {words.next}
        </a>
      </div>
      <p class="small">{t.bantuDiri.rulesChange}</p>
    </PublicPage>
  )
}
