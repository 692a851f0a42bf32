// Numbers that name one document or one telephone. Only for computing: they are never shown by this code.

export const NUMBER_LEVELS = ['same', 'one-sign', 'differs', 'missing'] as const
export type NumberLevel = (typeof NUMBER_LEVELS)[number]
export const SAME = 0
export const ONE_SIGN = 1
export const DIFFERS = 2
export const MISSING = 3

const BASE = 37
/** 37^9 fits in a number without loss; what is longer keeps its last signs. */
const MOST_SIGNS = 9

/** Letters and digits in capitals; shorter than six signs it names nobody. */
export function readPassport(text: string): string {
  const plain = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return plain.length < 6 ? '' : plain
}

/** Sixteen digits, or nothing. */
export function readNik(text: string): string {
  const plain = text.replaceAll(/\D/g, '')
  return plain.length === 16 ? plain : ''
}

/** Digits without the country's 62 or the leading 0; shorter than seven it reaches nobody. */
export function readPhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '').replace(/^00/, '')
  const plain = digits.replace(/^62/, '').replace(/^0+/, '')
  return plain.length < 7 ? '' : plain
}

/** A number of digits and capitals as one number, digit by digit in base 37; 0 is none. */
export function packText(text: string): number {
  if (/^\d+$/.test(text) && text.length <= 15) return Number(`1${text.padStart(14, '0')}`)
  let packed = 0
  for (const sign of text.slice(-MOST_SIGNS)) packed = packed * BASE + Number.parseInt(sign, 36) + 1
  return packed
}

/** The 16 digits do not fit in a number; region, date and serial do. */
export function packNik(nik: string): number {
  if (nik === '') return 0
  const date =
    (Number(nik.slice(6, 8)) * 13 + Math.min(12, Number(nik.slice(8, 10)))) * 100 + Number(nik.slice(10, 12))
  return (Number(nik.slice(0, 6)) * 131_300 + date) * 10_000 + Number(nik.slice(12)) + 1
}

/** The same place by place but for one sign, or two neighbours turned; in the base in which the number was packed. */
function isOneSignApart(a: number, b: number, base: number): boolean {
  let left = a
  let right = b
  let apart = 0
  let turnedFrom = -1
  let turnedTo = -1
  let turned = false
  let neighbour = false
  while (left > 0 || right > 0) {
    const l = left % base
    const r = right % base
    left = Math.floor(left / base)
    right = Math.floor(right / base)
    if (l === r) {
      neighbour = false
      continue
    }
    apart++
    if (apart > 2) return false
    if (apart === 2) turned = neighbour && l === turnedTo && r === turnedFrom
    turnedFrom = l
    turnedTo = r
    neighbour = true
  }
  return apart === 1 || (apart === 2 && turned)
}

export function numberLevel(a: number, b: number, base: number): number {
  if (a === 0 || b === 0) return MISSING
  if (a === b) return SAME
  return isOneSignApart(a, b, base) ? ONE_SIGN : DIFFERS
}

export const PASSPORT_BASE = BASE
export const DIGITS_BASE = 10
