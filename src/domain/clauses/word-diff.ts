/**
 * What differs between two texts, word by word, after Myers (1986): the fewest words taken out and put in. Written here
 * because the domain has no packages; it is proved by its properties.
 */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Beyond so many changed words a marked text helps nobody: the whole piece is shown as replaced. */
const MOST_CHANGES = 1200

const WORD =
  /\s+|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** Parts in reading order; all "same" and "gone" together are `before`, all "same" and "new" are `after`. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const middle = shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const all = (kind: DiffPart['kind'], words: readonly string[]): readonly DiffPart[] =>
    words.map((text) => ({ kind, text }))
  return joined([...all('same', a.slice(0, head)), ...middle, ...all('same', a.slice(a.length - tail))])
}

/** The later text out of the earlier one and the difference; undefined when the difference is of another text. */
export function patch(before: string, parts: readonly DiffPart[]): string | undefined {
  const old = parts.filter((part) => part.kind !== 'new').map((part) => part.text)
  if (old.join('') !== before) return undefined
  return parts
    .filter((part) => part.kind !== 'gone')
    .map((part) => part.text)
    .join('')
}

function shortest(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  const trace: Int32Array[] = []
  const limit = Math.min(a.length + b.length, MOST_CHANGES)
  let furthest = new Int32Array(3)
  for (let d = 0; d <= limit; d += 1) {
    const next = new Int32Array(2 * d + 3)
    for (let k = -d; k <= d; k += 2) {
      let x = startOf(furthest, d, k)
      while (x < a.length && x - k < b.length && x - k >= 0 && a[x] === b[x - k]) x += 1
      next[k + d + 1] = x
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace, d)
    }
    trace.push(next)
    furthest = next
  }
  return [
    ...a.map((text): DiffPart => ({ kind: 'gone', text })),
    ...b.map((text): DiffPart => ({ kind: 'new', text })),
  ]
}

/** Where step d begins on diagonal k, out of the furthest points of step d - 1. */
function startOf(furthest: Int32Array, d: number, k: number): number {
  if (d === 0) return 0
  const at = (diagonal: number): number => furthest[diagonal + d] ?? 0
  return k === -d || (k !== d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  steps: number,
): readonly DiffPart[] {
  const parts: DiffPart[] = []
  let [x, y] = [a.length, b.length]
  const keep = (): void => {
    x -= 1
    y -= 1
    parts.push({ kind: 'same', text: a[x] ?? '' })
  }
  for (let d = steps; d > 0; d -= 1) {
    const furthest = trace[d - 1] ?? new Int32Array(3)
    const k = x - y
    const at = (diagonal: number): number => furthest[diagonal + d] ?? 0
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const fromX = down ? at(k + 1) : at(k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    while (x > (down ? fromX : fromX + 1) && y > (down ? fromY + 1 : fromY)) keep()
    if (down) {
      y -= 1
      parts.push({ kind: 'new', text: b[y] ?? '' })
    } else {
      x -= 1
      parts.push({ kind: 'gone', text: a[x] ?? '' })
    }
  }
  while (x > 0 && y > 0) keep()
  return parts.reverse()
}

/** Neighbours of one kind become one part; inside a change what goes stands before what comes. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const done: DiffPart[] = []
  const waiting = { gone: '', new: '' }
  const flush = (): void => {
    for (const kind of ['gone', 'new'] as const) {
      if (waiting[kind] !== '') done.push({ kind, text: waiting[kind] })
      waiting[kind] = ''
    }
  }
  let same = ''
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      flush()
      same += text
      continue
    }
    if (same !== '') done.push({ kind: 'same', text: same })
    same = ''
    waiting[kind] += text
  }
  flush()
  if (same !== '') done.push({ kind: 'same', text: same })
  return done
}
