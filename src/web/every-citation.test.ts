import { describe, expect, it } from 'vitest'
import { placedCitations } from '#src/domain/law/citation-faults.ts'
import { citationsIn } from '#src/domain/law/citations-in-text.ts'
import { citedSpans } from '#src/domain/law/cited-spans.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { loadStandardSteps } from '#src/platform/standard-steps.ts'
import { textsFor } from '#src/texts/texts.ts'
import { withLawLinks } from './cited-html.ts'
import { citationWords } from './citation-words.ts'
import { lawPath } from './law-path.ts'
import { articleAt } from './site/hukum/find-article.ts'
import { everyPublicPage } from './site/page-fixtures.tsx'
import { everyPage } from './workspace/every-page.fixture.tsx'

const library = loadLaw()
/** As the server sends them. */
const PAGES = (['id', 'en'] as const).flatMap((lang) =>
  Object.entries({ ...prefixed('site', everyPublicPage(lang)), ...prefixed('work', everyPage(lang)) }).map(
    ([name, html]) => ({ lang, name, html: withLawLinks(lang, String(html)) }),
  ),
)

function prefixed(side: string, pages: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [`${side} ${name}`, page]))
}

/**
 * Where a law may stand without a link: the name of the page itself, and the words of a control, because a link inside
 * a button, a label or a choice cannot be followed. What a person types stays in its field as it was typed.
 */
const WITHOUT = ['title', 'h1', 'button', 'label', 'legend', 'summary', 'option', 'textarea'].join('|')

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const bodyOf = (html: string) => html.slice(html.indexOf('<body'))
const controlsIn = (html: string) =>
  [...bodyOf(html).matchAll(new RegExp(`<(${WITHOUT})\\b[^>]*>.*?</\\1>`, 'gs'))].map(([all]) => plain(all))
const outsideLinks = (html: string) =>
  plain(
    bodyOf(html)
      .replaceAll(new RegExp(`<(${WITHOUT})\\b[^>]*>.*?</\\1>`, 'gs'), '\n')
      .replaceAll(/<a\b[^>]*>.*?<\/a>/gs, '\n'),
  ).split('\n')
const lawLinks = (html: string) =>
  [...html.matchAll(/href="(?:\/en)?\/hukum\/([^"?]*)"/g)].map((each) => each[1] ?? '')

/** The pages of the library itself are drawn with invented laws. */
const INVENTED = /^contoh-\d|#(?:catatan-\d|xx-)/

function opens(link: string): boolean {
  if (INVENTED.test(link)) return true
  const [place = '', line] = link.split('#')
  if (place === 'tidak-ditemukan')
    return line === undefined || library.statements.some((each) => each.id === line)
  if (place === 'salah-kaprah') return true
  const [id = '', article] = place.split('/')
  const known = library.instruments.some((each) => each.id === id)
  if (article === undefined) return known || library.statements.some((each) => each.id === id)
  return (
    known &&
    articleAt(
      library.articles.filter((each) => each.instrument === id),
      article,
    ) !== undefined
  )
}

describe.each(PAGES)('$lang $name', ({ html }) => {
  it('prints every law as a link to the library, except in the words of a control', () => {
    const bare = outsideLinks(html).filter(
      (line) => citationsIn(line).length > 0 || citedSpans(library, line).length > 0,
    )
    expect(bare).toEqual([])
  })

  it('names in its controls only laws that the library has', () => {
    const unknown = controlsIn(html)
      .flatMap(citationsIn)
      .filter((each) => resolveCitation(library, each).kind === 'unresolved')
    expect(unknown).toEqual([])
  })

  it('has no link into the library that opens nothing, and no link in a link', () => {
    expect(lawLinks(html).filter((link) => !opens(link))).toEqual([])
    expect(html).not.toMatch(/<a\b[^>]*>(?:(?!<\/a>).)*<a\b/s)
  })
})

it('walks a crowd of links on pages of both sides', () => {
  const count = (side: string) =>
    PAGES.filter(({ name }) => name.startsWith(side)).flatMap(({ html }) => lawLinks(html)).length
  expect(count('site')).toBeGreaterThan(1500)
  expect(count('work')).toBeGreaterThan(300)
})

describe('a citation of the data, printed as words', () => {
  const COMMON = new Set(['Hong Kong', 'Singapura', 'Payung', 'Mandat sendiri'])
  const data = [loadRulebookTexts().chapters, loadStandardSteps(), loadNorms()]

  it('becomes one link to the place that it names, or to the law that holds it', () => {
    const wrong = placedCitations(data, '').flatMap((each) => {
      const words = citationWords(textsFor('id'), { ...each, confidence: 'unverified' })
      const found = resolveCitation(library, each)
      if (found.kind === 'statement' || COMMON.has(words)) return []
      const links = lawLinks(withLawLinks('id', `<p>${words}</p>`))
      const place = lawPath(each.instrument, each.article).slice('/hukum/'.length)
      const right = links.length > 0 && links.every((link) => link === place || place.startsWith(link))
      return right ? [] : [`${words}: ${links.join(' ')}`]
    })
    expect(wrong).toEqual([])
  })

  it('opens its own line where it is no law', () => {
    expect(lawPath('payung-targets')).toBe('/hukum/tidak-ditemukan#payung-targets')
    expect(lawPath('id-uu-18-2017', 'Pasal 30 ayat (1)')).toBe('/hukum/id-uu-18-2017/30-1')
  })
})

describe('a page in the making', () => {
  it('leaves links, controls and its own name as they are', () => {
    for (const html of [
      '<h1>UU 18/2017</h1>',
      '<a href="/x">UU 18/2017</a>',
      '<a href="/x">lihat <b>UU 18/2017</b></a>',
      '<label for="a">UU 18/2017</label>',
      '<p title="UU 18/2017">Pasal</p>',
    ])
      expect(withLawLinks('id', html)).toBe(html)
  })

  it('links what stands beside them, with its article and in the language of the page', () => {
    expect(withLawLinks('en', '<p><b>x</b> UU 18/2017, Pasal 30 ayat (1) &amp; C189.</p>')).toBe(
      '<p><b>x</b> <a href="/en/hukum/id-uu-18-2017/30-1">UU 18/2017, Pasal 30 ayat (1)</a> &amp; <a href="/en/hukum/ilo-c189">C189</a>.</p>',
    )
    expect(withLawLinks('id', 'Employees&#39; Compensation Ordinance (Cap. 282)')).toContain('hk-eco-cap282')
  })

  it('keeps what a person wrote escaped', () => {
    expect(withLawLinks('id', '<p>&lt;b&gt;UU 18/2017&lt;/b&gt;</p>')).toBe(
      '<p>&lt;b&gt;<a href="/hukum/id-uu-18-2017">UU 18/2017</a>&lt;/b&gt;</p>',
    )
  })
})
