/**
 * In danger now. Plain enough to work from a saved copy without its stylesheet. Certain are only numbers that a
 * person checked; where a country has none, the page says so and shows exactly two, marked and dated.
 */
import type { Texts } from '#src/texts/texts.ts'
import { showThisFor } from '#src/texts/show-this.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice, SelectField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import {
  CheckedNumbers,
  Ticks,
  UnverifiedNumbers,
  type CheckedNumber,
  type UnverifiedNumber,
} from '#src/web/ui/public/lists.tsx'
import type { CountryName } from '../countries.ts'

export type BahayaPageProps = PageFrame & {
  /** In the order of how many people live there; names in the reader's language. */
  readonly countries: readonly CountryName[]
  /** Every other country, by name. */
  readonly others: readonly CountryName[]
  /** Left out before a country is chosen. */
  readonly here?: {
    readonly country: CountryName
    readonly checked: readonly CheckedNumber[]
    /** The police's number, only when it is a checked one. */
    readonly police?: string
    /** The country's emergency number and the head office's; nothing else is ever shown unchecked. */
    readonly unverified: readonly UnverifiedNumber[]
  }
}

export function BahayaPage(props: BahayaPageProps) {
  const { lang, t, demo, here } = props
  const path = here === undefined ? '/bahaya' : (`/bahaya?negara=${here.country.iso}` as const)
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.numbers} path={path}>
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{here === undefined ? t.bahaya.title : t.bahaya.titleIn(here.country.name)}</h1>
      {here === undefined ? <Countries {...props} /> : <Here lang={lang} t={t} here={here} />}
      <WhatToDo t={t} />
      <div class="buttons">
        <a class="button" href={href(lang, '/lapor')}>
          {t.bahaya.report}
        </a>
      </div>
    </PublicPage>
  )
}

function Countries({ lang, t, countries, others }: BahayaPageProps) {
  return (
    <nav aria-labelledby="negara">
      <h2 id="negara">{t.bahaya.chooseTitle}</h2>
      <p class="hint">{t.bahaya.chooseHint}</p>
      <ul class="links">
        {countries.map(({ iso, name }) => (
          <li>
            <a href={href(lang, `/bahaya?negara=${iso}`)}>{name}</a>
          </li>
        ))}
      </ul>
      <form action={href(lang, '/bahaya')}>
        <SelectField
          id="lain"
          name="negara"
          label={t.bahaya.otherTitle}
          options={[
            { value: '', label: t.lapor.where.choose },
            ...others.map(({ iso, name }) => ({ value: iso, label: name })),
          ]}
        />
        <div class="buttons">
          <button class="button quiet">{t.bahaya.otherShow}</button>
        </div>
      </form>
    </nav>
  )
}

type HereProps = {
  readonly lang: Lang
  readonly t: Texts
  readonly here: NonNullable<BahayaPageProps['here']>
}

function Here({ lang, t, here }: HereProps) {
  return (
    <>
      <p class="lead">
        <a href={href(lang, '/bahaya')}>{t.bahaya.change}</a>
      </p>
      {here.checked.length > 0 ? (
        <CheckedNumbers lang={lang} t={t} numbers={here.checked} />
      ) : (
        <>
          <Notice kind="care" icon="tanya" title={t.bahaya.noneTitle}>
            {t.bahaya.noneText}
          </Notice>
          <UnverifiedNumbers lang={lang} t={t} numbers={here.unverified} />
        </>
      )}
      <h2 id="tunjukkan">{t.bahaya.showTitle}</h2>
      <ShowCard country={here.country.iso} police={here.police} lang={lang} meaning={t.bahaya.meaning} />
    </>
  )
}

type ShowCardProps = {
  readonly country: string
  readonly police?: string
  readonly lang: Lang
  readonly meaning: string
}

/** The local language first and big; under it what it means, for the person who shows it. */
function ShowCard({ country, police, lang, meaning }: ShowCardProps) {
  const texts = showThisFor(country)
  const own = showThisFor('ID')[0]
  return (
    <>
      <div class="speak" translate="no">
        {texts.map((text) => (
          <p lang={text.lang} dir={text.rightToLeft ? 'rtl' : undefined}>
            {text.text(police)}
          </p>
        ))}
      </div>
      {lang === 'id' && country !== 'ID' && own !== undefined && (
        <p class="small after">
          {meaning}: {own.text(police)}
        </p>
      )}
    </>
  )
}

function WhatToDo({ t }: { readonly t: Texts }) {
  return (
    <>
      <h2>{t.bahaya.goTitle}</h2>
      <Ticks yes={t.bahaya.go} no={t.bahaya.goNot} />
      <h2>{t.bahaya.endLifeTitle}</h2>
      <p>{t.bahaya.endLifeText}</p>
      <h2>{t.bahaya.saveTitle}</h2>
      <p>{t.bahaya.saveText}</p>
    </>
  )
}
