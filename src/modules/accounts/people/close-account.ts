import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { handOverFiles, hasOpenWork } from '#src/modules/cases/index.ts'
import { endRole } from '../roles/change-role.ts'
import { listOpenRolesOf } from '../roles/role-queries.ts'
import { endLinksOf } from '../set-up/set-up-queries.ts'
import { closePerson, endSessionsByStaff, getPerson } from './people-queries.ts'

/**
 * Closes an account for good: its cases and tasks go to a named colleague first, its roles and sessions end in the same
 * moment. Throws RefusedError where work is left and nobody is named. Opening again is a new account.
 */
export async function closeAccount(
  ctx: StaffContext,
  order: { readonly staffId: string; readonly handTo?: string },
): Promise<{ readonly cases: number }> {
  const { staffId, handTo } = order
  if (staffId === ctx.actor.staffId) throw new RefusedError('account.close-oneself')
  const person = await getPerson(ctx, staffId)
  if (person.state === 'closed') throw new RefusedError('account.closed')
  const busy = await hasOpenWork(ctx, staffId)
  if (busy && handTo === undefined) throw new RefusedError('account.work-left', ['hand-to'])
  const moved =
    busy && handTo !== undefined ? await handOverFiles(ctx, { from: staffId, to: handTo }) : { cases: 0 }
  for (const row of await listOpenRolesOf(ctx, staffId)) await endRole(ctx, row.id)
  await closePerson(ctx, staffId)
  await endSessionsByStaff(ctx, staffId)
  await endLinksOf(ctx, staffId)
  await writeJournal(ctx, {
    verb: 'account.closed',
    subjectKind: 'staff',
    subjectId: staffId,
    details: { to: handTo ?? null, cases: moved.cases },
  })
  return moved
}
