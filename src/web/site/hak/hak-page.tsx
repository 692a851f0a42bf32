/** What a worker and the family may ask, by phase, and what a mission does and does not do. */
import type { EmbassyView, RightView } from '#src/web/standard-steps-view.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { LawDetails } from './law-details.tsx'

export const RIGHT_PHASES = ['before', 'during', 'after'] as const
export type RightPhase = (typeof RIGHT_PHASES)[number]

export type HakPageProps = PageFrame & {
  readonly rights: Readonly<Record<RightPhase, readonly RightView[]>>
  readonly can: readonly EmbassyView[]
  readonly cannot: readonly EmbassyView[]
}

export function HakPage({ lang, t, demo, rights, can, cannot }: HakPageProps) {
  const words = t.langkahKasus.rights
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page} path="/hak">
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {RIGHT_PHASES.map((phase) => (
        <section>
          <h2>{words.phases[phase]}</h2>
          <ul class="rules">
            {rights[phase].map((right) => (
              <li>
                <h3>{right.title}</h3>
                <p>{right.says}</p>
                <LawDetails t={t} law={right.law} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{words.embassy}</h2>
      <h3>{words.can}</h3>
      <EmbassyRules t={t} rules={can} sign="centang" />
      <h3>{words.cannot}</h3>
      <EmbassyRules t={t} rules={cannot} sign="silang" />
      <p class="small">{words.note}</p>
      <div class="buttons row">
        <a class="button" href={href(lang, '/lapor')}>
          {words.report}
        </a>
        <a class="button quiet" href={href(lang, '/sesudah-lapor')}>
          {words.next}
        </a>
      </div>
    </PublicPage>
  )
}

function EmbassyRules(props: {
  readonly t: PageFrame['t']
  readonly rules: readonly EmbassyView[]
  readonly sign: 'centang' | 'silang'
}) {
  return (
    <ul class="ticks">
      {props.rules.map((rule) => (
        <li>
          <Icon name={props.sign} className={props.sign === 'silang' ? 'no' : ''} />
          <div>
            {rule.says}
            <LawDetails t={props.t} law={rule.law} />
          </div>
        </li>
      ))}
    </ul>
  )
}
