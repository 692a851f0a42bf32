import { isRole, permissionsOf, type Permission } from '#src/domain/disclosure/roles.ts'
import { listRoleChangesFor } from '#src/modules/accounts/index.ts'
import { asStaff, runAs } from '#src/platform/db/context.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { frameOf } from '../staff-frame.ts'
import { SETTINGS_SECTIONS, SettingsPage, type SettingsSection } from './settings-page.tsx'

/** One of these opens the section. */
const NEEDS: Readonly<Record<SettingsSection, readonly Permission[]>> = {
  accounts: ['account.read', 'account.manage'],
  roles: ['role.propose', 'role.confirm'],
  duty: ['duty.read', 'duty.edit'],
  audit: ['audit.read', 'readers.read'],
  protected: ['break-glass.review'],
  rights: ['rights.handle', 'case.write'],
  breach: ['breach.record'],
  retention: ['retention.decide', 'case.protect'],
  clients: ['token.manage', 'role.confirm'],
  organisations: ['installation.manage'],
  competence: ['competence.read'],
}

async function settingsPage(req: StaffReq): Promise<Response> {
  const allowed = permissionsOf(req.who.actor.roles.filter(isRole))
  const sections = (Object.keys(SETTINGS_SECTIONS) as SettingsSection[]).filter((section) =>
    NEEDS[section].some((needed) => allowed.has(needed)),
  )
  const waiting = sections.includes('roles') ? await countWaiting(req) : 0
  return page(
    req,
    <SettingsPage frame={frameOf(req)} view={{ sections, waiting: waiting > 0 ? { roles: waiting } : {} }} />,
  )
}

/** Requests that this person could decide. */
async function countWaiting(req: StaffReq): Promise<number> {
  const me = req.who.actor.staffId
  const changes = await runAs(req.platform, req.who.actor, (ctx) => listRoleChangesFor(asStaff(ctx)))
  return changes.filter(
    (change) =>
      !change.confirmedAt &&
      !change.refusedAt &&
      !change.endedAt &&
      change.requestedBy !== me &&
      change.staffId !== me,
  ).length
}

export const settingsRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/pengaturan', access: 'signed-in', handle: settingsPage }),
]
