/** Cost of one edit in natural logarithms: minus the log of its chance when one person is written twice. */
export type EditWeights = {
  /** Two letters in alphabetical order, `ao`: one for the other. */
  readonly swap: Readonly<Record<string, number>>
  /** A letter that is dropped or added. */
  readonly drop: Readonly<Record<string, number>>
  /** The same, beside its like: `dd` for `d`. */
  readonly double: number
  /** Two neighbours change places. */
  readonly turn: number
  readonly otherSwap: number
  readonly otherDrop: number
  /** Added to an edit of the first letter: people seldom miswrite it. */
  readonly first: number
}

const A = 97
const LETTERS = 26

/** The same in typed arrays, so that a million comparisons make no garbage. */
export type EditTable = {
  readonly swap: Float64Array
  readonly drop: Float64Array
  readonly double: number
  readonly turn: number
  readonly first: number
  readonly otherSwap: number
}

export function editTable(weights: EditWeights): EditTable {
  const swap = new Float64Array(LETTERS * LETTERS).fill(weights.otherSwap)
  const drop = new Float64Array(LETTERS).fill(weights.otherDrop)
  for (const [pair, cost] of Object.entries(weights.swap)) {
    const a = pair.charCodeAt(0) - A
    const b = pair.charCodeAt(1) - A
    swap[a * LETTERS + b] = cost
    swap[b * LETTERS + a] = cost
  }
  for (let i = 0; i < LETTERS; i++) swap[i * LETTERS + i] = 0
  for (const [letter, cost] of Object.entries(weights.drop)) drop[letter.charCodeAt(0) - A] = cost
  return {
    swap,
    drop,
    double: weights.double,
    turn: weights.turn,
    first: weights.first,
    otherSwap: weights.otherSwap,
  }
}

const MOST = 32
let rowBefore2 = new Float64Array(MOST + 1)
let rowBefore = new Float64Array(MOST + 1)
let row = new Float64Array(MOST + 1)

const code = (word: string, at: number): number => word.charCodeAt(at) - A

/** Cost of the letter at this place being dropped, or added on the other side. */
export function dropCost(table: EditTable, word: string, at: number): number {
  const letter = code(word, at)
  if (at > 0 && code(word, at - 1) === letter) return table.double
  const cost = table.drop[letter]!
  return at === 0 ? cost + table.first : cost
}

/** Cost of one letter (0 is a) for another. */
export const swapCost = (table: EditTable, letter: number, other: number): number =>
  table.swap[letter * LETTERS + other]!

/**
 * Weighted Damerau-Levenshtein (restricted: two neighbours turn once) of two words of a to z; in natural logarithms,
 * 0 for the same word. Symmetric. Above `limit` it may stop and answer Infinity.
 */
export function editCost(table: EditTable, a: string, b: string, limit: number): number {
  if (a === b) return 0
  const left = a.length > MOST ? a.slice(0, MOST) : a
  const right = b.length > MOST ? b.slice(0, MOST) : b
  row[0] = 0
  for (let j = 1; j <= right.length; j++) row[j] = row[j - 1]! + dropCost(table, right, j - 1)
  for (let i = 1; i <= left.length; i++) {
    const spare = rowBefore2
    rowBefore2 = rowBefore
    rowBefore = row
    row = spare
    const dropLeft = dropCost(table, left, i - 1)
    const letter = code(left, i - 1)
    row[0] = rowBefore[0]! + dropLeft
    let least = row[0]
    for (let j = 1; j <= right.length; j++) {
      const other = code(right, j - 1)
      let swap = rowBefore[j - 1]! + table.swap[letter * LETTERS + other]!
      if (letter !== other && (i === 1 || j === 1)) swap += table.first
      let best = Math.min(swap, rowBefore[j]! + dropLeft, row[j - 1]! + dropCost(table, right, j - 1))
      if (
        i > 1 &&
        j > 1 &&
        letter === code(right, j - 2) &&
        code(left, i - 2) === other &&
        letter !== other
      ) {
        const turned = rowBefore2[j - 2]! + table.turn + (i === 2 || j === 2 ? table.first / 2 : 0)
        if (turned < best) best = turned
      }
      row[j] = best
      if (best < least) least = best
    }
    if (least > limit) return Number.POSITIVE_INFINITY
  }
  return row[right.length]!
}
