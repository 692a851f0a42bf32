/** One rule as data: who owes what to whom, by which article, since when, read by whom, compared with what. */
import type { JudgedPair } from '#src/domain/harmonisation/norm.ts'
import type { Need } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { amountOf, citationOf, normWord } from '#src/web/comparison.ts'
import { href } from '#src/web/ui/href.ts'
import { lawPath } from '#src/web/law-path.ts'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { Back } from './harmonisasi-page.tsx'

/** How the files name those who compiled them. */
const OWN_READING = 'payung-project'

export type Beside = { readonly norm: Norm; readonly pair: JudgedPair | undefined }

export type NormPageProps = PageFrame & {
  readonly norm: Norm
  readonly need: Need
  readonly beside: readonly Beside[]
  /** The day on which the norms were compiled, when the first reader read. */
  readonly readOn: string
}

export function NormPage({ norm, need, beside, readOn, ...frame }: NormPageProps) {
  const { lang, t } = frame
  const words = t.harmonisasi
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path={`/harmonisasi/norma/${norm.id}`}>
      <Back frame={frame} to={`/harmonisasi?kebutuhan=${need.slug}`} label={need.name[lang]} />
      <h1>{norm.duty[lang]}</h1>
      {norm.confidence === 'unverified' && <p class="problem">{words.unverifiedNotice}</p>}
      {norm.kind !== 'norm' && (
        <p>
          <strong>{words.verdict[norm.kind === 'silent' ? 'silent' : 'in-conflict']}.</strong> {words.silence}
        </p>
      )}
      <dl>
        <Facts frame={frame} norm={norm} />
        <Place frame={frame} norm={norm} readOn={readOn} />
      </dl>
      <h2>{words.comparedWith}</h2>
      {beside.length === 0 && <p>{words.notCompared}</p>}
      <ul class="plain">
        {beside.map((each) => (
          <BesideLine frame={frame} norm={norm} beside={each} />
        ))}
      </ul>
    </PublicPage>
  )
}

type Shown = { readonly frame: PageFrame; readonly norm: Norm }

function Facts({ frame, norm }: Shown) {
  const words = frame.t.harmonisasi
  const person = (who: string | null): string =>
    who === null ? words.nobody : normWord(frame.lang, 'people', who)
  return (
    <>
      <dt>
        <strong>{words.who}</strong>
      </dt>
      <dd>{words.owes(person(norm.bearer), person(norm.beneficiary))}</dd>
      <dt>
        <strong>{words.says}</strong>
      </dt>
      <dd>{norm.kind === 'norm' ? words.modality[norm.modality] : words.recordOf[norm.kind]}</dd>
      <dt>
        <strong>{words.amount}</strong>
      </dt>
      <dd>{amountIn(frame, norm)}</dd>
      <dt>
        <strong>{words.when}</strong>
      </dt>
      <dd>{norm.phases.map((phase) => words.phase[phase]).join(', ')}</dd>
      <dt>
        <strong>{words.whom}</strong>
      </dt>
      <dd>
        {normWord(frame.lang, 'sectors', norm.sector)}. {words.undocumented[norm.undocumented]}
      </dd>
    </>
  )
}

function amountIn({ lang, t }: PageFrame, norm: Norm): string {
  const words = t.harmonisasi
  const amount = amountOf(lang, norm)
  if (amount === undefined) return words.noAmount
  const asOf = norm.parameter?.asOf
  return typeof asOf === 'string' ? `${amount} (${words.asOf(plainDate(lang, asOf))})` : amount
}

function Place({ frame, norm, readOn }: Shown & { readonly readOn: string }) {
  const { lang, t } = frame
  const words = t.harmonisasi
  return (
    <>
      <dt>
        <strong>{words.where}</strong>
      </dt>
      <dd>
        <a href={href(lang, lawPath(norm.instrument, norm.article))}>{citationOf(norm)}</a>
        <br />
        {words.level[norm.level]}, {norm.jurisdiction}
      </dd>
      <dt>
        <strong>{words.quote}</strong>
      </dt>
      <dd>{norm.quote === null ? words.noQuote : <q>{norm.quote}</q>}</dd>
      <dt>
        <strong>{words.valid}</strong>
      </dt>
      <dd>{validity(frame, norm)}</dd>
      <dt>
        <strong>{words.source}</strong>
      </dt>
      <dd>{norm.source.citation}</dd>
      <dt>
        <strong>{words.certainty}</strong>
      </dt>
      <dd>{words.sure[norm.confidence]}</dd>
      <dt>
        <strong>{words.readers}</strong>
      </dt>
      <dd>
        {norm.firstReader === OWN_READING
          ? words.firstReader(plainDate(lang, readOn))
          : words.firstReaderIs(norm.firstReader)}{' '}
        {norm.secondReader === null ? words.noSecondReader : words.secondReaderIs(norm.secondReader)}
      </dd>
      {norm.notes !== null && (
        <>
          <dt>
            <strong>{words.notes}</strong>
          </dt>
          <dd lang="en">{norm.notes}</dd>
        </>
      )}
    </>
  )
}

/** Since when and until when, and how sure the dates are. */
export function validity({ lang, t }: PageFrame, norm: Norm): string {
  const words = t.harmonisasi
  const from = norm.validFrom === null ? words.startNotRead : words.from(plainDate(lang, norm.validFrom))
  const until = norm.validUntil === null ? [] : [words.until(plainDate(lang, norm.validUntil))]
  const sure = norm.datesConfidence === null ? [] : [words.datesAre(words.sure[norm.datesConfidence])]
  return [from, ...until, ...sure].join(', ')
}

function BesideLine({ frame, norm, beside }: Shown & { readonly beside: Beside }) {
  const { lang, t } = frame
  const words = t.harmonisasi
  const { pair } = beside
  return (
    <li>
      <a href={href(lang, `/harmonisasi/norma/${beside.norm.id}`)}>{beside.norm.duty[lang]}</a>{' '}
      <small class="cite">{citationOf(beside.norm)}</small>
      {pair === undefined ? (
        words.notJudged
      ) : (
        <>
          {pair.compared === norm.id && <strong>{words.standsAs[pair.relation]}: </strong>}
          {pair.reason[lang]} {pair.secondReader === null && <small>({words.mark['one-reader']})</small>}
        </>
      )}
    </li>
  )
}
