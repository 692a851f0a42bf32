/**
 * Who may see what of one need, for what, until when, and whose the need is: the same few operations at home and between two
 * installations. Nothing here can make two owners, or none; nothing that was given on is wider than what was received.
 */
import type { ConsentItem } from '../cases/codes.ts'
import type { Instant } from '../kernel/instant.ts'

export interface Limits {
  readonly items: readonly ConsentItem[]
  /** For this need and no other. */
  readonly purpose: string
  readonly until: Instant
}

export interface Grant {
  readonly to: string
  /** Whose own limits it lies within; undefined for the party that has the person's own word. */
  readonly from: string
  readonly limits: Limits
  /** `offered`: may be read to decide; `taken`; `ended`: refused or called back; `withdrawn`: the person took it back. */
  readonly state: 'offered' | 'taken' | 'ended' | 'withdrawn'
  /** Of what was withdrawn: the receiver said that it stopped. */
  readonly acknowledged?: Instant
}

export interface Sharing {
  /** Who opened the need and has the person's word. */
  readonly origin: string
  readonly owner: string
  readonly grants: readonly Grant[]
}

export type Refusal =
  | 'not-yours'
  | 'already-offered'
  | 'no-offer'
  | 'wider-than-received'
  | 'to-yourself'
  | 'nothing-to-do'
  | 'withdrawn'
export type Step =
  { readonly kind: 'done'; readonly sharing: Sharing } | { readonly kind: 'refused'; readonly code: Refusal }

export function openSharing(origin: string): Sharing {
  return { origin, owner: origin, grants: [] }
}

const done = (sharing: Sharing): Step => ({ kind: 'done', sharing })
const refused = (code: Refusal): Step => ({ kind: 'refused', code })

/** Everything of the inner limits lies inside the outer ones. */
export function isWithin(inner: Limits, outer: Limits): boolean {
  return (
    inner.purpose === outer.purpose &&
    inner.until <= outer.until &&
    inner.items.every((item) => outer.items.includes(item))
  )
}

/** May this party read this item at this moment? */
export function canRead(sharing: Sharing, party: string, item: ConsentItem, at: Instant): boolean {
  if (party === sharing.origin) return true
  return sharing.grants.some(
    (grant) =>
      grant.to === party &&
      (grant.state === 'offered' || grant.state === 'taken') &&
      at < grant.limits.until &&
      grant.limits.items.includes(item),
  )
}

/** What this party may give on: the origin whatever the person allows, others no more than they hold. */
function mayGive(sharing: Sharing, party: string, limits: Limits): boolean {
  if (party === sharing.origin) return true
  return sharing.grants.some(
    (each) => each.to === party && each.state === 'taken' && isWithin(limits, each.limits),
  )
}

/** The owner asks another body to take the need; it stays the owner's until that body accepts. */
export function offer(
  sharing: Sharing,
  asked: { readonly by: string; readonly to: string; readonly limits: Limits },
): Step {
  if (sharing.owner !== asked.by) return refused('not-yours')
  if (asked.to === asked.by) return refused('to-yourself')
  if (openOffer(sharing)) return refused('already-offered')
  if (!mayGive(sharing, asked.by, asked.limits)) return refused('wider-than-received')
  const grant: Grant = { to: asked.to, from: asked.by, limits: asked.limits, state: 'offered' }
  return done({ ...sharing, grants: [...sharing.grants, grant] })
}

function openOffer(sharing: Sharing): Grant | undefined {
  return sharing.grants.find((grant) => grant.state === 'offered')
}

/** Takes the need, and with it everything that was offered; the giver keeps what it had. */
export function accept(sharing: Sharing, by: string): Step {
  const open = openOffer(sharing)
  if (open?.to !== by) return refused('no-offer')
  return done({ ...replace(sharing, open, { ...open, state: 'taken' }), owner: by })
}

/** Takes a part: the rest is a need of its own that stays where it was. */
export function acceptPart(
  sharing: Sharing,
  by: string,
): { readonly taken: Step; readonly rest: Sharing | undefined } {
  const open = openOffer(sharing)
  const taken = accept(sharing, by)
  if (taken.kind === 'refused' || !open) return { taken, rest: undefined }
  return { taken, rest: { ...replace(sharing, open, { ...open, state: 'ended' }) } }
}

