const FIRST_MILLISECONDS = 5_000
const LONGEST_MILLISECONDS = 3600_000

/**
 * How long until the next try after so many: doubling to an hour, and of that between half and all by chance (0 to 1), so
 * that a partner that comes back is not met by everybody at once.
 */
export function delayMs(attempts: number, chance: number): number {
  const whole = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** Math.min(attempts - 1, 20))
  return Math.round(whole * (0.5 + chance / 2))
}
