import { isRole, permissionsOf, type Permission } from '#src/domain/disclosure/roles.ts'
import type { NoticeView, Room, StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { StaffReq } from '../http.ts'

/** Which permissions open a room, any of them; settings hold one's own account, so everybody has them. */
const ROOM_NEEDS: Readonly<Record<Room, readonly Permission[] | undefined>> = {
  search: ['case.list'],
  today: ['today.read'],
  inbox: ['report.list'],
  cases: ['case.list'],
  screening: ['case.read'],
  referrals: ['referral.answer', 'village.read'],
  'task-force': ['task-force.read', 'task-force.bring', 'mla.read'],
  immigration: ['immigration.desk'],
  directory: ['directory.read'],
  law: ['law.read'],
  settings: undefined,
}

export type FrameExtras = { readonly counts?: StaffFrame['counts']; readonly flash?: NoticeView }

/** What every workspace page is given besides its own view. */
export function frameOf(req: StaffReq, extras: FrameExtras = {}): StaffFrame {
  const { who } = req
  const allowed = permissionsOf(who.actor.roles.filter(isRole))
  const rooms = (Object.keys(ROOM_NEEDS) as Room[]).filter((room) => {
    const needed = ROOM_NEEDS[room]
    return needed === undefined || needed.some((each) => allowed.has(each))
  })
  return {
    t: req.t,
    lang: req.lang,
    zone: who.org.timeZone,
    now: req.platform.clock(),
    who: { name: who.name, org: who.org.shortName, roles: who.actor.roles },
    rooms,
    counts: extras.counts ?? {},
    demo: who.org.demo,
    flash: extras.flash,
  }
}
