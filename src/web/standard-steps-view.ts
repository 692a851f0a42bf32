/** Standard steps, rights and embassy rules in the reader's words, for the public pages and the officers' checklist. */
import { BODY_KINDS, bodyNameOn } from '#src/domain/competence/bodies.ts'
import type { CaseType } from '#src/domain/cases/case-types.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Citation } from '#src/domain/rulebook/conclusion.ts'
import {
  basisOn,
  stepsForAll,
  type CountryDifference,
  type StepActor,
  type StepDue,
  type StepNow,
} from '#src/domain/rulebook/steps/standard-steps.ts'
import { loadStandardSteps } from '#src/platform/standard-steps.ts'
import type { Texts } from '#src/texts/texts.ts'
import { citationWords, withConfidence } from './citation-words.ts'
import type { Lang } from './ui/href.ts'

/** The reader and the day for which the rules are read. */
export type StepReader = { readonly lang: Lang; readonly t: Texts; readonly asOf: PlainDate }

/** Words for a law and how sure it is: "UU 18/2017, Pasal 21 (belum diverifikasi)". */
export type LawWords = readonly string[]

export type DifferenceView = { readonly says: string; readonly for?: string; readonly law: LawWords }

export type StepView = {
  readonly id: string
  readonly who: string
  readonly says: string
  readonly phase: string
  /** Missing when no paper is needed. */
  readonly paper?: string
  readonly due: string
  /** The event from which a law counts, without a verb; missing where no law gives a deadline. */
  readonly after?: string
  readonly law: LawWords
  /** Whether countries may do it differently at all. */
  readonly varies: 'by-country' | 'nowhere'
  readonly differences: readonly DifferenceView[]
}

export type CaseStepsView = {
  readonly steps: readonly StepView[]
  /** Missing when the country of the case is not known. */
  readonly country?: string
}

export type RightView = {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly law: LawWords
}
export type EmbassyView = { readonly id: string; readonly says: string; readonly law: LawWords }
export type OfficeView = { readonly name: string; readonly for: string; readonly source: string }

export function stepViews(
  reader: StepReader,
  types: readonly CaseType[],
  country: string | undefined,
): readonly StepView[] {
  return stepsForAll(loadStandardSteps(), types, country, reader.asOf).map((step) => viewOf(reader, step))
}

/** One step by its id, without a country; undefined when there is none. */
export function stepView(reader: StepReader, id: string): StepView | undefined {
  const step = loadStandardSteps().steps.find((each) => each.id === id)
  return step && viewOf(reader, { ...step, differences: [] })
}

/** How a step is named in a list of tasks: who, and what. */
export function stepTitle(step: StepView): string {
  return `${step.who}: ${step.says}`
}

export function rightViews(reader: StepReader, phase: 'before' | 'during' | 'after'): readonly RightView[] {
  return loadStandardSteps()
    .rights.filter((each) => each.phase === phase)
    .map(({ id, title, says, basis }) => ({
      id,
      title: title[reader.lang],
      says: says[reader.lang],
      law: lawWords(reader, basisOn(basis, reader.asOf)),
    }))
}

export function embassyViews(reader: StepReader, which: 'can' | 'cannot'): readonly EmbassyView[] {
  return loadStandardSteps()[which].map(({ id, says, basis }) => ({
    id,
    says: says[reader.lang],
    law: lawWords(reader, basisOn(basis, reader.asOf)),
  }))
}

export function officeViews({ lang, t }: StepReader, country: string): readonly OfficeView[] {
  return loadStandardSteps()
    .offices.filter((each) => each.country === country)
    .map((office) => ({
      name: office.name,
      for: office.for[lang],
      source: withConfidence(t, sourceTitle(office.source), office.confidence),
    }))
}

function viewOf(reader: StepReader, step: StepNow): StepView {
  const { lang, t } = reader
  return {
    id: step.id,
    who: actorWords(reader, step.who),
    says: step.says[lang],
    phase: t.langkahKasus.phase[step.phase],
    ...(step.paper && { paper: step.paper[lang] }),
    due: dueWords(reader, step.due),
    ...(step.due.kind === 'law' && { after: step.due.after[lang] }),
    varies: step.variesBy.length > 0 ? 'by-country' : 'nowhere',
    law: lawWords(reader, step.basis),
    differences: step.differences.map((each) => differenceView(reader, each)),
  }
}

function differenceView(reader: StepReader, each: CountryDifference): DifferenceView {
  return {
    says: each.says[reader.lang],
    ...(each.for && { for: each.for[reader.lang] }),
    law: lawWords(reader, [each.citation]),
  }
}

function actorWords({ t, asOf }: StepReader, actor: StepActor): string {
  const words: Partial<Record<StepActor, string>> = t.langkahKasus.actor
  const body = BODY_KINDS.find((kind) => kind === actor)
  return words[actor] ?? (body && bodyNameOn(body, asOf)) ?? actor
}

function dueWords({ lang, t }: StepReader, due: StepDue): string {
  const words = t.langkahKasus.due
  switch (due.kind) {
    case 'law': {
      const sure = due.basis.every((each) => each.confidence !== 'unverified')
      return words[sure ? 'law' : 'lawUnverified'](t.langkahKasus.unit[due.unit](due.amount), due.after[lang])
    }
    case 'internal':
      return words.internal(t.langkahKasus.unit[due.unit](due.amount))
    case 'internal-by-urgency':
      return words.byUrgency
    case 'law-is-silent':
      return words.silent
    case 'not-checked':
      return words.notChecked
  }
}

/** What this service set itself is no law. */
function lawWords({ t }: StepReader, basis: readonly Citation[]): LawWords {
  return basis.filter((each) => each.instrument !== 'payung-targets').map((each) => citationWords(t, each))
}

/** A public page loads nothing from elsewhere and shows no foreign address: the title of the source is enough. */
function sourceTitle(source: string): string {
  return source.replace(/ <[^>]*>$/, '').replace(/; https?:.*$/, '')
}
