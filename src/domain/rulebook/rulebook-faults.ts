/** What is wrong with the rulebook's data. A fault stops the program: better no answer than a wrong one. */
import { QUESTION_NAMES, type Citation } from './conclusion.ts'
import { isArticleForm } from './article-form.ts'
import type { ChapterText, Instrument, RuleVersion } from './rulebook.ts'

/** What this service set itself has no article to read; it is always shown as its own. */
const OWN_RULES = 'payung-targets'
/** Once stood for a start that nobody had read. Such a start is null and says so. */
const NO_REAL_START = '1970-01-01'

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
      ...versions.flatMap((version) => [...citationFaults(id, version, known), ...startFaults(id, version)]),
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
    ...(version.validFrom === NO_REAL_START
      ? [`${id} hides behind ${NO_REAL_START} that nobody read its start`]
      : []),
    ...(version.article === '-' && version.confidence === 'verified' && version.instrument !== OWN_RULES
      ? [`${id} is called verified without an article`]
      : []),
  ]
}

function startFaults(id: string, { validFrom, startNotRead }: RuleVersion): readonly string[] {
  if (validFrom === null) return startNotRead === undefined ? [`${id} has no start and no reason`] : []
  return startNotRead === undefined ? [] : [`${id} has a start and a reason for having none`]
}

/** Windows follow each other without a gap and never overlap; only the first start may be unread, only the last end open. */
function windowFaults(id: string, versions: readonly Citation[]): readonly string[] {
  if (versions.length === 0) return [`${id} has no citation`]
  return versions.flatMap((version, at) => {
    const { validFrom, validUntil } = version
    const next = versions[at + 1]
    if (validUntil !== null && validFrom !== null && validUntil <= validFrom)
      return [`${id} has an empty window from ${validFrom}`]
    if (next === undefined) return []
    if (next.validFrom === null) return [`${id} overlaps: a later version has no start`]
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
