import {
  findCandidates,
  indexTable,
  makeFinder,
  updateSounds,
  type BlockIndex,
  type Sounds,
} from '../blocking.ts'
import type { Books, PersonTable } from '../person-table.ts'
import { pairLevels } from './levels.ts'

/** Pairs that were compared, in columns. Those of one left record lie side by side. */
export type Pairs = {
  readonly size: number
  readonly left: Int32Array
  readonly right: Int32Array
  readonly levels: Int32Array
  readonly score: Float32Array
}

/** A bucket of more rows than this says too little to look through. */
const MOST_ROWS = 400

/** Compares the given left rows with every right row that shares a key with them. */
export function comparePairs(
  books: Books,
  sounds: Sounds,
  left: PersonTable,
  rows: Iterable<number>,
  right: PersonTable,
  index?: BlockIndex,
): Pairs {
  updateSounds(sounds, books)
  const blocks = index ?? indexTable(sounds, right, 'wide')
  const finder = makeFinder(right.size)
  let room = 1024
  let pairs = emptyPairs(room)
  let size = 0
  for (const i of rows) {
    const found = findCandidates(finder, sounds, blocks, left, i, MOST_ROWS)
    while (size + found > room) {
      room *= 2
      pairs = grown(pairs, room)
    }
    for (let k = 0; k < found; k++) {
      const j = finder.found[k]!
      const { levels, score } = pairLevels(books, left, i, right, j)
      pairs.left[size] = i
      pairs.right[size] = j
      pairs.levels[size] = levels
      pairs.score[size++] = score
    }
  }
  return { ...pairs, size }
}

const emptyPairs = (room: number): Pairs => ({
  size: 0,
  left: new Int32Array(room),
  right: new Int32Array(room),
  levels: new Int32Array(room),
  score: new Float32Array(room),
})

function grown(pairs: Pairs, room: number): Pairs {
  const more = emptyPairs(room)
  more.left.set(pairs.left)
  more.right.set(pairs.right)
  more.levels.set(pairs.levels)
  more.score.set(pairs.score)
  return more
}
