/**
 * What was answered in a screening, question by question, with the sentences for and against. Kept as steps that are
 * only ever added; the newest answer counts, every piece of evidence stays, also the contrary.
 */
import type { PartialDate } from '../kernel/partial-date.ts'
import { ACTS, MEANS, PURPOSES, type Facts } from '../rulebook/facts/facts.ts'
import { DIMENSIONS, INDICATOR_NAMES } from '../rulebook/facts/indicator-names.ts'

export const SHEET_ANSWERS = ['yes', 'no', 'unknown', 'not-asked'] as const
export type SheetAnswer = (typeof SHEET_ANSWERS)[number]

export const SIDES = ['for', 'against'] as const
export type Side = (typeof SIDES)[number]

/** Where a sentence stands: in an entry of the timeline, the story, a numbered piece of evidence, or told in words. */
export type ProofSource =
  | { readonly kind: 'timeline'; readonly id: string; readonly sentence: number }
  | { readonly kind: 'story'; readonly sentence: number }
  | { readonly kind: 'evidence'; readonly id: string; readonly number: number }
  | { readonly kind: 'told'; readonly by: string }

export interface Proof {
  /** Path of the question, such as `elements.act.transport`. */
  readonly path: string
  readonly side: Side
  /** As they stood when they were linked. */
  readonly words: string
  readonly source: ProofSource
}

export interface SheetStep {
  readonly answers: Readonly<Record<string, SheetAnswer>>
  readonly proofs: readonly Proof[]
  /** Day or period of the event, which selects the version of the rules. */
  readonly happened?: PartialDate
}

export interface Sheet {
  readonly answers: Readonly<Record<string, SheetAnswer>>
  readonly proofs: readonly Proof[]
  readonly happened?: PartialDate
}

/** The parts of the sheet in the order in which they are asked. */
export const SHEET_PARTS = ['act', 'means', 'purpose', ...DIMENSIONS, 'besides'] as const
export type SheetPart = (typeof SHEET_PARTS)[number]

/** Asked and kept, and never a reason against: the rulebook says why. */
const BESIDES = ['consented', 'paid'] as const

const ELEMENTS = { act: ACTS, means: MEANS, purpose: PURPOSES } as const

/** Paths of the questions of one part. */
export function questionsOf(part: SheetPart): readonly string[] {
  if (part === 'besides') return BESIDES.map((name) => `elements.${name}`)
  if (part === 'act' || part === 'means' || part === 'purpose')
    return ELEMENTS[part].map((name) => `elements.${part}.${name}`)
  return INDICATOR_NAMES[part].map((name) => `indicators.${part}.${name}`)
}

const EVERY_QUESTION: ReadonlySet<string> = new Set(SHEET_PARTS.flatMap(questionsOf))

export function isSheetQuestion(path: string): boolean {
  return EVERY_QUESTION.has(path)
}

export function isSheetAnswer(text: string): text is SheetAnswer {
  return (SHEET_ANSWERS as readonly string[]).includes(text)
}

export function partOf(path: string): SheetPart {
  return SHEET_PARTS.find((part) => questionsOf(part).includes(path)) ?? 'act'
}

export function sheetOf(steps: readonly SheetStep[]): Sheet {
  const happened = steps.findLast((step) => step.happened !== undefined)?.happened
  return {
    answers: Object.assign({}, ...steps.map((step) => step.answers)) as Sheet['answers'],
    proofs: steps.flatMap((step) => step.proofs),
    ...(happened !== undefined && { happened }),
  }
}

export function answerTo(sheet: Sheet, path: string): SheetAnswer {
  return sheet.answers[path] ?? 'not-asked'
}

export function proofsFor(sheet: Sheet, path: string, side: Side): readonly Proof[] {
  return sheet.proofs.filter((proof) => proof.path === path && proof.side === side)
}

/** Questions answered yes without one sentence that supports it; what is only noted beside needs none. */
export function yesWithoutProof(sheet: Sheet): readonly string[] {
  return [...EVERY_QUESTION].filter(
    (path) =>
      partOf(path) !== 'besides' &&
      answerTo(sheet, path) === 'yes' &&
      proofsFor(sheet, path, 'for').length === 0,
  )
}

/** The sheet as facts of the rulebook, laid over what the file says of the person. */
export function factsOf(sheet: Sheet, about: Facts): Facts {
  const elements: Record<string, unknown> = {}
  const indicators: Record<string, unknown> = {}
  for (const part of SHEET_PARTS) {
    if (part === 'besides') for (const name of BESIDES) elements[name] = answerTo(sheet, `elements.${name}`)
    else {
      const group = part === 'act' || part === 'means' || part === 'purpose' ? elements : indicators
      group[part] = Object.fromEntries(
        questionsOf(part).map((path) => [path.slice(path.lastIndexOf('.') + 1), weighed(sheet, path)]),
      )
    }
  }
  return {
    ...about,
    ...(sheet.happened !== undefined && { asOf: sheet.happened }),
    elements,
    indicators,
  }
}

function weighed(sheet: Sheet, path: string) {
  const words = (side: Side) => proofsFor(sheet, path, side).map((proof) => proof.words)
  return { answer: answerTo(sheet, path), evidence: words('for'), contrary: words('against') }
}

/** The sentences of a text, in order; the number of a sentence is its place from 1. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
