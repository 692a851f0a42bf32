import { totpCode, TOTP_SECRET_BYTES, totpStepAt } from '#src/platform/auth/totp.ts'
import { deriveKey, keyedHash, type Secrets } from '#src/platform/crypto/secrets.ts'

/**
 * Sign-ins of the demonstration follow from the installation's own secret: every installation has others, and nothing has
 * to be kept. Production has no demonstration.
 */
const key = (secrets: Secrets): Uint8Array => deriveKey(secrets, 'demonstration')
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** One password for all accounts of the demonstration. */
export function demoPassword(secrets: Secrets): string {
  const bytes = keyedHash(key(secrets), 'password')
  const letters = Array.from(bytes.slice(0, 12), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return `coba-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}`
}

export function demoTotpSecret(secrets: Secrets, signInName: string): Uint8Array {
  return keyedHash(key(secrets), `totp:${signInName}`).slice(0, TOTP_SECRET_BYTES)
}

/** The code of this moment, for `payung demo code`. */
export function demoCodeNow(secrets: Secrets, signInName: string, now: Date): string {
  return totpCode(demoTotpSecret(secrets, signInName), totpStepAt(now))
}
