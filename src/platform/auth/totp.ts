import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with what every code app knows: SHA-1, six digits, 30 seconds. One step before and after is taken (clocks differ). */
const PERIOD_SECONDS = 30
const WINDOW = 1
export const TOTP_SECRET_BYTES = 20

function totpOver(secret: Uint8Array, account = ''): TOTP {
  return new TOTP({
    issuer: 'Payung',
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })
}

/** The step that a code belongs to, or undefined. The caller stores it: a step counts once. */
export function totpStepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOver(secret).validate({ token, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : totpStepAt(now) + delta
}

export function totpStepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / PERIOD_SECONDS)
}

/** The code of a step, for demonstrations and tests. */
export function totpCode(secret: Uint8Array, step: number): string {
  return totpOver(secret).generate({ timestamp: step * PERIOD_SECONDS * 1000 })
}

/** Text that a code app reads from a picture. */
export function totpAddress(secret: Uint8Array, account: string): string {
  return totpOver(secret, account).toString()
}

/** The secret as people type it: base32 in groups of four. */
export function totpKeyForPeople(secret: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(secret).buffer }).base32.replace(/(.{4})(?=.)/g, '$1 ')
}
