/** What a person sees when something does not work. Each says what to do next; none says what we know. */
import { href } from '../href.ts'
import { PublicPage, type PageFrame } from './layout.tsx'

export type PublicError =
  | { readonly kind: 'not-found' | 'not-allowed' | 'too-big' }
  /** Until when, in words with the zone, such as "22.14 WIB". */
  | { readonly kind: 'too-many'; readonly until: string }
  | {
      readonly kind: 'unavailable' | 'not-understood'
      readonly saved: 'saved' | 'not-saved' | 'nothing-sent'
    }
  /** A number that leads us to the log entry and tells nobody else anything. */
  | { readonly kind: 'defect'; readonly reference: string; readonly saved: 'not-saved' | 'nothing-sent' }

export type ErrorPageProps = PageFrame & { readonly error: PublicError }

export function ErrorPage(props: ErrorPageProps) {
  const { lang, t, demo, error } = props
  const { title, text } = wordsFor(props)
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {'saved' in error && error.saved !== 'nothing-sent' && (
        <p>{error.saved === 'saved' ? t.halaman.errors.saved : t.halaman.errors.notSaved}</p>
      )}
      {error.kind === 'defect' && (
        <p>
          {t.halaman.errors.reference}: <strong translate="no">{error.reference}</strong>
        </p>
      )}
      {error.kind === 'too-many' && <p>{t.halaman.errors.tooManyCall}</p>}
      <ul class="links after">
        <li>
          <a href={href(lang, '/bahaya')}>{t.situs.home.dangerTitle}</a>
        </li>
        <li>
          <a href={href(lang, '/lapor')}>{t.situs.home.help}</a>
        </li>
        <li>
          <a href={href(lang, '/lacak')}>{t.situs.home.follow}</a>
        </li>
        <li>
          <a href={href(lang, '/')}>{t.halaman.errors.home}</a>
        </li>
      </ul>
    </PublicPage>
  )
}

function wordsFor({ t, error }: ErrorPageProps): { readonly title: string; readonly text: string } {
  const words = t.halaman.errors
  switch (error.kind) {
    case 'not-found':
      return { title: words.notFoundTitle, text: words.notFoundText }
    case 'not-allowed':
      return { title: words.notAllowedTitle, text: words.notAllowedText }
    case 'too-big':
      return { title: words.tooBigTitle, text: words.tooBigText }
    case 'too-many':
      return { title: words.tooManyTitle, text: words.tooManyText(error.until) }
    case 'not-understood':
      return { title: words.notUnderstoodTitle, text: words.notUnderstoodText }
    case 'unavailable':
      return { title: words.unavailableTitle, text: words.unavailableText }
    case 'defect':
      return { title: words.defectTitle, text: words.defectText }
  }
}
