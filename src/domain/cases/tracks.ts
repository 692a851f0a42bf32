/**
 * Which tracks run side by side in one case, and what must be said about each? A track that runs has a next date; one that waits
 * says what for; one that ended says how. None of them stops another, and none says anything about guilt or about the person.
 */
export const TRACK_KINDS = [
  'criminal',
  'civil',
  'labour',
  'protection',
  'health',
  'return',
  'social-security',
  'recruiter',
] as const
export type TrackKind = (typeof TRACK_KINDS)[number]

/** In Indonesia, or in the country where the person works or worked. */
export const TRACK_PLACES = ['home', 'abroad'] as const
export type TrackPlace = (typeof TRACK_PLACES)[number]

export const TRACK_STATES = ['not-opened', 'open', 'waiting', 'paused', 'ended'] as const
export type TrackState = (typeof TRACK_STATES)[number]

export const TRACK_ENDINGS = [
  'aim-reached',
  'partly-reached',
  'decided-against',
  'settled',
  'stopped-by-authority',
  'own-wish',
  'handed-on',
  'not-possible',
] as const
export type TrackEnding = (typeof TRACK_ENDINGS)[number]

export const TRACK_BLOCKERS = [
  'none',
  'waits-for-authority',
  'waits-for-court',
  'waits-for-document',
  'waits-for-interpreter',
  'waits-for-money',
  'waits-for-person',
  'other-track',
  'no-contact',
  'who-is-competent',
  'other',
] as const
export type TrackBlocker = (typeof TRACK_BLOCKERS)[number]

/** From each state; an ended track may be opened again, because cases are. */
export const TRACK_MOVES: Readonly<Record<TrackState, readonly TrackState[]>> = {
  'not-opened': ['open', 'waiting', 'ended'],
  open: ['waiting', 'paused', 'ended'],
  waiting: ['open', 'paused', 'ended'],
  paused: ['open', 'waiting', 'ended'],
  ended: ['open'],
}

export type TrackStanding = {
  readonly state: TrackState
  /** `2026-11-30`. */
  readonly nextOn: string | null
  readonly blocker: TrackBlocker
  readonly endedAs: TrackEnding | null
}

export type TrackFault = {
  readonly path: 'state' | 'nextOn' | 'blocker' | 'endedAs'
  readonly code: 'track.no-way' | 'track.next-missing' | 'track.blocker-missing' | 'track.ending-missing'
}

/** What is missing before this standing can be written down. */
export function trackFaults(from: TrackState, to: TrackStanding): readonly TrackFault[] {
  const faults: TrackFault[] = []
  if (to.state !== from && !TRACK_MOVES[from].includes(to.state))
    faults.push({ path: 'state', code: 'track.no-way' })
  if ((to.state === 'open' || to.state === 'waiting') && to.nextOn === null)
    faults.push({ path: 'nextOn', code: 'track.next-missing' })
  if (to.state === 'waiting' && to.blocker === 'none')
    faults.push({ path: 'blocker', code: 'track.blocker-missing' })
  if (to.state === 'ended' && to.endedAs === null)
    faults.push({ path: 'endedAs', code: 'track.ending-missing' })
  return faults
}

/** A day that has passed on a track that still runs. A paused track keeps its day, so that it is not forgotten. */
export function isLate(track: Pick<TrackStanding, 'state' | 'nextOn'>, today: string): boolean {
  return track.state !== 'ended' && track.nextOn !== null && track.nextOn < today
}
