import { offerPasskeys } from '#src/platform/auth/passkey.ts'
import { tokenHash } from '#src/platform/auth/tokens.ts'
import { totpCode, totpStepAt } from '#src/platform/auth/totp.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findSession } from '../session-queries.ts'
import { findAccount, insertChallenge, listPasskeys, type GateAccount } from './gate-queries.ts'

/** Half a sign-in: the password was right. It opens nothing and lives ten minutes. */
export const HALF_MS = 10 * 60 * 1000

/** What the page of the second step shows. */
export type SecondStep = {
  readonly ticket: string
  /** Options of the browser's passkey ceremony as JSON; absent without a passkey. */
  readonly passkeyOptions?: string
  /** Only for accounts of the demonstration: the code to type now. */
  readonly demoCode?: string
}

/** The holder of a half sign-in, or undefined when it is over, used, or the account is not open. */
export async function findHalf(platform: Platform, ticket: string): Promise<GateAccount | undefined> {
  const sessionHash = tokenHash(ticket)
  const session = await runAs(platform, { kind: 'gate', sessionHash }, (ctx) => findSession(ctx, sessionHash))
  if (!session || session.factor !== 'password' || session.ended_at || session.expires_at <= platform.clock())
    return undefined
  const account = await runAs(platform, { kind: 'gate', staffId: session.staff_id }, (ctx) =>
    findAccount(ctx, session.staff_id),
  )
  return account?.state === 'active' ? account : undefined
}

export async function offerSecondStep(
  platform: Platform,
  account: GateAccount,
  ticket: string,
): Promise<SecondStep> {
  return runAs(platform, { kind: 'gate', staffId: account.id }, async (ctx) => {
    const keys = await listPasskeys(ctx, account.id)
    const demoCode = await presentDemoCode(ctx, account)
    if (keys.length === 0) return { ticket, demoCode }
    const options = await offerPasskeys(platform.config, keys)
    await insertChallenge(ctx, {
      hash: tokenHash(options.challenge),
      staffId: account.id,
      kind: 'sign-in',
      text: options.challenge,
    })
    return { ticket, passkeyOptions: JSON.stringify(options), demoCode }
  })
}

export async function openTotpSecret(ctx: Context, account: GateAccount): Promise<Uint8Array | undefined> {
  if (!account.totpSealed || !account.keyId) return undefined
  const key = await loadKey(ctx, account.keyId)
  return key.openBytes(`staff.totp_sealed/${account.id}`, account.totpSealed)
}

/** A code already used is of no help, so the next one is shown (the window takes it). Never outside the demonstration. */
async function presentDemoCode(ctx: Context, account: GateAccount): Promise<string | undefined> {
  if (!ctx.platform.config.demo || ctx.platform.config.env === 'production' || !account.demo) return undefined
  const secret = await openTotpSecret(ctx, account)
  const now = totpStepAt(ctx.now)
  const step = Math.max(now, account.lastStep + 1)
  return secret === undefined || step > now + 1 ? undefined : totpCode(secret, step)
}
