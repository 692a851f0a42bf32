import { checkPassword } from '#src/domain/accounts/password-rule.ts'
import { tokenHash } from '#src/platform/auth/tokens.ts'
import { TOTP_SECRET_BYTES, totpAddress, totpKeyForPeople, totpStepOf } from '#src/platform/auth/totp.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import { runAs } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, type Problem } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'
import { endSessionsOf, findAccount, type GateAccount } from '../sign-in/gate-queries.ts'
import { deletePasskeysOf, findLinkHolder, useLink } from './set-up-queries.ts'
import { setStaffCredentials } from './store-credentials.ts'

export type SetUp = {
  readonly signInName: string
  readonly displayName: string
  /** The seed as people type it into a code app, and as an address for a picture. */
  readonly totpKey: string
  readonly totpAddress: string
}

/** The seed follows from the link, so that the page can be reloaded and nothing is stored before the end. */
function seedOf(platform: Platform, token: string): Uint8Array {
  return keyedHash(platform.keys.forms, `totp-seed:${token}`).slice(0, TOTP_SECRET_BYTES)
}

async function getHolder(platform: Platform, token: string): Promise<GateAccount> {
  const sessionHash = tokenHash(token)
  const staffId = await runAs(platform, { kind: 'gate', sessionHash }, (ctx) =>
    findLinkHolder(ctx, sessionHash),
  )
  const account =
    staffId && (await runAs(platform, { kind: 'gate', staffId }, (ctx) => findAccount(ctx, staffId)))
  if (!account || account.state === 'closed') throw new NotFoundError('set-up.link-over')
  return account
}

/** What the set-up page shows. Throws NotFoundError for a link that is used, replaced, expired or wrong. */
export async function readSetUp(platform: Platform, token: string): Promise<SetUp> {
  const account = await getHolder(platform, token)
  const seed = seedOf(platform, token)
  return {
    signInName: account.signInName,
    displayName: account.displayName,
    totpKey: totpKeyForPeople(seed),
    totpAddress: totpAddress(seed, account.signInName),
  }
}

/** Sets password and codes, ends the link, every earlier session and every earlier passkey. */
export async function completeSetUp(
  platform: Platform,
  input: { readonly token: string; readonly password: string; readonly again: string; readonly code: string },
): Promise<void> {
  const account = await getHolder(platform, input.token)
  const seed = seedOf(platform, input.token)
  const step = totpStepOf(seed, input.code, platform.clock())
  const problems = problemsOf(input, account, step)
  if (problems.length > 0 || step === undefined) throw new InvalidInputError(problems)
  const sessionHash = tokenHash(input.token)
  await runAs(platform, { kind: 'gate', staffId: account.id, sessionHash }, async (ctx) => {
    if (!(await useLink(ctx, sessionHash))) throw new NotFoundError('set-up.link-over')
    await setStaffCredentials(ctx, {
      staffId: account.id,
      password: input.password,
      totpSecret: seed,
      usedStep: step,
    })
    await deletePasskeysOf(ctx, account.id)
    await endSessionsOf(ctx, account.id)
    const entry = { verb: 'account.set-up', subjectKind: 'staff', subjectId: account.id } as const
    await writeJournal(ctx, entry, account.orgId)
    await writeAudit(ctx, entry, account.orgId)
  })
}

function problemsOf(
  input: { readonly password: string; readonly again: string },
  account: GateAccount,
  step: number | undefined,
): readonly Problem[] {
  const weak = checkPassword(input.password, [account.displayName, account.signInName])
  return [
    ...(weak ? [{ path: 'password', code: weak }] : []),
    ...(!weak && input.password !== input.again ? [{ path: 'again', code: 'password.not-the-same' }] : []),
    ...(step === undefined ? [{ path: 'code', code: 'code.wrong' }] : []),
  ]
}
