/** The library: search on top, then what there is by level. */
import { LAW_LEVELS, LAW_TOPICS, type LawLevel, type LawTopic } from '#src/domain/law/law-library.ts'
import type { FoundHow, LawHit, LawPlace } from '#src/modules/law/index.ts'
import { lawHitPath } from '#src/web/law-path.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { ErrorSummary, SelectField, TextField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { PageNav, windowOf } from './law-parts.tsx'

export type LawForm = {
  readonly words: string
  readonly kind: string
  readonly topic: string
  readonly state: string
  readonly level: string
  readonly day: string
}

export type HukumPageProps = PageFrame & {
  readonly form: LawForm
  readonly problem?: string
  readonly states: readonly { readonly code: string; readonly name: string }[]
  readonly kinds: readonly LawPlace[]
  readonly counts: ReadonlyMap<LawLevel, number>
  readonly release: string
  /** The short name of a law: a rule without it says nothing of where it holds. */
  readonly shortOf: (instrument: string) => string
  readonly found?: {
    readonly hits: readonly LawHit[]
    readonly total: number
    readonly how: FoundHow
    readonly current: number
    readonly pages: number
  }
}

export function HukumPage(props: HukumPageProps) {
  const { lang, t, demo, found } = props
  const words = t.hukum
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.page}
      path="/hukum"
      hasProblems={props.problem !== undefined}
    >
      <a class="back" href={href(lang, found ? '/hukum' : '/')}>
        <Icon name="kembali" />
        {found ? words.all : t.situs.back}
      </a>
      <h1>{words.title}</h1>
      {!found && <p class="lead">{words.lead}</p>}
      <SearchForm {...props} />
      {found ? <Found {...props} found={found} /> : <Start {...props} />}
    </PublicPage>
  )
}

