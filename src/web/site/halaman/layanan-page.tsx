/** The public part of the directory. A shelter is listed by what it does; its address has no place in these types. */
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { CheckedNumbers, type CheckedNumber } from '#src/web/ui/public/lists.tsx'
import type { Texts } from '#src/texts/texts.ts'
import { plainDate } from '#src/web/ui/when.ts'

/** A country (ISO code) or a province or district of Indonesia (BPS code). */
export type ServicePlace = { readonly code: string; readonly name: string }

type ServiceFacts = {
  readonly name: string
  readonly what: string
  readonly forWhom?: string
  readonly language?: string
  readonly cost?: string
  readonly documents?: string
  readonly hours?: string
  /** 2026-11-12 */
  readonly checkedOn?: string
  readonly numbers: readonly CheckedNumber[]
}

export type ServiceView =
  | (ServiceFacts & { readonly kind: 'office'; readonly address?: string })
  | (ServiceFacts & { readonly kind: 'shelter' })

export type LayananPageProps = PageFrame & {
  readonly places: readonly ServicePlace[]
  readonly here?: { readonly place: ServicePlace; readonly services: readonly ServiceView[] }
}

export function LayananPage(props: LayananPageProps) {
  const { lang, t, demo, here } = props
  const words = t.halaman.services
  const path = here === undefined ? '/layanan' : (`/layanan?tempat=${here.place.code}` as const)
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.list} path={path}>
      <a class="back" href={href(lang, here === undefined ? '/' : '/layanan')}>
        <Icon name="kembali" />
        {here === undefined ? t.situs.back : words.all}
      </a>
      <h1>{here === undefined ? words.title : here.place.name}</h1>
      {here === undefined ? <Places {...props} /> : <Services {...props} services={here.services} />}
    </PublicPage>
  )
}

function Places({ lang, t, places }: LayananPageProps) {
  return (
    <>
      <p class="lead">{t.halaman.services.lead}</p>
      <ul class="links">
        {places.map(({ code, name }) => (
          <li>
            <a href={href(lang, `/layanan?tempat=${encodeURIComponent(code)}`)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Services({ lang, t, services }: LayananPageProps & { readonly services: readonly ServiceView[] }) {
  const words = t.halaman.services
  if (services.length === 0)
    return (
      <>
        <Notice icon="info" title={words.noPlaceTitle}>
          {words.noPlaceText}
        </Notice>
        <div class="buttons">
          <a class="button" href={href(lang, '/lapor')}>
            {t.bahaya.report}
          </a>
        </div>
      </>
    )
  return (
    <>
      {services.map((service) => (
        <section>
          <h2>{service.name}</h2>
          <p>{service.what}</p>
          {service.kind === 'shelter' && <p>{words.shelter}</p>}
          <dl class="receipt facts">
            {factsOf(t, service).map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
          {service.numbers.length === 0 ? (
            <p class="small after">{words.noNumber}</p>
          ) : (
            <CheckedNumbers lang={lang} t={t} numbers={service.numbers} />
          )}
          {service.checkedOn !== undefined && (
            <p class="small">{words.seen(plainDate(lang, service.checkedOn))}</p>
          )}
        </section>
      ))}
    </>
  )
}

function factsOf(t: Texts, service: ServiceView): readonly (readonly [string, string])[] {
  const words = t.halaman.services
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.forWhom, service.forWhom],
    [words.hours, service.hours],
    [words.language, service.language],
    [words.cost, service.cost],
    [words.documents, service.documents],
    [words.address, service.kind === 'office' ? service.address : undefined],
  ]
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined)
}
