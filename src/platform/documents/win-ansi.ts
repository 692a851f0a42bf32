/**
 * The fonts that every PDF reader has write Western European letters only. What they lack is written without its marks
 * where that reads the same, else as "?", and the letter says so: a name is never silently another name.
 */
const BEYOND_LATIN_1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')
const SAME: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '≤': '<=',
  '≥': '>=',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ʼ: '’',
  '\u2028': '\n',
}

function isWritten(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return (
    sign === '\n' ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xff) ||
    BEYOND_LATIN_1.has(sign)
  )
}

function written(sign: string): string {
  if (isWritten(sign)) return sign
  const same = SAME[sign]
  if (same !== undefined) return same
  if (/\s/u.test(sign)) return ' '
  const bare = [...sign.normalize('NFKD')].filter(isWritten).join('')
  return bare === '' && !/\p{M}|\p{Cf}|\p{Cc}/u.test(sign) ? '?' : bare
}

export function toWinAnsi(text: string): string {
  return [...text.normalize('NFC')].map(written).join('')
}

/** Letters that change when they are written with these fonts. */
export function changesInWinAnsi(text: string): boolean {
  return [...text.normalize('NFC')].some(
    (sign) => !isWritten(sign) && SAME[sign] === undefined && !/\s|\p{Cf}|\p{Cc}/u.test(sign),
  )
}
