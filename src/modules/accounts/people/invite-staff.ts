import { z } from 'zod'
import { newToken } from '#src/platform/auth/tokens.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'
import { endRole, requestRole } from '../roles/change-role.ts'
import { listOpenRolesOf } from '../roles/role-queries.ts'
import { endLinksOf, insertAccount, insertLink } from '../set-up/set-up-queries.ts'
import { endSessionsByStaff, getPerson } from './people-queries.ts'

const LINK_MS = 72 * 3600 * 1000

const InvitationSchema = z.object({
  displayName: z.string().trim().min(2).max(100),
  signInName: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._@-]{2,59}$/),
  email: z.email().max(200),
  language: z.enum(['id', 'en']),
})
type Invitation = z.infer<typeof InvitationSchema>

export type Invited = { readonly staffId: string; readonly token: string; readonly expiresAt: Date }

/** Throws InvalidInputError with one problem for each wrong field. */
export function decodeInvitation(input: unknown): Invitation {
  const result = InvitationSchema.safeParse(input)
  if (result.success) return result.data
  const fields = [...new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')))]
  throw new InvalidInputError(fields.map((path) => ({ path, code: `account.${path}` })))
}

/** A new account without password or role; the link is for its holder's hands and is shown once. */
export async function inviteStaff(
  ctx: StaffContext,
  input: { readonly person: unknown; readonly orgId?: string; readonly roles: readonly string[] },
): Promise<Invited> {
  const person = decodeInvitation(input.person)
  const staffId = ctx.newId()
  const orgId = input.orgId ?? ctx.actor.orgId
  await insertAccount(ctx, { id: staffId, orgId, ...person })
  await writeJournal(ctx, {
    verb: 'account.invited',
    subjectKind: 'staff',
    subjectId: staffId,
    details: { org: orgId },
  })
  for (const role of input.roles) await requestRole(ctx, { staffId, role })
  return makeLink(ctx, staffId, orgId)
}

/**
 * A new link for a lost device or password. Whoever holds a link becomes this person, so it closes what the account could
 * do: sessions end, and every role waits again for a second person.
 */
export async function renewSetUpLink(ctx: StaffContext, staffId: string): Promise<Invited> {
  if (staffId === ctx.actor.staffId) throw new RefusedError('account.link-for-oneself')
  const person = await getPerson(ctx, staffId)
  if (person.state === 'closed') throw new RefusedError('account.closed')
  const roles = await listOpenRolesOf(ctx, staffId)
  for (const row of roles) await endRole(ctx, row.id)
  for (const row of roles) await requestRole(ctx, { staffId, role: row.role })
  await endSessionsByStaff(ctx, staffId)
  await endLinksOf(ctx, staffId)
  await writeJournal(ctx, { verb: 'account.link-renewed', subjectKind: 'staff', subjectId: staffId })
  return makeLink(ctx, staffId, person.orgId)
}

async function makeLink(ctx: StaffContext, staffId: string, orgId: string): Promise<Invited> {
  const { token, hash } = newToken()
  const expiresAt = new Date(ctx.now.getTime() + LINK_MS)
  await insertLink(ctx, { hash, staffId, orgId, madeBy: ctx.actor.staffId, expiresAt })
  return { staffId, token, expiresAt }
}
