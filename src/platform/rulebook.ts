// Reads the rulebook of seeds/reference/rulebook: one file for each question. What they cite stands in the law library.
// A wrong file stops the start: better no answer than a wrong one.
import { z } from 'zod'
import { citationFaultsIn } from '#src/domain/law/citation-faults.ts'
import type { LawLibrary } from '#src/domain/law/law-library.ts'
import { QUESTION_NAMES } from '#src/domain/rulebook/conclusion.ts'
import {
  makeRulebook,
  type ChapterText,
  type Instrument,
  type Rulebook,
} from '#src/domain/rulebook/rulebook.ts'
import { faultsOfRulebook } from '#src/domain/rulebook/rulebook-faults.ts'
import { amountFromNorm, ruleFromNorm } from './norm-citations.ts'
import { loadLaw } from './law/law-files.ts'
import { lawFile, lawFiles, oncePerRelease } from './law/law-source.ts'
import { CONFIDENCES, loadReference } from './reference.ts'

const CHAPTERS = 'rulebook/'

export const Confidence = z.enum(CONFIDENCES)
const PlainDate = z.iso.date()
export const Sentence = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
export const Source = z.strictObject({ citation: z.string().min(1), url: z.string().nullable() })
export const Header = z.strictObject({
  origin: z.string().min(1),
  retrieved: PlainDate,
  licence: z.string().min(1),
  note: z.string().min(1),
})
const CitationFields = {
  instrument: z.string().min(1),
  article: z.string().min(1),
  source: Source.transform(({ citation, url }) => (url ? `${citation} <${url}>` : citation)),
  confidence: Confidence,
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
}
export const Citation = z.strictObject(CitationFields)
const VersionFields = {
  ...CitationFields,
  /** Null together with `startNotRead`: nobody read since when it holds. */
  validFrom: PlainDate.nullable(),
  startNotRead: Sentence.optional(),
  norm: z.string().optional(),
}
const RuleVersion = z.preprocess(ruleFromNorm, z.strictObject(VersionFields))
const ParameterVersion = z.preprocess(
  amountFromNorm,
  z.strictObject({ ...VersionFields, amount: z.number().nullable(), reason: Sentence.optional() }),
)
const Chapter = z.strictObject({
  question: z.enum(QUESTION_NAMES),
  title: Sentence,
  header: Header,
  rules: z.array(
    z.strictObject({
      id: z.string().min(1),
      says: Sentence,
      versions: z.array(RuleVersion),
      reach: z.literal('earlier-events-too').optional(),
    }),
  ),
  parameters: z.array(
    z.strictObject({
      id: z.string().min(1),
      says: Sentence,
      unit: z.string().min(1),
      versions: z.array(ParameterVersion),
    }),
  ),
  asks: z.record(z.string(), Sentence),
  tables: z.record(z.string(), z.unknown()),
})
export interface RulebookTexts {
  readonly instruments: readonly Instrument[]
  readonly chapters: readonly ChapterText[]
}

/** The rulebook in force, read once for each release. Throws with every fault when its data is wrong. */
export function loadRulebook(): Rulebook {
  return load().rulebook
}

/** The same as texts, for the pages that show the rulebook itself. */
export function loadRulebookTexts(): RulebookTexts {
  return load().texts
}

const load = oncePerRelease(() => {
  const texts = readTexts()
  const faults = [
    ...faultsOfRulebook(texts.instruments, texts.chapters),
    ...citationFaultsIn(loadLaw(), texts.chapters, 'rulebook'),
  ]
  if (faults.length > 0) throw new Error(`the rulebook is wrong:\n${faults.join('\n')}`)
  return { texts, rulebook: makeRulebook(texts.instruments, texts.chapters) }
})

function readTexts(): RulebookTexts {
  return {
    instruments: instrumentsOf(loadLaw()),
    chapters: [...lawFiles().keys()]
      .filter((name) => name.startsWith(CHAPTERS))
      .map((name) => withHolidays(parse(name, Chapter))),
  }
}

/** What a rule may cite: the instruments of the library, and the statements that are no law. */
export function instrumentsOf({ instruments, statements }: LawLibrary): readonly Instrument[] {
  return [
    ...instruments.map(({ id, short, title }) => ({ id, short, title: title.id ?? title.en ?? short })),
    ...statements.map(({ id, short, says }) => ({ id, short, title: says.id })),
  ]
}

/** Working days need the holidays, which the whole program keeps in one place. */
function withHolidays(chapter: ChapterText): ChapterText {
  if (chapter.question !== 'clocks') return chapter
  const days = loadReference().holidayYears.flatMap((year) => year.days.map((day) => day.date))
  return { ...chapter, tables: { ...chapter.tables, holidays: { ID: days } } }
}

function parse<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(lawFile(file))
  if (!result.success) throw new Error(`${file} of the rulebook is wrong: ${z.prettifyError(result.error)}`)
  return result.data
}
