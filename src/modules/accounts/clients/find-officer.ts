import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import type { Context } from '#src/platform/db/context.ts'
import { findActiveColleague } from './client-queries.ts'

/** The colleague for whom a program acts: an open account of the same organisation that may do it; undefined for any other. */
export async function findOfficer(
  ctx: Context,
  asked: { readonly orgId: string; readonly signInName: string; readonly may: Permission },
): Promise<string | undefined> {
  const found = await findActiveColleague(ctx, asked.orgId, asked.signInName)
  return found && may(found.roles.filter(isRole), asked.may) ? found.id : undefined
}
