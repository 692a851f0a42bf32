import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import type { DeskAnswers } from '#src/domain/immigration/interview.ts'
import type { DeskSign, SignAnswers } from '#src/domain/immigration/signs.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { Answer } from '#src/domain/kernel/answer.ts'
import { writeJournal, type Details } from '#src/platform/audit/journal-queries.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { NotAllowedError } from '#src/platform/errors.ts'

/** Who stands before the desk, as far as the officer confirmed it. Sealed. */
export type Traveller = {
  readonly name?: string
  readonly documentNumber?: string
  readonly issuer?: string
  readonly expires?: PartialDate
  readonly born?: PartialDate
  /** An age that was said. */
  readonly years?: number
}

export type SealedInterview = {
  readonly answers: DeskAnswers
  readonly signs: SignAnswers
  readonly travelOn: Answer<PartialDate>
  readonly note: string
}

/** What the receiving body is shown: signs as codes; who it is only where that may go. */
export type SignsPackage = {
  readonly signs: readonly DeskSign[]
  readonly child: string
  readonly place: string
  readonly at: string
  readonly name?: string
  readonly contact?: string
  readonly wish?: string
  /** Why it went without consent. */
  readonly because?: string
}

export type SealedAct = {
  readonly code: string
  readonly reason: string
  readonly proof: string
  readonly place: string
}

export type SealedWords = { readonly words: string; readonly answer?: string }

export function allowed(ctx: StaffContext, ...any: readonly Permission[]): void {
  const roles = ctx.actor.roles.filter(isRole)
  if (!any.some((permission) => may(roles, permission))) throw new NotAllowedError('immigration.not-yours')
}

/** The same number in any spelling gives the same hash; no hash can be turned back without the key. */
export function documentHash(ctx: Context, number: string): Buffer {
  return hash(ctx.platform.keys.tokens, `desk-document:${number.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
}

export function slipHash(ctx: Context, code: string): Buffer {
  return hash(ctx.platform.keys.codes, `desk-slip:${code}`)
}

function hash(key: Uint8Array, value: string): Buffer {
  return Buffer.from(keyedHash(key, value))
}

export async function noteDesk(
  ctx: Context,
  verb: `${string}.${string}`,
  subject: { readonly kind: string; readonly id: string },
  details: Details = {},
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: subject.kind, subjectId: subject.id, details })
}
