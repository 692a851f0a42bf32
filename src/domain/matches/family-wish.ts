/**
 * Somebody who was looked for is found. What the family is told is that person's own word and nobody else's; until there
 * is one, the family reads what every family reads.
 */
export const WISHES = [
  'tell-nothing',
  'tell-alive',
  'tell-where',
  'contact-themselves',
  'unclear',
  'not-asked',
] as const
export type Wish = (typeof WISHES)[number]

/** How the person was asked. Only a talk without employer and relatives counts as the person's own word. */
export const ASKED_HOW = ['in-person', 'by-phone', 'by-video', 'in-writing', 'through-interpreter'] as const
export type AskedHow = (typeof ASKED_HOW)[number]

export const WHO_LISTENED = ['alone', 'not-alone', 'unknown'] as const
export type WhoListened = (typeof WHO_LISTENED)[number]

/** Does the person know whoever is looking? A trafficker can say he is the family. */
export const KNOWS_SEEKER = ['yes', 'no', 'not-told'] as const
export type KnowsSeeker = (typeof KNOWS_SEEKER)[number]

/** The only things that are ever told: one fixed sentence for each. */
export const TOLD = ['alive', 'where', 'will-contact'] as const
export type Told = (typeof TOLD)[number]

export type SaidWish = {
  readonly wish: Wish
  readonly listened: WhoListened
  readonly knowsSeeker: KnowsSeeker
}

export const NOT_TOLD_BECAUSE = [
  'no-wish',
  'wishes-nothing',
  'unclear',
  'not-alone',
  'does-not-know-seeker',
  'told-not-to',
] as const
export type NotToldBecause = (typeof NOT_TOLD_BECAUSE)[number]

export type Gate =
  | { readonly kind: 'may-tell'; readonly told: Told }
  | { readonly kind: 'tell-nothing'; readonly because: NotToldBecause }

const TOLD_BY_WISH: Readonly<Partial<Record<Wish, Told>>> = {
  'tell-alive': 'alive',
  'tell-where': 'where',
  'contact-themselves': 'will-contact',
}

/**
 * May the family be told something, and what? `word`: the last wish; `toldNot`: in a case of this person it is written that
 * the family is told nothing, which counts whatever else was said.
 */
export function familyGate(word: SaidWish | undefined, toldNot: 'told-not' | 'not-said'): Gate {
  const nothing = (because: NotToldBecause): Gate => ({ kind: 'tell-nothing', because })
  if (word === undefined || word.wish === 'not-asked') return nothing('no-wish')
  if (word.wish === 'tell-nothing') return nothing('wishes-nothing')
  if (toldNot === 'told-not') return nothing('told-not-to')
  const told = TOLD_BY_WISH[word.wish]
  if (told === undefined) return nothing('unclear')
  if (word.listened !== 'alone') return nothing('not-alone')
  if (word.knowsSeeker !== 'yes') return nothing('does-not-know-seeker')
  return { kind: 'may-tell', told }
}
