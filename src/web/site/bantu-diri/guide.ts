/**
 * Self-help: one question a page, answers travel in hidden fields, nothing is stored. The sentences of each step
 * stand in the texts; their options are the codes of the facts.
 */
import { isWorkplaceAbroad } from '#src/domain/rulebook/facts/country-codes.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { FormTree } from '#src/web/middleware/decode-form.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import type { Carried, Option } from '#src/web/ui/public/form-parts.tsx'

export const GUIDE_NAMES = ['biaya', 'tawaran', 'jaminan', 'gaji', 'langkah'] as const
export type GuideName = (typeof GUIDE_NAMES)[number]

/** Name of a field → what was chosen or typed. */
export type Answers = Readonly<Record<string, readonly string[]>>

export type StepKind = 'one' | 'many' | 'country' | 'numbers' | 'amounts' | 'text'

export interface GuideStep {
  /** Key of the step's words; for one, many and country also the name of its field. */
  readonly id: string
  readonly kind: StepKind
  /** For amounts: the step whose choices each get a field. */
  readonly of?: string
}

export interface Guide {
  readonly name: GuideName
  readonly steps: readonly GuideStep[]
  readonly facts: (answers: Answers) => Facts
}

export interface StepWords {
  readonly ask: string
  readonly hint: string
  /** Codes and their words; for numbers the fields. */
  readonly options: Readonly<Record<string, string>>
}

export function wordsOf(t: Texts, guide: Guide, step: GuideStep): StepWords {
  const steps: Readonly<Record<string, StepWords>> = t.bantuDiri[guide.name].steps
  const words = steps[step.id]
  if (words === undefined) throw new Error(`no words for step ${step.id} of ${guide.name}`)
  return words
}

/** The fields of a step, each with its label. Only these are ever read from a form. */
export function fieldsOf(t: Texts, guide: Guide, step: GuideStep, answers: Answers): readonly Option[] {
  const { ask, options } = wordsOf(t, guide, step)
  if (step.kind === 'numbers') return pairs(options)
  if (step.kind !== 'amounts') return [{ value: step.id, label: ask }]
  const other = guide.steps.find((each) => each.id === step.of)
  if (other === undefined) return []
  const known = wordsOf(t, guide, other).options
  return (answers[other.id] ?? []).flatMap((code) =>
    known[code] === undefined ? [] : [{ value: `rp-${code}`, label: known[code] }],
  )
}

export function readAnswers(t: Texts, guide: Guide, tree: FormTree): Answers {
  const answers: Record<string, readonly string[]> = {}
  for (const step of guide.steps) {
    const { options } = wordsOf(t, guide, step)
    for (const { value: field } of fieldsOf(t, guide, step, answers)) {
      const given = valuesAt(tree, field).map((each) =>
        each.trim().slice(0, step.kind === 'text' ? LONGEST_TEXT : LONGEST),
      )
      const taken = given.filter((each) => isTaken(step.kind, options, each))
      if (taken.length > 0) answers[field] = taken
    }
  }
  return answers
}

const LONGEST = 20
export const LONGEST_TEXT = 200

function isTaken(kind: StepKind, options: Readonly<Record<string, string>>, value: string): boolean {
  if (kind === 'one' || kind === 'many') return Object.hasOwn(options, value)
  return kind === 'country' ? isWorkplaceAbroad(value) : value !== ''
}

/** A year and its month, each as a whole number; `year` is the last that may be named. */
const RANGES: Readonly<Record<string, (year: number) => readonly [least: number, most: number]>> = {
  'tahun-minta': (year) => [1990, year],
  'bulan-minta': () => [1, 12],
}

/** Fields of a step in which something stands that is no number, or a year or month that cannot be. */
export function wrongNumbers(
  t: Texts,
  guide: Guide,
  step: GuideStep,
  answers: Answers,
  year: number,
): readonly string[] {
  if (step.kind !== 'numbers' && step.kind !== 'amounts') return []
  return fieldsOf(t, guide, step, answers)
    .map(({ value }) => value)
    .filter(
      (field) => answers[field] !== undefined && !isPossible(numberAt(answers, field), RANGES[field]?.(year)),
    )
}

function isPossible(
  given: number | undefined,
  range: readonly [least: number, most: number] | undefined,
): boolean {
  if (given === undefined || range === undefined) return given !== undefined
  return given >= range[0] && given <= range[1]
}

/** “Rp 18.000.000”, “18,000,000” and “18000000” are the same whole number. */
export function numberAt(answers: Answers, field: string): number | undefined {
  const typed = (answers[field]?.[0] ?? '').replace(/^rp\.?/i, '').replace(/[.,\s]/g, '')
  return /^\d{1,12}$/.test(typed) ? Number(typed) : undefined
}

export function oneOf<C extends string>(answers: Answers, field: string): C | undefined {
  return answers[field]?.[0] as C | undefined
}

export function hiddenFor(answers: Answers, except: readonly string[]): Carried {
  return Object.entries(answers)
    .filter(([name]) => !except.includes(name))
    .flatMap(([name, values]) => values.map((value): readonly [string, string] => [name, value]))
}

function pairs(options: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }))
}

export const optionsOf = (words: StepWords): readonly Option[] => pairs(words.options)
