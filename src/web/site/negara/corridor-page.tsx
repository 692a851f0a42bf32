/** Indonesia and one destination side by side, in short: what the law of each says on what a worker needs. */
import { href } from '#src/web/ui/href.ts'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { VerdictMark } from '../harmonisasi/cell-view.tsx'
import { Agreements } from './country-page.tsx'
import type { CellView, CorridorView, NeedRow } from './country-view.ts'
import { BackTo, Basis, Facts, Section, Steps, Unverified } from './parts.tsx'

export type CorridorPageProps = PageFrame & { readonly corridor: CorridorView; readonly askedDay?: string }

export function CorridorPage({ corridor, askedDay, ...frame }: CorridorPageProps) {
  const { lang, t } = frame
  const words = t.negara.koridor
  const { country, rows, homeSteps, homeLaw } = corridor
  const code = country.iso.toLowerCase()
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path={`/negara/${code}/koridor`}>
      <BackTo frame={frame} path={`/negara/${code}`}>
        {words.page(country.name)}
      </BackTo>
      <h1>{words.title(country.name)}</h1>
      <p class="lead">{words.lead}</p>
      {askedDay !== undefined && <p>{t.negara.atDate(plainDate(lang, askedDay))}</p>}
      <Section id="perjanjian" title={t.negara.headings.agreement}>
        <Agreements frame={frame} country={country} />
      </Section>
      <Section id="kebutuhan" title={words.table}>
        <p>
          {words.silent} {words.against}
        </p>
        <p class="small">
          {words.forWork(t.harmonisasi.sector[corridor.sector])} {words.short}
        </p>
        <ul class="rules">
          {rows.map((row) => (
            <Need frame={frame} row={row} />
          ))}
        </ul>
        {corridor.table !== undefined && (
          <p>
            <a href={href(lang, corridor.table)}>{words.more}</a>
          </p>
        )}
      </Section>
      <Section id="di-sana" title={words.stepsThere(country.name)}>
        <Steps frame={frame} first={country.firstSteps} facts={country.steps} />
        {country.steps.length === 0 && <p>{t.negara.noSteps}</p>}
        <Basis frame={frame} of={country.steps} />
      </Section>
      <Section id="di-indonesia" title={words.stepsHome}>
        <Steps frame={frame} first={[]} facts={homeSteps} />
        <Basis frame={frame} of={homeSteps} />
      </Section>
      <Section id="tambahan" title={words.adds}>
        <Facts frame={frame} facts={homeLaw} />
        <Basis frame={frame} of={homeLaw} />
      </Section>
      <p class="small">
        {t.negara.lastRead(plainDate(lang, country.lastRead))} {t.negara.notChecked}
      </p>
    </PublicPage>
  )
}

function Need({ frame, row }: { readonly frame: PageFrame; readonly row: NeedRow }) {
  const words = frame.t.negara.koridor
  return (
    <li>
      <h3>{row.name}</h3>
      <dl class="receipt">
        <Cell frame={frame} label={words.origin} cell={row.origin} />
        <Cell frame={frame} label={words.between} cell={row.between} />
        <Cell frame={frame} label={words.destination} cell={row.destination} />
      </dl>
    </li>
  )
}

function Cell(props: { readonly frame: PageFrame; readonly label: string; readonly cell: CellView }) {
  const { frame, label, cell } = props
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <VerdictMark t={frame.t} verdict={cell.verdict} />.
        {cell.rules.map(({ says, law }) => (
          <>
            {' '}
            {says} <a href={href(frame.lang, law.path)}>{law.label}</a>.
          </>
        ))}
        {cell.sure !== null && <Unverified frame={frame} sure={cell.sure} />}
      </dd>
    </>
  )
}
