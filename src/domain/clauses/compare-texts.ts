/** Two texts article by article: by number where the numbers fit the words, else by what the articles say. */
import type { Clause } from './clause-text.ts'
import { diffWords, wordsOf, type DiffPart } from './word-diff.ts'

export interface ComparedClause {
  readonly left: Clause | undefined
  readonly right: Clause | undefined
  readonly state: 'same' | 'changed' | 'only-left' | 'only-right'
  /** How two clauses with different numbers came together: a person looks at it. */
  readonly by: 'number' | 'words' | undefined
  readonly parts: readonly DiffPart[]
}

/** What the same number is worth against the same words. */
const NUMBER_WORTH = 0.3
/** Clauses with different numbers belong together only when at least half of their words do. */
const LEAST_ALIKE = 0.5

/** The same table for everybody: ties go to the earlier clause. */
export function compareTexts(left: readonly Clause[], right: readonly Clause[]): readonly ComparedClause[] {
  const partner = alignClauses(left, right)
  const rows: ComparedClause[] = []
  let next = 0
  const taken = new Set(partner.values())
  const showAdded = (until: number): void => {
    for (; next < until; next += 1) {
      const clause = right[next]
      if (clause !== undefined && !taken.has(next)) rows.push(alone(undefined, clause))
    }
  }
  for (const [at, clause] of left.entries()) {
    const found = partner.get(at)
    if (found === undefined) {
      rows.push(alone(clause, undefined))
      continue
    }
    showAdded(found)
    rows.push(pair(clause, right[found]))
  }
  showAdded(right.length)
  return rows
}

function alone(left: Clause | undefined, right: Clause | undefined): ComparedClause {
  const parts: readonly DiffPart[] = [
    ...(left === undefined ? [] : [{ kind: 'gone' as const, text: left.body }]),
    ...(right === undefined ? [] : [{ kind: 'new' as const, text: right.body }]),
  ]
  return { left, right, state: left === undefined ? 'only-right' : 'only-left', by: undefined, parts }
}

function pair(left: Clause, right: Clause | undefined): ComparedClause {
  if (right === undefined) return alone(left, undefined)
  const parts = diffWords(left.body, right.body)
  const state = parts.every((part) => part.kind === 'same') ? 'same' : 'changed'
  return { left, right, state, by: left.key === right.key ? 'number' : 'words', parts }
}

/** Place in the first text to place in the second. */
export function alignClauses(left: readonly Clause[], right: readonly Clause[]): ReadonlyMap<number, number> {
  const [leftWords, rightWords] = [left.map(meaningOf), right.map(meaningOf)]
  const chances = left.flatMap((a, i) =>
    right.flatMap((b, j) => {
      const alike = dice(leftWords[i] ?? NO_WORDS, rightWords[j] ?? NO_WORDS)
      const hasNumber = numberOf(a) === numberOf(b)
      if (!hasNumber && alike < LEAST_ALIKE) return []
      return [{ i, j, worth: alike + (hasNumber ? NUMBER_WORTH : 0) }]
    }),
  )
  chances.sort(
    (a, b) => b.worth - a.worth || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j,
  )
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of chances) {
    if (partner.has(i) || taken.has(j)) continue
    partner.set(i, j)
    taken.add(j)
  }
  return partner
}

const NO_WORDS: ReadonlySet<string> = new Set()

function meaningOf(clause: Clause): ReadonlySet<string> {
  return new Set(wordsOf(clause.body.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word)))
}

/** "Pasal 5" and "Article 5" have the same number. */
function numberOf(clause: Clause): string {
  return /\d+\s?[A-Z]{0,2}/u.exec(clause.label)?.[0].replaceAll(' ', '') ?? clause.key
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const word of small) if (large.has(word)) both += 1
  return (2 * both) / (a.size + b.size)
}
