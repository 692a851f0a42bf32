import { rarity, tokenCost, wordCost, FAR, type TokenBook } from './token-book.ts'

/** Names as numbers of a TokenBook: `id * 4 + role`, those of record r from starts[r] to starts[r + 1]. */
export type Tokens = { readonly flat: Int32Array; readonly starts: Uint32Array }

export const MOST_TOKENS = 6
/** A token of the father's name found among the given ones, or the other way. */
const CROSS_COST = 1.2
const ALIAS_COST = 1.5
const JOIN_COST = 2
/** A given token that one side lacks, when the other side has nothing left: dropped or added. */
const DROPPED = 1.6
/** A given token on both sides without a like: another name. */
const OTHER_NAME = 3.2
const OTHER_FATHER = 2
const FATHER_DROPPED = 0.1
/** No token is worth more than this alone, however rare: a misprint is rare too. */
export const MOST_RARITY = 9

export const GIVEN = 0
export const PATRONYM = 1
export const ALIAS = 2

// Reused between calls: a million comparisons make no garbage. The domain runs on one thread at a time.
const leftIds = new Int32Array(MOST_TOKENS)
const rightIds = new Int32Array(MOST_TOKENS)
const leftRole = new Uint8Array(MOST_TOKENS)
const rightRole = new Uint8Array(MOST_TOKENS)
const gains = new Float64Array(MOST_TOKENS * MOST_TOKENS)
const best = new Float64Array((MOST_TOKENS + 1) << MOST_TOKENS)
const choice = new Int8Array((MOST_TOKENS + 1) << MOST_TOKENS)

function fill(tokens: Tokens, at: number, ids: Int32Array, roles: Uint8Array): number {
  const from = tokens.starts[at]!
  const count = tokens.starts[at + 1]! - from
  for (let i = 0; i < count; i++) {
    const packed = tokens.flat[from + i]!
    ids[i] = packed >> 2
    roles[i] = packed & 3
  }
  return count
}

function roleCost(left: number, right: number): number {
  if (left === ALIAS || right === ALIAS) return ALIAS_COST
  return left === right ? 0 : CROSS_COST
}

/** What agreeing tokens are worth: rarity of the more frequent of both, less the cost of the spelling. */
function gainOf(book: TokenBook, a: number, b: number, roles: number): number {
  const cost = tokenCost(book, a, b)
  if (cost === Infinity) return -Infinity
  const worth = Math.min(rarity(book, a), rarity(book, b), MOST_RARITY)
  return worth - cost - roles
}

/**
 * The best reading of one name as the other, in natural logarithms: sum of the worth of what agrees, less what has no
 * like. Symmetric, and the order of the tokens does not count. Calibrated later against pairs taken at random.
 */
export function nameScore(book: TokenBook, left: Tokens, i0: number, right: Tokens, j0: number): number {
  const n = fill(left, i0, leftIds, leftRole)
  const m = fill(right, j0, rightIds, rightRole)
  if (n === 0 || m === 0) return 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++)
      gains[i * MOST_TOKENS + j] = gainOf(
        book,
        leftIds[i]!,
        rightIds[j]!,
        roleCost(leftRole[i]!, rightRole[j]!),
      )
  return readAs(n, m, (side, a, b, one) => joinGain(book, side, a, b, one))
}

/** Worth of reading tokens a and b of one side (0 left, 1 right) as token `one` of the other; -Infinity if it is not so. */
export type JoinGain = (side: number, a: number, b: number, one: number) => number

/** Two names whose tokens may be compared but not read. */
export type ComparedNames = {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Worth of two tokens read as one and the same, before their roles count; -Infinity for two tokens. */
  readonly gain: (left: number, right: number) => number
  readonly join: JoinGain
}

/** The same reading as nameScore, from roles and comparisons alone. */
export function scoreCompared({ left, right, gain, join }: ComparedNames): number {
  const n = left.length
  const m = right.length
  if (n === 0 || m === 0) return 0
  leftRole.set(left)
  rightRole.set(right)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++)
      gains[i * MOST_TOKENS + j] = gain(i, j) - roleCost(leftRole[i]!, rightRole[j]!)
  return readAs(n, m, join)
}

function readAs(n: number, m: number, join: JoinGain): number {
  const sum = assign(n, m)
  return sum + joinSide(n, m, 0, join) + joinSide(m, n, 1, join) + restOf(n, m)
}

let leftUsed = 0
let rightUsed = 0

/** The best assignment, each token at most once, by the set of right tokens already taken. */
function assign(n: number, m: number): number {
  const sets = 1 << m
  for (let set = 0; set < sets; set++) best[(n << MOST_TOKENS) | set] = 0
  for (let i = n - 1; i >= 0; i--)
    for (let set = 0; set < sets; set++) {
      let most = best[((i + 1) << MOST_TOKENS) | set]!
      let chosen = -1
      for (let j = 0; j < m; j++) {
        if (set & (1 << j)) continue
        const gain = gains[i * MOST_TOKENS + j]!
        if (gain <= -2) continue
        // A pair read as one also spares two tokens without a like.
        const value = gain + 2 * DROPPED + best[((i + 1) << MOST_TOKENS) | set | (1 << j)]!
        if (value > most) {
          most = value
          chosen = j
        }
      }
      best[(i << MOST_TOKENS) | set] = most
      choice[(i << MOST_TOKENS) | set] = chosen
    }
  leftUsed = 0
  rightUsed = 0
  let sum = 0
  for (let i = 0; i < n; i++) {
    const j = choice[(i << MOST_TOKENS) | rightUsed]!
    if (j < 0) continue
    sum += gains[i * MOST_TOKENS + j]!
    leftUsed |= 1 << i
    rightUsed |= 1 << j
  }
  return sum
}