/** Refused, or called back before an answer: nobody's need changed hands. */
export function endOffer(sharing: Sharing, by: string): Step {
  const open = openOffer(sharing)
  if (!open || (open.to !== by && open.from !== by)) return refused('no-offer')
  return done(replace(sharing, open, { ...open, state: 'ended' }))
}

/** The owner gives the need back to whoever gave it. */
export function giveBack(sharing: Sharing, by: string): Step {
  if (sharing.owner !== by || by === sharing.origin) return refused('not-yours')
  const held = sharing.grants.findLast((grant) => grant.to === by && grant.state === 'taken')
  if (!held) return refused('not-yours')
  const ended = replace(sharing, held, { ...held, state: 'ended' })
  const open = openOffer(ended)
  const closed = open?.from === by ? replace(ended, open, { ...open, state: 'ended' }) : ended
  return done({ ...closed, owner: ownerAfter(closed, held.from) })
}

/** More items or a later end for somebody who was given the need before, within what the giver holds. */
export function widen(
  sharing: Sharing,
  asked: { readonly by: string; readonly to: string; readonly limits: Limits },
): Step {
  const held = sharing.grants.find(
    (grant) =>
      grant.to === asked.to &&
      grant.from === asked.by &&
      (grant.state === 'taken' || grant.state === 'offered'),
  )
  if (!held) return refused('no-offer')
  if (!isWithin(held.limits, asked.limits)) return refused('nothing-to-do')
  if (!mayGive(sharing, asked.by, asked.limits)) return refused('wider-than-received')
  return done(replace(sharing, held, { ...held, limits: asked.limits }))
}

/**
 * The person takes consent back from one receiver: at once it may read nothing, nor may anybody to whom it gave it on. The need
 * goes back to who still may hold it. Each of them owes the word that it stopped.
 */
export function withdraw(sharing: Sharing, from: string): Step {
  const hit = sharing.grants.filter((grant) => reaches(sharing, grant, from) && isOpen(grant))
  if (hit.length === 0) return refused('nothing-to-do')
  const grants = sharing.grants.map((grant) =>
    hit.includes(grant) ? { ...grant, state: 'withdrawn' as const } : grant,
  )
  const next = { ...sharing, grants }
  return done({ ...next, owner: ownerAfter(next, sharing.owner) })
}

function isOpen(grant: Grant): boolean {
  return grant.state === 'offered' || grant.state === 'taken'
}

/** The grant to this party, or one that stands on it. */
function reaches(sharing: Sharing, grant: Grant, party: string): boolean {
  const seen = new Set<string>()
  const asks = [grant]
  for (let each = asks.pop(); each; each = asks.pop()) {
    if (each.to === party) return true
    if (seen.has(each.from)) continue
    seen.add(each.from)
    asks.push(...sharing.grants.filter((other) => other.to === each.from))
  }
  return false
}

/** Whoever still holds it, else who opened it: there is always one. */
function ownerAfter(sharing: Sharing, wanted: string): string {
  const holds =
    wanted === sharing.origin ||
    sharing.grants.some((grant) => grant.to === wanted && grant.state === 'taken')
  return holds ? wanted : sharing.origin
}

export function acknowledge(sharing: Sharing, by: string, at: Instant): Step {
  const owed = sharing.grants.filter((grant) => grant.to === by && owes(grant))
  if (owed.length === 0) return refused('nothing-to-do')
  return done({
    ...sharing,
    grants: sharing.grants.map((grant) => (owed.includes(grant) ? { ...grant, acknowledged: at } : grant)),
  })
}

function owes(grant: Grant): boolean {
  return grant.state === 'withdrawn' && grant.acknowledged === undefined
}

/** Who has not yet said that it stopped. */
export function owing(sharing: Sharing): readonly string[] {
  return [...new Set(sharing.grants.filter(owes).map((grant) => grant.to))]
}

function replace(sharing: Sharing, grant: Grant, by: Grant): Sharing {
  return { ...sharing, grants: sharing.grants.map((each) => (each === grant ? by : each)) }
}
