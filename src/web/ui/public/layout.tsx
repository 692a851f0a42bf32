/**
 * The frame of every public page. The title never says what the page is about, because a borrowed phone keeps
 * titles; nothing is loaded from elsewhere; only the icons that the page uses travel with it.
 */
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Texts } from '#src/texts/texts.ts'
import { href, otherLang, type Lang } from '../href.ts'
import { Icon, iconsUsedIn, Sprite } from '../icons.tsx'
import { publicCss, quickExitScript } from './assets.ts'

/** What every public page needs to be drawn, whatever it shows. `demo` marks an installation with invented data. */
export type PageFrame = { readonly lang: Lang; readonly t: Texts; readonly demo?: boolean }

export type PublicPageProps = PageFrame & {
  /** One of `t.situs.titles`. */
  readonly title: string
  /** The page's address without language, where the other language has the same page to read. */
  readonly path?: `/${string}`
  readonly className?: string
  readonly hasProblems?: boolean
  /** Drawn under the canopy at full width, above the content (home page). */
  readonly shelter?: Child
  readonly children?: Child
}

export function PublicPage(props: PublicPageProps) {
  const { lang, t } = props
  const body = String(<Body {...props} />)
  const title = props.hasProblems ? t.situs.problemPrefix + props.title : props.title
  return html`<!doctype html>${(
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex,noarchive" />
          <meta name="referrer" content="no-referrer" />
          <meta name="theme-color" content="#113f3c" />
          <title>{title}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={publicCss().path} />
          <script src={quickExitScript().path} defer></script>
        </head>
        <body>
          {raw(body)}
          <Sprite names={iconsUsedIn(body)} />
        </body>
      </html>
    )}`
}

function Body(props: PublicPageProps) {
  const { lang, t } = props
  return (
    <>
      <a class="skip" href="#isi">
        {t.situs.skip}
      </a>
      <header class="canopy">
        <a class="brand" href={href(lang, '/')}>
          <Icon name="payung" />
          <span>{t.situs.brand}</span>
        </a>
        <a class="exit" href={href(lang, '/keluar')} rel="noreferrer">
          {t.situs.exit}
          <Icon name="keluar" />
        </a>
      </header>
      <main id="isi" class={props.className}>
        {props.shelter}
        {props.demo === true && <DemoBand t={t} />}
        {props.children}
      </main>
      <Footer {...props} />
    </>
  )
}

function DemoBand({ t }: { readonly t: Texts }) {
  return (
    <p class="demo">
      <strong>{t.situs.demoTitle}</strong> {t.situs.demoText}
    </p>
  )
}

function Footer({ lang, t, path }: PublicPageProps) {
  const other = otherLang(lang)
  return (
    <footer class="foot">
      <ul>
        <li>
          <a href={href(lang, '/tentang')}>{t.situs.footer.about}</a>
        </li>
        <li>
          <a href={href(lang, '/aman')}>{t.situs.footer.borrowed}</a>
        </li>
        <li>
          <a href={href(lang, '/keluhan')}>{t.situs.footer.complain}</a>
        </li>
        <li>
          <a href="/petugas">{t.situs.footer.staff}</a>
        </li>
        {path !== undefined && (
          <li>
            <a href={href(other, path)} lang={other} hreflang={other}>
              {t.situs.otherLanguage}
            </a>
          </li>
        )}
      </ul>
      <p>{t.situs.footer.free}</p>
    </footer>
  )
}
