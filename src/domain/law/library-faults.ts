/** What is wrong with the law library as a whole: names that stand twice, links that lead nowhere, empty windows. */
import { isArticleForm } from '../rulebook/article-form.ts'
import { articlePaths } from './article-path.ts'
import type { LawArticle, LawInstrument, LawLibrary } from './law-library.ts'
import { nameKey, namesOf, resolveCitation } from './resolve-citation.ts'

/** Every fault as a sentence that names the place. */
export function faultsOfLibrary(library: LawLibrary): readonly string[] {
  const ids = new Set(library.instruments.map((each) => each.id))
  const articles = new Set<string>()
  return [
    ...namesTwice(library),
    ...library.instruments.flatMap((each) => instrumentFaults(each, ids)),
    ...library.articles.flatMap((each) => [
      ...articleFaults(each, ids),
      ...seenBefore(articles, placeKey(each), `${each.instrument} ${each.article} stands twice`),
    ]),
    ...library.errata.flatMap((erratum) =>
      erratum.basis.flatMap((basis) => {
        const found = resolveCitation(library, basis)
        return found.kind === 'unresolved' ? [`${erratum.id}: ${found.why} ${found.what}`] : []
      }),
    ),
  ]
}

function namesTwice(library: LawLibrary): readonly string[] {
  const seen = new Map<string, string>()
  return [...library.instruments, ...library.statements].flatMap((each) =>
    [...new Set(namesOf(each).map(nameKey))].flatMap((name) => {
      const other = seen.get(name)
      seen.set(name, each.id)
      return other === undefined || other === each.id
        ? []
        : [`${each.id} and ${other} are both called ${name}`]
    }),
  )
}

function instrumentFaults(each: LawInstrument, ids: ReadonlySet<string>): readonly string[] {
  const linked = [
    ...each.relations.map((relation) => relation.instrument),
    ...each.status.flatMap((status) => (status.nationalAct === null ? [] : [status.nationalAct])),
  ]
  const states = each.status.map((status) => status.state)
  return [
    ...linked
      .filter((id) => !ids.has(id) || id === each.id)
      .map((id) => `${each.id} leads to ${id}, which is ${id === each.id ? 'itself' : 'no instrument'}`),
    ...states
      .filter((state, at) => states.indexOf(state) !== at)
      .map((state) => `${each.id} has two states of affairs for ${state}`),
    ...each.relations
      .filter((relation) => relation.articles !== null && articlePaths(relation.articles) === undefined)
      .map((relation) => `${each.id} touches unreadable articles: ${relation.articles}`),
    ...((each.checkedBy === null) === (each.checkedOn === null)
      ? []
      : [`${each.id} was checked by nobody or on no day`]),
    ...((each.officialText.url === null) === (each.officialText.how !== 'link')
      ? []
      : [`${each.id} has an official text without a link, or a link to none`]),
  ]
}

function articleFaults(each: LawArticle, ids: ReadonlySet<string>): readonly string[] {
  const place = `${each.instrument} ${each.article}`
  const paths = articlePaths(each.article)
  return [
    ...(ids.has(each.instrument) ? [] : [`${place} is of an unknown instrument`]),
    ...(isArticleForm(each.article) && paths?.length === 1 && paths[0]?.length !== 0
      ? []
      : [`${place} is not one article`]),
    ...each.changedBy
      .filter((change) => !ids.has(change.instrument))
      .map((change) => `${place} is changed by the unknown ${change.instrument}`),
    ...(each.validFrom !== null && each.validUntil !== null && each.validUntil <= each.validFrom
      ? [`${place} has an empty window`]
      : []),
    ...(each.state === 'not-read' && each.confidence === 'verified'
      ? [`${place} is called verified, and nobody read it`]
      : []),
    ...(each.summary !== null && each.source === null ? [`${place} is summed up without a source`] : []),
    ...(each.summary !== null && each.confidence === 'unverified'
      ? [`${place} is summed up from memory`]
      : []),
  ]
}

function placeKey(each: LawArticle): string {
  return `${each.instrument} ${articlePaths(each.article)?.[0]?.join('/') ?? each.article}`
}

function seenBefore(seen: Set<string>, key: string, fault: string): readonly string[] {
  if (seen.has(key)) return [fault]
  seen.add(key)
  return []
}
