/** One article: what is known of its words, since when, and everything here that rests on it. */
import type { LawArticle, LawInstrument } from '#src/domain/law/law-library.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { inWords, LawLink, nameOf, Sure, windowOf } from './law-parts.tsx'

export type ArticlePageProps = PageFrame & {
  readonly instrument: LawInstrument
  readonly instruments: ReadonlyMap<string, LawInstrument>
  /** As the citation names it, for the address. */
  readonly place: string
  readonly article: LawArticle
  /** False when a smaller part of this article was asked for. */
  readonly exact: boolean
  /** The paragraphs and letters of this article that have their own entry. */
  readonly inside: readonly LawArticle[]
  readonly norms: readonly Norm[]
  readonly rules: readonly { readonly question: string; readonly id: string; readonly says: string }[]
}

export function ArticlePage(props: ArticlePageProps) {
  const { lang, t, demo, instrument, instruments, place, article } = props
  const words = t.hukum
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.page}
      path={`/hukum/${instrument.id}/${place}`}
    >
      <a class="back" href={href(lang, `/hukum/${instrument.id}`)}>
        <Icon name="kembali" />
        {instrument.short}
      </a>
      <h1>
        {instrument.short}, {article.article}
      </h1>
      <p class="small">{inWords(lang, instrument.title)}</p>
      {!props.exact && <p class="small">{words.narrower}</p>}
      <p class="lead">
        {article.summary?.[lang] ?? (props.inside.length > 0 ? words.summaryInside : words.noSummary)}
      </p>
      <p>
        {words.articleState[article.state]} · <Sure t={t} confidence={article.confidence} /> ·{' '}
        {windowOf({ lang, t }, article)}
      </p>
      {article.source !== null && (
        <p class="small">
          {words.sources}: {article.source}
        </p>
      )}
      {article.changedBy.length > 0 && (
        <p>
          {words.changedBy}:{' '}
          {article.changedBy.map((change, at) => (
            <>
              {at > 0 && ', '}
              <LawLink
                lang={lang}
                instrument={change.instrument}
                {...(change.article !== null && { article: change.article })}
              >
                {[nameOf(instruments, change.instrument), change.article].filter(Boolean).join(', ')}
              </LawLink>
            </>
          ))}
        </p>
      )}
      <Inside {...props} />
      <Norms {...props} />
      <Rules {...props} />
      <p>
        <a href={href(lang, `/hukum/${instrument.id}`)}>{words.whole}</a>
      </p>
      <p class="small">{words.notLaw}</p>
    </PublicPage>
  )
}

function Inside({ lang, t, inside }: ArticlePageProps) {
  if (inside.length === 0) return <></>
  return (
    <>
      <h2>{t.hukum.inside}</h2>
      <ul class="rows">
        {inside.map((each) => (
          <li>
            <LawLink lang={lang} instrument={each.instrument} article={each.article}>
              {each.article}
            </LawLink>
            {each.summary !== null && ` ${each.summary[lang]}`}{' '}
            <small>
              <Sure t={t} confidence={each.confidence} />
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Norms({ lang, t, norms }: ArticlePageProps) {
  if (norms.length === 0) return <></>
  return (
    <>
      <h2>{t.hukum.norms}</h2>
      <ul class="rows">
        {norms.map((norm) => (
          <li>
            <a href={href(lang, `/harmonisasi/norma/${norm.id}`)}>{norm.duty[lang]}</a>{' '}
            <small>
              <Sure t={t} confidence={norm.confidence} />
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Rules({ lang, t, rules }: ArticlePageProps) {
  if (rules.length === 0) return <></>
  return (
    <>
      <h2>{t.hukum.rules}</h2>
      <ul class="rows">
        {rules.map(({ question, id, says }) => (
          <li>
            <a href={`${href(lang, `/aturan/${question}`)}?hal=semua#${id}`}>{says}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
