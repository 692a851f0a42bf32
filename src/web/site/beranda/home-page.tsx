/** The first page: what one needs must be found within five seconds, on the first screen of a small phone. */
import { href, otherLang } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'
import { DOORS, HOME_LINKS } from './home-links.ts'

export type HomePageProps = PageFrame

export function HomePage({ lang, t, demo }: HomePageProps) {
  const words = t.situs.home
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.home}
      path="/"
      className="home"
      shelter={<Shelter lang={lang} t={t} />}
    >
      <div class="page">
        <a class="notice danger" href={href(lang, '/bahaya')}>
          <Icon name="bahaya" />
          <div>
            <strong>{words.dangerTitle}</strong>
            <br />
            {words.dangerText}
          </div>
        </a>
        <Doors lang={lang} t={t} />
        <h2>{words.trust}</h2>
        <Ticks yes={words.trustYes} no={[words.trustNo]} />
        <h2>{words.more}</h2>
        <ul class="links">
          {HOME_LINKS.map(({ path, title }) => (
            <li>
              <a href={href(lang, path)}>{words.links[title]}</a>
            </li>
          ))}
        </ul>
      </div>
    </PublicPage>
  )
}

function Shelter({ lang, t }: HomePageProps) {
  const other = otherLang(lang)
  return (
    <div class="shelter">
      <h1>{t.situs.home.title}</h1>
      <p>{t.situs.home.lead}</p>
      <ul aria-label={t.situs.languages}>
        <li>
          <a href={href(other, '/')} lang={other} hreflang={other}>
            {t.situs.otherLanguage}
          </a>
        </li>
      </ul>
    </div>
  )
}

function Doors({ lang, t }: HomePageProps) {
  return (
    <nav aria-label={t.situs.home.doors}>
      <ul class="doors">
        {DOORS.map((door, index) => (
          <li class={index === 0 ? 'first' : undefined}>
            <a href={href(lang, door.path)}>
              <Icon name={door.icon} />
              <span>
                <strong>{t.situs.home[door.title]}</strong>
                <small>{t.situs.home[door.hint]}</small>
              </span>
              <Icon name="lanjut" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
