import { randomBytes } from 'node:crypto'

/** A short number that a person can read out on the telephone; it stands in the log beside the defect. */
export function requestReference(): string {
  return randomBytes(5).toString('hex').toUpperCase()
}
