import type { Lookup } from '#src/domain/rulebook/offer/company-register.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice, TextField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { aboutList, CompanyFound, type ListShown } from './company-answer.tsx'

export type P3miPageProps = PageFrame & {
  readonly name: string
  /** The list in force; absent where no list was put in. */
  readonly list?: ListShown
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
      {props.found && <CompanyFound lang={lang} t={t} demo={demo} found={props.found} />}
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
          <p class="small">{aboutList({ lang, t }, list)}</p>
        </form>
      )}
      <p class="small">{t.bantuDiri.nothingKept}</p>
    </PublicPage>
  )
}
