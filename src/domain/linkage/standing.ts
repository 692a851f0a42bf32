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
  /** Between 0 and 1, after the others were heard. Never shown as a certainty. */
  readonly chance: number
  readonly steps: readonly StandingStep[]
}

/** A person looks at each: the cut is low, and nothing is joined by it. */
export const CUTS: Readonly<Record<Verdict, number>> = { 'same-person': 0.2, 'conflicting-identity': 0.5 }

/** Of a hundred new contacts about ten concern somebody whom the desk knows; stated, since no labels are at hand. */
const KNOWN_ALREADY = 0.1

/** How many persons the record is looked for among: the more, the less a shared name says. */
export function compareWithStanding(
  standing: Standing,
  record: PersonRecord,
  others: readonly PersonRecord[],
  among: number,
): readonly Likeness[] {
  const books = booksOf(standing)
  const left = tableOf([record], books, 'not-counted')
  // Hubs are for whole files: of three rows that were picked because they share a number none is a hub.
  const model = { ...standing.model, found: KNOWN_ALREADY, rightSize: Math.max(among, others.length, 1) }
  const weighed = others.map((other, at) => {
    const right = tableOf([other], books, 'not-counted')
    const { levels, score } = pairLevels(books, left, 0, right, 0)
    const steps = explainPair(model, books, left, 0, right, 0)
    const odds =
      priorOdds(model) *
      Math.exp(
        Math.min(
          60,
          steps.reduce((sum, step) => sum + step.weight, 0),
        ),
      )
    const conflict = sharesNumber(levels) ? conflictChance(model, levels, score) : 0
    return { at, odds, conflict, steps }
  })
  const all = weighed.reduce((sum, { odds }) => sum + odds, 1)
  return weighed
    .flatMap(({ at, odds, conflict, steps }): readonly Likeness[] => {
      const told = steps.flatMap(({ code, weight }) => (isStepCode(code) ? [{ code, weight }] : []))
      if (conflict >= CUTS['conflicting-identity'])
        return [{ at, verdict: 'conflicting-identity', chance: conflict, steps: told }]
      const chance = odds / all
      return chance >= CUTS['same-person'] ? [{ at, verdict: 'same-person', chance, steps: told }] : []
    })
    .toSorted((a, b) => b.chance - a.chance)
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
