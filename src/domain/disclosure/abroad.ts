/**
 * May this leave the country, and on which ground? UU 27/2022 art 56: equal or higher protection there; else adequate and binding
 * safeguards; else the person's consent. The article was read second-hand only. No list of countries with equal protection is
 * known to us, so that ground needs the text it rests on, with its day; nobody is helped by a guess.
 */
import type { PlainDate } from '../kernel/partial-date.ts'
import { article, type ArticleRef } from '../law/article-ref.ts'

export const ABROAD_GROUNDS = ['equal-protection', 'binding-safeguards', 'consent'] as const
export type AbroadGround = (typeof ABROAD_GROUNDS)[number]

export const ABROAD_BASIS: ArticleRef = article('UU 27/2022', '56', 'secondary')

/** Bodies of the Indonesian State that may stand abroad. A mission is an Indonesian controller wherever it stands. */
export const STATE_BODIES_ABROAD = [
  'mission',
  'labour-attache',
  'kemlu',
  'kp2mi',
  'polri',
  'kejaksaan',
] as const

export interface BodyPlace {
  readonly kind: string
  /** ISO code; null where nobody has said. */
  readonly country: string | null
}

/** A body whose country is not known counts as abroad: nothing leaves by accident. */
export function isAbroad(body: BodyPlace): boolean {
  if ((STATE_BODIES_ABROAD as readonly string[]).includes(body.kind)) return false
  return body.country !== 'ID'
}

/** A foreign body that sends does not take the data out of Indonesia. */
export function needsAbroadGround(from: BodyPlace, to: BodyPlace): boolean {
  return isAbroad(to) && !isAbroad(from)
}

/** What the officer said about the ground. The source is a text that others can look up, with the day on which it stood so. */
export interface AbroadClaim {
  readonly ground: AbroadGround
  readonly reason: string
  readonly source: string
  readonly sourceDay: string
}

export const ABROAD_LACKS = ['reason', 'source', 'source-day', 'consent-to-this-body'] as const
export type AbroadLack = (typeof ABROAD_LACKS)[number]

/** What a package says about leaving the country. */
export interface AbroadStatement extends AbroadClaim {
  readonly country: string | null
}

export interface AbroadQuestion {
  readonly claim: AbroadClaim
  readonly today: PlainDate
  /** Did the person say yes to this very body, by name? A yes to everybody is no yes to sending abroad. */
  readonly personNamedBody: 'yes' | 'no'
}

/** What is missing for this ground; nothing missing means that it may be used. */
export function lacksForAbroad({ claim, today, personNamedBody }: AbroadQuestion): readonly AbroadLack[] {
  const lacks: AbroadLack[] = []
  if (claim.reason.trim().length < 5) lacks.push('reason')
  if (claim.ground === 'consent')
    return personNamedBody === 'yes' ? lacks : [...lacks, 'consent-to-this-body']
  if (claim.source.trim().length < 5) lacks.push('source')
  if (claim.sourceDay === '' || claim.sourceDay > today) lacks.push('source-day')
  return lacks
}
