import { offerNewPasskey, readNewPasskey, readPasskeyAnswer } from '#src/platform/auth/passkey.ts'
import { tokenHash } from '#src/platform/auth/tokens.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError } from '#src/platform/errors.ts'
import { insertChallenge, listPasskeys, takeChallenge } from '../sign-in/gate-queries.ts'
import {
  deletePasskey,
  getPerson,
  insertPasskey,
  listOwnPasskeys,
  updateLanguage,
  type Passkey,
  type Person,
} from './people-queries.ts'

export async function readOwnAccount(
  ctx: StaffContext,
): Promise<{ readonly person: Person; readonly passkeys: readonly Passkey[] }> {
  return {
    person: await getPerson(ctx, ctx.actor.staffId),
    passkeys: await listOwnPasskeys(ctx, ctx.actor.staffId),
  }
}

/** Options of the browser's ceremony as JSON; the challenge is good once and for ten minutes. */
export async function offerPasskey(ctx: StaffContext): Promise<string> {
  const { staffId } = ctx.actor
  const person = await getPerson(ctx, staffId)
  const have = await listPasskeys(ctx, staffId)
  const options = await offerNewPasskey(ctx.platform.config, {
    id: staffId,
    signInName: person.signInName,
    name: person.displayName,
    have,
  })
  await insertChallenge(ctx, {
    hash: tokenHash(options.challenge),
    staffId,
    kind: 'new-passkey',
    text: options.challenge,
  })
  return JSON.stringify(options)
}

export async function addPasskey(
  ctx: StaffContext,
  input: { readonly answer: string; readonly label: string },
): Promise<void> {
  const { staffId } = ctx.actor
  const answer = readPasskeyAnswer(input.answer)
  const fresh =
    answer && (await takeChallenge(ctx, { hash: tokenHash(answer.challenge), staffId, kind: 'new-passkey' }))
  const key = answer && fresh ? await readNewPasskey(ctx.platform.config, answer) : undefined
  if (!key) throw new InvalidInputError([{ path: 'answer', code: 'passkey.not-accepted' }])
  await insertPasskey(ctx, { ...key, staffId, label: input.label.slice(0, 60) || '–' })
  await writeJournal(ctx, { verb: 'passkey.added', subjectKind: 'staff', subjectId: staffId })
}

export async function removePasskey(ctx: StaffContext, id: string): Promise<void> {
  if (!(await deletePasskey(ctx, ctx.actor.staffId, id))) throw new NotFoundError('passkey.not-found')
  await writeJournal(ctx, { verb: 'passkey.removed', subjectKind: 'staff', subjectId: ctx.actor.staffId })
}

export async function changeLanguage(ctx: StaffContext, language: 'id' | 'en'): Promise<void> {
  await updateLanguage(ctx, ctx.actor.staffId, language)
  await writeJournal(ctx, {
    verb: 'account.language-changed',
    subjectKind: 'staff',
    subjectId: ctx.actor.staffId,
    details: { language },
  })
}
