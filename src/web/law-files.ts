/** The library as open data: what people read on /hukum, with the release, the day and the licence. */
import type { LawArticle, LawInstrument } from '#src/domain/law/law-library.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { csvOf } from './csv.ts'

const COLUMNS =
  'instrument short title_id title_en kind level binding states in_force article article_state summary_id summary_en confidence source valid_from valid_until release retrieved licence'.split(
    ' ',
  )

/** Every record with its sources, and of each file where it comes from. */
export function lawJson(release: string): string {
  const { headers, instruments, articles, statements, errata } = loadLaw()
  return JSON.stringify({
    title: 'Payung: law library',
    release,
    headers,
    instruments,
    articles,
    statements,
    errata,
  })
}

/** One row for each article, and one for each law as a whole. */
export function lawCsv(release: string): string {
  const { headers, instruments, articles } = loadLaw()
  const byLaw = Map.groupBy(articles, (each) => each.instrument)
  const end = ({ licence, retrieved }: typeof headers.articles) => [release, retrieved, licence]
  const rows = instruments.flatMap((law) => [
    wholeRow(law).concat(end(headers.instruments)),
    ...(byLaw.get(law.id) ?? []).map((each) => articleRow(law, each).concat(end(headers.articles))),
  ])
  return csvOf([COLUMNS, ...rows])
}

function startOf({ id, short, title, kind, level, binding, states, inForce }: LawInstrument): string[] {
  const names = [id, short, title.id ?? '', title.en ?? '']
  return names.concat(kind, level, binding.force, states.join(' '), inForce?.on ?? '')
}

function wholeRow(law: LawInstrument): string[] {
  const sources = law.sources.map((each) => [each.citation, each.url].filter(Boolean).join(' ')).join('; ')
  return startOf(law).concat('', '', '', '', law.confidence, sources, '', '')
}

function articleRow(law: LawInstrument, each: LawArticle): string[] {
  const words = [each.article, each.state, each.summary?.id ?? '', each.summary?.en ?? '']
  const rest = [each.confidence, each.source ?? '', each.validFrom ?? '', each.validUntil ?? '']
  return startOf(law).concat(words, rest)
}
