/**
 * The rulebook as data: for each question a chapter with its rules (what, since when, who says so, how sure),
 * its parameters and the plain questions that ask for a fact. A day selects the version that held; windows are
 * half-open, as everywhere.
 */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { Citation, Entry, NextQuestion, QuestionName, UsedFact } from './conclusion.ts'
import { changesOf, heldOn, startedOn } from './window.ts'

export interface Sentence {
  readonly id: string
  readonly en: string
}

export interface RuleText {
  readonly id: string
  readonly says: Sentence
  /** In order of time, without gaps. */
  readonly versions: readonly RuleVersion[]
  /** For a tool such as a list of indicators, which today's screener also lays on an older event. A law never. */
  readonly reach?: 'earlier-events-too'
}

/** A citation as the data hold it, with what only readers of the rulebook need. */
export interface RuleVersion extends Citation {
  /** Why the start is not known; there exactly when `validFrom` is null. */
  readonly startNotRead?: Sentence
  /** Id of the norm from which the citation and the amount are taken. */
  readonly norm?: string
}

/** A dated amount, rate or table cell. Empty (`null`) stays empty and says why. */
export interface ParameterVersion extends RuleVersion {
  readonly amount: number | null
  readonly reason?: Sentence
}

export interface Parameter {
  readonly id: string
  readonly says: Sentence
  /** `IDR`, `HKD`, `hours`, `days`, `share` … */
  readonly unit: string
  readonly versions: readonly ParameterVersion[]
}

export interface Instrument {
  readonly id: string
  readonly short: string
  readonly title: string
}

export interface ChapterText {
  readonly question: QuestionName
  readonly title: Sentence
  readonly rules: readonly RuleText[]
  readonly parameters: readonly Parameter[]
  readonly asks: Readonly<Record<string, Sentence>>
  /** Tables that only this question reads; checked where they are loaded. */
  readonly tables: Readonly<Record<string, unknown>>
}

/** The chapter as it stood on a day. The same object for every day between two changes, so it can key a cache. */
export interface Chapter {
  readonly question: QuestionName
  readonly text: ChapterText
  readonly rules: ReadonlyMap<string, Citation>
  readonly parameters: ReadonlyMap<string, ParameterVersion>
}

export interface Rulebook {
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly chapters: Readonly<Partial<Record<QuestionName, readonly Epoch[]>>>
}

interface Epoch {
  /** The first day after it; undefined for the present one. */
  readonly until: PlainDate | undefined
  readonly chapter: Chapter
}

export function makeRulebook(instruments: readonly Instrument[], chapters: readonly ChapterText[]): Rulebook {
  return {
    instruments: new Map(instruments.map((each) => [each.id, each])),
    chapters: Object.fromEntries(chapters.map((each) => [each.question, epochsOf(each)])),
  }
}

/** Throws when the question has no chapter: a program error, never a fact. */
export function chapterOn(rulebook: Rulebook, question: QuestionName, asOf: PlainDate): Chapter {
  const epochs = rulebook.chapters[question]
  if (epochs !== undefined)
    for (const epoch of epochs) if (epoch.until === undefined || asOf < epoch.until) return epoch.chapter
  throw new Error(`the rulebook has no chapter ${question}`)
}

/** The citation that held; undefined when the rule was not in force that day. Throws for an unknown rule. */
export function citationIn(chapter: Chapter, rule: string): Citation | undefined {
  const found = chapter.rules.get(rule)
  if (found === undefined && !chapter.text.rules.some((each) => each.id === rule))
    throw new Error(`the chapter ${chapter.question} has no rule ${rule}`)
  return found
}

/** What a conclusion says of a version: the six keys of a citation and nothing else. */
export function citationOf(version: Citation): Citation {
  const { instrument, article, source, confidence, validFrom, validUntil } = version
  return Object.freeze({ instrument, article, source, confidence, validFrom, validUntil })
}

/** One line of `fired` or `against`; none when the rule was not in force on the day of the chapter. */
export function entryOf(chapter: Chapter, rule: string, facts: readonly UsedFact[]): readonly Entry[] {
  const citation = citationIn(chapter, rule)
  return citation === undefined ? [] : [{ rule, facts, citation }]
}

/** The amount with its citation; undefined before its first day. Throws for an unknown parameter. */
export function parameterIn(chapter: Chapter, id: string): ParameterVersion | undefined {
  const found = chapter.parameters.get(id)
  if (found === undefined && !chapter.text.parameters.some((each) => each.id === id))
    throw new Error(`the chapter ${chapter.question} has no parameter ${id}`)
  return found
}

/** The plain question that asks for a fact. Throws when the chapter cannot ask it. */
export function askFor(chapter: Chapter, fact: string): NextQuestion {
  const sentence = chapter.text.asks[fact]
  if (sentence === undefined) throw new Error(`the chapter ${chapter.question} cannot ask ${fact}`)
  return { fact, id: sentence.id, en: sentence.en }
}

/** Builds something heavy once for each version of a chapter. */
export function oncePerChapter<T>(build: (chapter: Chapter) => T): (chapter: Chapter) => T {
  const built = new WeakMap<Chapter, { readonly value: T }>()
  return (chapter) => {
    const found = built.get(chapter)
    if (found !== undefined) return found.value
    const value = build(chapter)
    built.set(chapter, { value })
    return value
  }
}

function epochsOf(text: ChapterText): readonly Epoch[] {
  const versions = [...text.rules, ...text.parameters].flatMap((each): readonly Citation[] => each.versions)
  const changes = [...new Set(versions.flatMap(changesOf))].sort()
  const starts = ['0000-01-01', ...changes]
  return starts.map((day, at) => ({ until: changes[at], chapter: chapterAt(text, day) }))
}

function chapterAt(text: ChapterText, day: PlainDate): Chapter {
  return {
    question: text.question,
    text,
    rules: versionsOn(text.rules, day, citationOf),
    parameters: versionsOn(text.parameters, day, (version) => Object.freeze(version)),
  }
}

function versionsOn<V extends Citation, Kept>(
  all: readonly { readonly id: string; readonly versions: readonly V[]; readonly reach?: string }[],
  day: PlainDate,
  keep: (version: V) => Kept,
): ReadonlyMap<string, Kept> {
  return new Map(
    all.flatMap(({ id, versions, reach }) => {
      const held = versions.find((each) => heldOn(each, day))
      const first = versions[0]
      const early =
        reach === 'earlier-events-too' && first !== undefined && !startedOn(first, day) ? first : undefined
      const found = held ?? early
      return found === undefined ? [] : [[id, keep(found)] as const]
    }),
  )
}
