/** One instrument: what it is, how it stands in each State, its chain, its articles, and who says so. */
import type {
  DatedFact,
  LawArticle,
  LawInstrument,
  LawRelation,
  LawSource,
} from '#src/domain/law/law-library.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { inWords, LawLink, nameOf, PageNav, partialDay, Sure, windowOf, type LawWords } from './law-parts.tsx'
import { OfficialTexts, type PublicText } from './official-texts.tsx'

export type InstrumentPageProps = PageFrame & {
  readonly instrument: LawInstrument
  readonly instruments: ReadonlyMap<string, LawInstrument>
  readonly undergoes: readonly { readonly from: string; readonly relation: LawRelation }[]
  /** The articles of this page. */
  readonly articles: readonly LawArticle[]
  readonly current: number
  readonly pages: number
  readonly countryName: (iso: string) => string
  readonly texts: readonly PublicText[]
}

export function InstrumentPage(props: InstrumentPageProps) {
  const { lang, t, demo, instrument, current, pages } = props
  const words = t.hukum
  const title = inWords(lang, instrument.title)
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page} path={`/hukum/${instrument.id}`}>
      <a class="back" href={href(lang, '/hukum')}>
        <Icon name="kembali" />
        {words.all}
      </a>
      <h1>{instrument.short}</h1>
      <p class="lead">{title}</p>
      {instrument.title[lang] === null && <p class="small">{words.otherLanguage}</p>}
      {current === 1 && <Facts {...props} />}
      <OfficialTexts lang={lang} t={t} instrument={instrument.id} texts={props.texts} />
      <h2>{words.articles}</h2>
      {props.articles.length === 0 ? (
        <p>{words.noArticles}</p>
      ) : (
        <>
          <p class="small">{words.articlesHere}</p>
          <ul class="rows">
            {props.articles.map((article) => (
              <Article {...props} article={article} />
            ))}
          </ul>
        </>
      )}
      <PageNav words={{ lang, t }} path={`/hukum/${instrument.id}`} current={current} total={pages} />
      <p class="small">{words.notLaw}</p>
    </PublicPage>
  )
}

function Article({ lang, t, article }: InstrumentPageProps & { readonly article: LawArticle }) {
  return (
    <li>
      <LawLink lang={lang} instrument={article.instrument} article={article.article}>
        {article.article}
      </LawLink>
      {article.summary !== null && ` ${article.summary[lang]}`}
      <br />
      <small>
        {t.hukum.articleState[article.state]} · <Sure t={t} confidence={article.confidence} />
        {article.validUntil !== null && ` · ${windowOf({ lang, t }, article)}`}
      </small>
    </li>
  )
}

function Facts(props: InstrumentPageProps) {
  const { lang, t, instrument, countryName } = props
  const words = t.hukum
  const { note } = instrument
  return (
    <>
      {note !== null && <p>{inWords(lang, note)}</p>}
      <dl class="facts">
        <dt>
          <strong>{words.kindIs}</strong>
        </dt>
        <dd>
          {words.kind[instrument.kind]}, {words.level[instrument.level].toLowerCase()}
        </dd>
        <dt>
          <strong>{words.forceIs}</strong>
        </dt>
        <dd>
          {words.force[instrument.binding.force]}
          {instrument.binding.note !== null && `. ${inWords(lang, instrument.binding.note)}`}
        </dd>
        {instrument.parties.length > 0 && (
          <>
            <dt>
              <strong>{words.parties}</strong>
            </dt>
            <dd>
              {instrument.parties.map((each) => (each.length === 2 ? countryName(each) : each)).join(', ')}
            </dd>
          </>
        )}
        <Dated words={{ lang, t }} name={words.adopted} fact={instrument.adopted} />
        <Dated words={{ lang, t }} name={words.signed} fact={instrument.signed} />
        <dt>
          <strong>{words.inForce}</strong>
        </dt>
        <dd>{instrument.inForce === null ? words.notKnown : dated({ lang, t }, instrument.inForce)}</dd>
        <dt>
          <strong>{words.topicsAre}</strong>
        </dt>
        <dd>{instrument.topics.map((topic) => words.topic[topic]).join(', ') || words.notKnown}</dd>
        <dt>
          <strong>{words.official}</strong>
        </dt>
        <dd>
          <Official {...props} />
        </dd>
      </dl>
      <Standings {...props} />
      <Chain {...props} />
      <Sources {...props} />
    </>
  )
}

