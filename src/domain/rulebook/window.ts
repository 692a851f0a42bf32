/** When a rule held: half-open windows whose start may be unread. */
import type { PlainDate } from '../kernel/partial-date.ts'
import type { Citation } from './conclusion.ts'

type Window = Pick<Citation, 'validFrom' | 'validUntil'>

/** A start that nobody read lies before any day that is asked. */
export function startedOn({ validFrom }: Window, day: PlainDate): boolean {
  return validFrom === null || validFrom <= day
}

export function heldOn(window: Window, day: PlainDate): boolean {
  return startedOn(window, day) && (window.validUntil === null || day < window.validUntil)
}

/** The days on which something begins or ends. */
export function changesOf({ validFrom, validUntil }: Window): readonly PlainDate[] {
  return [validFrom, validUntil].filter((day) => day !== null)
}
