import { expect, it } from 'vitest'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { articleAnchor } from '#src/web/ui/law-href.ts'
import { articleAt, insideOf } from './find-article.ts'

it('opens every citation of the norms and of the rulebook at the article that it means', () => {
  const law = loadLaw()
  const cited = [
    ...loadNorms(),
    ...loadRulebookTexts().chapters.flatMap((chapter) =>
      [...chapter.rules, ...chapter.parameters].flatMap((rule) => rule.versions),
    ),
  ]
  expect(cited.length).toBeGreaterThan(800)
  const lost = cited.flatMap(({ instrument, article }) => {
    const place = articleAnchor(article)
    const found = resolveCitation(law, { instrument, article })
    if (found.kind === 'statement' || place === '') return []
    const articles = law.articles.filter((each) => each.instrument === instrument)
    const opened = articleAt(articles, place)
    return opened !== undefined && found.kind === 'instrument' && found.articles.includes(opened)
      ? []
      : [`${instrument} ${article} -> ${opened?.article ?? 'nothing'}`]
  })
  expect([...new Set(lost)]).toEqual([])
})

it('leads from an article to its paragraphs and letters, and to no other article', () => {
  const articles = loadLaw().articles.filter((each) => each.instrument === 'id-uu-18-2017')
  const names = (place: string) => insideOf(articles, articleAt(articles, place)!).map((each) => each.article)
  expect(names('30')).toContain('Pasal 30 ayat (1)')
  expect(names('6')).toContain('Pasal 6 ayat (1) huruf j')
  expect(names('6').filter((name) => !name.startsWith('Pasal 6 '))).toEqual([])
  expect(names('30-1')).toEqual([])
})
