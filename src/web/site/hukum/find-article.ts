/** Finds the article that an address names. */
import type { LawArticle } from '#src/domain/law/law-library.ts'
import { articleAnchor } from '#src/web/ui/law-href.ts'

/** The article of that name, or the one that holds the smaller part that was named; undefined when there is none. */
export function articleAt(articles: readonly LawArticle[], place: string): LawArticle | undefined {
  let best: LawArticle | undefined
  let length = -1
  for (const each of articles) {
    const anchor = articleAnchor(each.article)
    if ((place === anchor || place.startsWith(`${anchor}-`)) && anchor.length > length) {
      best = each
      length = anchor.length
    }
  }
  return best
}

/** The smaller parts of an article that have an entry of their own, in the order of the file. */
export function insideOf(articles: readonly LawArticle[], article: LawArticle): readonly LawArticle[] {
  const anchor = articleAnchor(article.article)
  return articles.filter((each) => articleAnchor(each.article).startsWith(`${anchor}-`))
}
