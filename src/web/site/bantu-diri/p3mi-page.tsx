import type { Lookup, Standing } from '#src/domain/rulebook/offer/company-register.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice, TextField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'

export type P3miPageProps = PageFrame & {
  readonly name: string
  /** The list in force; absent where no list was put in. */
  readonly list?: {
    readonly asOf: string
    readonly source: string
    readonly kind: 'demonstration' | 'imported'
  }
  readonly found?: Lookup
}

export function P3miPage(props: P3miPageProps) {
  const { lang, t, demo, name, list } = props
  const words = t.bantuDiri.p3mi
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.form} path="/p3mi">
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Found {...props} />
      {list === undefined ? (
        <Notice kind="care" icon="info" title={words.noList}>
          {words.noListMeans.map((each) => (
            <p>{each}</p>
          ))}
        </Notice>
      ) : (
        <form method="post" action={href(lang, '/p3mi')}>
          <TextField
            id="nama"
            name="nama"
            label={words.name}
            hint={words.nameHint}
            value={name}
            maxlength={200}
          />
          <div class="buttons">
            <button class="button">{words.look}</button>
          </div>
          <p class="small">
            {words.asOf(plainDate(lang, list.asOf))}{' '}
            {list.kind === 'demonstration' ? words.fictional : words.from(list.source)}
          </p>
        </form>
      )}
      <p class="small">{t.bantuDiri.nothingKept}</p>
    </PublicPage>
  )
}

function Found({ lang, t, found }: P3miPageProps) {
  const words = t.bantuDiri.p3mi
  if (found === undefined) return <></>
  if (found.kind === 'too-short') return <p>{words.tooShort}</p>
  if (found.kind === 'found') {
    const valid = found.standings.every((each) => each.now === 'active')
    return (
      <Notice
        kind={valid ? 'plain' : 'care'}
        icon={valid ? 'info' : 'larang'}
        title={found.standings[0].company.name}
        live
      >
        {found.standings.map((standing) => (
          <p>{standingWords({ lang, t }, standing)}</p>
        ))}
        {found.standings.some((each) => each.now === 'active') && <p>{words.alsoPermit}</p>}
      </Notice>
    )
  }
  return (
    <Notice kind="care" icon="tanya" title={found.kind === 'near' ? words.near : words.notFound} live>
      {found.kind === 'near' && (
        <ul>
          {found.companies.map((each) => (
            <li>{each.name}</li>
          ))}
        </ul>
      )}
      {words.notFoundMeans.map((each) => (
        <p>{each}</p>
      ))}
      <p>
        <a href={href(lang, '/layanan')}>{words.whereToAsk}</a>
      </p>
    </Notice>
  )
}

/** The last day is said only where it counts: a licence that was taken away is not “valid until”. */
function standingWords({ lang, t }: Pick<P3miPageProps, 'lang' | 't'>, { company, now }: Standing): string {
  const words = t.bantuDiri.p3mi
  const counts = company.validUntil !== null && (now === 'active' || now === 'expired')
  const until = counts ? ` ${words.validUntil(plainDate(lang, company.validUntil))}` : ''
  return `${words.states[now]} ${words.licence(company.licence)}${until}`
}
