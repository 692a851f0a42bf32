/**
 * How an Indonesian word sounds on a bad line: old and new spelling, o/u, e/i, final b/p, d/t, g/k and a lost h
 * fall together. Used to understand a spoken code and to keep words that sound alike out of the list.
 */
export function soundOfWord(word: string): string {
  return STEPS.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), plain(word))
}

const STEPS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/kh/g, 'h'],
  [/sy/g, 's'],
  [/ng/g, 'N'],
  [/ny/g, 'Y'],
  [/ai$/, 'e'],
  [/au$/, 'o'],
  [/[vf]/g, 'p'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/h/g, ''],
  [/([bcdgjkpst])e([rl])(?=[aiueo])/g, '$1$2'],
  [/o/g, 'u'],
  [/e/g, 'i'],
  [/b$/, 'p'],
  [/d$/, 't'],
  [/g$/, 'k'],
  [/(.)\1+/g, '$1'],
]

function plain(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** Number of letters to change, add or take away; stops counting at `limit`. */
export function editDistance(a: string, b: string, limit = 99): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1]
    for (const [column, other] of [...b].entries()) {
      const change = (above[column] ?? 0) + (letter === other ? 0 : 1)
      line.push(Math.min(change, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return Math.min(above.at(-1) ?? 0, limit)
}
