import { checkPassword } from '#src/domain/accounts/password-rule.ts'
import { hashPassword, verifyPassword } from '#src/platform/auth/password.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { InvalidInputError, TooManyError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'
import { endSessionsOf, findAccount } from '../sign-in/gate-queries.ts'
import { admitAttempt, countFailure, pause } from '../sign-in/throttle.ts'
import { updatePasswordHash } from './set-up-queries.ts'

/** A person's own new password; the old one is asked, and every other session of the person ends. */
export async function changePassword(
  platform: Platform,
  actor: StaffActor,
  input: {
    readonly current: string
    readonly password: string
    readonly again: string
    readonly visitor: Uint8Array
    readonly sessionHash: Uint8Array
  },
): Promise<void> {
  const gate = { kind: 'gate', staffId: actor.staffId } as const
  const who = { visitor: input.visitor, account: actor.staffId }
  const { throttle, account } = await runAs(platform, gate, async (ctx) => ({
    throttle: await admitAttempt(ctx, who),
    account: await findAccount(ctx, actor.staffId),
  }))
  if (throttle.retryAfterSeconds !== undefined)
    throw new TooManyError('sign-in.too-many', throttle.retryAfterSeconds)
  await pause(throttle.waitMs)
  if (!account || !(await verifyPassword(account.passwordHash, input.current))) {
    await runAs(platform, gate, (ctx) => countFailure(ctx, who))
    throw new InvalidInputError([{ path: 'current', code: 'password.wrong' }])
  }
  const weak = checkPassword(input.password, [account.displayName, account.signInName])
  if (weak) throw new InvalidInputError([{ path: 'password', code: weak }])
  if (input.password !== input.again)
    throw new InvalidInputError([{ path: 'again', code: 'password.not-the-same' }])
  const hash = await hashPassword(input.password)
  await runAs(platform, gate, async (ctx) => {
    await updatePasswordHash(ctx, actor.staffId, hash)
    await endSessionsOf(ctx, actor.staffId, input.sessionHash)
    await writeJournal(
      ctx,
      { verb: 'account.password-changed', subjectKind: 'staff', subjectId: actor.staffId },
      actor.orgId,
    )
  })
}
