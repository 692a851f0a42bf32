/**
 * Which passwords are refused: too short, guessed first by anybody, or made of the person's own name. Length counts, not
 * kinds of signs (NIST SP 800-63B-4, section 3.1.1: length, a list of common ones, no composition rules).
 */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 256

export type PasswordProblem =
  'password.too-short' | 'password.too-long' | 'password.common' | 'password.holds-name'

/** Beginnings that attackers try first, also in Indonesian; digits and signs around them change nothing. */
const COMMON = [
  'password',
  'passw0rd',
  'katasandi',
  'kata sandi',
  'sandi',
  'rahasia',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijkl',
  'abcdef',
  'admin',
  'administrator',
  'letmein',
  'welcome',
  'selamatdatang',
  'indonesia',
  'jakarta',
  'merdeka',
  'garuda',
  'pancasila',
  'bismillah',
  'alhamdulillah',
  'assalamualaikum',
  'sayang',
  'sayangku',
  'cintaku',
  'iloveyou',
  'akucintakamu',
  'anjing',
  'doraemon',
  'dragon',
  'monkey',
  'football',
  'sepakbola',
  'payung',
  'perlindungan',
  'petugas',
  'pekerjamigran',
] as const

const SEQUENCES = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
const SHORTEST_PART = 3
const FEWEST_KINDS_OF_LETTERS = 5

export function checkPassword(password: string, names: readonly string[]): PasswordProblem | undefined {
  if ([...password].length < SHORTEST_PASSWORD) return 'password.too-short'
  if (password.length > LONGEST_PASSWORD) return 'password.too-long'
  const plain = password.toLowerCase()
  if (isCommon(plain)) return 'password.common'
  return coverHalf(plain, namePartsOf(names)) ? 'password.holds-name' : undefined
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size < FEWEST_KINDS_OF_LETTERS) return true
  const letters = plain.replace(/[^a-z]/g, '')
  if (letters.length < SHORTEST_PART && isSequence(plain.replace(/[^0-9]/g, ''))) return true
  if (isSequence(plain)) return true
  return COMMON.some((word) => coverHalf(plain, [word.replaceAll(' ', '')]))
}

/** Words that make up more than half leave too little to guess. */
function coverHalf(plain: string, words: readonly string[]): boolean {
  const squeezed = plain.replaceAll(/\s/g, '')
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), squeezed)
  return rest.length < squeezed.length / 2
}

function isSequence(text: string): boolean {
  return SEQUENCES.some((sequence) => `${sequence}${sequence}${sequence}`.includes(text))
}

function namePartsOf(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/))
    .toSorted((a, b) => b.length - a.length)
    .filter((part) => part.length >= SHORTEST_PART)
}
