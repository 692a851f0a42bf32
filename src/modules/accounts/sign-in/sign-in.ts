import { provePasskey, readPasskeyAnswer } from '#src/platform/auth/passkey.ts'
import { verifyPassword } from '#src/platform/auth/password.ts'
import { newToken, tokenHash } from '#src/platform/auth/tokens.ts'
import { totpStepOf } from '#src/platform/auth/totp.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { insertSession } from '../session-queries.ts'
import {
  endSession,
  findAccountByName,
  listPasskeys,
  markPasskeyUsed,
  takeChallenge,
  takeTotpStep,
  type GateAccount,
} from './gate-queries.ts'
import { findHalf, HALF_MS, offerSecondStep, openTotpSecret, type SecondStep } from './second-step.ts'
import { admitAttempt, countFailure, pause } from './throttle.ts'

/** After this long a session ends whatever its holder does. */
const WHOLE_MS = 12 * 60 * 60 * 1000

export type TooMany = { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
export type FirstStepResult =
  { readonly kind: 'second-step'; readonly step: SecondStep } | { readonly kind: 'refused' } | TooMany
export type SecondStepResult =
  | {
      readonly kind: 'signed-in'
      readonly token: string
      readonly expiresAt: Date
      readonly language: 'id' | 'en'
    }
  | { readonly kind: 'refused'; readonly step: SecondStep }
  /** The half sign-in is over or already used. */
  | { readonly kind: 'start-over' }
  | TooMany

/** Name and password. The same words, work and pauses whether the account exists or not. */
export async function startSignIn(
  platform: Platform,
  attempt: { readonly name: string; readonly password: string; readonly visitor: Uint8Array },
): Promise<FirstStepResult> {
  const name = attempt.name.trim().toLowerCase()
  const who = { visitor: attempt.visitor, account: name }
  const { throttle, account } = await runAs(platform, { kind: 'gate', signInName: name }, async (ctx) => ({
    throttle: await admitAttempt(ctx, who),
    account: await findAccountByName(ctx, name),
  }))
  if (throttle.retryAfterSeconds !== undefined)
    return { kind: 'too-many', retryAfterSeconds: throttle.retryAfterSeconds }
  await pause(throttle.waitMs)
  const matches = await verifyPassword(account?.passwordHash, attempt.password)
  if (!account || !matches || account.state !== 'active') {
    await runAs(platform, { kind: 'gate' }, async (ctx) => {
      await countFailure(ctx, who)
      await writeAudit(ctx, {
        verb: 'session.refused',
        subjectKind: 'sign-in',
        details: { step: 'password' },
      })
    })
    return { kind: 'refused' }
  }
  const { token, hash } = newToken()
  await runAs(platform, { kind: 'gate', staffId: account.id }, (ctx) =>
    insertSession(ctx, {
      idHash: hash,
      staffId: account.id,
      orgId: account.orgId,
      factor: 'password',
      expiresAt: new Date(ctx.now.getTime() + HALF_MS),
    }),
  )
  return { kind: 'second-step', step: await offerSecondStep(platform, account, token) }
}

export type SecondProof =
  { readonly kind: 'totp'; readonly code: string } | { readonly kind: 'passkey'; readonly answer: string }

/** The second factor makes a half sign-in whole, once. A code counts once; a challenge counts once. */
export async function finishSignIn(
  platform: Platform,
  attempt: { readonly ticket: string; readonly proof: SecondProof; readonly visitor: Uint8Array },
): Promise<SecondStepResult> {
  const account = await findHalf(platform, attempt.ticket)
  if (!account) return { kind: 'start-over' }
  const who = { visitor: attempt.visitor, account: account.signInName }
  const throttle = await runAs(platform, { kind: 'gate', staffId: account.id }, (ctx) =>
    admitAttempt(ctx, who),
  )
  if (throttle.retryAfterSeconds !== undefined)
    return { kind: 'too-many', retryAfterSeconds: throttle.retryAfterSeconds }
  await pause(throttle.waitMs)
  const half = tokenHash(attempt.ticket)
  const session = await runAs(
    platform,
    { kind: 'gate', staffId: account.id, sessionHash: half },
    async (ctx) => {
      const proven = await prove(ctx, account, attempt.proof)
      if (!proven) {
        await countFailure(ctx, who)
        await writeAudit(
          ctx,
          { verb: 'session.refused', subjectKind: 'sign-in', details: { step: attempt.proof.kind } },
          account.orgId,
        )
        return 'refused' as const
      }
      if (await endSession(ctx, half)) return openSession(ctx, account, attempt.proof.kind)
      await writeJournal(
        ctx,
        { verb: 'session.refused', subjectKind: 'staff', subjectId: account.id, details: { step: 'used' } },
        account.orgId,
      )
      return 'start-over' as const
    },
  )
  if (session === 'start-over') return { kind: 'start-over' }
  if (session === 'refused')
    return { kind: 'refused', step: await offerSecondStep(platform, account, attempt.ticket) }
  return { kind: 'signed-in', ...session }
}

async function prove(ctx: Context, account: GateAccount, proof: SecondProof): Promise<boolean> {
  if (proof.kind === 'totp') {
    const secret = await openTotpSecret(ctx, account)
    const step = secret && totpStepOf(secret, proof.code, ctx.now)
    return step !== undefined && takeTotpStep(ctx, account.id, step)
  }
  const answer = readPasskeyAnswer(proof.answer)
  const key = (await listPasskeys(ctx, account.id)).find((candidate) => candidate.id === answer?.id)
  if (!answer || !key) return false
  if (
    !(await takeChallenge(ctx, { hash: tokenHash(answer.challenge), staffId: account.id, kind: 'sign-in' }))
  )
    return false
  const counter = await provePasskey(ctx.platform.config, answer, key)
  if (counter === undefined) return false
  await markPasskeyUsed(ctx, key.id, counter)
  return true
}

async function openSession(ctx: Context, account: GateAccount, factor: 'totp' | 'passkey') {
  const { token, hash } = newToken()
  const expiresAt = new Date(ctx.now.getTime() + WHOLE_MS)
  await insertSession(ctx, { idHash: hash, staffId: account.id, orgId: account.orgId, factor, expiresAt })
  const entry = {
    verb: 'session.opened',
    subjectKind: 'staff',
    subjectId: account.id,
    details: { factor },
  } as const
  await writeJournal(ctx, entry, account.orgId)
  await writeAudit(ctx, entry, account.orgId)
  return { token, expiresAt, language: account.language }
}

/** Ends the session at once. */
export async function signOut(
  platform: Platform,
  session: { readonly sessionHash: Uint8Array; readonly staffId: string; readonly orgId: string },
): Promise<void> {
  const { sessionHash, staffId, orgId } = session
  await runAs(platform, { kind: 'gate', sessionHash, staffId }, async (ctx) => {
    if (await endSession(ctx, sessionHash))
      await writeAudit(ctx, { verb: 'session.closed', subjectKind: 'staff', subjectId: staffId }, orgId)
  })
}
