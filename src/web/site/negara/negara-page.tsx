/** The destinations that have a page; an address without a country leads here too. */
import { href } from '#src/web/ui/href.ts'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { BackTo } from './parts.tsx'

export type NegaraPageProps = PageFrame & {
  readonly countries: readonly { readonly iso: string; readonly name: string }[]
  /** Whether the address named a country that has no page. */
  readonly asked?: 'unknown'
}

export function NegaraPage({ countries, asked, ...frame }: NegaraPageProps) {
  const { lang, t } = frame
  const words = t.negara
  return (
    <PublicPage {...frame} title={t.situs.titles.list} {...(asked === undefined && { path: '/negara' })}>
      <BackTo frame={frame} path="/">
        {t.situs.back}
      </BackTo>
      <h1>{asked === 'unknown' ? words.notFoundTitle : words.title}</h1>
      <p class="lead">{asked === 'unknown' ? words.notFoundText : words.lead}</p>
      <ul class="links">
        {countries.map(({ iso, name }) => (
          <li>
            <a href={href(lang, `/negara/${iso.toLowerCase()}`)}>{name}</a>
          </li>
        ))}
      </ul>
      <h2>{words.allTitle}</h2>
      <p>{words.allText}</p>
      <p>
        <a href={href(lang, '/negara/daftar')}>{words.all}</a>
      </p>
    </PublicPage>
  )
}
