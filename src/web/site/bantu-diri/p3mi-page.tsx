import type { Lookup } from '#src/domain/rulebook/offer/company-register.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice, TextField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'

export type P3miPageProps = PageFrame & {
  readonly name: string
  /** Day of the list; absent where no list was put in. */
  readonly listOf?: string
  readonly found?: Lookup
}

export function P3miPage(props: P3miPageProps) {
  const { lang, t, demo, name, listOf } = props
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
      {listOf === undefined ? (
        <p>{words.noList}</p>
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
            {words.asOf(plainDate(lang, listOf))} {words.fictional}
          </p>
        </form>
      )}
      <p class="small">{t.bantuDiri.nothingKept}</p>
    </PublicPage>
  )
}

function Found({ t, found }: P3miPageProps) {
  const words = t.bantuDiri.p3mi
  if (found === undefined) return <></>
  if (found.kind === 'too-short') return <p>{words.tooShort}</p>
  if (found.kind === 'found')
    return (
      <Notice
        kind={found.now === 'active' ? 'plain' : 'care'}
        icon={found.now === 'active' ? 'info' : 'larang'}
        title={found.company.name}
        live
      >
        <p>{words.states[found.now]}</p>
        <p>{words.alsoPermit}</p>
      </Notice>
    )
  return (
    <Notice kind="care" icon="tanya" title={found.kind === 'near' ? words.near : words.notFound} live>
      {found.kind === 'near' && found.companies.map((each) => <p>{each.name}</p>)}
      {words.notFoundMeans.map((each) => (
        <p>{each}</p>
      ))}
    </Notice>
  )
}
