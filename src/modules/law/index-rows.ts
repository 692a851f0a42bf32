/** The release in force as rows that the search reads: one for each thing that a citation can open. */
import { earliestDay, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { LawInstrument, LawText } from '#src/domain/law/law-library.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadNorms } from '#src/platform/norms.ts'

export type IndexRow = {
  /** `kind:key`, the address of the thing. */
  readonly place: string
  readonly kind: 'instrument' | 'article' | 'norm' | 'statement' | 'erratum'
  readonly instrument: string | null
  readonly article: string | null
  readonly level: string | null
  readonly states: readonly string[]
  readonly topics: readonly string[]
  readonly title: Both
  readonly body: Both
  readonly confidence: 'verified' | 'secondary' | 'unverified'
  readonly validFrom: string | null
  readonly validUntil: string | null
}
type Both = { readonly id: string; readonly en: string }

/** Of the files in force where it is called: see withLawFiles. */
export function indexRows(): readonly IndexRow[] {
  const law = loadLaw()
  const instruments = new Map(law.instruments.map((each) => [each.id, each]))
  return [
    ...law.instruments.map((each) => ({
      ...placed('instrument', each.id),
      instrument: each.id,
      article: null,
      level: each.level,
      states: each.states,
      topics: each.topics,
      title: named(each),
      body: both(each.note, [...each.aliases, ...each.parties].join(' · ')),
      confidence: each.confidence,
      validFrom: dayOf(each.inForce?.on ?? null),
      validUntil: endOf(each, law.instruments),
    })),
    ...law.articles.map((each) => {
      const of = instruments.get(each.instrument)
      const name = `${of?.short ?? each.instrument} ${each.article}`
      return {
        ...placed('article', `${each.instrument}#${each.article}`),
        instrument: each.instrument,
        article: each.article,
        level: of?.level ?? null,
        states: of?.states ?? [],
        topics: of?.topics ?? [],
        title: { id: name, en: name },
        body: each.summary ?? { id: '', en: '' },
        confidence: each.confidence,
        validFrom: each.validFrom ?? dayOf(of?.inForce?.on ?? null),
        validUntil: each.validUntil ?? (of ? endOf(of, law.instruments) : null),
      }
    }),
    ...loadNorms().map((norm) => ({
      ...placed('norm', norm.id),
      instrument: norm.instrument,
      article: norm.article,
      level: instruments.get(norm.instrument)?.level ?? null,
      states: /^[A-Z]{2}$/.test(norm.jurisdiction) ? [norm.jurisdiction] : [],
      topics: [norm.need],
      title: norm.duty,
      body: { id: norm.quote ?? '', en: [norm.quote, norm.notes].filter(Boolean).join(' · ') },
      confidence: norm.confidence,
      validFrom: norm.validFrom,
      validUntil: norm.validUntil,
    })),
    ...law.statements.map((each) => ({
      ...bare('statement', each.id),
      states: each.states,
      title: { id: each.short, en: each.short },
      body: { id: each.says.id, en: each.says.en },
      confidence: each.confidence,
    })),
    ...law.errata.map((each) => ({
      ...bare('erratum', each.id),
      title: each.said,
      body: { id: `${each.right.id} ${each.where.id}`, en: `${each.right.en} ${each.where.en}` },
      confidence: each.confidence,
    })),
  ]
}

function placed<K extends IndexRow['kind']>(kind: K, key: string) {
  return { place: `${kind}:${key}`, kind }
}

function bare<K extends IndexRow['kind']>(kind: K, key: string) {
  return {
    ...placed(kind, key),
    instrument: null,
    article: null,
    level: null,
    states: [],
    topics: [],
    validFrom: null,
    validUntil: null,
  }
}

/** `UU 18/2017: …`; once where the title is no more than the short name. */
function named({ short, title }: LawInstrument): Both {
  const of = (words: string | null) => (words === null || words === short ? short : `${short}: ${words}`)
  return { id: of(title.id ?? title.en), en: of(title.en ?? title.id) }
}

/** The words of one language stand in for the other, so that both searches find the thing. */
function both(text: LawText | null, more: string): Both {
  const words = [text?.id ?? text?.en ?? '', text?.en ?? text?.id ?? '']
  return { id: `${words[0]} ${more}`.trim(), en: `${words[1]} ${more}`.trim() }
}

function dayOf(date: PartialDate | null): string | null {
  return date === null ? null : earliestDay(date)
}

/** The first day on which something else repealed or replaced the whole of it. */
function endOf(of: LawInstrument, all: readonly LawInstrument[]): string | null {
  const ends = all.flatMap((other) =>
    other.relations
      .filter(
        (each) =>
          each.instrument === of.id &&
          each.articles === null &&
          (each.kind === 'repeals' || each.kind === 'replaces'),
      )
      .flatMap((each) => dayOf(each.from ?? other.inForce?.on ?? null) ?? []),
  )
  return ends.toSorted()[0] ?? null
}
