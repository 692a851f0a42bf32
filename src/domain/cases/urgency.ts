/**
 * How soon a person must act. Four classes everywhere, most urgent first:
 * darurat (life, body or liberty now), tinggi (serious harm likely within days),
 * sedang (a right violated, no present danger), rendah (information, documents).
 */
export const URGENCIES = ['darurat', 'tinggi', 'sedang', 'rendah'] as const

export type Urgency = (typeof URGENCIES)[number]

export function isUrgency(code: string): code is Urgency {
  return (URGENCIES as readonly string[]).includes(code)
}

/** 0 is the most urgent; made for sorting. */
export function urgencyRank(urgency: Urgency): number {
  return URGENCIES.indexOf(urgency)
}

export function moreUrgent(a: Urgency, b: Urgency): Urgency {
  return urgencyRank(a) <= urgencyRank(b) ? a : b
}

/** The most urgent of all; `rendah` when there is none. */
export function mostUrgent(all: readonly Urgency[]): Urgency {
  return all.reduce<Urgency>(moreUrgent, 'rendah')
}

export function compareUrgency(a: Urgency, b: Urgency): number {
  return urgencyRank(a) - urgencyRank(b)
}
