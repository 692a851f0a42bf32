// Reads the law library of seeds/reference/law: instruments, articles, statements that are no law, and the errors in
// circulation. A wrong file stops the start: better no law than a wrong one.
import { z } from 'zod'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import {
  ARTICLE_STATES,
  BINDING_FORCES,
  INSTRUMENT_KINDS,
  LAW_LEVELS,
  LAW_TOPICS,
  RELATION_KINDS,
  STANDINGS,
  STATEMENT_KINDS,
  type LawLibrary,
} from '#src/domain/law/law-library.ts'
import { faultsOfLibrary } from '#src/domain/law/library-faults.ts'
import { isArticleForm } from '#src/domain/rulebook/article-form.ts'
import { lawFile, oncePerRelease } from './law-source.ts'

const Id = z.string().regex(/^[a-z0-9-]+$/)
const Words = z.string().min(1)
const Confidence = z.enum(LAW_CERTAINTIES)
const PlainDate = z.iso.date()
const PartialDay = z.string().transform((text, ctx) => {
  const parsed = parsePartialDate(text)
  if (parsed === undefined) ctx.addIssue({ code: 'custom', message: `not a date: ${text}` })
  return parsed ?? z.NEVER
})
const Iso = z.string().regex(/^[A-Z]{2}$/)
const Both = z.strictObject({ id: Words, en: Words })
const Either = z
  .strictObject({ id: Words.nullable(), en: Words.nullable() })
  .refine(({ id, en }) => id !== null || en !== null, 'has no words in any language')
const Source = z.strictObject({
  citation: Words,
  url: z.string().nullable(),
  readOn: PlainDate.nullable(),
  confidence: Confidence,
})
const Header = z.strictObject({ origin: Words, retrieved: PlainDate, licence: Words, note: Words })
const DatedFact = z.strictObject({ on: PartialDay, confidence: Confidence, source: Words.nullable() })
const StateStanding = z.strictObject({
  state: Iso,
  standing: z.enum(STANDINGS),
  since: PartialDay.nullable(),
  nationalAct: Id.nullable(),
  confidence: Confidence,
  source: Words.nullable(),
  note: Either.nullable(),
})
const Relation = z.strictObject({
  kind: z.enum(RELATION_KINDS),
  instrument: Id,
  articles: z.string().refine(isArticleForm).nullable(),
  from: PartialDay.nullable(),
  confidence: Confidence,
  source: Words.nullable(),
})
export const LawInstrumentRecord = z.strictObject({
  id: Id,
  formerIds: z.array(Id),
  short: Words,
  aliases: z.array(Words),
  title: Either,
  kind: z.enum(INSTRUMENT_KINDS),
  level: z.enum(LAW_LEVELS),
  binding: z.strictObject({ force: z.enum(BINDING_FORCES), note: Either.nullable() }),
  states: z.array(Iso),
  parties: z.array(Words),
  adopted: DatedFact.nullable(),
  signed: DatedFact.nullable(),
  inForce: DatedFact.nullable(),
  status: z.array(StateStanding),
  relations: z.array(Relation),
  officialText: z.strictObject({ url: z.url().nullable(), how: z.enum(['link', 'attachment', 'none']) }),
  sources: z.array(Source).min(1),
  confidence: Confidence,
  checkedBy: Words.nullable(),
  checkedOn: PlainDate.nullable(),
  topics: z.array(z.enum(LAW_TOPICS)),
  note: Either.nullable(),
})
export const LawArticleRecord = z.strictObject({
  instrument: Id,
  article: z.string().refine(isArticleForm),
  state: z.enum(ARTICLE_STATES),
  summary: Both.nullable(),
  confidence: Confidence,
  source: Words.nullable(),
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  changedBy: z.array(
    z.strictObject({ instrument: Id, article: z.string().refine(isArticleForm).nullable() }),
  ),
})
export const LawStatementRecord = z.strictObject({
  id: Id,
  short: Words,
  aliases: z.array(Words),
  kind: z.enum(STATEMENT_KINDS),
  states: z.array(Iso),
  says: Both,
  searched: z.array(Words),
  searchedOn: PlainDate.nullable(),
  instead: Both.nullable(),
  sources: z.array(Source).min(1),
  confidence: Confidence,
})
export const ErratumRecord = z.strictObject({
  id: Id,
  where: Both,
  said: Both,
  right: Both,
  basis: z.array(z.strictObject({ instrument: Words, article: Words })),
  confidence: Confidence,
})

export const InstrumentsFile = z.strictObject({ header: Header, instruments: z.array(LawInstrumentRecord) })
export const ArticlesFile = z.strictObject({ header: Header, articles: z.array(LawArticleRecord) })
export const StatementsFile = z.strictObject({ header: Header, statements: z.array(LawStatementRecord) })
export const ErrataFile = z.strictObject({ header: Header, errata: z.array(ErratumRecord) })

export interface LawFiles extends LawLibrary {
  /** Origin, day and licence of each file, for the page that says where the data come from. */
  readonly headers: Readonly<
    Record<'instruments' | 'articles' | 'statements' | 'errata', z.infer<typeof Header>>
  >
}

/** The library in force, read once for each release. Throws with every fault when its data is wrong. */
export const loadLaw: () => LawFiles = oncePerRelease(() => checkLaw(readAll()))

/** The same library when it has no fault; throws with every one of them. */
export function checkLaw<L extends LawLibrary>(library: L): L {
  const faults = faultsOfLibrary(library)
  if (faults.length > 0) throw new Error(`the law library is wrong:\n${faults.join('\n')}`)
  return library
}

function readAll(): LawFiles {
  const instruments = read('instruments', InstrumentsFile)
  const articles = read('articles', ArticlesFile)
  const statements = read('statements', StatementsFile)
  const errata = read('errata', ErrataFile)
  return {
    instruments: instruments.instruments,
    articles: articles.articles,
    statements: statements.statements,
    errata: errata.errata,
    headers: {
      instruments: instruments.header,
      articles: articles.header,
      statements: statements.header,
      errata: errata.header,
    },
  }
}

function read<S extends z.ZodType>(name: string, schema: S): z.infer<S> {
  const result = schema.safeParse(lawFile(`law/${name}.json`))
  if (!result.success) throw new Error(`law/${name}.json: ${z.prettifyError(result.error)}`)
  return result.data
}
