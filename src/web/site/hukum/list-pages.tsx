/** What is often said wrongly, and what was searched and not found. */
import type { Erratum, LawInstrument, LawStatement } from '#src/domain/law/law-library.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { LawLink, nameOf, PageNav, Sure } from './law-parts.tsx'

export type ErrataPageProps = PageFrame & {
  readonly errata: readonly Erratum[]
  readonly instruments: ReadonlyMap<string, LawInstrument>
  readonly current: number
  readonly pages: number
}

export function ErrataPage({ errata, instruments, current, pages, ...frame }: ErrataPageProps) {
  const { lang, t } = frame
  const words = t.hukum
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/hukum/salah-kaprah">
      <a class="back" href={href(lang, '/hukum')}>
        <Icon name="kembali" />
        {words.all}
      </a>
      <h1>{words.errata}</h1>
      <p class="lead">{words.errataLead}</p>
      <ul class="rows">
        {errata.map((each) => (
          <li id={each.id}>
            <p>
              <strong>{words.said}:</strong> {each.said[lang]}
              <br />
              <strong>{words.right}:</strong> {each.right[lang]}
              <br />
              <small>
                {words.where}: {each.where[lang]} · <Sure t={t} confidence={each.confidence} />
                {each.basis.map((basis) => (
                  <>
                    {' · '}
                    <LawLink lang={lang} instrument={basis.instrument} article={basis.article}>
                      {[nameOf(instruments, basis.instrument), basis.article === '-' ? '' : basis.article]
                        .filter(Boolean)
                        .join(', ')}
                    </LawLink>
                  </>
                ))}
              </small>
            </p>
          </li>
        ))}
      </ul>
      <PageNav words={frame} path="/hukum/salah-kaprah" current={current} total={pages} />
    </PublicPage>
  )
}

export type StatementsPageProps = PageFrame & { readonly statements: readonly LawStatement[] }

export function StatementsPage({ statements, ...frame }: StatementsPageProps) {
  const { lang, t } = frame
  const words = t.hukum
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/hukum/tidak-ditemukan">
      <a class="back" href={href(lang, '/hukum')}>
        <Icon name="kembali" />
        {words.all}
      </a>
      <h1>{words.statements}</h1>
      <p class="lead">{words.statementsLead}</p>
      <ul class="rows">
        {statements.map((each) => (
          <li id={each.id}>
            <strong>{each.short}</strong>
            <br />
            {words.statement[each.kind]}. {each.says[lang]}
            {each.instead !== null && (
              <>
                <br />
                {words.instead}: {each.instead[lang]}
              </>
            )}
            <br />
            <small>
              {each.searched.length > 0 && `${words.searched}: ${each.searched.join('; ')}. `}
              {each.searchedOn !== null && `${words.readOn(plainDate(lang, each.searchedOn))} · `}
              <Sure t={t} confidence={each.confidence} />
            </small>
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}
