/**
 * Signs at the desk that somebody is being harmed or deceived: a short part of the screening indicators, so that what an
 * officer saw in ninety seconds can go on into a screening. They are never a verdict, and never about origin, sex, religion
 * or ethnicity.
 */
import { partialDateOf, type PartialDate, type PlainDate } from '../kernel/partial-date.ts'
import { ageRangeAt, isCertainlyChild, touchesChildhood, type BirthFact } from '../people/age.ts'

export const DESK_SIGNS = [
  'coerciveRecruitment.documentsTaken',
  'coerciveRecruitment.isolatedConfinedOrWatched',
  'coerciveRecruitment.debtBondage',
  'coerciveRecruitment.threatOfViolence',
  'coerciveRecruitment.violence',
  'coerciveRecruitment.violenceOrThreatToFamily',
  'deceptiveRecruitment.deceivedAboutJobPlaceOrEmployer',
  'vulnerabilityRecruitment.cannotArrangeTravelAlone',
  'coercionAtDestination.forcedToLie',
] as const
export type DeskSign = (typeof DESK_SIGNS)[number]

export const SIGN_ANSWERS = ['seen', 'not-seen', 'unclear', 'not-asked'] as const
export type SignAnswer = (typeof SIGN_ANSWERS)[number]
export type SignAnswers = Readonly<Partial<Record<DeskSign, SignAnswer>>>

export const SIGNS_STATES = ['none-seen', 'unclear', 'seen'] as const
/** Over all signs. Whatever was not asked stays unclear. */
export type SignsState = (typeof SIGNS_STATES)[number]

export const CHILDHOODS = ['child', 'perhaps', 'adult', 'unknown'] as const
export type Childhood = (typeof CHILDHOODS)[number]

/** Of one interview. A person who is or may be a child is a sign by herself: means need not be shown for a child. */
export function signsOf(answers: SignAnswers, child: Childhood): SignsState {
  const given = DESK_SIGNS.map((sign) => answers[sign] ?? 'not-asked')
  if (child === 'child' || child === 'perhaps' || given.includes('seen')) return 'seen'
  return given.every((answer) => answer === 'not-seen') ? 'none-seen' : 'unclear'
}

/** Over the interviews so far and a new one: what was seen stays, what is asked again may become clear. */
export function signsAfter(before: SignsState | undefined, now: SignsState): SignsState {
  return before === 'seen' ? 'seen' : now
}

/** From what is known of the birth: a date, half a date, or an age that was said. */
export function childhoodAt(
  born: PartialDate | undefined,
  years: number | undefined,
  day: PlainDate,
): Childhood {
  const at = partialDateOf(day)
  const facts: BirthFact[] = []
  if (born !== undefined) facts.push({ kind: 'born', on: born })
  if (years !== undefined) facts.push({ kind: 'aged', claims: [{ years, at }] })
  const ranges = facts.map((fact) => ageRangeAt(fact, at)).filter((range) => range !== undefined)
  if (ranges.length === 0) return 'unknown'
  if (ranges.every(isCertainlyChild)) return 'child'
  return ranges.some(touchesChildhood) ? 'perhaps' : 'adult'
}

/** Both sides of one child rule: a later interview never makes a child an adult by silence. */
export function childAfter(before: Childhood | undefined, now: Childhood): Childhood {
  if (before === undefined || before === 'unknown' || before === 'adult')
    return now === 'unknown' ? (before ?? now) : now
  return before === 'perhaps' && now === 'child' ? 'child' : before
}
