import { conflictChance, priorOdds, sharesNumber, type LinkModel } from './model/model.ts'
import { pairLevels } from './model/levels.ts'
import type { EditTable } from './names/edit-weights.ts'
import { tokenId, type TokenBook } from './names/token-book.ts'
import { makeBooks, tableOf, type Books, type PersonRecord } from './person-table.ts'
import { isStepCode, type StepCode } from './step-codes.ts'
import { explainPair } from './waterfall.ts'

/**
 * One new record against the few that share a key with it, under weights learned beforehand on invented persons: the files
 * of a desk are too small, and too sealed, to learn from.
 */
export type Standing = {
  readonly model: LinkModel
  readonly edits: EditTable
  /** How often a word stands in names and in places, so that Siti is worth little and a rare name much. */
  readonly names: Readonly<Record<string, number>>
  readonly places: Readonly<Record<string, number>>
}

export const VERDICTS = ['same-person', 'conflicting-identity'] as const
export type Verdict = (typeof VERDICTS)[number]

export type StandingStep = { readonly code: StepCode; readonly weight: number }

export type Likeness = {
  /** Place in the list of others. */
  readonly at: number
  readonly verdict: Verdict
  /** Between 0 and 1. Never shown as a certainty. */
  readonly chance: number
  readonly steps: readonly StandingStep[]
}

/** A person looks at each: the cut is low, and nothing is joined by it. */
export const CUTS: Readonly<Record<Verdict, number>> = { 'same-person': 0.2, 'conflicting-identity': 0.5 }

/** Of a hundred new contacts about ten concern somebody whom the desk knows; stated, since no labels are at hand. */
const KNOWN_ALREADY = 0.1

/** In a file of ten a shared name would already look certain; who comes next is mostly not among the ten. */
const LEAST_AMONG = 1000

/**
 * One new record with each of the others, `among` as many as there are to be mistaken for: the more, the less a shared name
 * says. The others are no rivals: a desk may know one person three times, and that is what is looked for. A name alone
 * proposes nothing.
 */
export function compareWithStanding(
  standing: Standing,
  pairs: readonly { readonly left: PersonRecord; readonly right: PersonRecord }[],
  among: number,
): readonly Likeness[] {
  const books = booksOf(standing)
  const model = { ...standing.model, found: KNOWN_ALREADY, rightSize: Math.max(among, LEAST_AMONG) }
  return pairs
    .map((pair) => weigh(model, books, pair))
    .flatMap(({ odds, conflict, steps }, at): readonly Likeness[] => {
      if (conflict >= CUTS['conflicting-identity'])
        return [{ at, verdict: 'conflicting-identity', chance: conflict, steps }]
      const chance = odds / (1 + odds)
      return chance >= CUTS['same-person'] && speaksTwice(steps)
        ? [{ at, verdict: 'same-person', chance, steps }]
        : []
    })
    .toSorted((a, b) => b.chance - a.chance)
}

/** Two fields at least, how rare a region is not counted among them. The sex is shared by half of all. */
function speaksTwice(steps: readonly StandingStep[]): boolean {
  return steps.filter(({ code, weight }) => weight > 0 && !/^(?:region|sex)-/.test(code)).length >= 2
}

/** Beyond this the odds say nothing more. */
const MOST_WEIGHT = 60

function weigh(
  model: LinkModel,
  books: Books,
  pair: { readonly left: PersonRecord; readonly right: PersonRecord },
): { readonly odds: number; readonly conflict: number; readonly steps: readonly StandingStep[] } {
  const left = tableOf([pair.left], books, 'not-counted')
  const right = tableOf([pair.right], books, 'not-counted')
  const { levels, score } = pairLevels(books, left, 0, right, 0)
  const steps = explainPair(model, books, left, 0, right, 0)
  const sum = steps.reduce((weight, step) => weight + step.weight, 0)
  return {
    odds: priorOdds(model) * Math.exp(Math.min(MOST_WEIGHT, sum)),
    conflict: sharesNumber(levels) ? conflictChance(model, levels, score) : 0,
    steps: steps.flatMap(({ code, weight }) => (isStepCode(code) ? [{ code, weight }] : [])),
  }
}

function booksOf(standing: Standing): Books {
  const books = makeBooks(standing.edits)
  fill(books.names, standing.names)
  fill(books.places, standing.places)
  return books
}

function fill(book: TokenBook, counts: Readonly<Record<string, number>>): void {
  for (const [word, count] of Object.entries(counts)) {
    book.counts[tokenId(book, word)] = count
    book.total += count
  }
}
