/**
 * Could these two be the same person? A score from 0 to 100 with its reasons, shown to an officer as "possible
 * earlier report". A person decides; nothing is ever joined by itself. What is not known counts for nothing, and
 * only an impossible birth date speaks against.
 */
import { earliestDay, latestDay, type PartialDate } from '../kernel/partial-date.ts'
import { editDistance } from '../kernel/word-sound.ts'
import { isCommonToken, nameKeys, placeKey, type NameKeys } from './names.ts'

export interface PersonTrace {
  readonly names: readonly string[]
  readonly village?: string
  readonly recruiter?: string
  readonly employer?: string
  readonly country?: string
  readonly born?: PartialDate
  readonly departed?: PartialDate
  /** Telephone and paper numbers, digits and letters only, or keyed tokens of them. */
  readonly numbers?: readonly string[]
}

export const LIKENESS_REASONS = [
  'same-number',
  'same-name',
  'like-name',
  'part-of-name',
  'same-village',
  'same-recruiter',
  'same-employer',
  'same-country',
  'birth-fits',
  'departure-fits',
  'birth-contradicts',
] as const
export type LikenessReason = (typeof LIKENESS_REASONS)[number]

export interface Likeness {
  readonly score: number
  readonly reasons: readonly { readonly code: LikenessReason; readonly points: number }[]
}

export const POINTS: Readonly<Record<LikenessReason, number>> = {
  'same-number': 60,
  'same-name': 45,
  'like-name': 32,
  'part-of-name': 15,
  'same-village': 20,
  'same-recruiter': 12,
  'same-employer': 12,
  'same-country': 5,
  'birth-fits': 10,
  'departure-fits': 5,
  'birth-contradicts': -30,
}

/** From here on it is worth an officer's look. */
export const WORTH_A_LOOK = 40

export function likeness(a: PersonTrace, b: PersonTrace): Likeness {
  const codes = [
    ...numberReason(a, b),
    ...nameReason(a.names, b.names),
    ...sameText('same-village', a.village, b.village, placeKey),
    ...sameText('same-recruiter', a.recruiter, b.recruiter, soundOfName),
    ...sameText('same-employer', a.employer, b.employer, soundOfName),
    ...sameText('same-country', a.country, b.country, (text) => text),
    ...birthReason(a.born, b.born),
    ...(a.departed && b.departed && touch(a.departed, b.departed) ? (['departure-fits'] as const) : []),
  ]
  const reasons = codes.map((code) => ({ code, points: POINTS[code] }))
  const sum = reasons.reduce((total, reason) => total + reason.points, 0)
  return { score: Math.min(100, Math.max(0, sum)), reasons }
}

function numberReason(a: PersonTrace, b: PersonTrace): readonly LikenessReason[] {
  const numbers = new Set((a.numbers ?? []).filter((number) => number.length > 5))
  return (b.numbers ?? []).some((number) => numbers.has(number)) ? ['same-number'] : []
}

/** The best match among all names used by either. */
function nameReason(a: readonly string[], b: readonly string[]): readonly LikenessReason[] {
  const found = a.map(nameKeys).flatMap((one) => b.map(nameKeys).map((other) => compareNames(one, other)))
  return (['same-name', 'like-name', 'part-of-name'] as const)
    .filter((code) => found.includes(code))
    .slice(0, 1)
}

function compareNames(a: NameKeys, b: NameKeys): LikenessReason | undefined {
  if (a.tokens.length === 0 || b.tokens.length === 0) return undefined
  const [short, long] = isShorter(a, b) ? [a, b] : [b, a]
  const rare = short.tokens.some((token) => !isCommonToken(token))
  if (short.tokens.length === long.tokens.length && a.sound === b.sound)
    return rare ? 'same-name' : 'part-of-name'
  const matched = short.sounds.filter(
    (sound, at) => hasLike(sound, long) && !isCommonToken(short.tokens[at] ?? ''),
  )
  if (matched.length === 0) return undefined
  const allThere = short.sounds.every((sound) => hasLike(sound, long))
  return allThere && matched.length + (rare ? 1 : 0) >= 2 ? 'like-name' : 'part-of-name'
}

// Of two equally long names always the same one comes first, so that the answer is the same both ways.
function isShorter(a: NameKeys, b: NameKeys): boolean {
  return a.tokens.length === b.tokens.length ? a.sound <= b.sound : a.tokens.length < b.tokens.length
}

function hasLike(sound: string, name: NameKeys): boolean {
  return name.sounds.some(
    (other) => other === sound || (bothLong(sound, other) && editDistance(sound, other, 2) < 2),
  )
}

function bothLong(a: string, b: string): boolean {
  return a.length >= 5 && b.length >= 5
}

function sameText(
  code: LikenessReason,
  a: string | undefined,
  b: string | undefined,
  keyOf: (text: string) => string,
): readonly LikenessReason[] {
  if (a === undefined || b === undefined) return []
  const key = keyOf(a)
  return key !== '' && key === keyOf(b) ? [code] : []
}

function soundOfName(name: string): string {
  return nameKeys(name).sound
}

function birthReason(a: PartialDate | undefined, b: PartialDate | undefined): readonly LikenessReason[] {
  if (!a || !b) return []
  if (touch(a, b)) return ['birth-fits']
  // A year or two apart is common in papers; only a wide gap speaks against.
  const [first, second] = latestDay(a) < earliestDay(b) ? [a, b] : [b, a]
  const gap = Number(earliestDay(second).slice(0, 4)) - Number(latestDay(first).slice(0, 4))
  return gap > 12 ? ['birth-contradicts'] : []
}

function touch(a: PartialDate, b: PartialDate): boolean {
  return earliestDay(a) <= latestDay(b) && earliestDay(b) <= latestDay(a)
}