/** A joined name is no shorter than this. */
export const SHORTEST_JOINED = 6
export const MOST_JOIN_COST = FAR / 2

/** What two tokens read as one are worth, by the rarity of the long one and the cost of its spelling. */
export const joinWorth = (rare: number, cost: number): number =>
  Math.min(rare, MOST_RARITY) - JOIN_COST - cost

/** Joined and split tokens: two of one side are one of the other (Nining Isnaeni, Niningisnaeni). */
function joinGain(book: TokenBook, side: number, a: number, b: number, one: number): number {
  const two = side === 0 ? leftIds : rightIds
  const id = (side === 0 ? rightIds : leftIds)[one]!
  const long = book.words[id] ?? ''
  if (long.length < SHORTEST_JOINED) return -Infinity
  const start = book.words[two[a]!] ?? ''
  const end = book.words[two[b]!] ?? ''
  if (start[0] !== long[0] || Math.abs(start.length + end.length - long.length) > 2) return -Infinity
  const cost = wordCost(book.table, start + end, long)
  return cost > MOST_JOIN_COST ? -Infinity : joinWorth(rarity(book, id), cost)
}

function joinSide(n: number, m: number, side: number, join: JoinGain): number {
  let sum = 0
  for (let j = 0; j < m; j++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        if (a === b || isUsed(1 - side, j) || isUsed(side, a) || isUsed(side, b)) continue
        const worth = join(side, a, b, j)
        if (worth === -Infinity) continue
        sum += worth
        take(side, a)
        take(side, b)
        take(1 - side, j)
      }
  return sum
}

const isUsed = (side: number, at: number): boolean => ((side === 0 ? leftUsed : rightUsed) & (1 << at)) !== 0

function take(side: number, at: number): void {
  if (side === 0) leftUsed |= 1 << at
  else rightUsed |= 1 << at
}

/** What has no like. A name that is only longer costs little; two different names cost much. */
function restOf(n: number, m: number): number {
  let leftGiven = 0
  let rightGiven = 0
  let leftFather = 0
  let rightFather = 0
  for (let i = 0; i < n; i++)
    if ((leftUsed & (1 << i)) === 0) {
      if (leftRole[i] === GIVEN) leftGiven++
      else if (leftRole[i] === PATRONYM) leftFather++
    }
  for (let j = 0; j < m; j++)
    if ((rightUsed & (1 << j)) === 0) {
      if (rightRole[j] === GIVEN) rightGiven++
      else if (rightRole[j] === PATRONYM) rightFather++
    }
  const others = Math.min(leftGiven, rightGiven)
  const fathers = Math.min(leftFather, rightFather)
  return -(
    others * OTHER_NAME * 2 +
    (leftGiven + rightGiven - 2 * others) * DROPPED +
    fathers * OTHER_FATHER * 2 +
    (leftFather + rightFather - 2 * fathers) * FATHER_DROPPED
  )
}

/** How one token was read: the same, another spelling, or without a like on the other side. */
export type AlignedToken = {
  readonly kind: 'same' | 'variant' | 'unmatched'
  readonly left: string
  readonly right: string
}

/** The reading behind a nameScore, token by token; a token that was joined or split stands as a variant. */
export function alignedTokens(
  book: TokenBook,
  left: Tokens,
  i0: number,
  right: Tokens,
  j0: number,
): readonly AlignedToken[] {
  nameScore(book, left, i0, right, j0)
  const n = left.starts[i0 + 1]! - left.starts[i0]!
  const m = right.starts[j0 + 1]! - right.starts[j0]!
  const word = (id: number | undefined): string => book.words[id ?? -1] ?? ''
  const steps: AlignedToken[] = []
  let taken = 0
  for (let i = 0; n > 0 && m > 0 && i < n; i++) {
    const j = choice[(i << MOST_TOKENS) | taken]!
    if (j < 0) continue
    taken |= 1 << j
    steps.push({
      kind: leftIds[i] === rightIds[j] ? 'same' : 'variant',
      left: word(leftIds[i]),
      right: word(rightIds[j]),
    })
  }
  const paired = new Set(steps.map((step) => step.left))
  for (let i = 0; i < n; i++)
    if (!paired.has(word(left.flat[left.starts[i0]! + i]! >> 2)))
      steps.push({
        kind: isUsed(0, i) && m > 0 ? 'variant' : 'unmatched',
        left: word(left.flat[left.starts[i0]! + i]! >> 2),
        right: '',
      })
  for (let j = 0; j < m; j++)
    if ((taken & (1 << j)) === 0)
      steps.push({
        kind: isUsed(1, j) && n > 0 ? 'variant' : 'unmatched',
        left: '',
        right: word(right.flat[right.starts[j0]! + j]! >> 2),
      })
  return steps
}
