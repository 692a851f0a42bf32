/** What the list in force says about a name: the same words on its own page and beside an offer. */
import type { CompanyCheck } from '#src/modules/companies/index.ts'
import type { Lookup, Standing } from '#src/domain/rulebook/offer/company-register.ts'
import { href } from '#src/web/ui/href.ts'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'

export type ListShown = {
  readonly asOf: string
  readonly source: string
  readonly kind: 'demonstration' | 'imported'
}

/** Its day, and where it comes from or that it is fictional. */
export function aboutList({ lang, t }: Pick<PageFrame, 'lang' | 't'>, list: ListShown): string {
  const words = t.bantuDiri.p3mi
  const from = list.kind === 'demonstration' ? words.fictional : words.from(list.source)
  return `${words.asOf(plainDate(lang, list.asOf))} ${from}`
}

/** Beside an offer: the company that was named, with the day of the list. */
export function CompanyAnswer(props: PageFrame & { readonly check: CompanyCheck }) {
  const { lang, t, demo, check } = props
  const words = t.bantuDiri.p3mi
  if (check.kind === 'no-list')
    return (
      <Notice kind="care" icon="info" title={words.noList}>
        {words.noListMeans.map((each) => (
          <p>{each}</p>
        ))}
      </Notice>
    )
  if (check.found === undefined) return <></>
  return (
    <>
      <h2>{words.inOffer}</h2>
      <CompanyFound lang={lang} t={t} demo={demo} found={check.found} />
      <p class="small">{aboutList({ lang, t }, check.register)}</p>
    </>
  )
}

export function CompanyFound({ lang, t, found }: PageFrame & { readonly found: Lookup }) {
  const words = t.bantuDiri.p3mi
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
            <li>
              <strong>{each.name}</strong>
            </li>
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
function standingWords({ lang, t }: Pick<PageFrame, 'lang' | 't'>, { company, now }: Standing): string {
  const words = t.bantuDiri.p3mi
  const counts = company.validUntil !== null && (now === 'active' || now === 'expired')
  const until = counts ? ` ${words.validUntil(plainDate(lang, company.validUntil))}` : ''
  return `${words.states[now]} ${words.licence(company.licence)}${until}`
}
