/**
 * The code on the slip that a traveller keeps: ten letters and a check letter, drawn by chance, so that it says nothing of
 * anybody. Letters that look alike are not used.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const DRAWN = 10

/** Random bytes that `makeSlipCode` needs: more than it draws, because it throws unfair ones away. */
export const SLIP_CODE_BYTES = 40

const FAIR = Math.floor(256 / ALPHABET.length) * ALPHABET.length

/** Throws when chance gave too few fair bytes (once in 10^15). */
export function makeSlipCode(bytes: Uint8Array): string {
  const drawn = [...bytes].filter((byte) => byte < FAIR).slice(0, DRAWN)
  if (drawn.length < DRAWN) throw new Error('too few random bytes')
  const letters = drawn.map((byte) => ALPHABET[byte % ALPHABET.length]!).join('')
  return grouped(letters + checkLetter(letters))
}

/** As it was read aloud or typed, in one spelling; undefined when it cannot be a code. */
export function parseSlipCode(spoken: string): string | undefined {
  const letters = spoken
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s.\-–—]/g, '')
  if (letters.length !== DRAWN + 1 || ![...letters].every((letter) => ALPHABET.includes(letter)))
    return undefined
  return checkLetter(letters.slice(0, DRAWN)) === letters[DRAWN] ? grouped(letters) : undefined
}

/** Weights that are prime to the size of the alphabet, so that one wrong letter is always seen. */
const WEIGHTS = [1, 7, 11, 13, 17, 19, 23, 29, 1, 7]

function checkLetter(letters: string): string {
  const sum = [...letters].reduce(
    (total, letter, place) => total + ALPHABET.indexOf(letter) * WEIGHTS[place]!,
    0,
  )
  return ALPHABET[sum % ALPHABET.length]!
}

function grouped(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