function Dated({
  words,
  name,
  fact,
}: {
  readonly words: LawWords
  readonly name: string
  readonly fact: DatedFact | null
}) {
  if (fact === null) return <></>
  return (
    <>
      <dt>
        <strong>{name}</strong>
      </dt>
      <dd>{dated(words, fact)}</dd>
    </>
  )
}

function dated({ lang, t }: LawWords, fact: DatedFact) {
  return (
    <>
      {partialDay(lang, fact.on)} <small>({<Sure t={t} confidence={fact.confidence} />})</small>
    </>
  )
}

function Official({ t, instrument }: InstrumentPageProps) {
  const { how, url } = instrument.officialText
  if (how === 'attachment') return <>{t.hukum.attached}</>
  if (url === null) return <>{t.hukum.noOfficial}</>
  return (
    <a href={url} rel="noreferrer external">
      {new URL(url).hostname}
    </a>
  )
}

function Standings({ lang, t, instrument, instruments, countryName }: InstrumentPageProps) {
  if (instrument.status.length === 0) return <></>
  return (
    <>
      <h2>{t.hukum.standings}</h2>
      <ul class="rows">
        {instrument.status.map((each) => (
          <li>
            <strong>{countryName(each.state)}</strong>: {t.hukum.standing[each.standing]}
            {each.since !== null && ` ${t.hukum.since(partialDay(lang, each.since))}`}
            {each.nationalAct !== null && (
              <>
                {' ('}
                <LawLink lang={lang} instrument={each.nationalAct}>
                  {nameOf(instruments, each.nationalAct)}
                </LawLink>
                {')'}
              </>
            )}{' '}
            <small>
              <Sure t={t} confidence={each.confidence} />
              {each.note !== null && `. ${inWords(lang, each.note)}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Chain({ lang, t, instrument, instruments, undergoes }: InstrumentPageProps) {
  const links = [
    ...instrument.relations.map((relation) => ({
      verb: t.hukum.does[relation.kind],
      other: relation.instrument,
      relation,
    })),
    ...undergoes.map(({ from, relation }) => ({
      verb: t.hukum.undergoes[relation.kind],
      other: from,
      relation,
    })),
  ]
  if (links.length === 0) return <></>
  return (
    <>
      <h2>{t.hukum.chain}</h2>
      <ul class="rows">
        {links.map(({ verb, other, relation }) => (
          <li>
            {verb}{' '}
            <LawLink lang={lang} instrument={other}>
              {nameOf(instruments, other)}
            </LawLink>
            {relation.articles !== null && ` (${relation.articles})`}
            {relation.from !== null && `, ${t.hukum.since(partialDay(lang, relation.from))}`}{' '}
            <small>
              <Sure t={t} confidence={relation.confidence} />
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Sources({ lang, t, instrument }: InstrumentPageProps) {
  const { checkedBy, checkedOn, sources } = instrument
  return (
    <details>
      <summary>{t.hukum.sources}</summary>
      <ul class="rows small">
        {sources.map((source) => (
          <li>
            {sourceWords(source)}
            {source.readOn !== null && `, ${t.hukum.readOn(plainDate(lang, source.readOn))}`} ·{' '}
            <Sure t={t} confidence={source.confidence} />
          </li>
        ))}
      </ul>
      <p class="small">
        {checkedBy === null || checkedOn === null
          ? t.hukum.notChecked
          : t.hukum.checked(checkedBy, plainDate(lang, checkedOn))}
      </p>
    </details>
  )
}

function sourceWords(source: LawSource) {
  if (source.url === null || !/^https?:/.test(source.url)) return <>{source.citation}</>
  return (
    <a href={source.url} rel="noreferrer external">
      {source.citation}
    </a>
  )
}
