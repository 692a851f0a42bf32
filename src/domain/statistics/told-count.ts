/**
 * The one rule for small numbers in figures over several bodies; the database counts by the same (`app.told_of_body`), and a
 * test holds the two against each other.
 */

/** Below this no number of cases is told. */
export const SMALLEST_TOLD = 5

/**
 * A count as it may be told: what each body has rounded down to fives, and added. A body that adds and takes away its own
 * moves only its own part, so the small number of another can never be worked out. Undefined: fewer than five at every body.
 */
export function toldCount(countsOfBodies: readonly number[]): number | undefined {
  const told = countsOfBodies.reduce((sum, count) => sum + count - (count % SMALLEST_TOLD), 0)
  return told === 0 ? undefined : told
}
