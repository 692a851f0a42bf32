import type { Context } from '#src/platform/db/context.ts'
import { insertNotices, listStaffWithRoles, type NewNotice } from './notice-queries.ts'

/** Tells one person. */
export async function tellStaff(ctx: Context, notice: NewNotice): Promise<void> {
  await insertNotices(ctx, [notice])
}

/** Tells everybody of an organisation who holds one of these roles; the supervisors unless said otherwise. */
export async function tellRoles(
  ctx: Context,
  notice: Omit<NewNotice, 'staffId'>,
  roles: readonly string[] = ['supervisor'],
): Promise<void> {
  const staff = await listStaffWithRoles(ctx, notice.orgId, roles)
  await insertNotices(
    ctx,
    staff.map((staffId) => ({ ...notice, staffId })),
  )
}