function SearchForm({ lang, t, form, states, kinds, problem }: HukumPageProps) {
  const words = t.hukum
  const topics = LAW_TOPICS.map((topic) => ({ value: topic, label: words.topic[topic] }))
  const any = (label: string) => ({ value: '', label })
  return (
    <form method="get" action={href(lang, '/hukum')}>
      {problem !== undefined && (
        <ErrorSummary title={t.situs.problemTitle} problems={[{ field: 'tanggal', message: problem }]} />
      )}
      <TextField
        id="q"
        name="q"
        label={words.search}
        hint={words.searchHint}
        value={form.words}
        maxlength={200}
      />
      <details open={form.state !== '' || form.topic !== '' || form.kind !== '' || form.day !== ''}>
        <summary>{words.facts}</summary>
        <SelectField
          id="jenis"
          name="jenis"
          label={words.kindLabel}
          value={form.kind}
          options={[any(words.anyKind), ...kinds.map((kind) => ({ value: kind, label: words.places[kind] }))]}
        />
        <SelectField
          id="negara"
          name="negara"
          label={words.state}
          value={form.state}
          options={[any(words.anyState), ...states.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <SelectField
          id="soal"
          name="soal"
          label={words.topicLabel}
          value={form.topic}
          options={[any(words.anyTopic), ...topics.toSorted((a, b) => a.label.localeCompare(b.label, lang))]}
        />
        <TextField
          id="tanggal"
          name="tanggal"
          label={words.onDay}
          hint={words.onDayHint}
          value={form.day}
          maxlength={10}
          {...(problem !== undefined && { problem })}
        />
      </details>
      {form.level !== '' && <input type="hidden" name="tingkat" value={form.level} />}
      <button class="button">{words.go}</button>
    </form>
  )
}

function Start({ lang, t, counts, release }: HukumPageProps) {
  const words = t.hukum
  return (
    <>
      <h2>{words.byLevel}</h2>
      <ul class="links">
        {LAW_LEVELS.filter((level) => counts.has(level)).map((level) => (
          <li>
            <a href={`${href(lang, '/hukum')}?jenis=instrument&tingkat=${level}`}>
              {words.level[level]} <small>({words.count(counts.get(level) ?? 0)})</small>
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.seeToo}</h2>
      <ul class="links">
        <li>
          <a href={href(lang, '/hukum/salah-kaprah')}>{words.errata}</a>
        </li>
        <li>
          <a href={href(lang, '/perjanjian')}>{t.perjanjian.link}</a>
        </li>
        <li>
          <a href={href(lang, '/hukum/tidak-ditemukan')}>{words.statements}</a>
        </li>
        <li>
          <a href={href(lang, '/harmonisasi')}>{words.compare}</a>
        </li>
        <li>
          <a href={href(lang, '/usulan')}>{t.usulan.title}</a>
        </li>
        <li>
          <a href={href(lang, '/aturan')}>{t.aturan.title}</a>
        </li>
      </ul>
      <p class="small">{words.notLaw}</p>
      <p class="small">
        {words.release(release)} {words.data} <a href="/hukum.csv">CSV</a>, <a href="/hukum.json">JSON</a>
      </p>
    </>
  )
}

function Found({
  lang,
  t,
  form,
  found,
  shortOf,
}: HukumPageProps & { readonly found: NonNullable<HukumPageProps['found']> }) {
  const words = t.hukum
  if (found.total === 0)
    return (
      <>
        <h2 role="status">{words.found(0)}</h2>
        <p>{words.nothing}</p>
        <p>{words.nothingMeans}</p>
      </>
    )
  const query = {
    q: form.words,
    jenis: form.kind,
    negara: form.state,
    soal: form.topic,
    tanggal: form.day,
    tingkat: form.level,
  }
  return (
    <>
      <h2 role="status">
        {words.found(found.total)}
        {form.level !== '' && ` · ${words.level[form.level as LawLevel]}`}
        {form.topic !== '' && ` · ${words.topic[form.topic as LawTopic]}`}
      </h2>
      {found.how === 'some' && <p>{words.onlySome}</p>}
      {typeof found.how === 'object' && <p>{words.readAs(found.how.read)}</p>}
      <ul class="rows">
        {found.hits.map((hit) => (
          <Hit lang={lang} t={t} hit={hit} shortOf={shortOf} />
        ))}
      </ul>
      <PageNav words={{ lang, t }} path="/hukum" query={query} current={found.current} total={found.pages} />
    </>
  )
}

const SHOWN = 160

function Hit(props: Pick<HukumPageProps, 'lang' | 't' | 'shortOf'> & { readonly hit: LawHit }) {
  const { lang, t, hit, shortOf } = props
  const words = t.hukum
  const title = lang === 'en' ? hit.title_en : hit.title_id
  const body = lang === 'en' ? hit.body_en : hit.body_id
  const short = body.length > SHOWN ? `${body.slice(0, SHOWN)}…` : body
  return (
    <li>
      <a href={href(lang, lawHitPath(hit))}>{title}</a>
      {/* The quote of a norm stands in the language of its law and its notes are for drafters: both are on its own page. */}
      {short !== '' && hit.kind !== 'instrument' && hit.kind !== 'norm' && (
        <>
          <br />
          {short}
        </>
      )}
      <br />
      <small>
        {words.places[hit.kind as LawPlace]}
        {hit.kind === 'norm' &&
          hit.instrument !== null &&
          ` · ${placeOf(shortOf(hit.instrument), hit.article)}`}
        {hit.instrument !== null &&
          ` · ${windowOf({ lang, t }, { validFrom: hit.valid_from, validUntil: hit.valid_until })}`}
        {hit.confidence === 'unverified' && (
          <>
            {' '}
            <span class="unverified">
              <Icon name="tanya" />
              {words.sure.unverified}
            </span>
          </>
        )}
      </small>
    </li>
  )
}

function placeOf(law: string, article: string | null): string {
  return article === null || article === '-' ? law : `${law}, ${article}`
}
