/** What other bodies wait for: tasks from task forces, next dates of tracks, requests to ask after. Days are our own targets. */
import { instantOf } from '#src/domain/deadlines/calendar.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import type { Today } from '#src/modules/today/index.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { TaskView } from '#src/web/ui/staff/lists.tsx'
import { clockStateOf } from '#src/web/ui/staff/marks.tsx'
import { trackName } from '../kasus/jalur/track-view.ts'
import { MLA, requestName } from '../mla/mla-words.ts'
import { satgasHref } from '../satgas/satgas-words.ts'

const DAY_MS = 24 * 3600_000
const SOON_MS = 7 * DAY_MS

/** The day ends where the reader works. */
function clockOf(frame: StaffFrame, day: string): NonNullable<TaskView['clock']> {
  const due = instantOf({ day, milliseconds: DAY_MS - 1000 }, frame.zone)
  const startedAt = new Date(due.getTime() - SOON_MS)
  return { state: clockStateOf({ startedAt, due, now: frame.now }), at: due, source: 'internal-target' }
}

export function togetherTasks(frame: StaffFrame, together: Today['together']): readonly TaskView[] {
  const { kerjaSatgas, kerjaJalur, kerjaMla } = frame.t
  return [
    ...together.decisions.map((decision): TaskView => ({
      lead: { kind: 'state', tone: 'wait', label: kerjaSatgas.title },
      title: decision.text,
      href: satgasHref(frame, `tugas/${decision.id}`),
      context: [decision.task_force],
      clock: clockOf(frame, decision.due_on),
    })),
    ...together.tracks.map((track): TaskView => ({
      lead: isUrgency(track.urgency)
        ? { kind: 'urgency', urgency: track.urgency }
        : { kind: 'state', tone: 'wait', label: kerjaJalur.title },
      title: `${kerjaJalur.title}: ${trackName(frame, track)}`,
      href: at(frame, `/kerja/kasus/${track.code}/jalur/${track.id}`),
      caseCode: track.code,
      context: [],
      clock: clockOf(frame, track.next_on),
    })),
    ...together.requests.flatMap((request): readonly TaskView[] =>
      request.remind_on === null
        ? []
        : [
            {
              lead: { kind: 'state', tone: 'plain', label: kerjaMla.state[request.state] },
              title: `${kerjaMla.remind}: ${requestName(frame, request)}`,
              href: at(frame, `${MLA}/${request.id}`),
              caseCode: request.code,
              context: [kerjaMla.channel[request.channel]],
              clock: clockOf(frame, request.remind_on),
            },
          ],
    ),
  ]
}
