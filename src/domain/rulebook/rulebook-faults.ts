/** What is wrong with the rulebook's data. A fault stops the program: better no answer than a wrong one. */
import { QUESTION_NAMES, type Citation } from './conclusion.ts'
import { isArticleForm } from './article-form.ts'
import type { ChapterText, Instrument } from './rulebook.ts'

/** What this service set itself has no article to read; it is always shown as its own. */
const OWN_RULES = 'payung-targets'

export function faultsOfRulebook(
  instruments: readonly Instrument[],
  chapters: readonly ChapterText[],
): readonly string[] {
  const known = new Set(instruments.map((each) => each.id))
  return [
    ...twice('instrument', instruments),
    ...chapters.flatMap((chapter) => faultsOfChapter(chapter, known)),
  ]
}

function faultsOfChapter(chapter: ChapterText, known: ReadonlySet<string>): readonly string[] {
  const named = (fault: string) => `${chapter.question}: ${fault}`
  const faults = [
    ...(QUESTION_NAMES.includes(chapter.question) ? [] : ['is no question']),
    ...twice('rule', chapter.rules),
    ...twice('parameter', chapter.parameters),
    ...[...chapter.rules, ...chapter.parameters].flatMap(({ id, versions }) => [
      ...versions.flatMap((version) => citationFaults(id, version, known)),
      ...windowFaults(id, versions),
    ]),
    ...chapter.parameters.flatMap(({ id, versions }) =>
      versions
        .filter((version) => version.amount === null && !version.reason)
        .map(() => `${id} has no amount and no reason`),
    ),
  ]
  return faults.map(named)
}

/** An unknown instrument, an article of no known form, an empty source, or "verified" without an article. */
export function citationFaults(id: string, version: Citation, known: ReadonlySet<string>): readonly string[] {
  return [
    ...(known.has(version.instrument) ? [] : [`${id} cites the unknown instrument ${version.instrument}`]),
    ...(isArticleForm(version.article) ? [] : [`${id} has an article of unknown form: ${version.article}`]),
    ...(version.source === '' ? [`${id} has no source`] : []),
    ...(version.article === '-' && version.confidence === 'verified' && version.instrument !== OWN_RULES
      ? [`${id} is called verified without an article`]
      : []),
  ]
}

/** Windows follow each other without a gap and never overlap; only the last may be open. */
function windowFaults(id: string, versions: readonly Citation[]): readonly string[] {
  if (versions.length === 0) return [`${id} has no citation`]
  return versions.flatMap((version, at) => {
    const { validFrom, validUntil } = version
    const next = versions[at + 1]
    if (validUntil !== null && validUntil <= validFrom) return [`${id} has an empty window from ${validFrom}`]
    if (next === undefined) return []
    if (validUntil === null || validUntil > next.validFrom) return [`${id} overlaps at ${next.validFrom}`]
    return validUntil < next.validFrom ? [`${id} has a gap from ${validUntil}`] : []
  })
}

function twice(what: string, all: readonly { readonly id: string }[]): readonly string[] {
  const ids = all.map((each) => each.id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(
    (id) => `${what} ${id} stands twice`,
  )
}
