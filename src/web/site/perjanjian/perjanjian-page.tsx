/** What Indonesia agreed with other States, for everybody: what is signed, since when, who owes what. */
import type { Child } from 'hono/jsx'
import type { Stage } from '#src/domain/agreements/pipeline.ts'
import type { LawInstrument, LawStatement } from '#src/domain/law/law-library.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { PublicAgreement } from '#src/modules/agreements/index.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { inWords, LawLink, partialDay, Sure } from '../hukum/law-parts.tsx'

const PATH = '/perjanjian'

export type PerjanjianPageProps = PageFrame & {
  readonly agreements: readonly PublicAgreement[]
  readonly statements: readonly LawStatement[]
  readonly countryName: (iso: string) => string
  /** Only those with this State. */
  readonly country?: string
}

export function PerjanjianPage(props: PerjanjianPageProps) {
  const { lang, t, demo, agreements, statements, country } = props
  const words = t.perjanjian
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page} path={PATH}>
      <a class="back" href={href(lang, country === undefined ? '/hukum' : PATH)}>
        <Icon name="kembali" />
        {country === undefined ? words.allHukum : words.back}
      </a>
      <h1>{country === undefined ? words.title : words.one(props.countryName(country))}</h1>
      <p class="lead">{words.lead}</p>
      {agreements.length === 0 && <p>{words.none}</p>}
      <ul class="rows">
        {agreements.map((each) => (
          <li>
            <a href={href(lang, `${PATH}/${each.slug}`)}>{nameOf(props, each)}</a>
            <br />
            <small>
              {partiesOf(props, each)}. {stateOf(props, each)}
            </small>
          </li>
        ))}
      </ul>
      {statements.length > 0 && (
        <>
          <h2>{words.notFoundTitle}</h2>
          <p>{words.notFoundLead}</p>
          <ul class="rows">
            {statements.map((each) => (
              <li>
                <a href={`${href(lang, '/hukum/tidak-ditemukan')}#${each.id}`}>{each.says[lang]}</a>{' '}
                <small>{each.instead?.[lang]}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
}

type Named = Pick<PerjanjianPageProps, 'lang' | 't' | 'countryName'>

function nameOf({ lang }: Named, { facts }: PublicAgreement): string {
  return inWords(lang, { id: facts.titleId, en: facts.titleEn })
}

function partiesOf({ countryName }: Named, { facts }: PublicAgreement): string {
  return [...facts.states.map(countryName), ...facts.bodies].join(', ')
}

/** "Ditandatangani sejak 1 April 2022": the stage and the day of its last step. */
function stateOf({ lang, t }: Named, { stage, steps }: PublicAgreement): string {
  const on = steps.at(-1)?.on ?? null
  const since =
    on === null ? t.perjanjian.sinceUnclear : t.perjanjian.since(partialDay(lang, on as PartialDate))
  return stage === 'unclear' ? `${t.perjanjian.stage.unclear}.` : `${t.perjanjian.stage[stage]}, ${since}.`
}

export type AgreementPageProps = PageFrame & {
  readonly agreement: PublicAgreement
  readonly instrument: LawInstrument | undefined
  readonly countryName: (iso: string) => string
}

export function AgreementPage(props: AgreementPageProps) {
  const { lang, t, demo, agreement, instrument } = props
  const words = t.perjanjian
  const { facts } = agreement
  const subjects: Readonly<Record<string, string>> = words.subject
  const aim = inWords(lang, { id: facts.aimId, en: facts.aimEn })
  const note = inWords(lang, { id: facts.noteId, en: facts.noteEn })
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page} path={`${PATH}/${agreement.slug}`}>
      <a class="back" href={href(lang, PATH)}>
        <Icon name="kembali" />
        {words.back}
      </a>
      <h1>{nameOf(props, agreement)}</h1>
      <p class="lead">{stateOf(props, agreement)}</p>
      <Warning t={t} stage={agreement.stage} />
      {note !== '' && <p>{note}</p>}
      <ul class="rows">
        <Fact name={words.parties}>{partiesOf(props, agreement)}</Fact>
        <Fact name={words.kind}>{words.type[facts.type]}</Fact>
        <Fact name={words.about}>{facts.subjects.map((each) => subjects[each] ?? each).join(', ')}</Fact>
        {aim !== '' && <Fact name={words.aim}>{aim}</Fact>}
        <Fact name={words.instrument}>
          {instrument === undefined ? (
            words.noInstrument
          ) : (
            <LawLink lang={lang} instrument={instrument.id}>
              {instrument.short}
            </LawLink>
          )}
        </Fact>
        <Fact name={words.source}>
          <Cited url={facts.url} citation={facts.citation} /> · <Sure t={t} confidence={facts.confidence} />
        </Fact>
      </ul>
      <h2>{words.duties}</h2>
      <Duties {...props} />
      <h2>{words.way}</h2>
      <ul class="rows">
        {agreement.steps.map((step) => (
          <li>
            {words.stage[step.stage]}:{' '}
            {step.on === null ? words.sinceUnclear : partialDay(lang, step.on as PartialDate)}{' '}
            {step.citation !== null && <small>{step.citation}</small>}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <a class="button" href={href(lang, '/lapor')}>
          {words.help}
        </a>
      </div>
    </PublicPage>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children?: Child }) {
  return (
    <li>
      <strong>{name}:</strong> {children}
    </li>
  )
}

/** What must not be relied on says so before anything else. */
function Warning({ t, stage }: { readonly t: PageFrame['t']; readonly stage: Stage }) {
  const words = t.perjanjian
  if (stage === 'idea' || stage === 'talks')
    return <Notice kind="care" icon="tanya" title={words.notSigned} />
  if (stage === 'ended') return <Notice kind="care" icon="tanya" title={words.over} />
  return stage === 'unclear' ? <Notice kind="care" icon="tanya" title={words.unclearWarning} /> : <></>
}

type Duty = PublicAgreement['duties'][number]
type CertaintyOf = 'verified' | 'secondary' | 'unverified'

/** Each duty in one sentence; its source is a number, because many duties stand in one source. */
function Duties({ lang, t, agreement }: AgreementPageProps) {
  const words = t.perjanjian
  const actor: Readonly<Record<string, string>> = words.actor
  const state: Readonly<Record<string, string>> = words.dutyState
  if (agreement.duties.length === 0) return <p>{words.noDuties}</p>
  const sources = [...new Map(agreement.duties.map((duty) => [sourceKey(duty), duty])).entries()]
  const known = (duty: Duty) => (duty.state ?? 'unclear') !== 'unclear'
  return (
    <>
      {!agreement.duties.every(known) && <p>{words.stateUnlessSaid}</p>}
      <ul class="rows">
        {agreement.duties.map((duty) => {
          const number = sources.findIndex(([key]) => key === sourceKey(duty)) + 1
          return (
            <li>
              {inWords(lang, { id: duty.whatId, en: duty.whatEn })}
              <br />
              <small>
                {words.owes(actor[duty.owedBy ?? 'unclear'] ?? '', actor[duty.owedTo ?? 'unclear'] ?? '')}{' '}
                {words.source} <a href={`#sumber-${number}`}>[{number}]</a>
              </small>
              {known(duty) && (
                <>
                  <br />
                  <strong>
                    {words.state}: {state[duty.state ?? 'unclear']}.
                  </strong>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <h3>{words.source}</h3>
      <ul class="rows small">
        {sources.map(([, duty], index) => (
          <li id={`sumber-${index + 1}`}>
            [{index + 1}] <Cited url={duty.url} citation={duty.citation ?? ''} /> ·{' '}
            <Sure t={t} confidence={certaintyOf(duty)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function certaintyOf({ confidence }: Duty): CertaintyOf {
  return confidence === 'verified' || confidence === 'secondary' ? confidence : 'unverified'
}

function sourceKey(duty: Duty): string {
  return [duty.citation, duty.url, certaintyOf(duty)].join('|')
}

function Cited({ url, citation }: { readonly url: string | null; readonly citation: string }) {
  if (url === null) return <>{citation}</>
  return (
    <a href={url} rel="noreferrer external">
      {citation}
    </a>
  )
}
