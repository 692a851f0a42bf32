/** Moments on the world's clock, as `Date` objects that come in from outside; nothing here asks for the time. */
export type Instant = Date

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return new Date(at.getTime() + milliseconds)
}

export function addHours(at: Instant, hours: number): Instant {
  return addMilliseconds(at, hours * HOUR)
}

/** The point that lies at a share (0 to 1) of the way from one moment to the other. */
export function partWay(from: Instant, to: Instant, share: number): Instant {
  return addMilliseconds(from, Math.round((to.getTime() - from.getTime()) * share))
}
