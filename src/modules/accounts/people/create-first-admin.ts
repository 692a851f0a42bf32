import { newToken } from '#src/platform/auth/tokens.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { insertAccount, insertLink } from '../set-up/set-up-queries.ts'
import { createOrganisation } from './create-organisation.ts'
import { decodeInvitation } from './invite-staff.ts'
import { insertFirstRole } from './first-role-queries.ts'

const LINK_MS = 24 * 3600 * 1000

/**
 * The first administrator of the installation, and the body that runs it. Runs as the keeper, from the command line of the
 * machine: there is nobody yet who could confirm. Returns the token of the set-up link.
 */
export async function createFirstAdmin(
  ctx: Context,
  input: { readonly organisation: unknown; readonly person: unknown },
): Promise<{ readonly token: string; readonly staffId: string; readonly orgId: string }> {
  const person = decodeInvitation(input.person)
  const orgId = await createOrganisation(ctx, input.organisation)
  const staffId = ctx.newId()
  await insertAccount(ctx, { id: staffId, orgId, ...person })
  await insertFirstRole(ctx, { staffId, orgId, role: 'installation-admin' })
  const { token, hash } = newToken()
  await insertLink(ctx, {
    hash,
    staffId,
    orgId,
    madeBy: null,
    expiresAt: new Date(ctx.now.getTime() + LINK_MS),
  })
  await writeJournal(ctx, { verb: 'account.first-admin', subjectKind: 'staff', subjectId: staffId }, orgId)
  return { token, staffId, orgId }
}
