/** The rulebook to read, made from its data: what is the rule, since when, who says so, how sure are we. */
import type { Citation } from '#src/domain/rulebook/conclusion.ts'
import type { ChapterText, Parameter, ParameterVersion, RuleText } from '#src/domain/rulebook/rulebook.ts'
import { lawPath } from '#src/web/law-path.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'

export type AturanIndexProps = PageFrame & { readonly chapters: readonly ChapterText[] }

export function AturanIndexPage({ chapters, ...frame }: AturanIndexProps) {
  const { lang, t } = frame
  const words = t.aturan
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/aturan">
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.help}</p>
      <ul class="plain">
        {chapters.map((chapter) => (
          <li>
            <a href={href(lang, `/aturan/${chapter.question}`)}>{chapter.title[lang]}</a>
            <br />
            <small>{words.count(chapter.rules.length, chapter.parameters.length)}</small>
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

/** A page stays within 14 KB over the wire together with the style. */
export const ENTRIES_PER_PAGE = 24

export type AturanChapterProps = PageFrame & {
  readonly chapter: ChapterText
  /** Short names of the instruments by id. */
  readonly short: ReadonlyMap<string, string>
  /** From 1, or the whole chapter on one page for who has a good line. */
  readonly current: number | 'all'
}

export function pagesOf(chapter: ChapterText): number {
  return Math.max(1, Math.ceil((chapter.rules.length + chapter.parameters.length) / ENTRIES_PER_PAGE))
}

export function AturanChapterPage({ chapter, short, current, ...frame }: AturanChapterProps) {
  const { lang, t } = frame
  const words = t.aturan
  const from = current === 'all' ? 0 : (current - 1) * ENTRIES_PER_PAGE
  const to = current === 'all' ? Infinity : from + ENTRIES_PER_PAGE
  const rules = chapter.rules.slice(from, to)
  const parameters = chapter.parameters.slice(
    Math.max(0, from - chapter.rules.length),
    Math.max(0, to - chapter.rules.length),
  )
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path={`/aturan/${chapter.question}`}>
      <a class="back" href={href(lang, '/aturan')}>
        <Icon name="kembali" />
        {words.all}
      </a>
      <h1>{chapter.title[lang]}</h1>
      <p class="lead">{words.chapterLead}</p>
      {rules.length > 0 && (
        <section>
          <h2>{words.rules}</h2>
          <ul class="plain">
            {rules.map((rule) => (
              <Rule frame={frame} rule={rule} short={short} />
            ))}
          </ul>
        </section>
      )}
      {parameters.length > 0 && (
        <section>
          <h2>{words.amounts}</h2>
          <ul class="plain">
            {parameters.map((parameter) => (
              <Amounts frame={frame} parameter={parameter} short={short} />
            ))}
          </ul>
        </section>
      )}
      <Pages frame={frame} chapter={chapter} current={current} />
    </PublicPage>
  )
}

type Shown = { readonly frame: PageFrame; readonly short: ReadonlyMap<string, string> }

function Rule({ frame, rule, short }: Shown & { readonly rule: RuleText }) {
  return (
    <li id={rule.id}>
      {rule.says[frame.lang]}
      {rule.versions.map((version) => (
        <Basis frame={frame} citation={version} short={short} />
      ))}
    </li>
  )
}

function Amounts({ frame, parameter, short }: Shown & { readonly parameter: Parameter }) {
  return (
    <li id={parameter.id}>
      {parameter.says[frame.lang]}
      {parameter.versions.map((version) => (
        <>
          <br />
          <Amount frame={frame} version={version} unit={parameter.unit} />
          <Basis frame={frame} citation={version} short={short} />
        </>
      ))}
    </li>
  )
}

function Amount(props: {
  readonly frame: PageFrame
  readonly version: ParameterVersion
  readonly unit: string
}) {
  const { frame, version } = props
  const words = frame.t.aturan
  if (version.amount === null)
    return (
      <>
        <strong>{words.empty}</strong>{' '}
        {version.reason !== undefined && (
          <>
            {words.why} {version.reason[frame.lang]}
          </>
        )}
      </>
    )
  return <strong>{amountIn(frame, version.amount, props.unit)}</strong>
}

function amountIn({ lang, t }: PageFrame, amount: number, unit: string): string {
  const number = (value: number) => value.toLocaleString(lang, { maximumFractionDigits: 4 })
  if (unit === 'share') return t.aturan.share(number(amount * 100))
  return `${number(amount)} ${t.aturan.unit[unit] ?? unit}`
}

function Basis({ frame, citation, short }: Shown & { readonly citation: Citation }) {
  const { lang } = frame
  const words = frame.t.aturan
  const { instrument, article, validFrom, validUntil, confidence } = citation
  const law = [short.get(instrument) ?? instrument, article === '-' ? '' : article].filter(Boolean).join(', ')
  const until = validUntil === null ? undefined : plainDate(lang, validUntil)
  const when =
    validFrom === null ? unreadStart(words, until) : readStart(words, plainDate(lang, validFrom), until)
  return (
    <>
      <br />
      <small>
        <a href={href(lang, lawPath(instrument, article))}>{law}</a>, {when}.{' '}
        {confidence === 'unverified' ? (
          <span class="unverified">
            <Icon name="tanya" />
            {words.sure.unverified}
          </span>
        ) : (
          words.sure[confidence]
        )}
      </small>
    </>
  )
}

function readStart(words: PageFrame['t']['aturan'], from: string, until: string | undefined): string {
  return until === undefined ? words.since(from) : words.between(from, until)
}

function unreadStart(words: PageFrame['t']['aturan'], until: string | undefined): string {
  return until === undefined ? words.startNotRead : words.startNotReadUntil(until)
}

function Pages(props: {
  readonly frame: PageFrame
  readonly chapter: ChapterText
  readonly current: number | 'all'
}) {
  const { frame, chapter, current } = props
  const words = frame.t.aturan
  const total = pagesOf(chapter)
  if (total === 1 || current === 'all') return null
  const link = (page: number | 'semua') => `${href(frame.lang, `/aturan/${chapter.question}`)}?hal=${page}`
  return (
    <nav aria-label={words.pages}>
      <p>
        {words.page(current, total)} {current > 1 && <a href={link(current - 1)}>{words.previous}</a>}{' '}
        {current < total && <a href={link(current + 1)}>{words.next}</a>}{' '}
        <a href={link('semua')}>{words.onePage}</a>
      </p>
    </nav>
  )
}
