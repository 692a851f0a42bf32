import { dropCost, swapCost, type EditTable } from '../names/edit-weights.ts'

// A word is given away only as keyed codes. Two words written differently are recognised because each side also codes what
// its word becomes after half an edit: whoever writes `o` for `a` and whoever writes `a` for `o` both reach `s{ao}mad`.

/** What a word turns into, and what it costs to get there; two words meet at the sum of both costs. */
export type Spellings = ReadonlyMap<string, number>

const A = 97
const LETTERS = 26

/** Half of every edit of `editCost`, so that one edit, or two dropped letters, meet at their full cost. */
export function spellingsOf(table: EditTable, word: string): Spellings {
  const found = new Map<string, number>()
  const put = (text: string, cost: number): void => {
    const known = found.get(text)
    if (known === undefined || cost < known) found.set(text, cost)
  }
  put(word, 0)
  for (let at = 0; at < word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at + 1)
    put(before + after, dropCost(table, word, at))
    putSwaps(table, word, at, put)
    const next = word[at + 1]
    const letter = word[at]!
    if (next !== undefined && next !== letter)
      put(
        `${before}(${letter < next ? letter + next : next + letter})${word.slice(at + 2)}`,
        turnCost(table, at) / 2,
      )
  }
  return found
}

const turnCost = (table: EditTable, at: number): number => table.turn + (at === 0 ? table.first / 2 : 0)

function putSwaps(
  table: EditTable,
  word: string,
  at: number,
  put: (text: string, cost: number) => void,
): void {
  const before = word.slice(0, at)
  const after = word.slice(at + 1)
  const letter = word.charCodeAt(at) - A
  const first = at === 0 ? table.first : 0
  for (let other = 0; other < LETTERS; other++) {
    const cost = swapCost(table, letter, other)
    if (other === letter || cost >= table.otherSwap) continue
    const [low, high] = letter < other ? [letter, other] : [other, letter]
    put(`${before}{${String.fromCharCode(A + low, A + high)}}${after}`, (cost + first) / 2)
  }
  put(`${before}_${after}`, (table.otherSwap + first) / 2)
}

const SHORTEST_NICKNAME = 3

/** The starts and ends of a word that may stand for it: a nickname, or one letter. */
export function partsOf(word: string): readonly string[] {
  if (word.length < 2) return []
  const parts = [word.slice(0, 1)]
  for (let length = SHORTEST_NICKNAME; length < word.length; length++)
    parts.push(word.slice(0, length), word.slice(-length))
  return [...new Set(parts)]
}
