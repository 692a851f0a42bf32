/**
 * Chance that can be repeated: the same seed gives the same demonstration on every machine.
 * sfc32, seeded by a short text; never for secrets.
 */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** True with this likelihood (0 to 1). */
  readonly happens: (likelihood: number) => boolean
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
}

export function chanceFrom(seed: string): Chance {
  const next = numbersFrom(seed)
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    whole,
    pick: (list) => at(list, whole(0, list.length - 1)),
    happens: (likelihood) => next() < likelihood,
    shuffled: (list) => {
      const result = [...list]
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = whole(0, last)
        const kept = at(result, last)
        result[last] = at(result, other)
        result[other] = kept
      }
      return result
    },
  }
}

/** The item at this place, counted round and round; the list must not be empty. */
export function at<T>(list: readonly T[], place: number): T {
  const item = list[place % list.length]
  if (item === undefined) throw new Error('the demonstration needs a list with at least one item')
  return item
}

function numbersFrom(seed: string): () => number {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

/** FNV-1a over the text, started differently for each part. */
function hash(text: string, part: number): number {
  let value = 2_166_136_261 ^ part
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return value | 0
}
